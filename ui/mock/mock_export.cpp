// SPDX-License-Identifier: Apache-2.0
#include "ui/mock/mock_export.h"

#include <algorithm>
#include <utility>

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextTable>

#include "diagrams/compiler/board_svg.h"
#include "diagrams/scene/scene.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/bridge/time_text.h"
#include "ui/mock/board_comparison.h"
#include "ui/mock/mock_words.h"
#include "ui/widgets/rich_document.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kPdfDotsPerInch = 96;
constexpr double kBoardPixelsPerUnit = 2;
constexpr double kMostBoardPixels = 4'000;
constexpr int kMarginMillimetres = 18;
constexpr int kPdfLineHeight = 130;
constexpr double kPdfCellPadding = 4;

QString tr(const char* text) {
  return QCoreApplication::translate("MockExport", text);
}

/// A statement as an item of a list: its formulas stay in the line.
QString oneLine(const QString& markdown) {
  return markdown.simplified().replace(u"$$"_s, u"$"_s);
}

/// Writes a debrief line by line.
class DebriefText {
 public:
  DebriefText(const ops::MockReport& report, const Session& session)
      : m_report(report), m_session(session) {}

  QString write() {
    head();
    minutes();
    dialogue();
    for (const ops::PhaseReport& phase : m_report.phases)
      this->phase(phase);
    for (const ops::FollowUpReport& followUp : m_report.followUps)
      this->followUp(followUp);
    board();
    return m_text;
  }

 private:
  void line(const QString& words) { m_text += words + u'\n'; }
  void heading(const QString& words) { m_text += u"\n## "_s + words + u"\n\n"_s; }

  void head() {
    const mock::Plan& plan = m_report.info.plan;
    const mock::Outcome& outcome = m_report.outcome;
    line(u"# "_s + toQt(m_report.title));
    line({});
    line(tr("%1, %2, %3")
             .arg(formWords(plan.form), styleWords(plan.style),
                  momentText(m_report.info.startedAt, m_session.clock())));
    line({});
    line(tr("**%1**, %2 of %3 points")
             .arg(levelWords(outcome.level))
             .arg(outcome.covered)
             .arg(outcome.total));
    line({});
    line(u"> "_s + toQt(m_report.prompt).simplified());
  }

  void minutes() {
    heading(tr("Minutes"));
    line(tr("| Stage | Minutes | Budget |"));
    line(u"| --- | ---: | ---: |"_s);
    const mock::Plan& plan = m_report.info.plan;
    for (std::size_t i = 0; i < plan.stages.size(); ++i) {
      line(u"| **%1** | %2 | %3 |"_s.arg(stageWords(plan.stages[i]),
                                         clockText(m_report.times.stages[i].spent),
                                         clockText(plan.stages[i].budget)));
      if (plan.stages[i].phases.size() < 2)
        continue;
      for (const PhaseId& phase : plan.stages[i].phases) {
        const auto spent = m_report.times.phases.find(phase);
        if (spent != m_report.times.phases.end())
          line(u"| %1 | %2 | |"_s.arg(phaseTitle(phase), clockText(spent->second)));
      }
    }
    line({});
    line(restWords(m_report.times));
  }

  [[nodiscard]] QString phaseTitle(const PhaseId& phase) const {
    const framework::Phase* known = m_session.pack().framework().phase(phase);
    return known ? toQt(known->title) : toQt(phase.value());
  }

  void dialogue() {
    const auto question = m_session.pack().question(m_report.info.question);
    bool isFirst = true;
    for (const mock::Event& event : m_report.events) {
      if (event.kind != mock::EventKind::Asked || !question)
        continue;
      if (std::exchange(isFirst, false))
        heading(tr("Asked"));
      const mock::Clarification said = mock::clarify(event.text, *question);
      line(u"- **%1** %2"_s.arg(toQt(event.text).simplified(),
                                ui::answerWords(said, m_report.info.plan.style).simplified()));
    }
  }

  void points(const std::vector<ops::PointReport>& points, const QStringList& statements) {
    line({});
    line(tr("**What was expected**"));
    line({});
    for (std::size_t i = 0; i < points.size(); ++i)
      line(u"- [%1] %2"_s.arg(points[i].isTicked ? u"x"_s : u" "_s,
                              oneLine(statements[static_cast<qsizetype>(i)])));
  }

  void phase(const ops::PhaseReport& phase) {
    heading(phaseTitle(phase.phase));
    line(toQt(phase.text));
    QStringList statements;
    for (const content::KeyPoint& point : phase.keyPoints)
      statements.push_back(toQt(point.statement));
    points(phase.points, statements);
  }

