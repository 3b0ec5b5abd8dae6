// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QPushButton>
#include <QToolButton>

#include "ui/widgets/glyphs.h"

namespace phaseboard::ui {

enum class ButtonKind { Plain, Primary, Quiet, Danger };

/// A button with words.
[[nodiscard]] QPushButton* makeButton(const QString& text, ButtonKind kind, QWidget* parent);

/// Gives a button that somebody else made, such as a button box, another look.
void setKind(QPushButton* button, ButtonKind kind);

/// Makes it the one that the window is for: it has the accent's colour, and Ctrl+Enter presses it
/// from anywhere, also where Enter begins a new line.
void makeMain(QPushButton* button);

/// A square button with a picture; its name is said by screen readers and shown as a tool tip.
class GlyphButton : public QToolButton {
  Q_OBJECT

 public:
  GlyphButton(Glyph glyph, const QString& name, QWidget* parent = nullptr);

  void setGlyph(Glyph glyph);
  /// Painted in the accent's colour.
  void setAccented(bool accented);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void dress();

  Glyph m_glyph;
  bool m_accented = false;
};

/// Lets a button with a picture grow with the text size: the picture as much as the text, the
/// button as far as the picture needs. Neither shrinks below what is given, so that both can be
/// hit.
void fitToText(QToolButton* button, int glyphPixels, int buttonPixels);

}  // namespace phaseboard::ui
