// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/base/result.h"
#include "app/board/board_info.h"
#include "app/board/history.h"

namespace phaseboard::ports {

/// The boards of a notebook, and their logs. Changes go through `ops::BoardOperations` only.
///
/// Writers work inside a unit of work of the notebook (`NotebookStore::begin`) and fail with
/// `Internal` outside. One thread.
class BoardStore {
 public:
  virtual ~BoardStore() = default;

  /// All boards that were not thrown away, the one drawn on last first.
  [[nodiscard]] virtual Result<std::vector<board::BoardInfo>> boards() const = 0;

  /// Nothing for an id that is unknown, or of a board that was thrown away.
  [[nodiscard]] virtual Result<std::optional<board::BoardInfo>> board(
      const board::BoardId& id) const = 0;

  /// The whole log of a board, in order.
  [[nodiscard]] virtual Result<std::vector<board::Entry>> entries(
      const board::BoardId& id) const = 0;
  [[nodiscard]] virtual Result<std::int64_t> entryCount(const board::BoardId& id) const = 0;

  /// The board is hidden until `writeRemoved(id, false)`.
  [[nodiscard]] virtual Status insertBoard(const board::BoardInfo& info) = 0;

  /// Appends to the log; it only grows. `AlreadyExists` for a number that is taken.
  [[nodiscard]] virtual Status appendEntry(const board::BoardId& id, const board::Entry& entry) = 0;
  [[nodiscard]] virtual Status writeTitle(const board::BoardId& id, const std::string& title) = 0;

  /// Hides a board, or shows it again; its log stays.
  [[nodiscard]] virtual Status writeRemoved(const board::BoardId& id, bool removed) = 0;
  [[nodiscard]] virtual Status writeOutcome(const board::BoardId& id,
                                            const board::Outcome& outcome) = 0;
};

}  // namespace phaseboard::ports
