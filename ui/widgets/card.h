// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QWidget>

#include "ui/widgets/look.h"

class QVBoxLayout;

namespace phaseboard::ui {

/// A panel with a hairline and round corners; its contents stand in a column.
///
/// An interactive card can be hovered, focused, and activated by click, Space or Enter.
class Card : public QWidget {
  Q_OBJECT

 public:
  explicit Card(QWidget* parent = nullptr);

  [[nodiscard]] QVBoxLayout* column() const { return m_column; }

  /// Colours of a figure role instead of the plain ones, e.g. for a warning or a level.
  void setRole(std::optional<style::Role> role);
  /// No panel is painted until the pointer is over it.
  void setFlat(bool flat);
  void setInteractive(bool interactive);
  /// Drawn with the accent's border, e.g. the chosen one of several.
  void setChosen(bool chosen);
  [[nodiscard]] bool isChosen() const { return m_chosen; }

 Q_SIGNALS:
  void activated();
  void hovered(bool over);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  QVBoxLayout* m_column;
  std::optional<style::Role> m_role;
  bool m_flat = false;
  bool m_interactive = false;
  bool m_chosen = false;
  bool m_over = false;
  bool m_held = false;
};

}  // namespace phaseboard::ui
