// SPDX-License-Identifier: Apache-2.0
#include "ui/today/today_screen.h"

#include <cmath>

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/base/study_clock.h"
#include "app/review/queue.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/bridge/time_text.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/forecast_chart.h"
#include "ui/charts/readiness_matrix.h"
#include "ui/models/day_bars.h"
#include "ui/models/readiness_rows.h"
#include "ui/today/backlog_card.h"
#include "ui/today/day_meter.h"
#include "ui/today/next_card.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"
#include "ui/widgets/page_command.h"
#include "ui/widgets/scrolled_page.h"

namespace phaseboard::ui {
namespace {

constexpr int kForecastDays = 14;
constexpr int kSideBySide = 1000;  ///< narrower windows show one column

int percent(double share) {
  return static_cast<int>(std::lround(share * 100));
}

/// A panel with a small heading and a large number.
Card* addFigure(const QString& heading, Label*& number, QWidget* parent) {
  auto* card = new Card(parent);
  card->column()->setSpacing(6);
  number = new Label(QString(), TextRole::Display, Tone::Normal, card);
  card->column()->addWidget(new Label(heading.toUpper(), TextRole::Overline, Tone::Muted, card));
  card->column()->addWidget(number);
  return card;
}

Label* addWords(Card* card, const char* name) {
  auto* words = new Label(QString(), TextRole::Small, Tone::Muted, card);
  words->setObjectName(QLatin1String(name));
  words->setWordWrap(true);
  card->column()->addWidget(words);
  return words;
}

}  // namespace

TodayScreen::TodayScreen(const ScreenContext& context, QWidget* parent) : Screen(context, parent) {
  auto* content = new QWidget;
  atTextSize(content, [content] { content->setMaximumWidth(scaled(1180)); });
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(32, 24, 32, 32);
  column->setSpacing(16);
  column->addWidget(makeGreeting());
  m_upper = new QHBoxLayout;
  m_upper->setSpacing(16);
  m_upper->addWidget(makeDay(), 7);
  m_upper->addWidget(makeInterview(), 4);
  column->addLayout(m_upper);
  m_backlog = new BacklogCard(session(), content);
  column->addWidget(m_backlog);
  m_lower = new QHBoxLayout;
  m_lower->setSpacing(16);
  auto* ahead = new QVBoxLayout;
  ahead->setSpacing(16);
  ahead->addWidget(makeForecast());
  ahead->addWidget(makeReadiness());
  ahead->addStretch();
  m_lower->addLayout(ahead, 7);
  auto* side = new QVBoxLayout;
  m_next = new NextCard(session(), content);
  connect(m_next, &NextCard::chosen, this, &Screen::placeRequested);
  side->addWidget(m_next);
  side->addStretch();
  m_lower->addLayout(side, 4);
  column->addLayout(m_lower);
  column->addStretch();

  fillWithScrolled(this, content);
  atTextSize(this, [this] { arrange(); });

  addCommand(tr("Start review"), Qt::Key_Return, m_start);
  addCommand(tr("Choose what to study…"), Qt::Key_C, m_custom);
  addCommand(tr("Set the date of the interview"), Qt::Key_I, m_interviewButton);
  QAction* spread = addPageCommand(this, tr("Spread the backlog as shown"), Qt::Key_B);
  connect(spread, &QAction::triggered, m_backlog, &BacklogCard::spread);
  m_commands += spread;
}

void TodayScreen::arrange() {
  const auto direction =
      width() < scaled(kSideBySide) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
  m_upper->setDirection(direction);
  m_lower->setDirection(direction);
}

void TodayScreen::resizeEvent(QResizeEvent* event) {
  Screen::resizeEvent(event);
  arrange();
}

void TodayScreen::addCommand(const QString& text, const QKeySequence& key, QPushButton* button) {
  QAction* command = addPageCommand(this, text, key);
  connect(command, &QAction::triggered, button, &QPushButton::click);
  m_commands += command;
}

QWidget* TodayScreen::makeGreeting() {
  auto* greeting = new QWidget(this);
  auto* row = new QHBoxLayout(greeting);
  row->setContentsMargins(0, 0, 0, 0);
  m_date = new Label(QString(), TextRole::Display, Tone::Normal, greeting);
  m_row = new Label(QString(), TextRole::Small, Tone::Muted, greeting);
  row->addWidget(m_date);
  row->addStretch();
  row->addWidget(m_row, 0, Qt::AlignBottom);
  return greeting;
}

QWidget* TodayScreen::makeDay() {
  Card* card = addFigure(tr("Today"), m_dueNumber, this);
  m_dueNumber->setObjectName(QStringLiteral("dueNumber"));
  m_dueDetail = addWords(card, "dueDetail");
  m_meter = new DayMeter(card);
  m_start = makeButton(QString(), ButtonKind::Primary, card);
  m_start->setObjectName(QStringLiteral("startReview"));
  m_custom = makeButton(tr("Choose what to study…"), ButtonKind::Plain, card);
  m_custom->setObjectName(QStringLiteral("customStudy"));
  card->column()->addSpacing(6);
  card->column()->addWidget(m_meter);
  card->column()->addStretch();
  card->column()->addSpacing(6);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(10);
  buttons->addWidget(m_start);
  buttons->addWidget(m_custom);
  buttons->addStretch();
  card->column()->addLayout(buttons);
  connect(m_start, &QPushButton::clicked, this,
          [this] { Q_EMIT placeRequested(Place{.screen = ScreenName::Review}); });
  connect(m_custom, &QPushButton::clicked, this,
          [this] { Q_EMIT placeRequested(Place{.screen = ScreenName::Review, .choosing = true}); });
  return card;
}

QWidget* TodayScreen::makeInterview() {
  Card* card = addFigure(tr("Interview"), m_interviewNumber, this);
  m_interviewNumber->setObjectName(QStringLiteral("interviewNumber"));
  m_interviewDetail = addWords(card, "interviewDetail");
  m_readyDetail = addWords(card, "readyDetail");
  m_readyDetail->setTone(Tone::Normal);
  m_newDetail = addWords(card, "newDetail");
  m_interviewButton = makeButton(QString(), ButtonKind::Plain, card);
  card->column()->addStretch();
  card->column()->addSpacing(6);
  card->column()->addWidget(m_interviewButton, 0, Qt::AlignLeft);
  connect(m_interviewButton, &QPushButton::clicked, this,
          [this] { Q_EMIT placeRequested(Place{.screen = ScreenName::Settings}); });
  return card;
}

QWidget* TodayScreen::makeReadiness() {
  m_readiness = new ReadinessMatrix;
  m_readinessPanel = new ChartPanel(
      QString(), m_readiness, [this] { return m_readiness->table(); }, this);
  m_readinessPanel->setCaption(
      tr("Predicted recall of everything in a phase; what was never asked counts as zero."));
  connect(m_readiness, &ReadinessMatrix::chosen, this,
          [this](const QuestionId& question, const PhaseId& phase) {
            Q_EMIT placeRequested(
                Place{.screen = ScreenName::Study, .question = question, .phase = phase});
          });
  return m_readinessPanel;
}

QWidget* TodayScreen::makeForecast() {
  m_forecast = new ForecastChart;
  m_forecastPanel = new ChartPanel(
      tr("The next two weeks"), m_forecast, [this] { return m_forecast->table(); }, this);
  return m_forecastPanel;
}

void TodayScreen::arrive(const Place&) {
  refresh({});
}

void TodayScreen::refresh(const ops::Changes&) {
  const Instant now = session().now();
  const ops::PromptTable* prompts = session().prompts();
  if (prompts == nullptr)
    return;
  const auto plan = session().read(ops::readStudyPlan(
      *prompts, now, studyOffsetAt(session().clock(), now, session().settings().dayStart)));
  const auto report = session().read(ops::readProgress(*prompts, session().today(), kForecastDays));
  if (!plan || !report)
    return;
  m_date->setText(QLocale().toString(toQt(plan->today), QStringLiteral("dddd, d MMMM")));
  m_row->setText(report->daysInARow < 2 ? QString()
                                        : tr("%n days in a row", nullptr, report->daysInARow));
  showDay(*plan);
  m_backlog->show(*prompts, *plan);
  showInterview(*plan, *report);
  showNewPrompts(*plan);
  showReadiness(*report);
  m_forecast->setForecast(dayBars(*report, plan->settings), report->today, report->interview);
  m_forecastPanel->refreshTable();
  m_next->show(*report);
}

void TodayScreen::showDay(const ops::StudyPlan& plan) {
  const auto queue = session().read(review::ReviewQueue::build(plan.facts, plan.memory));
  if (!queue)
    return;
  const int waiting = queue->inSteps() + queue->reviews() + queue->newPrompts();
  m_start->setEnabled(waiting > 0);
  m_start->setText(plan.answeredToday > 0 ? tr("Continue review") : tr("Start review"));
  if (waiting > 0)
    m_dueNumber->setText(durationText(queue->expectedTime()));
  else if (plan.calendar.share(plan.today) == 0)
    m_dueNumber->setText(tr("A day off"));
  else
    m_dueNumber->setText(plan.answeredToday > 0 ? tr("Done") : tr("Nothing due"));
  m_dueDetail->setText(dayDetail(plan, *queue));
  const Millis fresh = queue->newTime();
  m_meter->setMinutes(
      {plan.spentToday, Millis{queue->expectedTime().value() - fresh.value()}, fresh, plan.budget});
}

QString TodayScreen::dayDetail(const ops::StudyPlan& plan, const review::ReviewQueue& queue) const {
  const int waiting = queue.inSteps() + queue.reviews() + queue.newPrompts();
  QString words;
  if (waiting > 0)
    words = tr("%1 to repeat, %2 new, of %3 today.")
                .arg(queue.inSteps() + queue.reviews())
                .arg(queue.newPrompts())
                .arg(durationText(plan.budget));
  else if (plan.answeredToday > 0)
    words = tr("%n answer(s) in %1 today.", nullptr, plan.answeredToday)
                .arg(durationText(plan.spentToday));
  else if (plan.calendar.share(plan.today) == 0)
    words = tr("Your week leaves this day free.");
  else
    words = tr("Read a note in Study; its prompts come here.");
  if (queue.leftForLater() > 0)
    words += QLatin1Char(' ') +
             tr("%n more wait beyond today's minutes.", nullptr, queue.leftForLater());
  return words;
}

void TodayScreen::showNewPrompts(const ops::StudyPlan& plan) {
  QString detail =
      plan.unseen == 0
          ? tr("Every prompt was begun.")
          : tr("%1 new today, %2 not begun yet.").arg(plan.facts.newLimit).arg(plan.unseen);
  if (!plan.newPrompts.isInTime)
    detail += QLatin1Char(' ') +
              tr("%1 a day would be needed before the interview.").arg(plan.newPrompts.needed);
  m_newDetail->setText(detail);
}

void TodayScreen::showInterview(const ops::StudyPlan& plan, const ops::ProgressReport& report) {
  const auto& date = plan.settings.interviewDate;
  const int days = date ? daysBetween(plan.today, *date) : -1;
  m_interviewButton->setText(date ? tr("Change the date") : tr("Set the date"));
  m_readyDetail->setVisible(date && days > 0);
  if (!date) {
    m_interviewNumber->setText(tr("No date"));
    m_interviewDetail->setText(
        tr("With a date, new prompts are planned backwards from it and everything is seen shortly "
           "before."));
    return;
  }
  const QString named = QLocale().toString(toQt(*date), QLocale::LongFormat);
  if (days < 0) {
    m_interviewNumber->setText(tr("Over"));
    m_interviewDetail->setText(tr("It was on %1.").arg(named));
    return;
  }
  m_interviewNumber->setText(days == 0 ? tr("Today") : tr("%n day(s)", nullptr, days));
  m_interviewDetail->setText(named);
  const auto kept = session().read(ops::readReadinessIfRepeated(*session().prompts(), plan.today));
  if (kept && *kept)
    m_readyDetail->setText(tr("Ready on the day: %1 % if you repeat what is begun, %2 % if you "
                              "stop now.")
                               .arg(percent(ops::meanRecall(**kept)))
                               .arg(percent(report.recall)));
}

void TodayScreen::showReadiness(const ops::ProgressReport& report) {
  const int ready = percent(report.recall);
  m_readinessPanel->setHeading(report.readyOn == report.today
                                   ? tr("Ready today: %1 %").arg(ready)
                                   : tr("Ready on interview day: %1 %").arg(ready));
  m_readiness->setRows(readinessColumns(session().pack()),
                       readinessRows(session().pack(), report.readiness));
  m_readinessPanel->refreshTable();
}

}  // namespace phaseboard::ui
