// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "app/content/model.h"
#include "ui/widgets/rich_document.h"

class QVBoxLayout;

namespace phaseboard::ui {

class Label;

/// The key points of a phase, to be ticked against what was said or written.
class TickList : public QWidget {
  Q_OBJECT

 public:
  explicit TickList(FormulaSource formulas, QWidget* parent = nullptr);

  /// Shows these, none of them ticked.
  void setPoints(const std::vector<content::KeyPoint>& points);

  [[nodiscard]] std::vector<ItemId> ticked() const;
  [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

  /// Gives the first box the focus.
  void start();

 Q_SIGNALS:
  void tickChanged();

 private:
  class Row;
  /// Arrows go from box to box and stop at the ends; Qt would go on to what follows the list.
  bool eventFilter(QObject* watched, QEvent* event) override;
  void updateCount();

  FormulaSource m_formulas;
  QVBoxLayout* m_column;
  Label* m_count;
  std::vector<Row*> m_rows;
};

}  // namespace phaseboard::ui
