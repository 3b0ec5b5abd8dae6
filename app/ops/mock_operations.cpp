// SPDX-License-Identifier: Apache-2.0
#include "app/ops/mock_operations.h"

#include <set>
#include <utility>

#include "app/ops/step_changes.h"
#include "app/ports/board_store.h"
#include "app/ports/mock_store.h"
#include "app/ports/notebook_store.h"

namespace phaseboard::ops {
namespace {

std::string newMockId(Chance& chance, Instant now) {
  const std::uint64_t high = chance.next();
  return Uuid::version7(now, high, chance.next()).text();
}

Result<OpOutcome> committedMock(ports::UnitOfWork& unit, const char* operation,
                                const mock::MockId& id, Instant at) {
  PHASEBOARD_TRY(unit.commitStep({operation, id.value(), at, std::nullopt, false, {}}));
  return OpOutcome{operation, changesOf(operation, id.value())};
}

Status checkOutcome(const mock::Outcome& outcome) {
  const bool counts = outcome.covered >= 0 && outcome.covered <= outcome.total;
  if (!counts || (outcome.board && !(*outcome.board >= 0 && *outcome.board <= 1)))
    return fail(ErrorKind::InvalidInput, "outcome", std::to_string(outcome.covered));
  return {};
}

}  // namespace

MockOperations::MockOperations(ports::NotebookStore& notebook, ports::BoardStore& boards,
                               ports::MockStore& mocks, const Clock& clock, Chance& chance)
    : m_notebook(notebook),
      m_boards(boards),
      m_mocks(mocks),
      m_clock(clock),
      m_chance(chance),
      m_answering(notebook, clock, chance) {}

Result<mock::MockInfo> MockOperations::existing(const mock::MockId& id) const {
  PHASEBOARD_TRY_ASSIGN(auto found, m_mocks.mock(id));
  if (!found)
    return fail(ErrorKind::NotFound, id.value(), "no such mock");
  return std::move(*found);
}

Result<MockOutcome> MockOperations::startMock(const NewMock& wish) {
  if (wish.plan.stages.empty() || wish.question.value().empty() || wish.title.empty())
    return fail(ErrorKind::InvalidInput, "mock", "it needs a question, a title and a plan");
  const Instant now = m_clock.now();
  mock::MockInfo info{mock::MockId{newMockId(m_chance, now)},
                      wish.question,
                      wish.plan,
                      std::nullopt,
                      wish.reference,
                      now,
                      std::nullopt,
                      std::nullopt};
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_notebook.begin());
  if (wish.hasBoard) {
    const board::BoardId board{newMockId(m_chance, now)};
    PHASEBOARD_TRY(m_boards.insertBoard({board, board::Purpose::Mock, wish.title, wish.question,
                                         std::nullopt, std::nullopt, now, now, std::nullopt}));
    PHASEBOARD_TRY(m_boards.writeRemoved(board, false));
    info.board = board;
  }
  PHASEBOARD_TRY(m_mocks.insertMock(info));
  PHASEBOARD_TRY_ASSIGN(const mock::Event started,
                        mock::Record(wish.plan).next(mock::EventKind::Started, {}, {}, now));
  PHASEBOARD_TRY(m_mocks.appendEvent(info.id, started));
  // No step: undo in the middle of an interview must not end it.
  PHASEBOARD_TRY(unit->commit(now));
  return MockOutcome{{kStartMock, changesOf(kStartMock, info.id.value())}, info};
}

Result<OpOutcome> MockOperations::noteMock(const mock::MockId& id, const mock::Event& event) {
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_notebook.begin());
  PHASEBOARD_TRY_ASSIGN(const std::int64_t count, m_mocks.eventCount(id));
  if (event.number > count + 1)
    return fail(ErrorKind::InvalidInput, "event", std::to_string(event.number));
  PHASEBOARD_TRY(m_mocks.appendEvent(id, event));
  PHASEBOARD_TRY(unit->commit(m_clock.now()));
  // A beat changes nothing that anybody shows.
  const bool isBeat = event.kind == mock::EventKind::Beat;
  return OpOutcome{kNoteMock, isBeat ? Changes() : changesOf(kNoteMock, id.value())};
}

Result<OpOutcome> MockOperations::keepMockText(const mock::MockId& id, const std::string& name,
                                               const std::string& text) {
  if (text.size() > mock::kLongestAnswer)
    return fail(ErrorKind::InvalidInput, "text", std::to_string(text.size()) + " bytes");
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_notebook.begin());
  PHASEBOARD_TRY(existing(id));
  PHASEBOARD_TRY(m_mocks.writeText(id, name, text, m_clock.now()));
  PHASEBOARD_TRY(unit->commit(m_clock.now()));
  return OpOutcome{kKeepMockText, changesOf(kKeepMockText, id.value())};
}

Result<OpOutcome> MockOperations::tickMock(const mock::MockId& id,
                                           const std::vector<std::string>& points, bool ticked) {
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_notebook.begin());
  PHASEBOARD_TRY(existing(id));
  PHASEBOARD_TRY_ASSIGN(const auto before, m_mocks.ticks(id));
  bool isNew = false;
  for (const std::string& point : points) {
    isNew = isNew || before.contains(point) != ticked;
    PHASEBOARD_TRY(m_mocks.writeTick(id, point, ticked));
  }
  if (!isNew)
    return OpOutcome{kTickMock, {}};
  return committedMock(*unit, kTickMock, id, m_clock.now());
}

Result<OpOutcome> MockOperations::debriefMock(const mock::MockId& id, const mock::Outcome& outcome,
                                              const std::vector<ConfirmedGrade>& misses) {
  PHASEBOARD_TRY(checkOutcome(outcome));
  const Instant now = m_clock.now();
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_notebook.begin());
  PHASEBOARD_TRY_ASSIGN(const mock::MockInfo info, existing(id));
  if (!info.finishedAt)
    return fail(ErrorKind::InvalidInput, "mock", "it still runs");
  mock::Outcome kept = outcome;
  kept.at = now;
  PHASEBOARD_TRY(m_mocks.writeOutcome(id, kept));
  ports::StepLabel label{kDebriefMock, id.value(), now, std::nullopt, false, {}};
  Changes changes = changesOf(kDebriefMock, id.value());
  std::set<PromptId> graded;
  for (const ConfirmedGrade& miss : misses) {
    if (!graded.insert(miss.prompt.id).second)
      return fail(ErrorKind::InvalidInput, "prompt", miss.prompt.id.value());
    PHASEBOARD_TRY_ASSIGN(const AppendedAnswer appended,
                          m_answering.append(miss.prompt, miss.rating, now, Millis{0}));
    if (appended.isPutAside)
      changes.aspects.insert(Aspect::PromptFlags);
    label.answers.push_back({miss.prompt.id, appended.event});
    changes.prompts.push_back(miss.prompt.id);
  }
  PHASEBOARD_TRY(unit->commitStep(label));
  return OpOutcome{kDebriefMock, changes};
}

Result<OpOutcome> MockOperations::removeMock(const mock::MockId& id) {
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_notebook.begin());
  PHASEBOARD_TRY_ASSIGN(const mock::MockInfo info, existing(id));
  PHASEBOARD_TRY(m_mocks.writeRemoved(id, true));
  if (info.board)
    PHASEBOARD_TRY(m_boards.writeRemoved(*info.board, true));
  return committedMock(*unit, kRemoveMock, id, m_clock.now());
}

}  // namespace phaseboard::ops
