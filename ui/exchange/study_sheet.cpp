// SPDX-License-Identifier: Apache-2.0
#include "ui/exchange/study_sheet.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextTable>

#include "diagrams/handout/paper_reader.h"
#include "diagrams/scene/scene.h"
#include "diagrams/style/theme.h"
#include "ui/bridge/text.h"
#include "ui/exchange/page_breaks.h"
#include "ui/widgets/path_data.h"
#include "ui/widgets/rich_document.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kSheetDots = 1200;       // per inch
constexpr double kPixelsPerInch = 96;  // of the layout
constexpr double kMillimetresPerInch = 25.4;
constexpr double kMarginMillimetres = 18;
constexpr double kFooterPixels = 28;
constexpr double kTallestFigure = 0.62;     // of a page
constexpr char16_t kFigureBegins = 0xFDE0;  // no characters: they stand in no text
constexpr char16_t kFigureEnds = 0xFDE1;
constexpr int kFigureProperty = QTextFormat::UserProperty + 2;

/// Figures inside a text, painted as vectors.
class SheetFigures : public QObject, public QTextObjectInterface {
 public:
  static constexpr int kSheetFigure = QTextFormat::UserObject + 2;

  SheetFigures(double width, double height, QObject* parent)
      : QObject(parent), m_width(width), m_height(height) {}

  /// For `qobject_cast`, which a class without Q_OBJECT lacks.
  void* qt_metacast(const char* name) override {
    if (qstrcmp(name, qobject_interface_iid<QTextObjectInterface*>()) == 0)
      return static_cast<QTextObjectInterface*>(this);
    return QObject::qt_metacast(name);
  }

  QTextCharFormat add(scene::Scene figure) {
    QTextCharFormat format;
    format.setObjectType(kSheetFigure);
    format.setProperty(kFigureProperty, static_cast<int>(m_figures.size()));
    m_figures.push_back(std::move(figure));
    return format;
  }

  QSizeF intrinsicSize(QTextDocument*, int, const QTextFormat& format) override {
    return figure(format).size() * scaleOf(format);
  }

  void drawObject(QPainter* painter, const QRectF& rect, QTextDocument*, int,
                  const QTextFormat& format) override {
    painter->save();
    painter->translate(rect.topLeft());
    const double scale = scaleOf(format);
    painter->scale(scale, scale);
    figure(format).paint(*painter, style::ThemeName::Light, {}, {}, scene::Backdrop::None);
    painter->restore();
  }

 private:
  [[nodiscard]] const scene::Scene& figure(const QTextFormat& format) const {
    return m_figures.at(static_cast<std::size_t>(format.intProperty(kFigureProperty)));
  }
  [[nodiscard]] double scaleOf(const QTextFormat& format) const {
    const QSizeF size = figure(format).size();
    return std::min({1.0, m_width / size.width(), m_height / size.height()});
  }

  double m_width;
  double m_height;
  std::vector<scene::Scene> m_figures;
};

FormulaSource formulasOf(const ports::PackLibrary& pack) {
  return [&pack](const QString& tex) -> std::optional<FormulaShape> {
    const auto formula = pack.formula(fromQt(tex));
    if (!formula)
      return std::nullopt;
    constexpr double kUnitsPerEm = 1000;
    QTransform toEm;
    toEm.scale(1 / kUnitsPerEm, 1 / kUnitsPerEm);
    return FormulaShape{toEm.map(pathFromData(formula->path)), formula->width / kUnitsPerEm,
                        formula->ascent / kUnitsPerEm, formula->descent / kUnitsPerEm};
  };
}

