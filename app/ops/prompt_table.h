// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "app/base/result.h"
#include "app/ops/changes.h"
#include "app/ops/current_prompts.h"
#include "app/ports/notebook.h"
#include "app/ports/pack_library.h"
#include "app/review/plan.h"

namespace phaseboard::ops {

/// A prompt, of the pack or the user's own, with where it stands in the notebook.
struct TableRow {
  const review::Prompt* prompt = nullptr;
  std::size_t cell = 0;  ///< of `PromptTable::cells`
  review::PromptState state;
  bool suspended = false;
  bool flagged = false;
  std::optional<StudyDay> buriedUntil;  ///< hidden before this day

  [[nodiscard]] bool isBegun() const { return state.standing != review::Standing::New; }
  [[nodiscard]] bool isHidden(StudyDay today) const {
    return suspended || (buriedUntil && *buriedUntil > today);
  }
};

/// Every prompt of the pack and of the user's own beside its state, in memory: what the plan of a
/// day and the progress are worked out from, so that neither reads the notebook prompt by prompt.
///
/// Read once, in O(prompts), and then kept up with what operations say they changed. Prompts that
/// the pack no longer has are left out; renamed ones stand under their new id. The pack and the
/// notebook outlive it.
class PromptTable {
 public:
  [[nodiscard]] static Result<PromptTable> read(const ports::PackLibrary& pack,
                                                const ports::Notebook& notebook);

  /// Lets a table that a worker read be kept up from the same notebook on this thread.
  void readFurtherFrom(const ports::Notebook& notebook) { m_notebook = &notebook; }

  /// Reads again what `changes` touched.
  [[nodiscard]] Status refresh(const Changes& changes);

  [[nodiscard]] const ports::PackLibrary& pack() const { return *m_pack; }
  [[nodiscard]] const ports::Notebook& notebook() const { return *m_notebook; }

  [[nodiscard]] const CurrentPrompts& prompts() const { return *m_prompts; }

  /// The user's own first, as people want to be asked what they wrote; then in the order of the
  /// pack.
  [[nodiscard]] const std::vector<TableRow>& rows() const { return m_rows; }

  /// Null for a prompt that there is no more.
  [[nodiscard]] const TableRow* find(const PromptId& id) const;

  /// The questions and phases that have prompts.
  [[nodiscard]] const std::vector<review::ReadinessCell>& cells() const { return m_cells; }

 private:
  PromptTable(const ports::PackLibrary& pack, const ports::Notebook& notebook);
  [[nodiscard]] Status readPrompts();
  void addPrompt(const review::Prompt& prompt);
  [[nodiscard]] Status readAll();
  [[nodiscard]] Status readOne(const PromptId& id);
  [[nodiscard]] Status readFlags();

  const ports::PackLibrary* m_pack;
  const ports::Notebook* m_notebook;
  std::unique_ptr<CurrentPrompts> m_prompts;
  std::vector<TableRow> m_rows;
  std::unordered_map<const review::Prompt*, std::size_t> m_places;
  std::vector<review::ReadinessCell> m_cells;
  std::map<review::ReadinessCell, std::size_t> m_cellPlaces;
};

}  // namespace phaseboard::ops
