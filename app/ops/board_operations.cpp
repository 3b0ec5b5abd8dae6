// SPDX-License-Identifier: Apache-2.0
#include "app/ops/board_operations.h"

#include <set>
#include <utility>

#include "app/ops/step_changes.h"
#include "app/ports/board_store.h"
#include "app/ports/notebook_store.h"

namespace phaseboard::ops {
namespace {

Result<OpOutcome> committedBoard(ports::UnitOfWork& unit, const char* operation,
                                 const board::BoardId& board, Instant at) {
  PHASEBOARD_TRY(unit.commitStep({operation, board.value(), at, std::nullopt, false, {}}));
  return OpOutcome{operation, changesOf(operation, board.value())};
}

Status checkTitle(const std::string& title) {
  if (title.empty() || title.size() > board::kLongestName)
    return fail(ErrorKind::InvalidInput, "title", title);
  return {};
}

}  // namespace

BoardOperations::BoardOperations(ports::NotebookStore& notebook, ports::BoardStore& boards,
                                 const Clock& clock, Chance& chance)
    : m_notebook(notebook),
      m_boards(boards),
      m_clock(clock),
      m_chance(chance),
      m_answering(notebook, clock, chance) {}

Result<board::BoardInfo> BoardOperations::existing(const board::BoardId& board) const {
  PHASEBOARD_TRY_ASSIGN(auto found, m_boards.board(board));
  if (!found)
    return fail(ErrorKind::NotFound, board.value(), "no such board");
  return std::move(*found);
}

Result<BoardOutcome> BoardOperations::createBoard(const NewBoard& board) {
  PHASEBOARD_TRY(checkTitle(board.title));
  if ((board.purpose == board::Purpose::Rebuild) != (board.diagram && board.level))
    return fail(ErrorKind::InvalidInput, "board", "a rebuild needs a figure and a level");
  const Instant now = m_clock.now();
  const std::uint64_t high = m_chance.next();
  const board::BoardId id{Uuid::version7(now, high, m_chance.next()).text()};
  {
    // Hidden at first, and no step: what is drawn on it later would keep a step that made the row
    // from being taken back.
    PHASEBOARD_TRY_ASSIGN(const auto making, m_notebook.begin());
    PHASEBOARD_TRY(m_boards.insertBoard({id, board.purpose, board.title, board.question,
                                         board.diagram, board.level, now, now, std::nullopt}));
    if (!board.given.empty()) {
      board::History history;
      PHASEBOARD_TRY_ASSIGN(const board::Entry entry, history.give(board.given, now));
      PHASEBOARD_TRY(m_boards.appendEntry(id, entry));
    }
    PHASEBOARD_TRY(making->commit(now));
  }
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_notebook.begin());
  PHASEBOARD_TRY(m_boards.writeRemoved(id, false));
  PHASEBOARD_TRY_ASSIGN(OpOutcome outcome, committedBoard(*unit, kCreateBoard, id, now));
  return BoardOutcome{std::move(outcome), id};
}

Result<OpOutcome> BoardOperations::drawOnBoard(const board::BoardId& board,
                                               const board::Entry& entry) {
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_notebook.begin());
  PHASEBOARD_TRY(existing(board));
  PHASEBOARD_TRY_ASSIGN(const std::int64_t count, m_boards.entryCount(board));
  if (entry.number > count + 1)
    return fail(ErrorKind::InvalidInput, "entry", std::to_string(entry.number));
  PHASEBOARD_TRY(m_boards.appendEntry(board, entry));
  PHASEBOARD_TRY(unit->commit(m_clock.now()));
  return OpOutcome{kDrawOnBoard, changesOf(kDrawOnBoard, board.value())};
}

Result<OpOutcome> BoardOperations::renameBoard(const board::BoardId& board,
                                               const std::string& title) {
  PHASEBOARD_TRY(checkTitle(title));
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_notebook.begin());
  PHASEBOARD_TRY_ASSIGN(const auto info, existing(board));
  if (info.title == title)
    return OpOutcome{kRenameBoard, {}};
  PHASEBOARD_TRY(m_boards.writeTitle(board, title));
  return committedBoard(*unit, kRenameBoard, board, m_clock.now());
}

Result<OpOutcome> BoardOperations::removeBoard(const board::BoardId& board) {
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_notebook.begin());
  PHASEBOARD_TRY(existing(board));
  PHASEBOARD_TRY(m_boards.writeRemoved(board, true));
  return committedBoard(*unit, kRemoveBoard, board, m_clock.now());
}

Result<OpOutcome> BoardOperations::finishRebuild(const board::BoardId& board, double score,
                                                 const std::vector<ConfirmedGrade>& grades,
                                                 Millis thinking) {
  if (!(score >= 0 && score <= 1))
    return fail(ErrorKind::InvalidInput, "score", std::to_string(score));
  const Instant now = m_clock.now();
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_notebook.begin());
  PHASEBOARD_TRY_ASSIGN(const auto info, existing(board));
  if (info.purpose != board::Purpose::Rebuild)
    return fail(ErrorKind::InvalidInput, "board", "it is no rebuild");
  PHASEBOARD_TRY(m_boards.writeOutcome(board, {now, score}));
  ports::StepLabel label{kFinishRebuild, board.value(), now, std::nullopt, false, {}};
  Changes changes = changesOf(kFinishRebuild, board.value());
  std::set<PromptId> graded;
  for (const ConfirmedGrade& grade : grades) {
    if (!graded.insert(grade.prompt.id).second)
      return fail(ErrorKind::InvalidInput, "prompt", grade.prompt.id.value());
    const Millis spent = label.answers.empty() ? thinking : Millis{0};
    PHASEBOARD_TRY_ASSIGN(const AppendedAnswer appended,
                          m_answering.append(grade.prompt, grade.rating, now, spent));
    if (appended.isPutAside)
      changes.aspects.insert(Aspect::PromptFlags);
    label.answers.push_back({grade.prompt.id, appended.event});
    changes.prompts.push_back(grade.prompt.id);
  }
  PHASEBOARD_TRY(unit->commitStep(label));
  return OpOutcome{kFinishRebuild, changes};
}

}  // namespace phaseboard::ops