  void followUp(const ops::FollowUpReport& followUp) {
    heading(tr("Follow-up"));
    line(questionWords(followUp.followUp));
    line({});
    line(toQt(followUp.text));
    QStringList statements;
    for (const mock::FollowUpPoint& point : followUp.followUp.points)
      statements.push_back(pointWords(point));
    points(followUp.points, statements);
  }

  void board() {
    if (!m_report.board)
      return;
    heading(tr("Board against the reference"));
    line(tr("%1 % of “%2”")
             .arg(static_cast<int>(m_report.board->difference.score * 100))
             .arg(toQt(m_report.board->reference.title)));
    line({});
    for (const QString& words : comparisonLines(*m_report.board))
      line(u"- "_s + words);
  }

  const ops::MockReport& m_report;
  const Session& m_session;
  QString m_text;
};

/// The board as a picture on white; nothing when nothing was drawn.
QImage boardPicture(const ops::MockReport& report) {
  if (!report.board || report.board->document.isEmpty())
    return {};
  const auto figure = scene::Scene::read(compiler::boardSvg(report.board->document, report.title));
  if (!figure)
    return {};
  const QSizeF size = figure->size();
  const double scale =
      std::min(kBoardPixelsPerUnit, kMostBoardPixels / std::max(size.width(), size.height()));
  QImage image((size * scale).toSize(), QImage::Format_RGB32);
  image.fill(Qt::white);
  QPainter painter(&image);
  painter.scale(scale, scale);
  figure->paint(painter, style::ThemeName::Light, {});
  return image;
}

/// Larger headings and a plain table, as on paper.
void dressForPaper(QTextDocument& document) {
  for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
    const int level = block.blockFormat().headingLevel();
    if (level == 0)
      continue;
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    QTextCharFormat format;
    format.setFont(typeFont(level == 1 ? TextRole::Title : TextRole::Heading));
    cursor.setCharFormat(format);
  }
  for (QTextFrame* frame : document.rootFrame()->childFrames())
    if (auto* table = qobject_cast<QTextTable*>(frame)) {
      QTextTableFormat format = table->format();
      format.setBorder(0);
      format.setCellPadding(kPdfCellPadding);
      table->setFormat(format);
    }
}

QByteArray pdfOf(const ops::MockReport& report, const Session& session) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setTitle(toQt(report.title));
  writer.setCreator(u"Phaseboard"_s);
  writer.setResolution(kPdfDotsPerInch);
  writer.setPageSize(QPageSize(QPageSize::A4));
  writer.setPageMargins(
      QMarginsF(kMarginMillimetres, kMarginMillimetres, kMarginMillimetres, kMarginMillimetres),
      QPageLayout::Millimeter);
  // Fetches nothing, whatever the candidate wrote.
  RichDocument document;
  const style::ApplicationColours colours = style::applicationColours(style::ThemeName::Light);
  document.setRichText(markdownOf(report, session),
                       {TextRole::Small, colours.accent, colours.hover, kPdfLineHeight},
                       session.formulas());
  dressForPaper(document);
  const QSizeF page(writer.pageLayout().paintRectPixels(kPdfDotsPerInch).size());
  if (const QImage picture = boardPicture(report); !picture.isNull()) {
    QTextCursor cursor(&document);
    cursor.movePosition(QTextCursor::End);
    cursor.insertBlock(QTextBlockFormat());
    const double width = std::min<double>(page.width(), picture.width() / kBoardPixelsPerUnit);
    document.addResource(QTextDocument::ImageResource, QUrl(u"notebook:board"_s), picture);
    QTextImageFormat format;
    format.setName(u"notebook:board"_s);
    format.setWidth(width);
    cursor.insertImage(format);
  }
  document.setPageSize(page);
  document.print(&writer);
  return bytes;
}

}  // namespace

QString markdownOf(const ops::MockReport& report, const Session& session) {
  return DebriefText(report, session).write();
}

Status exportMock(const ops::MockReport& report, const Session& session, const QString& path) {
  const QString ending = QFileInfo(path).suffix().toLower();
  if (ending != u"md" && ending != u"pdf")
    return fail(ErrorKind::InvalidInput, "ending", fromQt(ending));
  const QByteArray contents =
      ending == u"md" ? markdownOf(report, session).toUtf8() : pdfOf(report, session);
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly))
    return fail(ErrorKind::ReadOnly, fromQt(path), fromQt(file.errorString()));
  if (file.write(contents) != contents.size() || !file.commit())
    return fail(ErrorKind::InputOutput, fromQt(path), fromQt(file.errorString()));
  return {};
}

}  // namespace phaseboard::ui
