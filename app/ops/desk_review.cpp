// SPDX-License-Identifier: Apache-2.0
// The operations of the desk on prompts.
#include <algorithm>
#include <utility>

#include "app/ops/desk_steps.h"
#include "app/ops/study_plan.h"
#include "app/ops/tallies.h"
#include "app/review/plan.h"

namespace phaseboard::ops {
namespace {

constexpr Millis kLongestThinking{600'000};

Status checkPrompt(const PromptId& prompt) {
  if (!review::splitPromptId(prompt))
    return fail(ErrorKind::InvalidInput, "prompt", prompt.value());
  return {};
}

Status checkPrompt(const review::Prompt& prompt) {
  PHASEBOARD_TRY(checkPrompt(prompt.id));
  if (prompt.question.value().empty())
    return fail(ErrorKind::InvalidInput, "question", prompt.id.value());
  return {};
}

}  // namespace

Result<review::ReviewEvent> Desk::newEvent(const PromptId& prompt, Instant now,
                                           const ports::Settings& settings) {
  review::ReviewEvent event;
  PHASEBOARD_TRY_ASSIGN(const auto newest, m_store.lastEventAt(prompt));
  // Events of a prompt are ordered by id alone, also when the clock went back or stands still.
  const Instant ordered{newest ? std::max(now.value(), newest->value() + 1) : now.value()};
  const std::uint64_t high = m_chance.next();
  event.id = Uuid::version7(ordered, high, m_chance.next());
  event.prompt = prompt;
  event.at = now;
  event.offset = m_clock.offsetAt(now);
  event.day = studyDay(now, event.offset, settings.dayStart);
  event.device = m_store.device();
  return event;
}

Result<const review::DueLoad*> Desk::load() {
  if (!m_load) {
    PHASEBOARD_TRY_ASSIGN(auto counts, m_store.dueCounts());
    m_load.emplace(std::move(counts));
  }
  return &*m_load;
}

void Desk::noteLoad(const review::PromptState& before, const review::PromptState& after) {
  if (!m_load)
    return;
  if (before.standing == review::Standing::Review)
    m_load->remove(before.dueDay);
  if (after.standing == review::Standing::Review)
    m_load->add(after.dueDay);
}

Result<memory::ForEachRating<review::Answered>> Desk::outcomes(const PromptId& prompt,
                                                               const review::PromptState& before,
                                                               Instant now, StudyDay day,
                                                               const ports::Settings& settings) {
  PHASEBOARD_TRY_ASSIGN(const auto memory, memorySettings(settings));
  const review::MemorySettings towards =
      review::settingsTowards(memory, prompt, day, settings.interviewDate, settings.finalDays);
  if (!settings.spreadsLoad)
    return review::preview(before, prompt, now, day, towards);
  PHASEBOARD_TRY_ASSIGN(const review::DueLoad* held, load());
  // Where it lies now it will not lie any more.
  const bool isCounted = before.standing == review::Standing::Review;
  if (isCounted)
    m_load->remove(before.dueDay);
  const review::StudyCalendar calendar = calendarOf(settings);
  const review::Spread spread{*held, calendar, day};
  auto found = review::preview(before, prompt, now, day, towards, &spread);
  if (isCounted)
    m_load->add(before.dueDay);
  return found;
}

Result<memory::ForEachRating<review::Answered>> Desk::previewAnswers(const PromptId& prompt) {
  PHASEBOARD_TRY(checkPrompt(prompt));
  const Instant now = m_clock.now();
  PHASEBOARD_TRY_ASSIGN(const ports::Settings settings, m_store.settings());
  PHASEBOARD_TRY_ASSIGN(const auto row, m_store.promptRow(prompt));
  return outcomes(prompt, row ? row->state : review::PromptState{}, now,
                  studyDay(now, m_clock.offsetAt(now), settings.dayStart), settings);
}

Result<Desk::Graded> Desk::grade(const review::Prompt& prompt, memory::Rating rating,
                                 Millis thinking, Instant now) {
  PHASEBOARD_TRY(checkPrompt(prompt));
  PHASEBOARD_TRY_ASSIGN(const ports::Settings settings, m_store.settings());
  PHASEBOARD_TRY_ASSIGN(const auto row, m_store.promptRow(prompt.id));
  PHASEBOARD_TRY_ASSIGN(review::ReviewEvent event, newEvent(prompt.id, now, settings));
  const review::PromptState before = row ? row->state : review::PromptState{};
  PHASEBOARD_TRY_ASSIGN(const auto all, outcomes(prompt.id, before, now, event.day, settings));
  const review::Answered& answered = all[rating];
  event.rating = rating;
  event.thinking = std::clamp(thinking, Millis{0}, kLongestThinking);
  event.contentHash = prompt.contentHash;
  event.intervalSeconds = answered.intervalSeconds;

  const bool isLeech = review::isLeechAlarm(before, answered.state, settings.leechLapses);
  const bool isPutAside = isLeech && settings.suspendsLeeches;
  PHASEBOARD_TRY(m_store.appendEvent(event, prompt.question, prompt.phase));
  PHASEBOARD_TRY(m_store.writeState(prompt.id, answered.state));
  if (isPutAside)
    PHASEBOARD_TRY(m_store.writeFlags(prompt.id, true, row ? row->buriedUntil : std::nullopt));
  PHASEBOARD_TRY(m_store.addTally(
      {event.day, prompt.question, prompt.phase, review::maturityOf(before), 1,
       rating == memory::Rating::Again ? 1 : 0, before.reps == 0 ? 1 : 0, event.thinking}));
  return Graded{event.id, before, answered.state, isLeech, isPutAside || (row && row->suspended)};
}

AnswerOutcome Desk::graded(const char* operation, const PromptId& prompt, const Graded& answer) {
  if (answer.isHidden)
    m_load.reset();
  else
    noteLoad(answer.before, answer.state);
  Changes changes = changesOf(operation, prompt.value());
  if (answer.isLeech && answer.isHidden)
    changes.aspects.insert(Aspect::PromptFlags);
  return {{operation, std::move(changes)}, answer.state, answer.isLeech};
}

Result<AnswerOutcome> Desk::answerPrompt(const review::Prompt& prompt, memory::Rating rating,
                                         Millis thinking) {
  const Instant now = m_clock.now();
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY_ASSIGN(const Graded answer, grade(prompt, rating, thinking, now));
  PHASEBOARD_TRY(unit->commitStep({kAnswerPrompt, prompt.id.value(), now, answer.event, false}));
  return graded(kAnswerPrompt, prompt.id, answer);
}

Result<OpOutcome> Desk::correctGrade(const review::Prompt& prompt, const Uuid& answer,
                                     memory::Rating rating) {
  PHASEBOARD_TRY(checkPrompt(prompt));
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
  PHASEBOARD_TRY_ASSIGN(review::ReviewEvent event, newEvent(prompt.id, now, settings));
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
  m_load.reset();
  PHASEBOARD_TRY(unit->commitStep({kCorrectGrade, prompt.id.value(), now, event.id, false}));
  return OpOutcome{kCorrectGrade, changesOf(kCorrectGrade, prompt.id.value())};
}

Result<OpOutcome> Desk::suspendPrompt(const PromptId& prompt, bool suspended) {
  PHASEBOARD_TRY(checkPrompt(prompt));
  const char* const operation = suspended ? kSuspendPrompt : kResumePrompt;
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY_ASSIGN(const auto row, m_store.promptRow(prompt));
  if ((row && row->suspended) == suspended)
    return unchanged(operation);
  m_load.reset();
  PHASEBOARD_TRY(m_store.writeFlags(prompt, suspended, row ? row->buriedUntil : std::nullopt));
  return committed(*unit, operation, prompt.value(), m_clock.now());
}

Result<OpOutcome> Desk::buryPrompt(const PromptId& prompt) {
  PHASEBOARD_TRY(checkPrompt(prompt));
  const Instant now = m_clock.now();
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY_ASSIGN(const auto settings, m_store.settings());
  PHASEBOARD_TRY_ASSIGN(const auto row, m_store.promptRow(prompt));
  const StudyDay tomorrow = plusDays(studyDay(now, m_clock.offsetAt(now), settings.dayStart), 1);
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
