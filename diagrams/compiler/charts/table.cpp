// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/table.h"

#include <algorithm>
#include <cstddef>

namespace phaseboard::compiler {
namespace {

using chart::kMargin;

constexpr double kPadding = 16;
constexpr double kWrap = 190;
constexpr double kTitleWrap = 170;
constexpr double kLeastColumn = 132;
constexpr double kHeaderHeight = 54;
constexpr double kLeastRow = 58;
constexpr double kRowPadding = 15;
constexpr double kLine = 16;
constexpr double kMark = 16;  // diameter
constexpr double kMarkGap = 8;
constexpr double kChipHeight = 20;
constexpr double kChipGap = 7;
constexpr double kTextGap = 10;

struct CellLayout {
  std::vector<std::string> lines;
  double width = 0;
  double height = 0;
};

class TableDrawing {
 public:
  TableDrawing(const Table& table, ChartCanvas& canvas) : m_table(table), m_canvas(canvas) {}

  void draw() {
    measure();
    m_canvas.begin(m_lefts.back() + kMargin, m_tops.back() + kMargin);
    const QRectF all(QPointF(kMargin, kMargin), QPointF(m_lefts.back(), m_tops.back()));
    drawFrame(all);
    for (std::size_t i = 0; i < m_table.columns.size(); ++i)
      drawColumn(i);
    for (std::size_t i = 0; i < m_table.rows.size(); ++i)
      drawRow(i);
  }

 private:
  void measure() {
    double titles = widthOf(m_table.corner, "th");
    for (const Table::Row& row : m_table.rows) {
      m_titles.push_back(style::wrapBalanced(row.entry.label, style::textStyle("tt"), kTitleWrap));
      m_subs.push_back(style::wrapBalanced(row.entry.sub, style::textStyle("ts"), kTitleWrap));
      titles =
          std::max(titles, std::max(widthOf(m_titles.back(), "tt"), widthOf(m_subs.back(), "ts")) +
                               indentOf(row));
    }
    m_lefts = {kMargin, kMargin + titles + 2 * kPadding};
    m_cells.resize(m_table.rows.size());
    for (std::size_t column = 0; column < m_table.columns.size(); ++column) {
      const Entry& head = m_table.columns[column].entry;
      double width = std::max({kLeastColumn, widthOf(head.label, "th") + 2 * kPadding,
                               widthOf(head.sub, "ts") + 2 * kPadding});
      for (std::size_t row = 0; row < m_table.rows.size(); ++row) {
        m_cells[row].push_back(layout(m_table.rows[row].cells[column]));
        width = std::max(width, m_cells[row].back().width + 2 * kPadding);
      }
      m_lefts.push_back(m_lefts.back() + width);
    }
    m_tops = {kMargin, kMargin + kHeaderHeight};
    for (std::size_t row = 0; row < m_table.rows.size(); ++row) {
      double height = std::max(kLeastRow, titleHeight(row) + 2 * kRowPadding);
      for (const CellLayout& cell : m_cells[row])
        height = std::max(height, cell.height + 2 * kRowPadding);
      m_tops.push_back(m_tops.back() + height);
    }
  }

  [[nodiscard]] static double indentOf(const Table::Row& row) {
    return row.entry.icon.empty() ? 0 : chart::kTile + kTextGap;
  }

  [[nodiscard]] double titleHeight(std::size_t row) const {
    return static_cast<double>(m_titles[row].size()) * chart::kTitleLine +
           static_cast<double>(m_subs[row].size()) * chart::kSubLine;
  }

  [[nodiscard]] CellLayout layout(const Table::Cell& cell) const {
    CellLayout out;
    const double indent = cell.mark.empty() ? 0 : kMark + kMarkGap;
    out.lines = style::wrapBalanced(cell.text, style::textStyle("tl"), kWrap - indent);
    const double text = widthOf(out.lines, "tl");
    if (text > kWrap - indent + 1)
      m_canvas.problems().add(cell.line, "\"" + cell.text + "\" has a word wider than its cell");
    out.width = indent + text;
    out.height =
        std::max(static_cast<double>(out.lines.size()) * kLine, cell.mark.empty() ? 0 : kMark);
    if (!cell.chip.empty()) {
      out.width =
          std::max(out.width, widthOf(cell.chip, "tc") + 20 + (out.lines.empty() ? indent : 0));
      out.height = out.lines.empty() ? std::max(out.height, kChipHeight)
                                     : out.height + kChipGap + kChipHeight;
    }
    return out;
  }

  void drawFrame(const QRectF& all) {
    SvgWriter& svg = m_canvas.svg();
    svg.openGroup("frame");
    m_canvas.card(all);
    svg.path("stripe",
             PathData()
                 .move({all.left() + 1, m_tops[1]})
                 .line({all.left() + 1, all.top() + 12})
                 .quad({all.left() + 1, all.top() + 1}, {all.left() + 12, all.top() + 1})
                 .line({all.right() - 12, all.top() + 1})
                 .quad({all.right() - 1, all.top() + 1}, {all.right() - 1, all.top() + 12})
                 .line({all.right() - 1, m_tops[1]})
                 .close());
    m_canvas.block("th muted", QPointF(all.left() + kPadding, (m_tops[0] + m_tops[1]) / 2),
                   {m_table.corner}, 0);
    svg.closeGroup();
  }

