// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>

#include <QWidget>

#include "app/base/study_day.h"
#include "ui/charts/chart_table.h"
#include "ui/widgets/painted_control.h"

namespace phaseboard::ui {

/// What was done on one study day.
struct DayActivity {
  int answers = 0;
  Millis time{0};
};

/// A year of review as weeks side by side, Monday on top, the last week at the right. As many weeks
/// as fit are shown. Hovering or the arrow keys tell the day under the mark.
class HeatMap : public QWidget, public PaintedControl {
  Q_OBJECT

 public:
  explicit HeatMap(QWidget* parent = nullptr);

  /// Days without an entry had no answers; days after `today` are not drawn.
  void setDays(std::map<StudyDay, DayActivity> days, StudyDay today);

  /// "Monday, 2 March 2026: 31 answers in 12 min".
  [[nodiscard]] QString describe(StudyDay day) const;
  [[nodiscard]] ChartTable table() const;

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

  [[nodiscard]] QAccessible::Role spokenRole() const override { return QAccessible::Chart; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  [[nodiscard]] int weeksShown() const;
  [[nodiscard]] StudyDay firstDay() const;
  [[nodiscard]] QRectF cell(StudyDay day) const;
  [[nodiscard]] std::optional<StudyDay> dayAt(QPointF point) const;
  [[nodiscard]] QColor fill(int answers) const;
  void paintLabels(QPainter& painter) const;
  void paintLegend(QPainter& painter) const;
  void mark(std::optional<StudyDay> day);

  std::map<StudyDay, DayActivity> m_days;
  StudyDay m_today;
  std::optional<StudyDay> m_marked;
  int m_most = 0;
};

}  // namespace phaseboard::ui
