// SPDX-License-Identifier: Apache-2.0
#include "ui/exchange/sheet_document.h"

#include <algorithm>
#include <map>
#include <utility>

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextTable>
#include <QUrl>

#include "diagrams/handout/paper_reader.h"
#include "diagrams/scene/scene.h"
#include "diagrams/style/theme.h"
#include "ui/bridge/formulas.h"
#include "ui/bridge/image_codec.h"
#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

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

}  // namespace

SheetDocument::SheetDocument(const ports::Reading& reading, const QSizeF& page)
    : m_reading(reading), m_page(page) {}

Result<std::unique_ptr<SheetDocument>> SheetDocument::read(const ports::Reading& reading,
                                                           const QuestionId& question,
                                                           const QSizeF& page,
                                                           const exchange::Progress& progress) {
  PHASEBOARD_TRY_ASSIGN(const auto papers, handout::PaperReader::over(reading));
  PHASEBOARD_TRY_ASSIGN(const exchange::QuestionPaper paper, papers.read(question));
  std::unique_ptr<SheetDocument> sheet(new SheetDocument(reading, page));
  sheet->m_title = toQt(paper.question.title);
  sheet->setText(paper);
  PHASEBOARD_TRY(sheet->placeFigures(progress));
  sheet->widenTables();
  sheet->dressHeadings();
  sheet->m_document.setTextWidth(page.width());
  sheet->m_pages = pageSlices(sheet->m_document, page.height());
  return sheet;
}

void SheetDocument::setText(const exchange::QuestionPaper& paper) {
  const auto mark = [this](const exchange::PaperFigure& figure) {
    m_ids.push_back(figure.id);
    const QString place =
        QChar(kFigureBegins) + QString::number(m_ids.size() - 1) + QChar(kFigureEnds);
    return fromQt(place) + "\n\n*" + figure.title + "*";
  };
  const std::string markdown =
      exchange::markdownOf(paper, mark, [](const DiagramId&) { return std::string(); });
  const style::ApplicationColours colours = style::applicationColours(style::ThemeName::Light);
  m_document.setProvider([&images = m_reading.images(), known = std::map<QString, QImage>()](
                             const QUrl& name) mutable -> QVariant {
    const QString path = name.path();
    const QLatin1StringView begin(answers::kImagePath);
    if (!path.startsWith(begin))
      return {};
    if (const auto at = known.find(path); at != known.end())
      return at->second;
    const auto image = images.image(answers::ImageId{fromQt(path.mid(begin.size()))});
    return known[path] = image && *image ? readKeptImage((*image)->bytes) : QImage();
  });
  m_document.setRichText(toQt(markdown), {TextRole::Small, colours.accent, colours.hover, 136},
                         formulasOf(m_reading.pack()));
  m_ink = colours.text;
  m_muted = colours.mutedText;
}

Status SheetDocument::placeFigures(const exchange::Progress& progress) {
  auto* figures = new SheetFigures(m_page.width(), m_page.height() * kTallestFigure, &m_document);
  m_document.documentLayout()->registerHandler(SheetFigures::kSheetFigure, figures);
  for (std::size_t at = 0; at < m_ids.size(); ++at) {
    if (!exchange::goesOn(progress, static_cast<std::int64_t>(at),
                          static_cast<std::int64_t>(m_ids.size()) * 2))
      return exchange::stopped();
    QTextCursor cursor =
        m_document.find(QChar(kFigureBegins) + QString::number(at) + QChar(kFigureEnds));
    if (cursor.isNull())
      continue;
    PHASEBOARD_TRY_ASSIGN(const content::Diagram diagram, m_reading.pack().diagram(m_ids[at]));
    PHASEBOARD_TRY_ASSIGN(scene::Scene figure, scene::Scene::read(diagram.svg, diagram.drawing));
    cursor.insertText(QString(QChar::ObjectReplacementCharacter), figures->add(std::move(figure)));
    QTextBlockFormat alone = cursor.blockFormat();
    alone.setLineHeight(100, QTextBlockFormat::ProportionalHeight);
    cursor.setBlockFormat(alone);
  }
  return {};
}

/// As wide as the page.
void SheetDocument::widenTables() {
  const QList<QTextFrame*> frames = m_document.rootFrame()->childFrames();
  for (QTextFrame* frame : frames)
    if (auto* table = qobject_cast<QTextTable*>(frame)) {
      QTextTableFormat format = table->format();
      format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
      table->setFormat(format);
    }
}

/// Larger on paper than in a note on the screen, where a heading stands above a few lines.
void SheetDocument::dressHeadings() {
  for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
    const int level = block.blockFormat().headingLevel();
    if (level == 0)
      continue;
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    QTextCharFormat larger;
    larger.setProperty(QTextFormat::FontPixelSize,
                       typeFont(TextRole::Small).pixelSize() + (level == 1 ? 11 : 2 * (4 - level)));
    cursor.mergeCharFormat(larger);
    QTextBlockFormat format = block.blockFormat();
    if (level == 2 && block.position() > 0)
      format.setTopMargin(3 * kGrid);
    cursor.setBlockFormat(format);
  }
}

void SheetDocument::paintPage(QPainter& painter, int page) {
  const PageSlice& slice = m_pages.at(static_cast<std::size_t>(page));
  const QRectF box(0, slice.top, m_page.width(), slice.bottom - slice.top);
  painter.save();
  painter.translate(0, -slice.top);
  painter.setClipRect(box);
  QAbstractTextDocumentLayout::PaintContext context;
  // What only touches the page belongs to another one.
  context.clip = box.adjusted(0, 1, 0, -1);
  context.palette.setColor(QPalette::Text, m_ink);
  m_document.documentLayout()->draw(&painter, context);
  painter.restore();
}

}  // namespace phaseboard::ui
