// SPDX-License-Identifier: Apache-2.0
#include "ui/today/today_screen.h"

#include <algorithm>
#include <cmath>

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/review/queue.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/bridge/time_text.h"
#include "ui/charts/forecast_chart.h"
#include "ui/charts/readiness_matrix.h"
#include "ui/models/readiness_rows.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/glyph_label.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kForecastDays = 14;
constexpr int kMostNext = 6;

struct PlanCard {
  Label* number;
  Label* detail;
  QPushButton* button;
};

/// A panel with a small heading, a large number, what it means, and one thing to do.
PlanCard addPlanCard(QHBoxLayout* row, const QString& heading, ButtonKind kind, int stretch) {
  auto* card = new Card;
  QVBoxLayout* column = card->column();
  column->setSpacing(6);
  auto* number = new Label(QString(), TextRole::Display, Tone::Normal, card);
  auto* detail = new Label(QString(), TextRole::Small, Tone::Muted, card);
  detail->setWordWrap(true);
  auto* button = makeButton(QString(), kind, card);
  column->addWidget(new Label(heading.toUpper(), TextRole::Overline, Tone::Muted, card));
  column->addWidget(number);
  column->addWidget(detail);
  column->addStretch();
  column->addSpacing(8);
  column->addWidget(button, 0, Qt::AlignLeft);
  row->addWidget(card, stretch);
  return {number, detail, button};
}

}  // namespace

TodayScreen::TodayScreen(const ScreenContext& context, QWidget* parent) : Screen(context, parent) {
  auto* content = new QWidget;
  content->setMaximumWidth(scaled(1180));
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(32, 24, 32, 32);
  column->setSpacing(20);
  column->addWidget(makeGreeting());
  column->addWidget(makePlan());
  auto* lower = new QHBoxLayout;
  lower->setSpacing(16);
  auto* ahead = new QVBoxLayout;
  ahead->setSpacing(16);
  ahead->addWidget(makeReadiness());
  ahead->addWidget(makeForecast(), 1);
  lower->addLayout(ahead, 7);
  lower->addWidget(makeNext(), 4);
  column->addLayout(lower);
  column->addStretch();

  auto* scroll = new QScrollArea(this);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setAlignment(Qt::AlignHCenter);
  scroll->setWidget(content);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(scroll);

  addCommand(tr("Start review"), Qt::Key_Return, m_start);
  addCommand(tr("Choose what to read"), Qt::Key_R, m_read);
  addCommand(tr("Set the date of the interview"), Qt::Key_I, m_interviewButton);
}

