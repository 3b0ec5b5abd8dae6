// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>

#include "app/base/result.h"
#include "app/board/board_info.h"
#include "app/content/model.h"

namespace phaseboard::ui {

class Session;

/// A board for the pictures of the tour.
struct TourBoard {
  QString name;  ///< of the picture
  board::BoardId board;
};

/// Draws most of a figure from memory, and something that is not in it.
void sketchFromMemory(Session& session, const board::BoardId& board,
                      const content::Diagram& figure);

/// Draws some boards into the notebook: one to think on, a rebuild that has begun, and one that was
/// compared. Nothing for a session without boards.
[[nodiscard]] Result<std::vector<TourBoard>> drawTourBoards(Session& session);

}  // namespace phaseboard::ui
