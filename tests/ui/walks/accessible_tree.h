// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <QAccessible>

class QWidget;

namespace phaseboard::ui {

/// What a screen reader is told of a widget and all that is in it: one line for each thing that is
/// there, and what is wrong with it.
class AccessibleTree {
 public:
  static AccessibleTree of(QWidget& root);

  /// Writes it into the folder that PHASEBOARD_DUMP names, to be read by people.
  void dump(const std::string& name) const;

  std::string text;
  std::vector<std::string> faults;
  int things = 0;

 private:
  void visit(QAccessibleInterface* item, int depth);
  void checkOrder(const QWidget& root);
  void check(QAccessibleInterface* item, const std::string& line);
};

}  // namespace phaseboard::ui
