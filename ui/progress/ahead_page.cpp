// SPDX-License-Identifier: Apache-2.0
#include "ui/progress/ahead_page.h"

#include <algorithm>
#include <cmath>

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include "app/base/study_clock.h"
#include "app/ops/outlook.h"
#include "app/ops/progress_report.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/bridge/time_text.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/forecast_chart.h"
#include "ui/charts/line_chart.h"
#include "ui/charts/time_bars.h"
#include "ui/models/day_bars.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kDaysForecast = 30;
constexpr int kDaysPlayed = 90;
constexpr int kDaysPerPoint = 3;
constexpr int kWishWidth = 104;

QWidget* withName(const QString& name, QWidget* field) {
  auto* box = new QWidget;
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addWidget(new Label(name, TextRole::Caption, Tone::Muted, box));
  column->addWidget(field);
  field->setParent(box);
  atTextSize(field, [field] { field->setMinimumWidth(scaled(kWishWidth)); });
  return box;
}

}  // namespace

AheadPage::AheadPage(const ScreenContext& context, QWidget* parent)
    : ProgressPage(context, parent) {
  column()->addWidget(makeForecast());
  column()->addWidget(makeOutlook());
  column()->addWidget(makeTimes());
  column()->addStretch();
}

QWidget* AheadPage::makeForecast() {
  m_forecast = new ForecastChart;
  m_forecastPanel = new ChartPanel(
      tr("Due in the next 30 days"), m_forecast, [this] { return m_forecast->table(); }, this);
  m_forecastPanel->setCaption(
      tr("In minutes at your own pace; the dotted line is what you want to spend. What is left "
         "from earlier stands on today in another colour. New prompts are not counted."));
  return m_forecastPanel;
}

QWidget* AheadPage::makeWishes() {
  m_retention = new QDoubleSpinBox;
  m_retention->setRange(70, 99);
  m_retention->setDecimals(0);
  m_retention->setSuffix(tr(" %"));
  m_newPerDay = new QSpinBox;
  m_newPerDay->setRange(0, 200);
  m_minutes = new QSpinBox;
  m_minutes->setRange(5, 480);
  m_minutes->setSuffix(tr(" min"));
  auto* wishes = new QWidget(this);
  auto* row = new QHBoxLayout(wishes);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(16);
  row->addWidget(withName(tr("Recall to aim at"), m_retention));
  row->addWidget(withName(tr("New a day"), m_newPerDay));
  row->addWidget(withName(tr("Minutes a day"), m_minutes));
  m_verdict = new Label(QString(), TextRole::Small, Tone::Normal, wishes);
  m_verdict->setWordWrap(true);
  m_verdict->setObjectName(QStringLiteral("outlookVerdict"));
  row->addWidget(m_verdict, 1);
  m_retention->setAccessibleName(tr("Recall to aim at, to try out"));
  m_newPerDay->setAccessibleName(tr("New prompts a day, to try out"));
  m_minutes->setAccessibleName(tr("Minutes a day, to try out"));
  for (QSpinBox* box : {m_newPerDay, m_minutes})
    connect(box, &QSpinBox::valueChanged, this, &AheadPage::play);
  connect(m_retention, &QDoubleSpinBox::valueChanged, this, &AheadPage::play);
  return wishes;
}

QWidget* AheadPage::makeOutlook() {
  auto* charts = new QWidget;
  auto* rows = new QVBoxLayout(charts);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(12);
  m_work = new LineChart(tr("Minutes a day, played through"), charts);
  m_known = new LineChart(tr("Share of all prompts known, played through"), charts);
  rows->addWidget(makeWishes());
  auto* row = new QHBoxLayout;
  row->setSpacing(24);
  row->addWidget(m_work, 1);
  row->addWidget(m_known, 1);
  rows->addLayout(row);
  m_workPanel = new ChartPanel(
      tr("What if?"), charts,
      [this] {
        ChartTable table{{tr("Day"), tr("Minutes"), tr("Known")}, {}};
        for (std::size_t i = 0; i < m_dayMinutes.size(); ++i)
          table.rows += {QString::number(i + 1), QString::number(m_dayMinutes[i], 'f', 1),
                         percentText(m_dayKnown[i])};
        return table;
      },
      this);
  m_workPanel->setCaption(
      tr("The next 90 days played through from where you stand, by the memory model and your "
         "pace. Changes nothing; set what you like in Settings."));
  return m_workPanel;
}

QWidget* AheadPage::makeTimes() {
  m_times = new TimeBars;
  m_timesPanel = new ChartPanel(
      tr("Time by question and phase"), m_times,
      [this] {
        ChartTable table{{tr("Question")}, {}};
        for (const framework::Phase& phase : session().pack().framework().phases)
          table.head += toQt(phase.shortTitle);
        for (const TimeBars::Row& bar : m_times->rows()) {
          QStringList cells{bar.title};
          for (const Millis piece : bar.pieces)
            cells += durationText(piece);
          table.rows += cells;
        }
        return table;
      },
      this);
  return m_timesPanel;
}

