// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include <QColor>
#include <QSizeF>
#include <QString>

#include "app/exchange/progress.h"
#include "app/exchange/question_markdown.h"
#include "app/ports/exchange.h"
#include "ui/exchange/page_breaks.h"
#include "ui/widgets/rich_document.h"

class QPainter;

namespace phaseboard::ui {

/// One question typeset on pages: text, formulas and tables, and figures as vectors. Dark on white.
///
/// Made and painted on one thread, whichever it is.
class SheetDocument {
 public:
  /// @param page  in pixels, 96 to the inch
  /// @return `NotFound` for an unknown question
  [[nodiscard]] static Result<std::unique_ptr<SheetDocument>> read(
      const ports::Reading& reading, const QuestionId& question, const QSizeF& page,
      const exchange::Progress& progress);

  [[nodiscard]] QString title() const { return m_title; }
  [[nodiscard]] QColor muted() const { return m_muted; }
  [[nodiscard]] int pages() const { return static_cast<int>(m_pages.size()); }
  [[nodiscard]] const QTextDocument& document() const { return m_document; }

  /// With its top left corner at the origin. Of a long paragraph that goes on on the next page Qt
  /// paints a line on both, on one of them outside of what is clipped.
  void paintPage(QPainter& painter, int page);

 private:
  SheetDocument(const ports::Reading& reading, const QSizeF& page);
  void setText(const exchange::QuestionPaper& paper);
  [[nodiscard]] Status placeFigures(const exchange::Progress& progress);
  void widenTables();
  void dressHeadings();

  const ports::Reading& m_reading;
  QSizeF m_page;
  RichDocument m_document;  ///< one strip
  std::vector<PageSlice> m_pages;
  QString m_title;
  QColor m_ink;
  QColor m_muted;
  std::vector<DiagramId> m_ids;
};

}  // namespace phaseboard::ui
