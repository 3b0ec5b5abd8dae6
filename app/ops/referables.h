// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/answers/reference.h"
#include "app/base/result.h"
#include "app/ports/pack_library.h"

namespace phaseboard::ops {

/// Something that an answer can refer to.
struct Referable {
  answers::ReferenceKind kind = answers::ReferenceKind::Part;
  std::string id;
  std::string title;  ///< plain text; the label of a reference to it
  std::string where;  ///< the title of its figure or phase; empty for a concept
  PhaseId phase;      ///< of a part, key point or phase
  std::vector<std::string> otherNames;
};

/// What the answers to one question can refer to: the parts of its figures, its key points, the
/// phases, and every concept. A value, made from the pack once.
class Referables {
 public:
  /// O(size of the question's notes and figures).
  [[nodiscard]] static Result<Referables> read(const ports::PackLibrary& pack,
                                               const QuestionId& question);

  [[nodiscard]] const std::vector<Referable>& all() const { return m_all; }

  /// Those of which each typed word begins a word, the best first: whose name begins with what was
  /// typed before others; of equals, those of `phase`, then nodes, concepts, phases, key points.
  /// Without words, those of `phase` and the phases themselves. ASCII case does not matter.
  [[nodiscard]] std::vector<Referable> fitting(std::string_view typed, const PhaseId& phase,
                                               std::size_t limit) const;

 private:
  std::vector<Referable> m_all;
};

/// What stands today for a reference of an answer that may be older than the pack.
struct ReferenceTarget {
  std::string id;     ///< under its name of today
  std::string title;  ///< plain text
};

/// Looks references up, following renames; remembers what it found. The pack outlives it.
class ReferenceResolver {
 public:
  explicit ReferenceResolver(const ports::PackLibrary& pack) : m_pack(pack) {}

  /// Nothing when the pack has no such thing (any more).
  [[nodiscard]] std::optional<ReferenceTarget> resolve(answers::ReferenceKind kind,
                                                       const std::string& id);

  /// The text with its references under their ids of today. One whose target is gone is its label,
  /// struck through.
  [[nodiscard]] std::string resolved(std::string_view markdown);

 private:
  [[nodiscard]] std::optional<ReferenceTarget> look(answers::ReferenceKind kind,
                                                    const std::string& id) const;
  [[nodiscard]] std::optional<std::string> partTitle(const std::string& id) const;
  [[nodiscard]] std::optional<std::string> keyPointTitle(const std::string& id) const;

  const ports::PackLibrary& m_pack;
  std::map<std::string, std::optional<ReferenceTarget>> m_known;  ///< by scheme and id
};

/// The phase whose note has this key point today; nothing when the pack has no such item.
[[nodiscard]] std::optional<PhaseId> phaseOfItem(const ports::PackLibrary& pack,
                                                 const ItemId& item);

}  // namespace phaseboard::ops
