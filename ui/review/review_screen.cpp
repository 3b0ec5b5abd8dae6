// SPDX-License-Identifier: Apache-2.0
#include "ui/review/review_screen.h"

#include <algorithm>

#include <QAction>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QScopedValueRollback>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/bridge/time_text.h"
#include "ui/review/prompt_editor.h"
#include "ui/review/prompt_view.h"
#include "ui/review/rating_bar.h"
#include "ui/review/sitting_end.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {
namespace {

constexpr int kMoreNew = 10;

}  // namespace

ReviewScreen::ReviewScreen(const ScreenContext& context, QWidget* parent)
    : Screen(context, parent),
      m_left(new Label(QString(), TextRole::Strong, Tone::Normal, this)),
      m_time(new Label(QString(), TextRole::Small, Tone::Muted, this)),
      m_progress(new QProgressBar(this)),
      m_stack(new QStackedLayout),
      m_view(new PromptView(context.session, this)),
      m_bar(new RatingBar(this)),
      m_end(new SittingEnd(this)),
      m_wait(new QTimer(this)) {
  auto* asking = new QWidget(this);
  auto* column = new QVBoxLayout(asking);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(16);
  column->addWidget(makeHead());
  column->addWidget(m_view, 1);
  column->addWidget(m_bar);
  m_stack->addWidget(asking);
  m_stack->addWidget(m_end);

  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(32, 20, 32, 24);
  outer->addLayout(m_stack);

  m_wait->setSingleShot(true);
  connect(m_wait, &QTimer::timeout, this, &ReviewScreen::step);
  connect(m_bar, &RatingBar::showRequested, this, &ReviewScreen::reveal);
  connect(m_bar, &RatingBar::graded, this, &ReviewScreen::grade);
  connect(m_end, &SittingEnd::moreRequested, this, &ReviewScreen::learnMore);
  connect(m_end, &SittingEnd::studyRequested, this,
          [this] { Q_EMIT placeRequested(Place{.screen = ScreenName::Study}); });
  connect(m_end, &SittingEnd::progressRequested, this,
          [this] { Q_EMIT placeRequested(Place{.screen = ScreenName::Progress}); });
  makeCommands();
}

QWidget* ReviewScreen::makeHead() {
  auto* head = new QWidget(this);
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(16);
  m_progress->setTextVisible(false);
  m_progress->setFixedHeight(6);
  m_progress->setAccessibleName(tr("Progress of this sitting"));
  row->addWidget(m_left);
  row->addWidget(m_progress, 1);
  row->addWidget(m_time);
  return head;
}

QAction* ReviewScreen::addCommand(const QString& text, const QKeySequence& key,
                                  void (ReviewScreen::*run)()) {
  auto* action = new QAction(text, this);
  action->setShortcut(key);
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  addAction(action);
  connect(action, &QAction::triggered, this, run);
  m_commands += action;
  return action;
}

void ReviewScreen::makeCommands() {
  addCommand(tr("Show answer"), Qt::Key_Space, &ReviewScreen::reveal)
      ->setObjectName(QStringLiteral("showAnswerCommand"));
  const std::array grades{std::pair{memory::Rating::Again, tr("Grade: again")},
                          std::pair{memory::Rating::Hard, tr("Grade: hard")},
                          std::pair{memory::Rating::Good, tr("Grade: good")},
                          std::pair{memory::Rating::Easy, tr("Grade: easy")}};
  int key = Qt::Key_1;
  for (const auto& [rating, text] : grades) {
    auto* action = new QAction(text, this);
    action->setShortcut(QKeySequence(key++));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    connect(action, &QAction::triggered, this, [this, rating = rating] { grade(rating); });
    m_commands += action;
  }
  addCommand(tr("Bury until tomorrow"), QKeySequence(Qt::Key_Minus), &ReviewScreen::bury)
      ->setObjectName(QStringLiteral("buryCommand"));
  addCommand(tr("Suspend prompt"), QKeySequence(Qt::Key_At), &ReviewScreen::suspend);
  addCommand(tr("Edit prompt..."), QKeySequence(Qt::Key_E), &ReviewScreen::edit);
  addCommand(tr("Open in Study"), QKeySequence(Qt::Key_O), &ReviewScreen::openInStudy);
  m_moreCommand =
      addCommand(tr("Learn 10 more"), QKeySequence(Qt::Key_L), &ReviewScreen::learnMore);
}

