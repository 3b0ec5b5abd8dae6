// SPDX-License-Identifier: Apache-2.0
#include "ui/progress/overview_page.h"

#include <cmath>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/bridge/session.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/heat_map.h"
#include "ui/charts/readiness_matrix.h"
#include "ui/models/readiness_rows.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segments.h"

namespace phaseboard::ui {
namespace {

// The moments that readiness is shown for.
constexpr int kStoppingNow = 0;
constexpr int kRepeating = 1;
constexpr int kReadyToday = 2;

}  // namespace

OverviewPage::OverviewPage(const ScreenContext& context, QWidget* parent)
    : ProgressPage(context, parent) {
  column()->addWidget(makeFigures());
  column()->addWidget(makeReadiness());
  column()->addWidget(makeCalendar());
  column()->addStretch();
}

OverviewPage::Figure OverviewPage::addFigure(QHBoxLayout* row, const QString& name,
                                             const char* objectName) {
  auto* card = new Card;
  card->column()->setSpacing(4);
  auto* number = new Label(QString(), TextRole::Display, Tone::Normal, card);
  number->setObjectName(QLatin1String(objectName));
  auto* caption = new Label(name, TextRole::Small, Tone::Muted, card);
  card->column()->addWidget(number);
  card->column()->addWidget(caption);
  row->addWidget(card, 1);
  return {number, caption};
}

QWidget* OverviewPage::makeFigures() {
  auto* figures = new QWidget(this);
  auto* row = new QHBoxLayout(figures);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(16);
  m_coverage = addFigure(row, tr("of all prompts seen"), "coverage");
  m_recall = addFigure(row, QString(), "recall");
  m_retention = addFigure(row, tr("recalled in the last 30 days"), "retention");
  m_inARow = addFigure(row, tr("days in a row"), "daysInARow");
  return figures;
}

QWidget* OverviewPage::makeReadiness() {
  m_readiness = new ReadinessMatrix;
  m_readinessPanel = new ChartPanel(
      tr("Readiness"), m_readiness, [this] { return m_readiness->table(); }, this);
  m_moment = new Segments({tr("Interview, stopping now"), tr("Interview, repeating"), tr("Today")},
                          m_readinessPanel);
  m_moment->setObjectName(QStringLiteral("readinessMoment"));
  m_moment->setAccessibleName(tr("Readiness for which moment"));
  m_readinessPanel->addToHead(m_moment);
  connect(m_moment, &Segments::chosen, this, &OverviewPage::showReadiness);
  connect(m_readiness, &ReadinessMatrix::chosen, this,
          [this](const QuestionId& question, const PhaseId& phase) {
            Q_EMIT placeRequested(
                Place{.screen = ScreenName::Study, .question = question, .phase = phase});
          });
  return m_readinessPanel;
}

QWidget* OverviewPage::makeCalendar() {
  m_calendar = new HeatMap;
  m_calendarPanel = new ChartPanel(
      tr("Review calendar"), m_calendar, [this] { return m_calendar->table(); }, this);
  return m_calendarPanel;
}

void OverviewPage::refresh() {
  const ops::PromptTable* prompts = session().prompts();
  if (prompts == nullptr)
    return;
  auto report = session().read(ops::readProgress(*prompts, session().today(), 1));
  if (!report)
    return;
  m_report = std::move(*report);
  showFigures(m_report);
  m_moment->setVisible(m_report.readyOn != m_report.today);
  showReadiness();
  std::map<StudyDay, DayActivity> days;
  for (const auto& [day, summary] : m_report.days)
    days[day] = {summary.answers, summary.time};
  m_calendar->setDays(std::move(days), m_report.today);
  m_calendarPanel->refreshTable();
}

void OverviewPage::showFigures(const ops::ProgressReport& report) {
  m_coverage.number->setText(report.prompts == 0
                                 ? tr("0 %")
                                 : percentText(static_cast<double>(report.seen) / report.prompts));
  m_recall.number->setText(percentText(report.recall));
  m_recall.name->setText(report.readyOn == report.today ? tr("predicted recall today")
                                                        : tr("predicted recall on interview day"));
  m_retention.number->setText(report.answersInThirtyDays == 0 ? QStringLiteral("\u2013")
                                                              : percentText(report.trueRetention));
  m_inARow.number->setText(QString::number(report.daysInARow));
}

void OverviewPage::showReadiness() {
  const bool hasDate = m_report.readyOn != m_report.today;
  const int moment = hasDate ? m_moment->current() : kReadyToday;
  ops::ReadinessMap shown = moment == kReadyToday ? m_report.readinessToday : m_report.readiness;
  if (moment == kRepeating) {
    auto kept = session().read(ops::readReadinessIfRepeated(*session().prompts(), m_report.today));
    if (kept && *kept)
      shown = std::move(**kept);
  }
  const QString words[]{
      tr("Predicted recall on interview day if nothing were answered until then; what was never "
         "asked counts as zero."),
      tr("Predicted recall on interview day if all that is begun is repeated as it falls due, and "
         "once more in the last days."),
      tr("Predicted recall today of everything in a phase; what was never asked counts as zero.")};
  m_readinessPanel->setCaption(tr("%1 % in all. %2")
                                   .arg(std::lround(ops::meanRecall(shown) * 100))
                                   .arg(words[moment == kStoppingNow ? 0 : moment]));
  m_readiness->setRows(readinessColumns(session().pack()), readinessRows(session().pack(), shown));
  m_readinessPanel->refreshTable();
}

}  // namespace phaseboard::ui
