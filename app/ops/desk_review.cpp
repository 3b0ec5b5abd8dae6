// SPDX-License-Identifier: Apache-2.0
// The operations of the desk on prompts.
#include <algorithm>
#include <utility>

#include "app/base/study_clock.h"
#include "app/ops/desk_steps.h"
#include "app/ops/study_plan.h"
#include "app/ops/tallies.h"
#include "app/review/plan.h"

namespace phaseboard::ops {

Result<memory::ForEachRating<review::Answered>> Desk::previewAnswers(const PromptId& prompt) {
  return m_answering.preview(prompt, m_clock.now());
}

AnswerOutcome Desk::graded(const char* operation, const PromptId& prompt,
                           const AppendedAnswer& answer) {
  m_answering.noteCommitted(answer);
  Changes changes = changesOf(operation, prompt.value());
  if (answer.isPutAside)
    changes.aspects.insert(Aspect::PromptFlags);
  return {{operation, std::move(changes)}, answer.state, answer.isLeech};
}

Result<AnswerOutcome> Desk::answerPrompt(const review::Prompt& prompt, memory::Rating rating,
                                         Millis thinking) {
  const Instant now = m_clock.now();
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY_ASSIGN(const AppendedAnswer answer,
                        m_answering.append(prompt, rating, now, thinking));
  PHASEBOARD_TRY(
      unit->commitStep({kAnswerPrompt, prompt.id.value(), now, answer.event, false, {}}));
  return graded(kAnswerPrompt, prompt.id, answer);
}

Result<OpOutcome> Desk::correctGrade(const review::Prompt& prompt, const Uuid& answer,
                                     memory::Rating rating) {
  PHASEBOARD_TRY(checkPrompt(prompt.id));
  const Instant now = m_clock.now();
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY_ASSIGN(const ports::Settings settings, m_store.settings());
  PHASEBOARD_TRY_ASSIGN(const auto memory, memorySettings(settings));
  PHASEBOARD_TRY_ASSIGN(auto events, m_store.events(prompt.id));
  const auto counted = review::countedAnswers(events);
  const auto wrong =
      std::find_if(counted.begin(), counted.end(),
                   [&](const review::CountedAnswer& one) { return one.id == answer; });
  if (wrong == counted.end())
    return fail(ErrorKind::NotFound, "answer", "no such answer of " + prompt.id.value());
  if (wrong->rating == rating)
    return unchanged(kCorrectGrade);
  PHASEBOARD_TRY_ASSIGN(review::ReviewEvent event, m_answering.newEvent(prompt.id, now, settings));
  event.kind = review::EventKind::Correct;
  event.target = answer;
  event.rating = rating;
  event.contentHash = wrong->contentHash;
  event.intervalSeconds =
      review::correctedInterval(events, answer, rating,
                                review::settingsTowards(memory, prompt.id, wrong->day,
                                                        settings.interviewDate, settings.finalDays))
          .value_or(0);
  for (const ports::AnswerTally& before : talliesOf(events, prompt.question, prompt.phase))
    PHASEBOARD_TRY(m_store.addTally(taken(before)));
  events.push_back(event);
  for (const ports::AnswerTally& after : talliesOf(events, prompt.question, prompt.phase))
    PHASEBOARD_TRY(m_store.addTally(after));
  PHASEBOARD_TRY(m_store.appendEvent(event, prompt.question, prompt.phase));
  PHASEBOARD_TRY(m_store.writeState(prompt.id, review::replay(std::move(events), memory)));
  PHASEBOARD_TRY(unit->commitStep({kCorrectGrade, prompt.id.value(), now, event.id, false, {}}));
  return OpOutcome{kCorrectGrade, changesOf(kCorrectGrade, prompt.id.value())};
}

Result<OpOutcome> Desk::suspendPrompt(const PromptId& prompt, bool suspended) {
  PHASEBOARD_TRY(checkPrompt(prompt));
  const char* const operation = suspended ? kSuspendPrompt : kResumePrompt;
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY_ASSIGN(const auto row, m_store.promptRow(prompt));
  if ((row && row->suspended) == suspended)
    return unchanged(operation);
  PHASEBOARD_TRY(m_store.writeFlags(prompt, suspended, row ? row->buriedUntil : std::nullopt));
  return committed(*unit, operation, prompt.value(), m_clock.now());
}

Result<OpOutcome> Desk::buryPrompt(const PromptId& prompt) {
  PHASEBOARD_TRY(checkPrompt(prompt));
  const Instant now = m_clock.now();
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY_ASSIGN(const auto settings, m_store.settings());
  PHASEBOARD_TRY_ASSIGN(const auto row, m_store.promptRow(prompt));
  const StudyDay tomorrow = plusDays(studyDayAt(m_clock, now, settings.dayStart), 1);
  if (row && row->buriedUntil == tomorrow)
    return unchanged(kBuryPrompt);
  PHASEBOARD_TRY(m_store.writeFlags(prompt, row && row->suspended, tomorrow));
  return committed(*unit, kBuryPrompt, prompt.value(), now);
}

Result<OpOutcome> Desk::flagPrompt(const PromptId& prompt, bool flagged) {
  PHASEBOARD_TRY(checkPrompt(prompt));
  const char* const operation = flagged ? kFlagPrompt : kUnflagPrompt;
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY_ASSIGN(const auto known, m_store.flaggedPrompts());
  if ((std::find(known.begin(), known.end(), prompt) != known.end()) == flagged)
    return unchanged(operation);
  PHASEBOARD_TRY(m_store.writeFlag(prompt, flagged));
  return committed(*unit, operation, prompt.value(), m_clock.now());
}

Result<OpOutcome> Desk::catchUp(const std::vector<review::Move>& moves) {
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  bool isChanged = false;
  for (const review::Move& move : moves) {
    PHASEBOARD_TRY_ASSIGN(const auto row, m_store.promptRow(move.prompt));
    if (!row)
      return fail(ErrorKind::NotFound, "prompt", move.prompt.value());
    if (row->buriedUntil == move.day)
      continue;
    isChanged = true;
    PHASEBOARD_TRY(m_store.writeFlags(move.prompt, row->suspended, move.day));
  }
  if (!isChanged)
    return unchanged(kCatchUp);
  return committed(*unit, kCatchUp, "", m_clock.now());
}

}  // namespace phaseboard::ops
