// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "app/base/result.h"
#include "app/base/study_day.h"
#include "app/board/document.h"

namespace phaseboard::board {

enum class EntryKind {
  Draw,  ///< an edit
  Undo,  ///< takes an earlier edit back
  Redo,  ///< does an undone edit again
  Given  ///< what lay on the board before the user began; cannot be taken back
};

/// One line of a board's log, which only grows.
struct Entry {
  std::int64_t number = 1;  ///< 1, 2, 3 ... without a gap
  Instant at;
  EntryKind kind = EntryKind::Draw;
  std::int64_t target = 0;  ///< of undo and redo: the number of the edit
  Edit edit;                ///< of Draw and Given

  friend bool operator==(const Entry&, const Entry&) = default;
};

/// A board with all that ever happened on it: the document is what the log comes to.
///
/// Undo is the board's own: it appends to the log and removes nothing. So a drawing can be played
/// back, one mistaken stroke never takes back a review made meanwhile, and thousands of strokes do
/// not push other steps out of the notebook's undo.
class History {
 public:
  /// `Damaged` (subject "board") for a log that contradicts itself.
  [[nodiscard]] static Result<History> replay(std::vector<Entry> entries);

  [[nodiscard]] const Document& document() const { return m_document; }
  [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }

  /// Puts something on the board that undo does not take away. Before the first edit only:
  /// `InvalidInput` otherwise.
  [[nodiscard]] Result<Entry> give(const Edit& edit, Instant at);

  /// Makes an edit. Gives the entry to be kept, or nothing for an edit that changes nothing;
  /// `InvalidInput` when it does not fit the document.
  [[nodiscard]] Result<std::optional<Entry>> draw(const Edit& edit, Instant at);

  [[nodiscard]] bool canUndo() const { return !m_done.empty(); }
  [[nodiscard]] bool canRedo() const { return !m_undone.empty(); }
  /// Takes the newest edit back, or does the last undone one again; nothing when there is none.
  std::optional<Entry> undo(Instant at);
  std::optional<Entry> redo(Instant at);

  /// What was on the board after the first `count` entries.
  [[nodiscard]] Document documentAfter(std::size_t count) const;

 private:
  [[nodiscard]] Status append(Entry entry);
  [[nodiscard]] const Edit* editOf(std::int64_t number) const;

  Document m_document;
  std::vector<Entry> m_entries;
  std::vector<std::int64_t> m_done;    ///< edits that can be taken back, newest last
  std::vector<std::int64_t> m_undone;  ///< edits that can be done again, next last
};

}  // namespace phaseboard::board
