// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/board/element.h"

namespace phaseboard::ui {

class BoardCanvas;

/// What a screen reader learns of a board: one child for each element, in the order in which Tab
/// walks them, named by its words and described by its kind and what it is joined to.
class BoardAccessible {
 public:
  /// Makes Qt ask us about canvases. Further calls do nothing.
  static void install();

  /// Says that an element has been chosen.
  static void announce(BoardCanvas* canvas, board::ElementId element);
};

}  // namespace phaseboard::ui
