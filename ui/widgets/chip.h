// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QWidget>

#include "ui/widgets/glyphs.h"
#include "ui/widgets/look.h"
#include "ui/widgets/painted_control.h"

namespace phaseboard::ui {

/// A few words in a small round frame, in the colours of a figure role. An interactive chip can be
/// clicked and, when checkable, stays chosen.
class Chip : public QWidget, public PaintedControl {
  Q_OBJECT

 public:
  explicit Chip(const QString& text, style::Role role = style::Role::Data,
                QWidget* parent = nullptr);

  void setText(const QString& text);
  [[nodiscard]] const QString& text() const { return m_text; }
  void setGlyph(std::optional<Glyph> glyph);
  void setInteractive(bool interactive);
  void setCheckable(bool checkable);
  void setChecked(bool checked);
  [[nodiscard]] bool isChecked() const { return m_checked; }

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

  [[nodiscard]] QAccessible::Role spokenRole() const override;
  void addSpokenState(QAccessible::State& state) const override;
  [[nodiscard]] bool isPressable() const override { return m_interactive; }
  void press(int item) override;

 Q_SIGNALS:
  void clicked();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  void click();

  QString m_text;
  style::Role m_role;
  std::optional<Glyph> m_glyph;
  bool m_interactive = false;
  bool m_checkable = false;
  bool m_checked = false;
};

/// Paints a chip anywhere, e.g. in a delegate; `rect` says its place, its height is kept.
/// @return the width that it took
int paintChip(QPainter& painter, const QPoint& topLeft, const QString& text,
              const style::RoleColours& colours);

/// How large `paintChip` is for a text.
[[nodiscard]] QSize chipSize(const QString& text, bool withGlyph = false);

}  // namespace phaseboard::ui
