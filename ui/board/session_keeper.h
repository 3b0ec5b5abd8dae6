// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "app/board/board_info.h"
#include "app/ops/board_operations.h"
#include "ui/board/board_keeper.h"
#include "ui/bridge/session.h"

namespace phaseboard::ui {

/// Keeps the strokes of one board in the notebook, one transaction for each.
class SessionKeeper : public BoardKeeper {
 public:
  /// The session outlives it.
  SessionKeeper(Session& session, board::BoardId board)
      : m_session(session), m_board(std::move(board)) {}

  [[nodiscard]] Status keep(const board::Entry& entry) override {
    const auto kept = m_session.runOnBoards(
        [&](ops::BoardOperations& boards) { return boards.drawOnBoard(m_board, entry); });
    return kept ? Status{} : Status(passOn(kept));
  }

 private:
  Session& m_session;
  board::BoardId m_board;
};

}  // namespace phaseboard::ui