void ReviewScreen::arrive(const Place&) {
  rebuild();
}

void ReviewScreen::leave() {
  m_wait->stop();
}

Place ReviewScreen::place() const {
  return Place{.screen = ScreenName::Review};
}

void ReviewScreen::refresh(const ops::Changes& changes) {
  if (m_changing)
    return;
  if (isTakenBack(changes)) {
    m_sitting->tookBack(session().now());
    showCurrent();
  } else if (changes.touches(ops::Aspect::Review) || changes.touches(ops::Aspect::PromptFlags) ||
             changes.touches(ops::Aspect::Settings)) {
    rebuild();
  } else if (changes.touches(ops::Aspect::Overrides)) {
    showCurrent();
  }
}

bool ReviewScreen::isTakenBack(const ops::Changes& changes) {
  if (!changes.touches(ops::Aspect::Review) || !m_sitting || m_sitting->given().empty())
    return false;
  const review::Sitting::Given& last = m_sitting->given().back();
  if (std::find(changes.prompts.begin(), changes.prompts.end(), last.prompt) ==
      changes.prompts.end())
    return false;
  // Doing an answer again names the prompt too, but leaves it with more answers than before.
  const auto row = session().read(session().notebook().promptRow(last.prompt));
  return row && (!*row || (*row)->state.reps <= last.before.reps);
}

void ReviewScreen::rebuild(int extraNew) {
  const Instant now = session().now();
  auto plan = session().read(ops::readStudyPlan(session().pack(), session().notebook(), now,
                                                session().clock().offsetAt(now)));
  if (!plan)
    return;
  if (extraNew > 0) {
    plan->facts.newLimit += extraNew;
    plan->facts.budget.reset();
  }
  auto queue = session().read(review::ReviewQueue::build(plan->facts, plan->memory));
  if (!queue)
    return;
  m_plan = std::move(*plan);
  if (m_sitting)
    m_sitting->replaceQueue(std::move(*queue), now);
  else
    m_sitting.emplace(std::move(*queue), now);
  showCurrent();
}

std::optional<review::Prompt> ReviewScreen::promptWithOverrides(const PromptId& id) {
  auto prompt = session().read(session().pack().prompt(id));
  const auto overrides = session().read(session().notebook().overrides(id.value()));
  if (!prompt || !overrides)
    return std::nullopt;
  for (const ports::Override& text : *overrides) {
    if (text.field == "ask")
      prompt->ask = text.text;
    else if (text.field == "answer")
      prompt->answer = text.text;
  }
  return prompt;
}

void ReviewScreen::showCurrent() {
  m_wait->stop();
  m_prompt.reset();
  if (m_sitting && m_sitting->current())
    m_prompt = promptWithOverrides(*m_sitting->current());
  if (!m_prompt) {
    showEnd();
    return;
  }
  const auto row = session().read(session().notebook().promptRow(m_prompt->id));
  m_before = row && *row ? (*row)->state : review::PromptState{};
  m_stack->setCurrentIndex(0);
  m_view->ask(*m_prompt);
  m_bar->askToShow();
  updateHead();
  updateCommands();
}

void ReviewScreen::showEnd() {
  m_stack->setCurrentIndex(1);
  updateCommands();
  if (!m_sitting || !m_plan)
    return;
  const Instant now = session().now();
  const auto until = m_sitting->queue().waitsUntil(now);
  SittingFigures figures;
  figures.answers = static_cast<int>(m_sitting->given().size());
  figures.recalled = m_sitting->recalled();
  figures.time = m_sitting->time();
  figures.unseen = m_plan->unseen;
  figures.leftForLater = m_sitting->queue().leftForLater();
  if (until)
    figures.nextIn = Millis{until->value() - now.value()};
  m_end->setFigures(figures);
  m_end->setFocus();
  if (until)
    waitForStep(*until);
}

