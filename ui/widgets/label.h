// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

#include "ui/widgets/text_block.h"

namespace phaseboard::ui {

/// One style of plain text that follows the theme and the text size. Shortened with "…" at its end
/// when `setElided` and too long; the whole text is then its tool tip.
class Label : public QLabel {
  Q_OBJECT

 public:
  Label(const QString& text, TextRole role, Tone tone = Tone::Normal, QWidget* parent = nullptr);

  void setTone(Tone tone);
  void setElided(bool elided);

  /// Whether it heads what follows it, and is no figure that stands out by its size.
  [[nodiscard]] bool isHeading() const;

  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void dress();

  TextRole m_role;
  Tone m_tone;
  bool m_elided = false;
  bool m_dressing = false;
};

}  // namespace phaseboard::ui