/// Sets one question on pages.
class SheetWriter {
 public:
  SheetWriter(const ports::Reading& reading, const exchange::Progress& progress)
      : m_reading(reading), m_progress(progress) {
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

  Result<QByteArray> write(const QuestionId& question) {
    PHASEBOARD_TRY_ASSIGN(const auto papers, handout::PaperReader::over(m_reading));
    PHASEBOARD_TRY_ASSIGN(const exchange::QuestionPaper paper, papers.read(question));
    m_title = toQt(paper.question.title);
    m_writer->setTitle(m_title);
    setText(paper);
    PHASEBOARD_TRY(placeFigures());
    widenTables();
    dressHeadings();
    m_document.setPageSize(m_page);
    keepTogether(m_document);
    PHASEBOARD_TRY(paintPages());
    return m_bytes;
  }

 private:
  void setText(const exchange::QuestionPaper& paper) {
    const auto mark = [this](const exchange::PaperFigure& figure) {
      m_ids.push_back(figure.id);
      const QString place =
          QChar(kFigureBegins) + QString::number(m_ids.size() - 1) + QChar(kFigureEnds);
      return fromQt(place) + "\n\n*" + figure.title + "*";
    };
    const std::string markdown =
        exchange::markdownOf(paper, mark, [](const DiagramId&) { return std::string(); });
    const style::ApplicationColours colours = style::applicationColours(style::ThemeName::Light);
    m_document.setRichText(toQt(markdown), {TextRole::Small, colours.accent, colours.hover, 136},
                           formulasOf(m_reading.pack()));
    m_ink = colours.text;
    m_muted = colours.mutedText;
  }

  Status placeFigures() {
    auto* figures = new SheetFigures(m_page.width(), m_page.height() * kTallestFigure, &m_document);
    m_document.documentLayout()->registerHandler(SheetFigures::kSheetFigure, figures);
    for (std::size_t at = 0; at < m_ids.size(); ++at) {
      if (!exchange::goesOn(m_progress, static_cast<std::int64_t>(at),
                            static_cast<std::int64_t>(m_ids.size()) * 2))
        return exchange::stopped();
      QTextCursor cursor =
          m_document.find(QChar(kFigureBegins) + QString::number(at) + QChar(kFigureEnds));
      if (cursor.isNull())
        continue;
      PHASEBOARD_TRY_ASSIGN(const content::Diagram diagram, m_reading.pack().diagram(m_ids[at]));
      PHASEBOARD_TRY_ASSIGN(scene::Scene figure, scene::Scene::read(diagram.svg, diagram.drawing));
      cursor.insertText(QString(QChar::ObjectReplacementCharacter),
                        figures->add(std::move(figure)));
      QTextBlockFormat alone = cursor.blockFormat();
      alone.setLineHeight(100, QTextBlockFormat::ProportionalHeight);
      cursor.setBlockFormat(alone);
    }
    return {};
  }

  /// As wide as the page.
  void widenTables() {
    const QList<QTextFrame*> frames = m_document.rootFrame()->childFrames();
    for (QTextFrame* frame : frames)
      if (auto* table = qobject_cast<QTextTable*>(frame)) {
        QTextTableFormat format = table->format();
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        table->setFormat(format);
      }
  }

  /// Larger on paper than in a note on the screen, where a heading stands above a few lines.
  void dressHeadings() {
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
      const int level = block.blockFormat().headingLevel();
      if (level == 0)
        continue;
      QTextCursor cursor(block);
      cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
      QTextCharFormat larger;
      larger.setProperty(QTextFormat::FontPixelSize, typeFont(TextRole::Small).pixelSize() +
                                                         (level == 1 ? 11 : 2 * (4 - level)));
      cursor.mergeCharFormat(larger);
      QTextBlockFormat format = block.blockFormat();
      if (level == 2 && block.position() > 0)
        format.setTopMargin(3 * kGrid);
      cursor.setBlockFormat(format);
    }
  }

  Status paintPages() {
    if (!m_buffer.open(QIODevice::WriteOnly))
      return fail(ErrorKind::Internal, "sheet", "no memory for the pages");
    QPainter painter(m_writer.get());
    const double scale = kSheetDots / kPixelsPerInch;
    painter.scale(scale, scale);
    const int pages = m_document.pageCount();
    for (int page = 0; page < pages; ++page) {
      if (!exchange::goesOn(m_progress, pages + page, std::int64_t{2} * pages)) {
        painter.end();
        return exchange::stopped();
      }
      if (page > 0)
        m_writer->newPage();
      paintPage(painter, page, pages);
    }
    if (!painter.end())
      return fail(ErrorKind::Internal, "sheet", "the pages were not finished");
    return {};
  }

  void paintPage(QPainter& painter, int page, int pages) {
    painter.save();
    painter.translate(0, -page * m_page.height());
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = QRectF(QPointF(0, page * m_page.height()), m_page);
    context.palette.setColor(QPalette::Text, m_ink);
    painter.setClipRect(context.clip);
    m_document.documentLayout()->draw(&painter, context);
    painter.restore();
    painter.setFont(typeFont(TextRole::Caption));
    painter.setPen(m_muted);
    const QRectF footer(0, m_page.height(), m_page.width(), kFooterPixels);
    painter.drawText(footer, Qt::AlignLeft | Qt::AlignBottom, m_title);
    painter.drawText(footer, Qt::AlignRight | Qt::AlignBottom,
                     u"%1 / %2"_s.arg(page + 1).arg(pages));
  }

  const ports::Reading& m_reading;
  const exchange::Progress& m_progress;
  QByteArray m_bytes;
  QBuffer m_buffer{&m_bytes};
  std::unique_ptr<QPdfWriter> m_writer;
  RichDocument m_document;
  QSizeF m_page;
  QString m_title;
  QColor m_ink;
  QColor m_muted;
  std::vector<DiagramId> m_ids;
};

}  // namespace

Result<QByteArray> studySheet(const ports::Reading& reading, const QuestionId& question,
                              const exchange::Progress& progress) {
  return SheetWriter(reading, progress).write(question);
}

}  // namespace phaseboard::ui
