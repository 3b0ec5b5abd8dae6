// SPDX-License-Identifier: Apache-2.0
#include "ui/exchange/page_breaks.h"

#include <algorithm>
#include <cmath>

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

namespace phaseboard::ui {
namespace {

constexpr double kHeadOfText = 56;  // of what follows a heading, this much stands with it

struct Span {
  double top = 0;
  double bottom = 0;
};

class PageBreaks {
 public:
  explicit PageBreaks(QTextDocument& document)
      : m_document(document), m_page(document.pageSize().height()) {}

  /// Returns how many breaks were made.
  int make() {
    for (QTextBlock block = m_document.begin(); block.isValid();) {
      if (QTextTable* table = QTextCursor(block).currentTable()) {
        for (int row = 0; row < table->rows(); ++row)
          keepRow(*table, row);
        block = m_document.findBlock(table->lastPosition()).next();
        continue;
      }
      keepBlock(block);
      block = block.next();
    }
    return m_made;
  }

 private:
  [[nodiscard]] Span spanOf(const QTextBlock& block) const {
    const QRectF box = m_document.documentLayout()->blockBoundingRect(block);
    return {box.top(), box.bottom()};
  }

  [[nodiscard]] Span spanOf(const QTextTable& table, int row) const {
    Span span{1e9, 0};
    for (int column = 0; column < table.columns(); ++column) {
      const QTextTableCell cell = table.cellAt(row, column);
      for (auto it = cell.begin(); !it.atEnd(); ++it) {
        const Span one = spanOf(it.currentBlock());
        span.top = std::min(span.top, one.top);
        span.bottom = std::max(span.bottom, one.bottom);
      }
    }
    return span;
  }

  [[nodiscard]] bool isTorn(const Span& span) const {
    return std::floor(span.top / m_page) != std::floor((span.bottom - 1) / m_page) &&
           span.bottom - span.top < m_page;
  }

  static bool isFigure(const QTextBlock& block) {
    return block.text() == QString(QChar::ObjectReplacementCharacter);
  }

  /// Up to where the block must stand together with what follows it.
  [[nodiscard]] double bottomOfUnit(const QTextBlock& block) const {
    const QTextBlock next = block.next();
    const Span own = spanOf(block);
    if (!next.isValid())
      return own.bottom;
    if (isFigure(block))
      return spanOf(next).bottom;
    if (block.blockFormat().headingLevel() == 0)
      return own.top;  // text may go on on the next page
    if (QTextTable* table = QTextCursor(next).currentTable())
      return spanOf(*table, std::min(1, table->rows() - 1)).bottom;
    if (next.blockFormat().headingLevel() > 0 || isFigure(next))
      return bottomOfUnit(next);
    return std::min(spanOf(next).bottom, spanOf(next).top + kHeadOfText);
  }

  void keepBlock(const QTextBlock& block) {
    if (!isTorn({spanOf(block).top, bottomOfUnit(block)}))
      return;
    QTextCursor cursor(block);
    QTextBlockFormat format = block.blockFormat();
    format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    cursor.setBlockFormat(format);
    ++m_made;
  }

  /// A row cannot begin a page by itself: room above its words moves them there.
  void keepRow(QTextTable& table, int row) {
    const Span span = spanOf(table, row);
    if (!isTorn(span))
      return;
    const double room = m_page - std::fmod(span.top, m_page);
    for (int column = 0; column < table.columns(); ++column) {
      QTextTableCell cell = table.cellAt(row, column);
      QTextTableCellFormat format = cell.format().toTableCellFormat();
      format.setTopPadding(format.topPadding() + room);
      cell.setFormat(format);
    }
    ++m_made;
  }

  QTextDocument& m_document;
  double m_page;
  int m_made = 0;
};

/// What was laid out piece by piece is not in every place where a whole layout puts it.
void layOutAfresh(QTextDocument& document) {
  const QSizeF page = document.pageSize();
  document.setPageSize(QSizeF());
  document.setPageSize(page);
}

}  // namespace

void keepTogether(QTextDocument& document) {
  constexpr int kMostPasses = 6;
  for (int pass = 0; pass < kMostPasses; ++pass) {
    const int made = PageBreaks(document).make();
    layOutAfresh(document);
    if (made == 0)
      return;
  }
}

}  // namespace phaseboard::ui
