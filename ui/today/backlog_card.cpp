// SPDX-License-Identifier: Apache-2.0
#include "ui/today/backlog_card.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include "ui/bridge/session.h"
#include "ui/bridge/time_text.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/forecast_chart.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {
namespace {

QString dayName(StudyDay day) {
  return QLocale().toString(toQt(day), QStringLiteral("dddd, d MMMM"));
}

}  // namespace

BacklogCard::BacklogCard(Session& session, QWidget* parent)
    : Card(parent),
      m_session(session),
      m_heading(new Label(tr("From earlier days").toUpper(), TextRole::Overline, Tone::Warn, this)),
      m_number(new Label(QString(), TextRole::Title, Tone::Normal, this)),
      m_detail(new Label(QString(), TextRole::Small, Tone::Muted, this)),
      m_choice(new QWidget(this)),
      m_days(new QSlider(Qt::Horizontal, m_choice)),
      m_daysText(new Label(QString(), TextRole::Small, Tone::Normal, m_choice)),
      m_fit(new Label(QString(), TextRole::Small, Tone::Muted, this)),
      m_spread(makeButton(QString(), ButtonKind::Plain, this)),
      m_back(makeButton(tr("I am back"), ButtonKind::Primary, this)),
      m_chart(new ForecastChart),
      m_panel(new ChartPanel(
          tr("The days of the catch-up"), m_chart, [this] { return m_chart->table(); }, this)) {
  m_number->setObjectName(QStringLiteral("backlogNumber"));
  m_detail->setObjectName(QStringLiteral("backlogDetail"));
  m_spread->setObjectName(QStringLiteral("spreadBacklog"));
  m_back->setObjectName(QStringLiteral("comeBack"));
  m_days->setObjectName(QStringLiteral("catchUpDays"));
  m_days->setRange(2, 14);
  m_days->setPageStep(1);
  m_days->setAccessibleName(tr("Days to catch up in"));
  m_detail->setWordWrap(true);
  m_fit->setWordWrap(true);
  m_panel->setFlat(true);
  m_chart->setAccessibleName(tr("The days of the catch-up"));
  auto* choice = new QHBoxLayout(m_choice);
  choice->setContentsMargins(0, 0, 0, 0);
  choice->setSpacing(12);
  choice->addWidget(m_days, 1);
  choice->addWidget(m_daysText);

  auto* words = new QVBoxLayout;
  words->setSpacing(6);
  words->addWidget(m_heading);
  words->addWidget(m_number);
  words->addWidget(m_detail);
  words->addSpacing(4);
  words->addWidget(m_choice);
  words->addWidget(m_fit);
  words->addStretch();
  words->addWidget(m_spread, 0, Qt::AlignLeft);
  words->addWidget(m_back, 0, Qt::AlignLeft);
  auto* row = new QHBoxLayout;
  row->setSpacing(28);
  row->addLayout(words, 4);
  row->addWidget(m_panel, 6);
  column()->addLayout(row);

  connect(m_days, &QSlider::valueChanged, this, &BacklogCard::preview);
  connect(m_spread, &QPushButton::clicked, this, &BacklogCard::spread);
  connect(m_back, &QPushButton::clicked, this, &BacklogCard::comeBack);
}

void BacklogCard::show(const ops::PromptTable& table, const ops::StudyPlan& plan) {
  const bool isAway = plan.calendar.isAway(plan.today);
  const bool hasBacklog = !isAway && plan.backlog.prompts > 0;
  const bool isRunning = !isAway && !hasBacklog && plan.putOff.prompts > 0;
  setVisible(isAway || hasBacklog || isRunning);
  m_choice->setVisible(hasBacklog);
  m_fit->setVisible(hasBacklog);
  m_spread->setVisible(hasBacklog);
  m_panel->setVisible(hasBacklog);
  m_back->setVisible(isAway);
  m_heading->setText((isAway ? tr("Away") : tr("From earlier days")).toUpper());
  m_facts.reset();
  if (isAway)
    return showAway(plan);
  if (isRunning)
    return showPutOff(plan);
  if (!hasBacklog)
    return;
  m_memory = plan.memory;
  m_facts = ops::catchUpFacts(table, plan, m_days->minimum());
  const int fitting = std::min(review::fittingDays(*m_facts, m_memory), m_days->maximum());
  {
    const QSignalBlocker silent(m_days);
    m_days->setValue(fitting);
  }
  showBacklog(plan);
  preview();
}

void BacklogCard::showBacklog(const ops::StudyPlan& plan) {
  m_number->setText(
      tr("%n prompt(s), %1", nullptr, plan.backlog.prompts).arg(durationText(plan.backlog.time)));
  m_detail->setText(
      tr("They were due before today and come besides what today brings. Those most at risk come "
         "first in review; spreading them keeps each day within its minutes."));
}

void BacklogCard::showPutOff(const ops::StudyPlan& plan) {
  m_number->setText(tr("Catching up until %1").arg(dayName(plan.putOffTo)));
  m_detail->setText(tr("%n prompt(s) from earlier are spread over the days until then, %1 in all.",
                       nullptr, plan.putOff.prompts)
                        .arg(durationText(plan.putOff.time)));
}

void BacklogCard::showAway(const ops::StudyPlan& plan) {
  m_number->setText(tr("Until %1").arg(dayName(plan.settings.away->until)));
  m_detail->setText(
      tr("Nothing is asked while you are away, and no reminder is shown. What falls due meanwhile "
         "can be spread over days when you are back."));
}

void BacklogCard::preview() {
  if (!m_facts)
    return;
  m_facts->days = m_days->value();
  m_plan = review::planCatchUp(*m_facts, m_memory);
  m_daysText->setText(tr("%n day(s)", nullptr, m_days->value()));
  m_spread->setText(tr("Spread over %n day(s)", nullptr, m_days->value()));
  m_fit->setTone(m_plan.fits ? Tone::Good : Tone::Warn);
  m_fit->setText(m_plan.fits ? tr("Each day stays within its minutes.")
                             : tr("Some days take more than their minutes."));
  std::vector<DayBar> bars;
  for (const review::CatchUpDay& day : m_plan.days)
    bars.push_back(
        {static_cast<int>(day.own.value() / 20'000), day.own, day.prompts, day.share, day.budget});
  m_chart->setForecast(std::move(bars), m_facts->today, std::nullopt);
  m_panel->refreshTable();
}

bool BacklogCard::canSpread() const {
  return m_facts.has_value() && !m_plan.moves.empty();
}

void BacklogCard::spread() {
  if (!canSpread())
    return;
  const std::vector<review::Move> moves = m_plan.moves;
  m_session.perform([&](ops::Desk& desk) { return desk.catchUp(moves); });
}

void BacklogCard::comeBack() {
  ports::Settings settings = m_session.settings();
  settings.away.reset();
  m_session.perform([&](ops::Desk& desk) { return desk.changeSettings(settings); });
}

}  // namespace phaseboard::ui
