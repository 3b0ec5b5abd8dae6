// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

#include "app/ops/mock_report.h"

namespace phaseboard::ui {

class DiagramView;
class Label;

/// The reference figure with what the board lacks, turns round or has besides drawn over it, and
/// the same in words.
class BoardComparison : public QWidget {
  Q_OBJECT

 public:
  explicit BoardComparison(QWidget* parent = nullptr);

  void show(const ops::BoardReport& report);

 private:
  void paintOver(const ops::BoardReport& report);

  DiagramView* m_view;
  Label* m_words;
};

/// What is missing, turned round or extra, a line for each kind; empty when nothing is.
[[nodiscard]] QStringList comparisonLines(const ops::BoardReport& report);

}  // namespace phaseboard::ui