void TodayScreen::addCommand(const QString& text, const QKeySequence& key, QPushButton* button) {
  auto* command = new QAction(text, this);
  command->setShortcut(key);
  command->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  addAction(command);
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

QWidget* TodayScreen::makePlan() {
  auto* plan = new QWidget(this);
  plan->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  auto* row = new QHBoxLayout(plan);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(16);
  const PlanCard due = addPlanCard(row, tr("Due today"), ButtonKind::Primary, 5);
  m_dueNumber = due.number;
  m_dueDetail = due.detail;
  m_start = due.button;
  m_dueNumber->setObjectName(QStringLiteral("dueNumber"));
  m_dueDetail->setObjectName(QStringLiteral("dueDetail"));
  m_start->setObjectName(QStringLiteral("startReview"));
  connect(m_start, &QPushButton::clicked, this,
          [this] { Q_EMIT placeRequested(Place{.screen = ScreenName::Review}); });

  const PlanCard fresh = addPlanCard(row, tr("New prompts"), ButtonKind::Plain, 4);
  m_newNumber = fresh.number;
  m_newDetail = fresh.detail;
  m_newNumber->setObjectName(QStringLiteral("newNumber"));
  m_newDetail->setObjectName(QStringLiteral("newDetail"));
  m_read = fresh.button;
  m_read->setText(tr("Choose what to read"));
  connect(m_read, &QPushButton::clicked, this,
          [this] { Q_EMIT placeRequested(Place{.screen = ScreenName::Library}); });

  const PlanCard interview = addPlanCard(row, tr("Interview"), ButtonKind::Plain, 4);
  m_interviewNumber = interview.number;
  m_interviewDetail = interview.detail;
  m_interviewNumber->setObjectName(QStringLiteral("interviewNumber"));
  m_interviewButton = interview.button;
  connect(m_interviewButton, &QPushButton::clicked, this,
          [this] { Q_EMIT placeRequested(Place{.screen = ScreenName::Settings}); });
  return plan;
}

QWidget* TodayScreen::makeReadiness() {
  auto* card = new Card(this);
  m_readyTitle = new Label(QString(), TextRole::Heading, Tone::Normal, card);
  m_readiness = new ReadinessMatrix(card);
  card->column()->setSpacing(12);
  card->column()->addWidget(m_readyTitle);
  card->column()->addWidget(m_readiness);
  card->column()->addWidget(new Label(
      tr("Predicted recall of everything in a phase; what was never asked counts as zero."),
      TextRole::Caption, Tone::Muted, card));
  connect(m_readiness, &ReadinessMatrix::chosen, this,
          [this](const QuestionId& question, const PhaseId& phase) {
            Q_EMIT placeRequested(
                Place{.screen = ScreenName::Study, .question = question, .phase = phase});
          });
  return card;
}

QWidget* TodayScreen::makeForecast() {
  auto* card = new Card(this);
  card->column()->setSpacing(12);
  card->column()->addWidget(
      new Label(tr("The next two weeks"), TextRole::Heading, Tone::Normal, card));
  m_forecast = new ForecastChart(card);
  card->column()->addWidget(m_forecast, 1);
  return card;
}

QWidget* TodayScreen::makeNext() {
  auto* card = new Card(this);
  card->column()->setSpacing(8);
  card->column()->addWidget(new Label(tr("Go on with"), TextRole::Heading, Tone::Normal, card));
  m_next = new QVBoxLayout;
  m_next->setSpacing(8);
  card->column()->addLayout(m_next);
  card->column()->addStretch();
  return card;
}

void TodayScreen::arrive(const Place&) {
  refresh({});
}

void TodayScreen::refresh(const ops::Changes&) {
  const Instant now = session().now();
  const auto plan = session().read(ops::readStudyPlan(session().pack(), session().notebook(), now,
                                                      session().clock().offsetAt(now)));
  const auto report = session().read(
      ops::readProgress(session().pack(), session().notebook(), session().today(), kForecastDays));
  if (!plan || !report)
    return;
  m_date->setText(QLocale().toString(toQt(plan->today), QStringLiteral("dddd, d MMMM")));
  m_row->setText(report->daysInARow < 2 ? QString()
                                        : tr("%n days in a row", nullptr, report->daysInARow));
  showPlan(*plan);
  showReadiness(*report);
  m_forecast->setForecast(report->due, report->today, report->interview);
  showNext(*report);
}

void TodayScreen::showPlan(const ops::StudyPlan& plan) {
  showDue(plan);
  showInterview(plan);
  const int today = plan.facts.newLimit;
  m_newNumber->setText(plan.unseen == 0 ? tr("All begun") : tr("%1 today").arg(today));
  QString detail = tr("%n not begun yet.", nullptr, plan.unseen);
  if (plan.newToday > 0)
    detail += QLatin1Char(' ') + tr("%n begun today.", nullptr, plan.newToday);
  if (!plan.newPrompts.isInTime)
    detail += QLatin1Char(' ') +
              tr("%1 a day would be needed before the interview.").arg(plan.newPrompts.needed);
  m_newDetail->setText(detail);
}

void TodayScreen::showDue(const ops::StudyPlan& plan) {
  const auto queue = session().read(review::ReviewQueue::build(plan.facts, plan.memory));
  if (!queue)
    return;
  const int waiting = queue->inSteps() + queue->reviews() + queue->newPrompts();
  m_start->setEnabled(waiting > 0);
  m_start->setText(plan.answeredToday > 0 ? tr("Continue review") : tr("Start review"));
  if (waiting == 0) {
    m_dueNumber->setText(plan.answeredToday > 0 ? tr("Done") : tr("Nothing"));
    m_dueDetail->setText(plan.answeredToday > 0
                             ? tr("%n answer(s) in %1 today.", nullptr, plan.answeredToday)
                                   .arg(durationText(plan.spentToday))
                             : tr("Read a note in Study; its prompts come here."));
  } else {
    m_dueNumber->setText(durationText(queue->expectedTime()));
    m_dueDetail->setText(tr("%1 to repeat, %2 new, of %3 minutes a day.")
                             .arg(queue->inSteps() + queue->reviews())
                             .arg(queue->newPrompts())
                             .arg(plan.settings.dailyMinutes));
  }
  if (queue->leftForLater() > 0)
    m_dueDetail->setText(
        m_dueDetail->text() + QLatin1Char(' ') +
        tr("%n more wait beyond today's minutes.", nullptr, queue->leftForLater()));
}

void TodayScreen::showInterview(const ops::StudyPlan& plan) {
  const auto& date = plan.settings.interviewDate;
  const int days = date ? daysBetween(plan.today, *date) : -1;
  m_interviewButton->setText(date ? tr("Change the date") : tr("Set the date"));
  if (!date) {
    m_interviewNumber->setText(tr("No date"));
    m_interviewDetail->setText(
        tr("With a date, new prompts are planned backwards from it and everything is seen shortly "
           "before."));
  } else if (days < 0) {
    m_interviewNumber->setText(tr("Over"));
    m_interviewDetail->setText(
        tr("It was on %1.").arg(QLocale().toString(toQt(*date), QLocale::LongFormat)));
  } else {
    m_interviewNumber->setText(days == 0 ? tr("Today") : tr("%n day(s)", nullptr, days));
    m_interviewDetail->setText(QLocale().toString(toQt(*date), QLocale::LongFormat));
  }
}

void TodayScreen::showReadiness(const ops::ProgressReport& report) {
  const int percent = static_cast<int>(std::lround(report.recall * 100));
  m_readyTitle->setText(report.readyOn == report.today
                            ? tr("Ready today: %1 %").arg(percent)
                            : tr("Ready on interview day: %1 %").arg(percent));
  m_readiness->setRows(readinessColumns(session().pack()), readinessRows(session().pack(), report));
}

void TodayScreen::addNext(Glyph glyph, const QString& title, const QString& detail,
                          const Place& place) {
  auto* card = new Card;
  card->setFlat(true);
  card->setInteractive(true);
  card->setAccessibleName(title + QStringLiteral(", ") + detail);
  card->column()->setContentsMargins(10, 8, 10, 8);
  auto* row = new QHBoxLayout;
  row->setSpacing(12);
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  auto* name = new Label(title, TextRole::Strong, Tone::Normal, card);
  name->setElided(true);
  auto* about = new Label(detail, TextRole::Caption, Tone::Muted, card);
  about->setElided(true);
  words->addWidget(name);
  words->addWidget(about);
  row->addWidget(new GlyphLabel(glyph, Tone::Accent, 20, card));
  row->addLayout(words, 1);
  row->addWidget(new GlyphLabel(Glyph::ChevronRight, Tone::Muted, 16, card));
  card->column()->addLayout(row);
  connect(card, &Card::activated, this, [this, place] { Q_EMIT placeRequested(place); });
  m_next->addWidget(card);
}

void TodayScreen::showNext(const ops::ProgressReport& report) {
  while (QLayoutItem* item = m_next->takeAt(0)) {
    item->widget()->deleteLater();
    delete item;
  }
  const auto& framework = session().pack().framework();
  const auto titleOf = [&](const QuestionId& id) {
    for (const ports::QuestionCard& card : session().pack().questions())
      if (card.id == id)
        return toQt(card.title);
    return QString();
  };
  const auto keys = session().read(session().notebook().answeredKeys());
  std::vector<answers::AnswerKey> answered = keys.value_or(std::vector<answers::AnswerKey>{});
  const std::size_t recent = std::min<std::size_t>(2, answered.size());
  for (std::size_t index = 0; index < recent; ++index) {
    const framework::Phase* phase = framework.phase(answered[index].phase);
    addNext(Glyph::Pencil,
            tr("Your answer: %1").arg(phase != nullptr ? toQt(phase->title) : QString()),
            titleOf(answered[index].question),
            Place{.screen = ScreenName::Study,
                  .question = answered[index].question,
                  .phase = answered[index].phase,
                  .writing = true});
  }
  for (const ports::QuestionCard& card : session().pack().questions())
    for (const framework::Phase& phase : framework.phases) {
      const auto cell = report.readiness.find({card.id, phase.id});
      const bool begun = cell != report.readiness.end() && cell->second.seen > 0;
      if (m_next->count() < kMostNext && !begun)
        addNext(Glyph::Study, tr("Read: %1").arg(toQt(phase.title)), toQt(card.title),
                Place{.screen = ScreenName::Study, .question = card.id, .phase = phase.id});
    }
  if (m_next->count() == 0)
    addNext(Glyph::Library, tr("Browse all figures"), tr("Library"),
            Place{.screen = ScreenName::Library});
}

}  // namespace phaseboard::ui
