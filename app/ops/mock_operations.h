// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/mock/mock_info.h"
#include "app/mock/record.h"
#include "app/ops/answering.h"
#include "app/ops/board_operations.h"
#include "app/ops/desk.h"

namespace phaseboard::ports {
class BoardStore;
class MockStore;
class NotebookStore;
}  // namespace phaseboard::ports

namespace phaseboard::ops {

/// What a new attempt is about.
struct NewMock {
  QuestionId question;
  std::string title;  ///< of its board
  mock::Plan plan;
  bool hasBoard = true;
  std::optional<DiagramId> reference;
};

struct MockOutcome : OpOutcome {
  mock::MockInfo mock;
};

/// Everything that can be done to mock interviews, as `Desk` for the rest: each operation is one
/// transaction with one sync, wholly or not at all, and survives a power cut once it returned.
///
/// What happens while the clock runs (its start, the record, texts) is no step of the notebook's
/// undo: time cannot be taken back. Ticks, the confirmed debrief and throwing an attempt away are
/// steps like all others, taken back by `Desk::undo`.
class MockOperations {
 public:
  /// All five outlive it; `boards` and `mocks` keep their rows in `notebook`.
  MockOperations(ports::NotebookStore& notebook, ports::BoardStore& boards, ports::MockStore& mocks,
                 const Clock& clock, Chance& chance);

  /// For reading.
  [[nodiscard]] const ports::MockStore& store() const { return m_mocks; }

  /// Begins an attempt now, with its board. `InvalidInput` for a plan without stages or an empty
  /// title.
  Result<MockOutcome> startMock(const NewMock& wish);

  /// Keeps the next line of the record. `AlreadyExists` when its number is taken, `InvalidInput`
  /// when numbers before it are missing, `NotFound` for an unknown attempt.
  Result<OpOutcome> noteMock(const mock::MockId& id, const mock::Event& event);

  /// Keeps what was written so far in one text (`mock::textOf`). `InvalidInput` (subject "text")
  /// when it is longer than `mock::kLongestAnswer`.
  Result<OpOutcome> keepMockText(const mock::MockId& id, const std::string& name,
                                 const std::string& text);

  /// Ticks points of the rubric, or takes the ticks away, as one step.
  Result<OpOutcome> tickMock(const mock::MockId& id, const std::vector<std::string>& points,
                             bool ticked);

  /// Keeps how a finished attempt came out, and grades prompts of what was missed, as one step; may
  /// be called again after more was ticked. `InvalidInput` (subject "mock") for one that still
  /// runs.
  Result<OpOutcome> debriefMock(const mock::MockId& id, const mock::Outcome& outcome,
                                const std::vector<ConfirmedGrade>& misses);

  /// Hides an attempt and its board.
  Result<OpOutcome> removeMock(const mock::MockId& id);

 private:
  [[nodiscard]] Result<mock::MockInfo> existing(const mock::MockId& id) const;

  ports::NotebookStore& m_notebook;
  ports::BoardStore& m_boards;
  ports::MockStore& m_mocks;
  const Clock& m_clock;
  Chance& m_chance;
  Answering m_answering;
};

}  // namespace phaseboard::ops
