// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "ui/charts/chart_table.h"
#include "ui/widgets/card.h"

class QHBoxLayout;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace phaseboard::ui {

class GlyphButton;
class Label;

/// A card with a heading, a chart, and the table behind the chart: the button in its head shows one
/// or the other, Ctrl+C copies the table.
class ChartPanel : public Card {
  Q_OBJECT

 public:
  /// @param table  tells the numbers that `chart` shows at the moment
  ChartPanel(const QString& heading, QWidget* chart, std::function<ChartTable()> table,
             QWidget* parent = nullptr);

  void setHeading(const QString& text);
  /// Puts something into the head, before the button.
  void addToHead(QWidget* widget);
  /// A muted line under the heading; empty for none.
  void setCaption(const QString& text);

  void showTable(bool shown);
  [[nodiscard]] bool isTableShown() const;
  /// To be called when the chart shows something else.
  void refreshTable();
  void copyTable() const;

 private:
  std::function<ChartTable()> m_table;
  QHBoxLayout* m_head;
  Label* m_heading;
  Label* m_caption;
  GlyphButton* m_switch;
  QPushButton* m_copy;
  QStackedWidget* m_stack;
  QTableWidget* m_cells;
};

}  // namespace phaseboard::ui