void ReviewScreen::waitForStep(Instant until) {
  const std::int64_t wait = std::max<std::int64_t>(0, until.value() - session().now().value());
  m_wait->start(std::chrono::milliseconds(wait + 50));
}

void ReviewScreen::step() {
  if (!m_sitting)
    return;
  m_sitting->resume(session().now());
  showCurrent();
}

void ReviewScreen::reveal() {
  if (!m_prompt || m_view->isRevealed())
    return;
  m_view->reveal();
  offerGrades();
  updateCommands();
}

void ReviewScreen::offerGrades() {
  const Instant now = session().now();
  const review::MemorySettings settings = review::settingsTowards(
      m_plan->memory, m_prompt->id, session().today(), m_plan->settings.interviewDate);
  const auto outcomes = review::preview(m_before, m_prompt->id, now, session().today(), settings);
  memory::ForEachRating<std::int64_t> seconds;
  seconds.again = outcomes.again.intervalSeconds;
  seconds.hard = outcomes.hard.intervalSeconds;
  seconds.good = outcomes.good.intervalSeconds;
  seconds.easy = outcomes.easy.intervalSeconds;
  m_bar->askToGrade(seconds, std::nullopt);
}

void ReviewScreen::grade(memory::Rating rating) {
  if (!m_prompt || !m_view->isRevealed())
    return;
  const QScopedValueRollback changing(m_changing, true);
  const Millis thinking = m_sitting->thinking(session().now());
  const auto outcome = session().run(
      [&](ops::Desk& desk) { return desk.answerPrompt(*m_prompt, rating, thinking); });
  if (!outcome)
    return;  // told by the window; the prompt stays until its grade is on the disk
  m_sitting->answered(rating, m_before, outcome->state, session().now());
  showCurrent();
}

void ReviewScreen::bury() {
  if (!m_prompt)
    return;
  const QScopedValueRollback changing(m_changing, true);
  if (session().run([&](ops::Desk& desk) { return desk.buryPrompt(m_prompt->id); })) {
    m_sitting->removed(m_prompt->id, session().now());
    showCurrent();
  }
}

void ReviewScreen::suspend() {
  if (!m_prompt)
    return;
  const QScopedValueRollback changing(m_changing, true);
  if (session().run([&](ops::Desk& desk) { return desk.suspendPrompt(m_prompt->id, true); })) {
    m_sitting->removed(m_prompt->id, session().now());
    showCurrent();
  }
}

void ReviewScreen::edit() {
  if (m_prompt)
    editPrompt(session(), *m_prompt, this);
}

void ReviewScreen::openInStudy() {
  if (!m_prompt)
    return;
  Place target{
      .screen = ScreenName::Study, .question = m_prompt->question, .phase = m_prompt->phase};
  if (m_prompt->diagram)
    target.diagram = *m_prompt->diagram;
  if (m_prompt->part)
    target.part = *m_prompt->part;
  Q_EMIT placeRequested(target);
}

void ReviewScreen::learnMore() {
  rebuild(kMoreNew);
}

void ReviewScreen::updateHead() {
  const auto& queue = m_sitting->queue();
  const int left = queue.inSteps() + queue.reviews() + queue.newPrompts();
  const int done = static_cast<int>(m_sitting->given().size());
  m_left->setText(tr("%n left", nullptr, left));
  m_time->setText(tr("about %1").arg(durationText(queue.expectedTime())));
  m_progress->setRange(0, std::max(1, done + left));
  m_progress->setValue(done);
}

void ReviewScreen::updateCommands() {
  const bool revealed = m_prompt && m_view->isRevealed();
  for (int index = 0; index < m_commands.size(); ++index) {
    const bool isGrade = index >= 1 && index <= 4;
    const bool isShow = index == 0;
    m_commands[index]->setEnabled(isGrade ? revealed : m_prompt && !(isShow && revealed));
  }
  m_moreCommand->setEnabled(!m_prompt && m_plan && m_plan->unseen > 0);
}

}  // namespace phaseboard::ui
