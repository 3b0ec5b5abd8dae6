// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

#include "ui/widgets/text_block.h"

namespace phaseboard::ui {

class Label;

/// Words of any length in a column: as high as they are, and from some height on they scroll.
/// Hidden while there are none.
class ScrolledWords : public QScrollArea {
  Q_OBJECT

 public:
  ScrolledWords(TextRole role, Tone tone, int width, int mostHeight, QWidget* parent = nullptr);

  void setWords(const QString& words);
  [[nodiscard]] Label* label() const { return m_label; }

 private:
  Label* m_label;
  int m_width;
  int m_mostHeight;
};

}  // namespace phaseboard::ui