  void drawColumn(std::size_t index) {
    const Table::Column& column = m_table.columns[index];
    const double left = m_lefts[index + 1];
    const double right = m_lefts[index + 2];
    m_canvas.openNode(column.entry, "column");
    if (column.isChosen)
      m_canvas.svg().rect(
          "body", QRectF(left, m_tops[0] - 5, right - left, m_tops.back() - m_tops[0] + 10), 9);
    const bool single = column.entry.sub.empty();
    const double middle = (m_tops[0] + m_tops[1]) / 2;
    m_canvas.block(column.isChosen ? "th ink" : "th",
                   QPointF(left + kPadding, middle - (single ? 0 : 9)), {column.entry.label}, 0);
    if (!single)
      m_canvas.block("ts", QPointF(left + kPadding, middle + 10), {column.entry.sub}, 0);
    m_canvas.close();
    m_canvas.claim(column.entry, QRectF(left, m_tops[0], right - left, kHeaderHeight));
  }

  void drawRow(std::size_t index) {
    const Table::Row& row = m_table.rows[index];
    const double top = m_tops[index + 1];
    const double bottom = m_tops[index + 2];
    const double middle = (top + bottom) / 2;
    m_canvas.openMixedNode(row.entry, "row");
    m_canvas.svg().openGroup(row.entry.className);
    if (row.isChosen)
      m_canvas.svg().rect(
          "body",
          QRectF(m_lefts[0] - 5, top + 1, m_lefts.back() - m_lefts[0] + 10, bottom - top - 2), 9);
    m_canvas.svg().path("gridl",
                        PathData().move({m_lefts.front(), top}).line({m_lefts.back(), top}));
    double x = m_lefts[0] + kPadding;
    if (!row.entry.icon.empty())
      m_canvas.tile(row.entry.icon, QPointF(x, middle - chart::kTile / 2));
    m_canvas.svg().closeGroup();
    x += indentOf(row);
    double y = middle - titleHeight(index) / 2;
    m_canvas.block("tt", QPointF(x, y + half(m_titles[index], chart::kTitleLine)), m_titles[index],
                   chart::kTitleLine);
    y += static_cast<double>(m_titles[index].size()) * chart::kTitleLine;
    m_canvas.block("ts", QPointF(x, y + half(m_subs[index], chart::kSubLine)), m_subs[index],
                   chart::kSubLine);
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      drawCell(row.cells[i], m_cells[index][i], QPointF(m_lefts[i + 1] + kPadding, middle));
    m_canvas.close();
    m_canvas.claim(row.entry, QRectF(m_lefts[0], top, m_lefts.back() - m_lefts[0], bottom - top));
  }

  [[nodiscard]] static double half(const std::vector<std::string>& lines, double step) {
    return static_cast<double>(lines.size()) * step / 2;
  }

  void drawCell(const Table::Cell& cell, const CellLayout& layout, QPointF leftMiddle) {
    double x = leftMiddle.x();
    const double top = leftMiddle.y() - layout.height / 2;
    const double firstLine =
        layout.lines.empty() ? leftMiddle.y() : top + std::max(kLine, kMark) / 2;
    if (!cell.mark.empty()) {
      drawMark(cell.mark, QPointF(x + kMark / 2, firstLine));
      x += kMark + kMarkGap;
    }
    const double textHeight = static_cast<double>(layout.lines.size()) * kLine;
    m_canvas.block("tl", QPointF(x, firstLine - kLine / 2 + textHeight / 2), layout.lines, kLine);
    if (cell.chip.empty())
      return;
    const double width = widthOf(cell.chip, "tc") + 20;
    const QRectF chip(
        x,
        layout.lines.empty() ? leftMiddle.y() - kChipHeight / 2 : top + layout.height - kChipHeight,
        width, kChipHeight);
    m_canvas.svg().openGroup(cell.chipClass);
    m_canvas.svg().rect("cap", chip, kChipHeight / 2);
    m_canvas.block("tc ink", chip.center(), {cell.chip}, 0, Align::Centre);
    m_canvas.svg().closeGroup();
  }

  /// A disc that says yes, no or partly by shape as well as by colour.
  void drawMark(const std::string& mark, QPointF middle) {
    const bool yes = mark == "yes";
    const bool no = mark == "no";
    m_canvas.svg().openGroup(yes ? "metric" : no ? "policy" : "store");
    m_canvas.svg().circle("solid", middle, kMark / 2);
    m_canvas.icon(yes ? "check" : no ? "x" : "minus", middle, 10.5, true);
    m_canvas.svg().closeGroup();
  }

  const Table& m_table;
  ChartCanvas& m_canvas;
  std::vector<std::vector<std::string>> m_titles;
  std::vector<std::vector<std::string>> m_subs;
  std::vector<std::vector<CellLayout>> m_cells;
  std::vector<double> m_lefts;  ///< of the titles, of each column, and the right end
  std::vector<double> m_tops;   ///< of the header, of each row, and the bottom
};

}  // namespace

void drawTable(const Table& table, ChartCanvas& canvas) {
  TableDrawing(table, canvas).draw();
}

}  // namespace phaseboard::compiler
