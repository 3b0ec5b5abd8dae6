// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/ids.h"

class QAccessibleInterface;

namespace phaseboard::ui {

class DiagramView;

/// What a screen reader learns of a figure: one child for each part, in reading order, named by its
/// title and described by its explanation and its neighbours. Hidden parts stay hidden here too.
class DiagramAccessible {
 public:
  /// Makes Qt ask us about diagram views. Further calls do nothing.
  static void install();

  /// Says that the keyboard or the pointer has chosen `part`.
  static void announce(DiagramView* view, const PartId& part);
};

}  // namespace phaseboard::ui
