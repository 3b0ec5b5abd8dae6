// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QString>
#include <QWidget>

#include "app/base/ids.h"
#include "app/review/plan.h"
#include "ui/charts/chart_table.h"
#include "ui/widgets/painted_control.h"

namespace phaseboard::ui {

/// Predicted recall as a table of questions and phases. Each cell says the recall of everything
/// there, how much of it was seen, and leads to it by click or Enter.
class ReadinessMatrix : public QWidget, public PaintedControl {
  Q_OBJECT

 public:
  struct Column {
    PhaseId phase;
    QString title;
  };
  struct Row {
    QuestionId question;
    QString title;
    std::vector<review::Readiness> cells;  ///< one for each column
  };

  explicit ReadinessMatrix(QWidget* parent = nullptr);

  void setRows(std::vector<Column> columns, std::vector<Row> rows);
  [[nodiscard]] ChartTable table() const;

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

  [[nodiscard]] QAccessible::Role spokenRole() const override { return QAccessible::Chart; }

 Q_SIGNALS:
  void chosen(const phaseboard::QuestionId& question, const phaseboard::PhaseId& phase);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  struct Place {
    int row = 0;
    int column = 0;
    friend bool operator==(const Place&, const Place&) = default;
  };
  /// Room for the longest title, within bounds.
  [[nodiscard]] int titleWidth() const;
  [[nodiscard]] QRectF cell(const Place& place) const;
  [[nodiscard]] std::optional<Place> placeAt(QPointF point) const;
  [[nodiscard]] QString describe(const Place& place) const;
  void paintCell(QPainter& painter, const Place& place) const;
  void mark(std::optional<Place> place);
  void choose();

  std::vector<Column> m_columns;
  std::vector<Row> m_rows;
  std::optional<Place> m_marked;
};

}  // namespace phaseboard::ui
