// SPDX-License-Identifier: Apache-2.0
#include "ui/exchange/study_sheet.h"

#include <memory>

#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include "ui/exchange/sheet_document.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kSheetDots = 1200;       // per inch
constexpr double kPixelsPerInch = 96;  // of the layout
constexpr double kMillimetresPerInch = 25.4;
constexpr double kMarginMillimetres = 18;
constexpr double kFooterPixels = 28;

/// Paints one question on the pages of a PDF.
class SheetWriter {
 public:
  explicit SheetWriter(const exchange::Progress& progress) : m_progress(progress) {
    m_writer = std::make_unique<QPdfWriter>(&m_buffer);
    m_writer->setCreator(u"Phaseboard"_s);
    m_writer->setResolution(kSheetDots);
    m_writer->setPageLayout(QPageLayout(
        QPageSize(QPageSize::A4), QPageLayout::Portrait,
        QMarginsF(kMarginMillimetres, kMarginMillimetres, kMarginMillimetres, kMarginMillimetres),
        QPageLayout::Millimeter));
    const QSizeF paper = m_writer->pageLayout().paintRect(QPageLayout::Millimeter).size();
    m_page = paper / kMillimetresPerInch * kPixelsPerInch;
    m_page.rheight() -= kFooterPixels;
  }

  Result<QByteArray> write(const ports::Reading& reading, const QuestionId& question) {
    PHASEBOARD_TRY_ASSIGN(const auto sheet,
                          SheetDocument::read(reading, question, m_page, m_progress));
    m_writer->setTitle(sheet->title());
    PHASEBOARD_TRY(paintPages(*sheet));
    return m_bytes;
  }

 private:
  Status paintPages(SheetDocument& sheet) {
    if (!m_buffer.open(QIODevice::WriteOnly))
      return fail(ErrorKind::Internal, "sheet", "no memory for the pages");
    QPainter painter(m_writer.get());
    const double scale = kSheetDots / kPixelsPerInch;
    painter.scale(scale, scale);
    const int pages = sheet.pages();
    for (int page = 0; page < pages; ++page) {
      if (!exchange::goesOn(m_progress, pages + page, std::int64_t{2} * pages)) {
        painter.end();
        return exchange::stopped();
      }
      if (page > 0)
        m_writer->newPage();
      sheet.paintPage(painter, page);
      paintFooter(painter, sheet, page);
    }
    if (!painter.end())
      return fail(ErrorKind::Internal, "sheet", "the pages were not finished");
    return {};
  }

  void paintFooter(QPainter& painter, const SheetDocument& sheet, int page) const {
    painter.setFont(typeFont(TextRole::Caption));
    painter.setPen(sheet.muted());
    const QRectF footer(0, m_page.height(), m_page.width(), kFooterPixels);
    painter.drawText(footer, Qt::AlignLeft | Qt::AlignBottom, sheet.title());
    painter.drawText(footer, Qt::AlignRight | Qt::AlignBottom,
                     u"%1 / %2"_s.arg(page + 1).arg(sheet.pages()));
  }

  const exchange::Progress& m_progress;
  QByteArray m_bytes;
  QBuffer m_buffer{&m_bytes};
  std::unique_ptr<QPdfWriter> m_writer;
  QSizeF m_page;
};

}  // namespace

Result<QByteArray> studySheet(const ports::Reading& reading, const QuestionId& question,
                              const exchange::Progress& progress) {
  return SheetWriter(progress).write(reading, question);
}

}  // namespace phaseboard::ui
