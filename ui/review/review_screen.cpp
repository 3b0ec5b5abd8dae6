// SPDX-License-Identifier: Apache-2.0
#include "ui/review/review_screen.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QProgressBar>
#include <QScopedValueRollback>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>

#include "app/base/study_clock.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/bridge/time_text.h"
#include "ui/review/prompt_view.h"
#include "ui/review/rating_bar.h"
#include "ui/review/sitting_end.h"
#include "ui/study/draft_keeper.h"
#include "ui/widgets/chip.h"
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
      m_wait(new QTimer(this)),
      m_keeper(new DraftKeeper(context.session, this)) {
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
  connect(m_view, &PromptView::answered, this, &ReviewScreen::reveal);
  connect(m_view, &PromptView::ticksChanged, this, [this] {
    if (m_asked && m_view->isRevealed())
      offerGrades(false);
  });
  connect(m_view, &PromptView::textWritten, m_keeper, &DraftKeeper::typed);
  connect(m_view, &PromptView::drawRequested, this, &ReviewScreen::drawOnBoard);
  connect(m_view, &PromptView::freshStartRequested, this, &ReviewScreen::startAfresh);
  connect(m_bar, &RatingBar::graded, this, &ReviewScreen::grade);
  connect(m_end, &SittingEnd::goOnRequested, this, &ReviewScreen::goOn);
  connect(m_end, &SittingEnd::moreRequested, this, &ReviewScreen::learnMore);
  connect(m_end, &SittingEnd::studyRequested, this,
          [this] { Q_EMIT placeRequested(Place{.screen = ScreenName::Study}); });
  connect(m_end, &SittingEnd::progressRequested, this,
          [this] { Q_EMIT placeRequested(Place{.screen = ScreenName::Progress}); });
  makeCommands();
  makeTools();
}

QWidget* ReviewScreen::makeHead() {
  auto* head = new QWidget(this);
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(16);
  m_progress->setTextVisible(false);
  m_progress->setFixedHeight(6);
  m_progress->setAccessibleName(tr("Progress of this sitting"));
  m_mode = new Chip(QString(), style::Role::Policy, head);
  m_leech = new Chip(tr("Leech"), style::Role::Queue, head);
  m_flag = new Chip(tr("Flagged"), style::Role::Metric, head);
  m_flag->setGlyph(Glyph::Flag);
  for (Chip* chip : {m_mode, m_leech, m_flag})
    chip->setVisible(false);
  m_mode->setObjectName(QStringLiteral("studyMode"));
  m_leech->setObjectName(QStringLiteral("leechMark"));
  m_flag->setObjectName(QStringLiteral("flagMark"));
  row->addWidget(m_left);
  row->addWidget(m_mode);
  row->addWidget(m_leech);
  row->addWidget(m_flag);
  row->addWidget(m_progress, 1);
  row->addWidget(m_time);
  return head;
}

void ReviewScreen::arrive(const Place& place) {
  if (m_custom)
    m_sitting.reset();
  m_custom.reset();
  if (!place.prompts.empty())
    study({{}, false, place.prompts});
  else
    rebuild();
  if (place.choosing)
    QMetaObject::invokeMethod(this, &ReviewScreen::chooseWhat, Qt::QueuedConnection);
}

void ReviewScreen::leave() {
  m_wait->stop();
  m_keeper->keepNow();
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
  } else if (isGivenAgain(changes)) {
    const auto row = session().read(session().notebook().promptRow(*m_sitting->takenBack()));
    m_sitting->gaveAgain(row && *row ? (*row)->state : review::PromptState{}, session().now());
    showCurrent();
  } else if (isCram() && changes.touches(ops::Aspect::PromptFlags)) {
    showMarks();
  } else if (changes.touches(ops::Aspect::Review) || changes.touches(ops::Aspect::PromptFlags) ||
             changes.touches(ops::Aspect::Settings)) {
    rebuild();
  } else if (changes.touches(ops::Aspect::OwnPrompts)) {
    onOwnPrompts(changes);
  } else if (changes.touches(ops::Aspect::Overrides)) {
    showCurrent();
  }
}

void ReviewScreen::onOwnPrompts(const ops::Changes& changes) {
  const bool isAsked = m_asked && std::find(changes.prompts.begin(), changes.prompts.end(),
                                            m_asked->prompt.id) != changes.prompts.end();
  // Another prompt's turn comes when the queue is read next; the one on the screen stays there.
  if (!m_asked ||
      (isAsked && !ops::readPrompt(session().pack(), session().notebook(), m_asked->prompt.id)))
    rebuild();
  else if (isAsked)
    showCurrent();
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
  const ops::PromptTable* prompts = session().prompts();
  if (prompts == nullptr)
    return;
  auto plan = session().read(ops::readStudyPlan(
      *prompts, now, studyOffsetAt(session().clock(), now, session().settings().dayStart)));
  if (!plan)
    return;
  if (extraNew > 0) {
    plan->facts.newLimit += extraNew;
    plan->facts.budget.reset();
  }
  auto queue = session().read(queueFor(*plan, *prompts));
  if (!queue)
    return;
  m_plan = std::move(*plan);
  beginWith(std::move(*queue));
}

