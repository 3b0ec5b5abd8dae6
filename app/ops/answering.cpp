// SPDX-License-Identifier: Apache-2.0
#include "app/ops/answering.h"

#include <algorithm>
#include <utility>

#include "app/base/study_clock.h"
#include "app/ops/study_plan.h"
#include "app/review/plan.h"

namespace phaseboard::ops {
namespace {

constexpr Millis kLongestThinking{600'000};

Status checkAsked(const review::Prompt& prompt) {
  PHASEBOARD_TRY(checkPrompt(prompt.id));
  if (prompt.question.value().empty())
    return fail(ErrorKind::InvalidInput, "question", prompt.id.value());
  return {};
}

}  // namespace

Status checkPrompt(const PromptId& prompt) {
  if (!review::splitPromptId(prompt))
    return fail(ErrorKind::InvalidInput, "prompt", prompt.value());
  return {};
}

Answering::Answering(ports::NotebookStore& store, const Clock& clock, Chance& chance)
    : m_store(store), m_clock(clock), m_chance(chance) {}

Result<review::ReviewEvent> Answering::newEvent(const PromptId& prompt, Instant now,
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
  event.day = studyDayAt(m_clock, now, settings.dayStart);
  event.device = m_store.device();
  return event;
}

Status Answering::readLoad() {
  if (m_load && m_loadAsOf == m_store.changeCount())
    return {};
  PHASEBOARD_TRY_ASSIGN(auto counts, m_store.dueCounts());
  m_load.emplace(std::move(counts));
  m_loadAsOf = m_store.changeCount();
  return {};
}

void Answering::noteCommitted(const AppendedAnswer& answer) {
  if (!m_load)
    return;
  if (answer.isHidden) {
    m_load.reset();
    return;
  }
  if (answer.before.standing == review::Standing::Review)
    m_load->remove(answer.before.dueDay);
  if (answer.state.standing == review::Standing::Review)
    m_load->add(answer.state.dueDay);
  m_loadAsOf = m_store.changeCount();
}

Result<memory::ForEachRating<review::Answered>> Answering::outcomes(
    const PromptId& prompt, const review::PromptState& before, Instant now, StudyDay day,
    const ports::Settings& settings) {
  PHASEBOARD_TRY_ASSIGN(const auto memory, memorySettings(settings));
  const review::MemorySettings towards =
      review::settingsTowards(memory, prompt, day, settings.interviewDate, settings.finalDays);
  if (!settings.spreadsLoad)
    return review::preview(before, prompt, now, day, towards);
  PHASEBOARD_TRY(readLoad());
  // Where it lies now it will not lie any more.
  const bool isCounted = before.standing == review::Standing::Review;
  if (isCounted)
    m_load->remove(before.dueDay);
  const review::StudyCalendar calendar = calendarOf(settings);
  const review::Spread spread{*m_load, calendar, day};
  auto found = review::preview(before, prompt, now, day, towards, &spread);
  if (isCounted)
    m_load->add(before.dueDay);
  return found;
}

Result<memory::ForEachRating<review::Answered>> Answering::preview(const PromptId& prompt,
                                                                   Instant now) {
  PHASEBOARD_TRY(checkPrompt(prompt));
  PHASEBOARD_TRY_ASSIGN(const ports::Settings settings, m_store.settings());
  PHASEBOARD_TRY_ASSIGN(const auto row, m_store.promptRow(prompt));
  return outcomes(prompt, row ? row->state : review::PromptState{}, now,
                  studyDayAt(m_clock, now, settings.dayStart), settings);
}

Result<AppendedAnswer> Answering::append(const review::Prompt& prompt, memory::Rating rating,
                                         Instant now, Millis thinking) {
  PHASEBOARD_TRY(checkAsked(prompt));
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
  return AppendedAnswer{event.id, before,     answered.state,
                        isLeech,  isPutAside, isPutAside || (row && row->suspended)};
}

}  // namespace phaseboard::ops
