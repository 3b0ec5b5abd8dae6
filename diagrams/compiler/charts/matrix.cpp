// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/matrix.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace phaseboard::compiler {
namespace {

using chart::kMargin;

constexpr double kCellPadding = 18;
constexpr double kLeastCell = 176;
constexpr double kCellHeight = 104;
constexpr double kCellGap = 8;
constexpr double kHeatHeight = 38;
constexpr double kHeatGap = 3;
constexpr double kHeaderLine = 26;
constexpr double kTurnedRoom = 30;
constexpr double kLabelGap = 18;
constexpr double kCardsGap = 44;
constexpr double kCardHeight = 64;
constexpr double kCardSpace = 12;
constexpr double kValueGap = 28;
constexpr int kHeatSteps = 6;

class MatrixDrawing {
 public:
  MatrixDrawing(const Matrix& matrix, ChartCanvas& canvas) : m_matrix(matrix), m_canvas(canvas) {}

  void draw() {
    measure();
    const double rows = static_cast<double>(m_rows.size());
    const double cards = static_cast<double>(m_matrix.cards.size());
    const double gridBottom = m_top + rows * m_cellHeight + (rows - 1) * m_gap;
    const double cardsHeight = cards * kCardHeight + std::max(0.0, cards - 1) * kCardSpace;
    const double right = m_gridRight + (cards > 0 ? kCardsGap + m_cardWidth : 0);
    const double below = m_matrix.heat ? kHeaderLine + 14 : 0;
    m_canvas.begin(right + kMargin, std::max(gridBottom + below, m_top + cardsHeight) + kMargin);
    drawTitles(gridBottom);
    for (const Matrix::Cell& cell : m_matrix.cells)
      drawCell(cell);
    for (std::size_t row = 0; row < m_matrix.heatRows.size(); ++row)
      drawHeatRow(m_matrix.heatRows[row], row);
    if (m_matrix.heat)
      drawScale(*m_matrix.heat, gridBottom + 26);
    double y = m_top + std::max(0.0, (gridBottom - m_top - cardsHeight) / 2);
    for (const Matrix::Card& card : m_matrix.cards) {
      drawCard(card, QRectF(m_gridRight + kCardsGap, y, m_cardWidth, kCardHeight));
      y += kCardHeight + kCardSpace;
    }
  }

 private:
  void measure() {
    m_rows = m_matrix.rows;
    for (const Matrix::HeatRow& row : m_matrix.heatRows)
      m_rows.push_back(row.entry.label);
    double labels = widthOf(m_rows, "tl");
    for (const Matrix::HeatRow& row : m_matrix.heatRows)
      labels = std::max(labels, widthOf(row.entry.sub, "ts"));
    m_labelsEnd = kMargin + (m_matrix.rowTitle.empty() ? 0 : kTurnedRoom) + labels;
    m_left = m_labelsEnd + kLabelGap;
    m_top = kMargin + (m_matrix.columnTitle.empty() ? 0 : kHeaderLine) + kHeaderLine;
    m_cellHeight = m_matrix.heat ? kHeatHeight : kCellHeight;
    m_gap = m_matrix.heat ? kHeatGap : kCellGap;
    m_cellWidth = m_matrix.heat ? 46 : kLeastCell;
    if (m_matrix.heat)
      m_cellWidth = std::max(m_cellWidth, widthOf(m_matrix.columns, "tl") + 14);
    for (const Matrix::Cell& cell : m_matrix.cells)
      m_cellWidth = std::max({m_cellWidth, widthOf(cell.entry.sub, "ts") + 2 * kCellPadding,
                              widthOf(cell.entry.label, "tl") + 2 * kCellPadding,
                              widthOf(cell.value, "tn") + 2 * kCellPadding});
    for (const Matrix::HeatRow& row : m_matrix.heatRows)
      for (const double value : row.values)
        m_cellWidth = std::max(m_cellWidth, widthOf(valueText(value), "tl") + 14);
    const double columns = static_cast<double>(m_matrix.columns.size());
    m_gridRight = m_left + columns * m_cellWidth + (columns - 1) * m_gap;
    for (const Matrix::Card& card : m_matrix.cards)
      m_cardWidth = std::max({m_cardWidth,
                              widthOf(card.entry.label, "tt") + widthOf(card.value, "tn") +
                                  kValueGap + 2 * chart::kPadding,
                              widthOf(card.entry.sub, "ts") + widthOf(card.value, "tn") +
                                  kValueGap + 2 * chart::kPadding});
  }

  /// With as many decimals as the most exact value of the map.
  [[nodiscard]] std::string valueText(double value) const {
    int decimals = 0;
    for (const Matrix::HeatRow& row : m_matrix.heatRows)
      for (const double each : row.values) {
        const std::string text = svgNumber(each);
        const std::size_t point = text.find('.');
        if (point != std::string::npos)
          decimals = std::max(decimals, static_cast<int>(text.size() - point - 1));
      }
    return QString::number(value, 'f', decimals).toStdString();
  }

  [[nodiscard]] QRectF box(std::size_t row, std::size_t column) const {
    return {m_left + static_cast<double>(column) * (m_cellWidth + m_gap),
            m_top + static_cast<double>(row) * (m_cellHeight + m_gap), m_cellWidth, m_cellHeight};
  }

