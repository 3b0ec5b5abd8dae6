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
  DiagramView* m_view;
  Label* m_words;
};

/// "Missing: cache, ranker": a line for each kind of finding; empty when nothing differs.
[[nodiscard]] QStringList comparisonLines(const ops::BoardReport& report);

}  // namespace phaseboard::ui
