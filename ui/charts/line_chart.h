// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include <QPointF>
#include <QString>

#include "ui/charts/marked_chart.h"

namespace phaseboard::ui {

/// What a line of a chart is drawn in; the theme says how that looks.
enum class Ink { Accent, Good, Warn, Bad, Muted };

[[nodiscard]] QColor inkColour(const QWidget* widget, Ink ink);

/// One line of a `LineChart`.
struct ChartLine {
  QString name;  ///< in the legend; empty for none
  Ink ink = Ink::Accent;
  std::vector<QPointF> points;  ///< by ascending x
  bool dashed = false;
  bool filled = false;         ///< a tint down to the axis
  bool joined = true;          ///< otherwise only dots
  std::vector<double> dots{};  ///< radius of a dot for each point; empty for none
};

/// An axis: its ends, and where it is labelled.
struct ChartAxis {
  double low = 0;
  double high = 1;
  std::vector<std::pair<double, QString>> ticks;
};

/// A few lines over two axes. The places to point at are marks that the owner names.
class LineChart : public MarkedChart {
  Q_OBJECT

 public:
  /// A place on the x axis that can be pointed at, and what it says.
  struct Mark {
    double x = 0;
    QString words;
  };
  /// A vertical line with a word, e.g. the interview.
  struct Flag {
    double x = 0;
    QString word;
  };

  explicit LineChart(const QString& name, QWidget* parent = nullptr);

  void setAxes(ChartAxis x, ChartAxis y);
  void setLines(std::vector<ChartLine> lines);
  void setMarks(std::vector<Mark> marks);
  void setFlags(std::vector<Flag> flags);
  /// What stands in the middle while there is nothing to draw.
  void setEmptyText(const QString& text);

  [[nodiscard]] const std::vector<Mark>& marks() const { return m_marks; }

  [[nodiscard]] QString describe(int place) const override;

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  [[nodiscard]] int placeCount() const override;
  [[nodiscard]] int placeAt(QPointF point) const override;
  [[nodiscard]] QPoint tipOf(int place) const override;
  [[nodiscard]] QString describeAll() const override;

 private:
  [[nodiscard]] QRectF plot() const;
  [[nodiscard]] QPointF place(QPointF value) const;
  [[nodiscard]] bool hasLegend() const;
  void paintGrid(QPainter& painter) const;
  void paintLegend(QPainter& painter) const;
  void paintLine(QPainter& painter, const ChartLine& line) const;
  void paintFlags(QPainter& painter) const;
  void paintMark(QPainter& painter) const;

  ChartAxis m_x;
  ChartAxis m_y;
  std::vector<ChartLine> m_lines;
  std::vector<Mark> m_marks;
  std::vector<Flag> m_flags;
  QString m_emptyText;
};

/// "0 %" to "100 %" between two shares, at most about five ticks.
[[nodiscard]] ChartAxis percentAxis(double low, double high);

/// From 0 to a round number at or above `high`, with ticks at its halves.
[[nodiscard]] ChartAxis countAxis(double high, const QString& unit = {});

}  // namespace phaseboard::ui