void ReviewScreen::beginWith(review::ReviewQueue queue) {
  const Instant now = session().now();
  const int minutes = session().settings().sittingMinutes;
  if (m_sitting)
    m_sitting->replaceQueue(std::move(queue), now);
  else
    m_sitting.emplace(std::move(queue), now,
                      minutes > 0 ? std::optional(Millis{minutes * 60'000LL}) : std::nullopt);
  showCurrent();
}

std::optional<ops::AskedPrompt> ReviewScreen::read(const PromptId& id) {
  return session().read(ops::readAskedPrompt(session().pack(), session().notebook(), id));
}

QString ReviewScreen::unfinishedText() {
  if (!m_asked || m_asked->sheet.way != review::AnswerWay::Write)
    return {};
  const answers::AnswerKey key{m_asked->prompt.question, m_asked->prompt.phase};
  const auto current = session().read(session().notebook().currentAnswer(key));
  m_keeper->begin(key, current && *current ? std::optional((*current)->id) : std::nullopt);
  const auto draft = session().read(session().notebook().draft(key));
  return draft && *draft ? toQt((*draft)->text) : QString();
}

void ReviewScreen::showCurrent() {
  m_wait->stop();
  m_keeper->keepNow();
  m_asked.reset();
  if (m_sitting && m_sitting->current())
    m_asked = read(*m_sitting->current());
  if (!m_asked || m_sitting->isTimeUp()) {
    m_asked.reset();
    showEnd();
    return;
  }
  showMarks();
  m_stack->setCurrentIndex(0);
  m_view->ask(*m_asked, unfinishedText());
  const bool isElsewhere = m_view->focusAnswer();
  const review::AnswerWay way = m_asked->sheet.way;
  m_bar->askToShow(way == review::AnswerWay::Write                ? tr("Ctrl+Enter")
                   : isElsewhere && way == review::AnswerWay::Say ? tr("Enter")
                                                                  : tr("Space"),
                   !isElsewhere);
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
  figures.isTimeUp = m_sitting->isTimeUp();
  figures.isApart = m_custom.has_value();
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
  if (!m_asked || m_view->isRevealed())
    return;
  m_keeper->keepNow();
  m_view->reveal();
  offerGrades(!m_asked->sheet.hasTicks);
  updateCommands();
}

void ReviewScreen::chooseOption(int index) {
  if (m_asked && !m_view->isRevealed())
    m_view->takeOption(index);
}

void ReviewScreen::offerGrades(bool focused) {
  const auto outcomes = session().previewAnswers(m_asked->prompt.id);
  if (!outcomes)
    return;
  memory::ForEachRating<std::int64_t> seconds;
  seconds.again = outcomes->again.intervalSeconds;
  seconds.hard = outcomes->hard.intervalSeconds;
  seconds.good = outcomes->good.intervalSeconds;
  seconds.easy = outcomes->easy.intervalSeconds;
  m_bar->askToGrade(seconds, m_view->suggested(), focused);
}

Result<ops::AnswerOutcome> ReviewScreen::gradeThrough(ops::Desk& desk, memory::Rating rating,
                                                      Millis thinking) const {
  if (m_asked->prompt.kind == review::PromptKind::AnswerPhase)
    return desk.answerPhase(m_asked->prompt, m_view->attempt(), rating, thinking);
  return desk.answerPrompt(m_asked->prompt, rating, thinking);
}

void ReviewScreen::grade(memory::Rating rating) {
  if (!m_asked || !m_view->isRevealed())
    return;
  if (isCram())
    return gradeInCram(rating);
  const QScopedValueRollback changing(m_changing, true);
  const Millis thinking = m_sitting->thinking(session().now());
  const auto outcome =
      session().run([&](ops::Desk& desk) { return gradeThrough(desk, rating, thinking); });
  if (!outcome)
    return;  // told by the window; the prompt stays until its grade is on the disk
  if (outcome->isLeech)
    session().say(session().settings().suspendsLeeches
                      ? tr("A leech: forgotten %n times, now put aside. Reword it in Progress.",
                           nullptr, outcome->state.lapses)
                      : tr("A leech: forgotten %n times. Better reword it, or read the note again.",
                           nullptr, outcome->state.lapses));
  m_keeper->drop();
  const bool hasLapsed = outcome->state.lapses > m_asked->state.lapses;
  const bool isRelated = m_asked->prompt.conceptId.has_value();
  m_sitting->answered(rating, m_asked->state, outcome->state, session().now());
  // Another prompt about a concept that was forgotten is asked soon: the plan knows which.
  if (hasLapsed && isRelated)
    rebuild();
  else
    showCurrent();
}

void ReviewScreen::startAfresh() {
  if (!m_asked)
    return;
  const QScopedValueRollback changing(m_changing, true);
  const PromptId prompt = m_asked->prompt.id;
  if (session().perform([&](ops::Desk& desk) { return desk.startAfresh(prompt); })) {
    m_asked = read(prompt);
    if (m_asked && m_view->isRevealed())
      offerGrades(true);
  }
}

void ReviewScreen::bury() {
  if (!m_asked)
    return;
  const QScopedValueRollback changing(m_changing, true);
  const PromptId prompt = m_asked->prompt.id;
  if (session().run([&](ops::Desk& desk) { return desk.buryPrompt(prompt); })) {
    m_sitting->removed(prompt, session().now());
    showCurrent();
  }
}

void ReviewScreen::suspend() {
  if (!m_asked)
    return;
  const QScopedValueRollback changing(m_changing, true);
  const PromptId prompt = m_asked->prompt.id;
  if (session().run([&](ops::Desk& desk) { return desk.suspendPrompt(prompt, true); })) {
    m_sitting->removed(prompt, session().now());
    showCurrent();
  }
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

}  // namespace phaseboard::ui
