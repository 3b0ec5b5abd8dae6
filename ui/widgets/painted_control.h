// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QAccessible>
#include <QRect>
#include <QString>

namespace phaseboard::ui {

/// One of the things that a painted control offers: a tab, an entry, a link in a text.
struct PaintedItem {
  QString name;
  QRect box;  ///< widget pixels
};

/// What a screen reader is told about a widget that paints itself: Qt knows only that it is there.
///
/// A widget derives from this beside QWidget (cards and texts are spoken for from outside); its
/// accessible name is its name, else the words of the labels inside it. Its items become children,
/// of which one may be the current one.
class PaintedControl {
 public:
  virtual ~PaintedControl() = default;

  [[nodiscard]] virtual QAccessible::Role spokenRole() const = 0;
  /// Adds to what Qt says of any widget, e.g. that it is checked.
  virtual void addSpokenState(QAccessible::State& /*state*/) const {}

  [[nodiscard]] virtual std::vector<PaintedItem> spokenItems() const { return {}; }
  [[nodiscard]] virtual QAccessible::Role spokenItemRole() const { return QAccessible::ListItem; }
  [[nodiscard]] virtual int spokenCurrent() const { return -1; }

  /// Whether it, or each of its items, can be pressed; then `press` does it (-1: the control).
  [[nodiscard]] virtual bool isPressable() const { return false; }
  virtual void press(int /*item*/) {}

  /// Makes Qt ask us about such widgets. Further calls do nothing.
  static void install();

 protected:
  PaintedControl() = default;
  PaintedControl(const PaintedControl&) = default;
  PaintedControl& operator=(const PaintedControl&) = default;
};

/// Tells a screen reader that the control's current item is another one now, if it has the focus.
void announceCurrent(QWidget* control);

/// Tells a screen reader that the control was checked, or is no longer.
void announceChecked(QWidget* control);

/// Tells a screen reader that the control became the chosen one of several, or is no longer.
void announceChosen(QWidget* control);

/// Tells a screen reader that the control was unfolded, or folded.
void announceExpanded(QWidget* control);

}  // namespace phaseboard::ui
