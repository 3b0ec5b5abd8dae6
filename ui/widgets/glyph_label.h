// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/widgets/glyphs.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {

/// A picture that only decorates.
class GlyphLabel : public QWidget {
  Q_OBJECT

 public:
  /// `pixels` is its side at 100 %.
  GlyphLabel(Glyph glyph, Tone tone, int pixels, QWidget* parent = nullptr);
  void setGlyph(Glyph glyph);
  void setTone(Tone tone);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Glyph m_glyph;
  Tone m_tone;
  int m_pixels;
};

/// A hairline across its width.
class Rule : public QWidget {
  Q_OBJECT

 public:
  explicit Rule(QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace phaseboard::ui
