// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/widgets/glyphs.h"

class QPushButton;
class QVBoxLayout;

namespace phaseboard::ui {

/// What stands where nothing is yet: a picture, what this place is for, and what to do next.
class EmptyState : public QWidget {
  Q_OBJECT

 public:
  EmptyState(Glyph glyph, const QString& title, const QString& advice, QWidget* parent = nullptr);

  /// Adds the button that does the next thing; the caller connects it.
  QPushButton* addAction(const QString& text);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Glyph m_glyph;
  QVBoxLayout* m_column;
};

}  // namespace phaseboard::ui
