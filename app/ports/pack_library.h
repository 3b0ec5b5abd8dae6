// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.h"
#include "app/content/model.h"
#include "app/review/prompt.h"
#include "app/search/query.h"

namespace phaseboard::ports {

/// What the library shows of a figure without opening it.
struct DiagramCard {
  DiagramId id;
  QuestionId question;
  PhaseId phase;
  std::string kind;
  std::string title;
  std::string description;
  double width = 0;
  double height = 0;
  int parts = 0;
};

/// What the library shows of a question without opening its notes.
struct QuestionCard {
  QuestionId id;
  content::QuestionKind kind = content::QuestionKind::Interview;
  std::string title;
  std::string subtitle;
  std::optional<DiagramId> cover;
  int notes = 0;
  int keyPoints = 0;
  int parts = 0;
  int prompts = 0;
  std::vector<DiagramCard> diagrams;  ///< in reading order
};

/// A place where a concept occurs.
struct Occurrence {
  TargetId target;  ///< a part or an item
  QuestionId question;
  PhaseId phase;
  std::optional<DiagramId> diagram;
  std::string title;
};

struct PackInfo {
  PackId id;
  std::string version;
  std::string title;
  std::string licence;
};

/// What is opened to study, read-only: one pack, or several as one. Cards are in memory; notes,
/// figures and prompts are read when asked for. Used from one thread. Every read may fail with
/// `Damaged` or `InputOutput`, and with `NotFound` for an unknown id.
class PackLibrary {
 public:
  virtual ~PackLibrary() = default;

  [[nodiscard]] virtual const PackInfo& info() const = 0;

  /// Every opened pack, the one that `info` tells about first.
  [[nodiscard]] virtual const std::vector<PackInfo>& packs() const = 0;
  [[nodiscard]] virtual const framework::Framework& framework() const = 0;
  [[nodiscard]] virtual const std::vector<QuestionCard>& questions() const = 0;

  /// The opening, dialogue, scope and assumptions; `notes`, `diagrams` and `prompts` stay empty.
  [[nodiscard]] virtual Result<content::Question> question(const QuestionId& id) const = 0;
  [[nodiscard]] virtual Result<content::Note> note(const QuestionId& question,
                                                   const PhaseId& phase) const = 0;

  /// With its SVG and its parts.
  [[nodiscard]] virtual Result<content::Diagram> diagram(const DiagramId& id) const = 0;

  /// All concepts, by title.
  [[nodiscard]] virtual Result<std::vector<content::Concept>> concepts() const = 0;
  [[nodiscard]] virtual Result<content::Concept> findConcept(const ConceptId& id) const = 0;
  [[nodiscard]] virtual Result<std::vector<Occurrence>> occurrences(const ConceptId& id) const = 0;

  /// The outlines for a TeX source as it stands between the dollars; nothing if the pack has none.
  [[nodiscard]] virtual std::optional<content::Formula> formula(std::string_view tex) const = 0;

  /// Every prompt in authored order, without its texts (`ask` and `answer` are empty).
  [[nodiscard]] virtual const std::vector<review::Prompt>& prompts() const = 0;
  [[nodiscard]] virtual Result<review::Prompt> prompt(const PromptId& id) const = 0;

  /// The id that stands today for an id of an older pack; the id itself when it was not renamed.
  [[nodiscard]] virtual std::string currentId(const std::string& id) const = 0;

  /// What was renamed, old id to the one that stands today; what lies below follows (`currentId`).
  [[nodiscard]] virtual const std::map<std::string, std::string, std::less<>>& renames() const = 0;

  [[nodiscard]] virtual Result<std::vector<search::Hit>> search(const search::Query& query,
                                                                int limit) const = 0;
};

}  // namespace phaseboard::ports
