// SPDX-License-Identifier: Apache-2.0
// What the review screen does apart from the day: custom study, cramming, flags.
#include <algorithm>
#include <utility>

#include <QAction>
#include <QScopedValueRollback>

#include "ui/bridge/session.h"
#include "ui/review/prompt_view.h"
#include "ui/review/review_screen.h"
#include "ui/widgets/chip.h"

namespace phaseboard::ui {
namespace {

/// What is forgotten in a cram comes round again after this time, or when nothing else is left.
constexpr Millis kCramStep{90'000};

}  // namespace

/// Those of `wanted` that the pack has, but for those answered since the sitting began.
review::ReviewQueue ReviewScreen::queueOfChanged(const std::vector<PromptId>& wanted,
                                                 const ops::StudyPlan& plan,
                                                 const ops::PromptTable& prompts) const {
  std::vector<review::NewPrompt> chosen;
  for (const PromptId& id : wanted) {
    const ops::TableRow* row = prompts.find(id);
    const bool isGiven =
        m_sitting && std::any_of(m_sitting->given().begin(), m_sitting->given().end(),
                                 [&](const auto& one) { return one.prompt == id; });
    if (row != nullptr && !isGiven)
      chosen.push_back({id, row->prompt->siblingGroup, {}, plan.pace.of(row->prompt->kind)});
  }
  return review::ReviewQueue::of(chosen, plan.facts.now);
}

Result<review::ReviewQueue> ReviewScreen::queueFor(const ops::StudyPlan& plan,
                                                   const ops::PromptTable& prompts) const {
  if (!m_custom)
    return review::ReviewQueue::build(plan.facts, plan.memory);
  if (!m_custom->only.empty())
    return queueOfChanged(m_custom->only, plan, prompts);
  if (m_custom->isCram) {
    const auto all = selectablesOf(prompts, plan.settings.kinds, m_custom->selection);
    std::vector<review::NewPrompt> chosen;
    for (const review::Prompt* prompt :
         review::chosenPrompts(all, m_custom->selection, plan.today, plan.memory))
      chosen.push_back({prompt->id, prompt->siblingGroup, {}, plan.pace.of(prompt->kind)});
    return review::ReviewQueue::of(chosen, plan.facts.now);
  }
  review::QueueFacts facts = plan.facts;
  facts.fresh.clear();
  facts.budget.reset();
  review::Selection due = m_custom->selection;
  due.wanted = review::Wanted::Seen;
  std::erase_if(facts.seen, [&](const review::SeenPrompt& seen) {
    const ops::TableRow* row = prompts.find(seen.prompt);
    return row == nullptr ||
           !review::isChosen({row->prompt, &row->state, row->flagged}, due, plan.today);
  });
  return review::ReviewQueue::build(facts, plan.memory);
}

void ReviewScreen::chooseWhat() {
  if (const auto wanted = chooseStudy(session(), this))
    study(*wanted);
}

void ReviewScreen::study(const CustomStudy& wanted) {
  m_custom = wanted;
  m_sitting.reset();
  rebuild();
}

void ReviewScreen::backToTheDay() {
  m_custom.reset();
  m_sitting.reset();
  rebuild();
}

bool ReviewScreen::isGivenAgain(const ops::Changes& changes) {
  if (!changes.touches(ops::Aspect::Review) || !m_sitting || !m_sitting->takenBack() || isCram())
    return false;
  return std::find(changes.prompts.begin(), changes.prompts.end(), *m_sitting->takenBack()) !=
         changes.prompts.end();
}

void ReviewScreen::gradeInCram(memory::Rating rating) {
  const Instant now = session().now();
  review::PromptState before;
  before.standing = review::Standing::Review;
  review::PromptState after = before;
  if (rating == memory::Rating::Again) {
    after.standing = review::Standing::Relearning;
    after.dueAt = Instant{now.value() + kCramStep.value()};
  }
  m_sitting->answered(rating, before, after, now);
  showCurrent();
}

void ReviewScreen::askAgain() {
  if (!isCram() || !m_sitting)
    return;
  m_sitting->tookBack(session().now());
  showCurrent();
}

void ReviewScreen::goOn() {
  if (m_sitting && m_sitting->isTimeUp()) {
    m_sitting->extend();
    showCurrent();
  } else {
    backToTheDay();
  }
}

void ReviewScreen::flag() {
  if (!m_asked)
    return;
  const QScopedValueRollback changing(m_changing, true);
  const PromptId prompt = m_asked->prompt.id;
  const ops::PromptTable* prompts = session().prompts();
  const ops::TableRow* row = prompts == nullptr ? nullptr : prompts->find(prompt);
  const bool flagged = row != nullptr && row->flagged;
  session().perform([&](ops::Desk& desk) { return desk.flagPrompt(prompt, !flagged); });
  showMarks();
}

void ReviewScreen::showMarks() {
  m_mode->setVisible(m_custom.has_value());
  if (m_custom)
    m_mode->setText(!m_custom->only.empty() ? tr("What changed in the pack")
                    : m_custom->isCram      ? tr("Cram: nothing is recorded")
                                            : tr("Only what you chose, if due"));
  const ops::PromptTable* prompts = session().prompts();
  const ops::TableRow* row =
      prompts == nullptr || !m_asked ? nullptr : prompts->find(m_asked->prompt.id);
  const int lapses = row == nullptr ? 0 : row->state.lapses;
  m_leech->setVisible(row != nullptr &&
                      review::isLeech(row->state, session().settings().leechLapses));
  m_leech->setText(tr("Leech, %n lapse(s)", nullptr, lapses));
  m_flag->setVisible(row != nullptr && row->flagged);
}

}  // namespace phaseboard::ui
