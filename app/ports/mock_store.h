// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/base/result.h"
#include "app/mock/mock_info.h"
#include "app/mock/record.h"

namespace phaseboard::ports {

/// The mock interviews of a notebook: their records, what was written in them, and how they came
/// out. Changes go through `ops::MockOperations` only.
///
/// Writers work inside a unit of work of the notebook (`NotebookStore::begin`) and fail with
/// `Internal` outside. One thread.
class MockStore {
 public:
  virtual ~MockStore() = default;

  /// All attempts that were not thrown away, the newest first.
  [[nodiscard]] virtual Result<std::vector<mock::MockInfo>> mocks() const = 0;

  /// Nothing for an id that is unknown, or of an attempt that was thrown away.
  [[nodiscard]] virtual Result<std::optional<mock::MockInfo>> mock(
      const mock::MockId& id) const = 0;

  /// The newest attempt that was begun and not finished.
  [[nodiscard]] virtual Result<std::optional<mock::MockInfo>> unfinishedMock() const = 0;

  /// The whole record, in order.
  [[nodiscard]] virtual Result<std::vector<mock::Event>> events(const mock::MockId& id) const = 0;
  [[nodiscard]] virtual Result<std::int64_t> eventCount(const mock::MockId& id) const = 0;

  /// What was written, by name (`mock::textOf`).
  [[nodiscard]] virtual Result<std::map<std::string, std::string>> texts(
      const mock::MockId& id) const = 0;

  /// Ids of the points that the user ticked.
  [[nodiscard]] virtual Result<std::set<std::string>> ticks(const mock::MockId& id) const = 0;

  [[nodiscard]] virtual Status insertMock(const mock::MockInfo& info) = 0;

  /// Appends to the record; it only grows. `AlreadyExists` for a number that is taken.
  [[nodiscard]] virtual Status appendEvent(const mock::MockId& id, const mock::Event& event) = 0;
  [[nodiscard]] virtual Status writeText(const mock::MockId& id, const std::string& name,
                                         const std::string& text, Instant at) = 0;
  [[nodiscard]] virtual Status writeTick(const mock::MockId& id, const std::string& point,
                                         bool ticked) = 0;
  [[nodiscard]] virtual Status writeOutcome(const mock::MockId& id,
                                            const mock::Outcome& outcome) = 0;

  /// Hides an attempt, or shows it again; its record stays.
  [[nodiscard]] virtual Status writeRemoved(const mock::MockId& id, bool removed) = 0;
};

}  // namespace phaseboard::ports