void AheadPage::refresh() {
  const ports::Settings& settings = session().settings();
  {
    const QSignalBlocker retention(m_retention);
    const QSignalBlocker fresh(m_newPerDay);
    const QSignalBlocker minutes(m_minutes);
    m_retention->setValue(settings.retention * 100);
    m_newPerDay->setValue(settings.newPerDay);
    m_minutes->setValue(settings.dailyMinutes);
  }
  showForecast();
  play();
  showTimes();
}

void AheadPage::showForecast() {
  const ops::PromptTable* prompts = session().prompts();
  if (prompts == nullptr)
    return;
  const auto report = session().read(ops::readProgress(*prompts, session().today(), kDaysForecast));
  if (!report)
    return;
  m_forecast->setForecast(dayBars(*report, session().settings()), report->today, report->interview);
  m_forecastPanel->refreshTable();
}

void AheadPage::play() {
  const ops::PromptTable* prompts = session().prompts();
  const Instant now = session().now();
  if (prompts == nullptr)
    return;
  const auto plan = session().read(ops::readStudyPlan(
      *prompts, now, studyOffsetAt(session().clock(), now, session().settings().dayStart)));
  if (!plan)
    return;
  const auto outlook = session().read(ops::simulateOutlook(
      *prompts, *plan,
      {m_retention->value() / 100, m_newPerDay->value(), m_minutes->value(), kDaysPlayed}));
  if (!outlook)
    return;
  m_dayMinutes = outlook->minutes;
  m_dayKnown = outlook->known;
  std::vector<QPointF> work;
  std::vector<QPointF> known;
  std::vector<LineChart::Mark> workMarks;
  std::vector<LineChart::Mark> knownMarks;
  double most = 1;
  for (std::size_t i = 0; i < m_dayMinutes.size(); ++i) {
    const auto day = static_cast<double>(i);
    work.emplace_back(day, m_dayMinutes[i]);
    known.emplace_back(day, m_dayKnown[i]);
    most = std::max(most, m_dayMinutes[i]);
    if (i % kDaysPerPoint != 0)
      continue;
    const QString date = QLocale().toString(toQt(plusDays(plan->today, static_cast<int>(i))),
                                            QStringLiteral("d MMM"));
    workMarks.push_back({day, tr("%1: %2 min").arg(date).arg(std::lround(m_dayMinutes[i]))});
    knownMarks.push_back({day, tr("%1: %2 known").arg(date, percentText(m_dayKnown[i]))});
  }
  ChartAxis days{0, kDaysPlayed - 1.0, {}};
  for (int day = 0; day < kDaysPlayed; day += 30)
    days.ticks.emplace_back(day, day == 0 ? tr("today")
                                          : QLocale().toString(toQt(plusDays(plan->today, day)),
                                                               QStringLiteral("d MMM")));
  const double least = known.empty() ? 0 : known.front().y();
  const double best = known.empty() ? 1 : std::max(least, known.back().y());
  m_work->setAxes(days, countAxis(most, tr("min")));
  m_work->setLines({{tr("minutes a day"), Ink::Accent, std::move(work), false, true}});
  m_work->setMarks(std::move(workMarks));
  m_known->setAxes(days, percentAxis(std::max(0.0, least - 0.05), std::min(1.0, best + 0.05)));
  m_known->setLines({{tr("of all prompts known"), Ink::Good, std::move(known), false, true}});
  m_known->setMarks(std::move(knownMarks));
  m_verdict->setText(
      tr("%1 hours in 90 days, %2 prompts begun, %3 of all prompts known at the end.")
          .arg(std::lround(outlook->hours))
          .arg(outlook->begun)
          .arg(percentText(m_dayKnown.empty() ? 0 : m_dayKnown.back())));
  m_workPanel->refreshTable();
}

void AheadPage::showTimes() {
  const auto times = session().read(session().notebook().timeSummaries());
  if (!times)
    return;
  QStringList phases;
  for (const framework::Phase& phase : session().pack().framework().phases)
    phases += toQt(phase.shortTitle);
  std::vector<TimeBars::Row> rows;
  for (const ports::QuestionCard& card : session().pack().questions()) {
    TimeBars::Row row{toQt(card.title), {}};
    for (const framework::Phase& phase : session().pack().framework().phases) {
      const auto found =
          std::find_if(times->begin(), times->end(), [&](const ports::TimeSummary& one) {
            return one.question == card.id && one.phase == phase.id;
          });
      row.pieces.push_back(found == times->end() ? Millis{0} : found->time);
    }
    if (row.total().value() > 0)
      rows.push_back(std::move(row));
  }
  std::sort(rows.begin(), rows.end(),
            [](const TimeBars::Row& a, const TimeBars::Row& b) { return a.total() > b.total(); });
  m_times->setRows(phases, std::move(rows));
  m_timesPanel->refreshTable();
}

}  // namespace phaseboard::ui
