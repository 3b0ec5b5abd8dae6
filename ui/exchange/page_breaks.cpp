// SPDX-License-Identifier: Apache-2.0
#include "ui/exchange/page_breaks.h"

#include <algorithm>

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextTable>

#include "ui/widgets/rich_document.h"

namespace phaseboard::ui {
namespace {

constexpr int kWholeLines = 9;     // a paragraph of so many lines is not parted
constexpr int kFewestLines = 2;    // of one that is, so many stand together at its ends
constexpr double kCellTop = 2;     // above the words of a cell, below the line between the rows
constexpr double kCellBottom = 6;  // room and line below them

/// What stands on one page together, with its lines from top to bottom: where they are taller than
/// a page, it is parted between them.
struct Unit {
  std::vector<PageSlice> lines;
  bool isWithNext = false;

  [[nodiscard]] double top() const { return lines.front().top; }
  [[nodiscard]] double bottom() const { return lines.back().bottom; }
  void add(const Unit& next) {
    lines.insert(lines.end(), next.lines.begin(), next.lines.end());
    isWithNext = next.isWithNext;
  }
};

bool isFigure(const QTextBlock& block) {
  return block.text() == QString(QChar::ObjectReplacementCharacter);
}

bool isFormula(const QTextBlock& block) {
  return block.isValid() && isFigure(block) &&
         block.begin().fragment().charFormat().objectType() == FormulaPainter::kObjectType;
}

/// Whether what follows is announced: "The error of both is:", or "The error of both is" before a
/// formula on a line of its own.
bool isLeadIn(const QTextBlock& block) {
  return block.text().trimmed().endsWith(u':') || isFormula(block.next());
}

/// Reads a strip from its top to its end.
class UnitReader {
 public:
  explicit UnitReader(const QTextDocument& strip) : m_strip(strip) {}

  [[nodiscard]] std::vector<Unit> read() {
    for (QTextBlock block = m_strip.begin(); block.isValid();) {
      if (const QTextTable* table = QTextCursor(block).currentTable()) {
        addRows(*table);
        block = m_strip.findBlock(table->lastPosition()).next();
        // Qt lays an empty paragraph after a table over its last row.
        if (block.isValid() && block.length() == 1)
          block = block.next();
        continue;
      }
      addBlock(block);
      block = block.next();
    }
    return std::move(m_units);
  }

 private:
  [[nodiscard]] std::vector<PageSlice> linesOf(const QTextBlock& block) const {
    const double top = m_strip.documentLayout()->blockBoundingRect(block).top();
    const QTextLayout& layout = *block.layout();
    std::vector<PageSlice> lines;
    for (int at = 0; at < layout.lineCount(); ++at) {
      const QTextLine line = layout.lineAt(at);
      lines.push_back({top + line.y(), top + line.y() + line.height()});
    }
    return lines;
  }

  void addBlock(const QTextBlock& block) {
    const std::vector<PageSlice> lines = linesOf(block);
    if (lines.empty())
      return;
    if (lines.size() <= kWholeLines) {
      m_units.push_back(
          {lines, block.blockFormat().headingLevel() > 0 || isFigure(block) || isLeadIn(block)});
      return;
    }
    m_units.push_back({{lines.begin(), lines.begin() + kFewestLines}});
    for (auto line = lines.begin() + kFewestLines; line != lines.end() - kFewestLines; ++line)
      m_units.push_back({{*line}});
    m_units.push_back({{lines.end() - kFewestLines, lines.end()}, isLeadIn(block)});
  }

  void addRows(const QTextTable& table) {
    for (int row = 0; row < table.rows(); ++row) {
      std::vector<PageSlice> lines = linesOf(table, row);
      if (lines.empty())
        continue;
      lines.front().top -= kCellTop;
      lines.back().bottom += kCellBottom;
      // The titles of the columns stand with the first row.
      m_units.push_back({std::move(lines), row == 0});
    }
  }

  /// Of all cells; those that stand beside each other are one.
  [[nodiscard]] std::vector<PageSlice> linesOf(const QTextTable& table, int row) const {
    std::vector<PageSlice> all;
    for (int column = 0; column < table.columns(); ++column) {
      const QTextTableCell cell = table.cellAt(row, column);
      for (auto it = cell.begin(); !it.atEnd(); ++it)
        for (const PageSlice& line : linesOf(it.currentBlock()))
          all.push_back(line);
    }
    std::sort(all.begin(), all.end(),
              [](const PageSlice& a, const PageSlice& b) { return a.top < b.top; });
    std::vector<PageSlice> lines;
    for (const PageSlice& line : all)
      if (!lines.empty() && line.top < lines.back().bottom)
        lines.back().bottom = std::max(lines.back().bottom, line.bottom);
      else
        lines.push_back(line);
    return lines;
  }

  const QTextDocument& m_strip;
  std::vector<Unit> m_units;
};

/// Units that stand with the next one, as one with it.
std::vector<Unit> withWhatFollows(const std::vector<Unit>& units) {
  std::vector<Unit> together;
  for (const Unit& unit : units)
    if (!together.empty() && together.back().isWithNext)
      together.back().add(unit);
    else
      together.push_back(unit);
  return together;
}

/// Fills pages from the top.
class PageFiller {
 public:
  explicit PageFiller(double height) : m_height(height) {}

  void place(const Unit& unit) {
    if (unit.bottom() - unit.top() <= m_height)
      return place(PageSlice{unit.top(), unit.bottom()});
    for (const PageSlice& line : unit.lines)
      place(line);
  }
  [[nodiscard]] std::vector<PageSlice> takePages() { return std::move(m_pages); }

 private:
  void place(PageSlice piece) {
    if (m_pages.empty() || piece.bottom - m_pages.back().top > m_height) {
      if (!m_pages.empty())
        m_pages.back().bottom = std::min(m_pages.back().bottom, piece.top);
      m_pages.push_back({piece.top, piece.top});
    }
    for (; piece.bottom - piece.top > m_height; piece.top += m_height) {
      m_pages.back() = {piece.top, piece.top + m_height};
      m_pages.push_back({piece.top + m_height, piece.top + m_height});
    }
    m_pages.back().bottom = piece.bottom;
  }

  double m_height;
  std::vector<PageSlice> m_pages;
};

}  // namespace

std::vector<PageSlice> pageSlices(const QTextDocument& strip, double pageHeight) {
  PageFiller pages(pageHeight);
  for (const Unit& unit : withWhatFollows(UnitReader(strip).read()))
    pages.place(unit);
  return pages.takePages();
}

}  // namespace phaseboard::ui
