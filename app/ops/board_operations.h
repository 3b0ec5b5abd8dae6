// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/board/board_info.h"
#include "app/board/history.h"
#include "app/memory/rating.h"
#include "app/ops/answering.h"
#include "app/ops/desk.h"
#include "app/review/prompt.h"

namespace phaseboard::ports {
class BoardStore;
class NotebookStore;
}  // namespace phaseboard::ports

namespace phaseboard::ops {

/// What a new board is for.
struct NewBoard {
  board::Purpose purpose = board::Purpose::Free;
  std::string title;
  std::optional<QuestionId> question;
  std::optional<DiagramId> diagram;
  std::optional<board::Level> level;
  board::Edit given;  ///< what lies on it from the beginning
};

struct BoardOutcome : OpOutcome {
  board::BoardId board;
};

/// One prompt and the grade that the user confirmed for it.
struct ConfirmedGrade {
  review::Prompt prompt;
  memory::Rating rating = memory::Rating::Good;
};

/// Everything that can be done to boards, as `Desk` for the rest: each operation is one transaction
/// with one sync, wholly or not at all, and survives a power cut once it returned.
///
/// Strokes are no steps of the notebook's undo: a board has its own (`board::History`). Making,
/// naming, throwing away and finishing a board are steps like all others, taken back by
/// `Desk::undo`.
class BoardOperations {
 public:
  /// All four outlive it; `boards` keeps its rows in `notebook`.
  BoardOperations(ports::NotebookStore& notebook, ports::BoardStore& boards, const Clock& clock,
                  Chance& chance);

  /// For reading.
  [[nodiscard]] const ports::BoardStore& store() const { return m_boards; }

  /// Two transactions; a crash between them leaves a hidden empty board that nobody sees.
  Result<BoardOutcome> createBoard(const NewBoard& board);

  /// Keeps one entry of a board's log. `AlreadyExists` when its number is taken, `InvalidInput`
  /// when numbers before it are missing.
  Result<OpOutcome> drawOnBoard(const board::BoardId& board, const board::Entry& entry);

  /// `InvalidInput` for an empty title or one of more than 200 bytes.
  Result<OpOutcome> renameBoard(const board::BoardId& board, const std::string& title);
  Result<OpOutcome> removeBoard(const board::BoardId& board);

  /// Keeps how a rebuild came out, and grades prompts by it, as one step. `thinking` counts for the
  /// first prompt.
  Result<OpOutcome> finishRebuild(const board::BoardId& board, double score,
                                  const std::vector<ConfirmedGrade>& grades, Millis thinking);

 private:
  [[nodiscard]] Result<board::BoardInfo> existing(const board::BoardId& board) const;

  ports::NotebookStore& m_notebook;
  ports::BoardStore& m_boards;
  const Clock& m_clock;
  Chance& m_chance;
  Answering m_answering;
};

}  // namespace phaseboard::ops