  void drawTitles(double gridBottom) {
    m_canvas.svg().openGroup("axes");
    const double middle = (m_left + m_gridRight) / 2;
    m_canvas.text("tt", QPointF(middle, kMargin + 10), m_matrix.columnTitle, Align::Centre);
    for (std::size_t i = 0; i < m_matrix.columns.size(); ++i)
      m_canvas.text("tl", QPointF(box(0, i).center().x(), m_top - 12), m_matrix.columns[i],
                    Align::Centre);
    if (!m_matrix.rowTitle.empty())
      m_canvas.turnedText("tt", QPointF(kMargin + 6, (m_top + gridBottom) / 2), m_matrix.rowTitle);
    for (std::size_t i = 0; i < m_matrix.rows.size(); ++i)
      m_canvas.block("tl", QPointF(m_labelsEnd, box(i, 0).center().y()), {m_matrix.rows[i]}, 0,
                     Align::Right);
    m_canvas.svg().closeGroup();
    for (const std::string& label : m_matrix.columns)
      if (widthOf(label, "tl") > m_cellWidth)
        m_canvas.problems().add(1, "the column \"" + label + "\" is wider than its cells");
  }

  void drawCell(const Matrix::Cell& cell) {
    const QRectF area =
        box(static_cast<std::size_t>(cell.row - 1), static_cast<std::size_t>(cell.column - 1));
    const double x = area.center().x();
    m_canvas.openNode(cell.entry);
    m_canvas.card(area, "cap");
    double y = area.center().y() - (cell.entry.sub.empty() ? 4 : 12);
    if (!cell.value.empty())
      m_canvas.text("tn", QPointF(x, y), cell.value, Align::Centre);
    y += cell.value.empty() ? 6 : 22;
    m_canvas.text("tl ink", QPointF(x, y), cell.entry.label, Align::Centre);
    if (!cell.entry.sub.empty())
      m_canvas.text("ts", QPointF(x, y + 17), cell.entry.sub, Align::Centre);
    m_canvas.close();
    m_canvas.claim(cell.entry, area);
  }

  void drawHeatRow(const Matrix::HeatRow& row, std::size_t index) {
    const double y = box(index, 0).center().y();
    m_canvas.openNode(row.entry, "heat");
    m_canvas.block("tl", QPointF(m_labelsEnd, y - (row.entry.sub.empty() ? 0 : 7)),
                   {row.entry.label}, 0, Align::Right);
    if (!row.entry.sub.empty())
      m_canvas.block("ts", QPointF(m_labelsEnd, y + 8), {row.entry.sub}, 0, Align::Right);
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      const QRectF area = box(index, i);
      const int step = heatStep(row.values[i]);
      m_canvas.svg().rect("heat" + std::to_string(step), area, 7);
      m_canvas.block(step == kHeatSteps ? "tl onsolid" : "tl", area.center(),
                     {valueText(row.values[i])}, 0, Align::Centre);
    }
    m_canvas.close();
    m_canvas.claim(row.entry,
                   QRectF(box(index, 0).topLeft(), QPointF(m_gridRight, box(index, 0).bottom())));
  }

  [[nodiscard]] int heatStep(double value) const {
    const double share = (value - m_matrix.heat->min) / (m_matrix.heat->max - m_matrix.heat->min);
    return std::clamp(static_cast<int>(std::floor(share * kHeatSteps)) + 1, 1, kHeatSteps);
  }

  void drawScale(const Matrix::Heat& heat, double y) {
    constexpr double kSwatch = 26;
    const std::string unit = heat.unit.empty() ? "" : " " + heat.unit;
    const std::string most = svgNumber(heat.max) + unit;
    double x = m_gridRight - widthOf(most, "tx");
    SvgWriter& svg = m_canvas.svg();
    svg.openGroup("legend " + m_matrix.heatRows.front().entry.className);
    m_canvas.block("tx", QPointF(x, y), {most}, 0);
    x -= 8 + kHeatSteps * kSwatch;
    for (int step = 1; step <= kHeatSteps; ++step)
      svg.rect("heat" + std::to_string(step), QRectF(x + (step - 1) * kSwatch, y - 6, kSwatch, 12));
    m_canvas.block("tx", QPointF(x - 8, y), {svgNumber(heat.min) + unit}, 0, Align::Right);
    svg.closeGroup();
  }

  void drawCard(const Matrix::Card& card, const QRectF& area) {
    m_canvas.openNode(card.entry);
    m_canvas.card(area);
    const bool single = card.entry.sub.empty();
    const double x = area.left() + chart::kPadding;
    m_canvas.block("tt", QPointF(x, area.center().y() - (single ? 0 : 10)), {card.entry.label}, 0);
    if (!single)
      m_canvas.block("ts", QPointF(x, area.center().y() + 11), {card.entry.sub}, 0);
    m_canvas.block("tn ink", QPointF(area.right() - chart::kPadding, area.center().y()),
                   {card.value}, 0, Align::Right);
    m_canvas.close();
    m_canvas.claim(card.entry, area);
  }

  const Matrix& m_matrix;
  ChartCanvas& m_canvas;
  std::vector<std::string> m_rows;
  double m_labelsEnd = 0;
  double m_left = 0;
  double m_top = 0;
  double m_cellWidth = 0;
  double m_cellHeight = 0;
  double m_gap = 0;
  double m_gridRight = 0;
  double m_cardWidth = 260;
};

}  // namespace

void drawMatrix(const Matrix& matrix, ChartCanvas& canvas) {
  MatrixDrawing(matrix, canvas).draw();
}

}  // namespace phaseboard::compiler
