// SPDX-License-Identifier: Apache-2.0
#include "app/ops/answering.h"

#include <algorithm>

#include "app/ops/study_plan.h"
#include "app/review/plan.h"

namespace phaseboard::ops {
namespace {

constexpr Millis kLongestThinking{600'000};

}  // namespace

Result<review::ReviewEvent> newEvent(const EventWriter& writer, const PromptId& prompt, Instant now,
                                     const ports::Settings& settings) {
  review::ReviewEvent event;
  PHASEBOARD_TRY_ASSIGN(const auto newest, writer.store.lastEventAt(prompt));
  // Events of a prompt are ordered by id alone, also when the clock went back or stands still.
  const Instant ordered{newest ? std::max(now.value(), newest->value() + 1) : now.value()};
  const std::uint64_t high = writer.chance.next();
  event.id = Uuid::version7(ordered, high, writer.chance.next());
  event.prompt = prompt;
  event.at = now;
  event.offset = writer.clock.offsetAt(now);
  event.day = studyDay(now, event.offset, settings.dayStart);
  event.device = writer.store.device();
  return event;
}

Result<AppendedAnswer> appendAnswer(const EventWriter& writer, const review::Prompt& prompt,
                                    memory::Rating rating, Instant now, Millis thinking) {
  ports::NotebookStore& store = writer.store;
  PHASEBOARD_TRY_ASSIGN(const ports::Settings settings, store.settings());
  PHASEBOARD_TRY_ASSIGN(const auto memory, memorySettings(settings));
  PHASEBOARD_TRY_ASSIGN(const auto row, store.promptRow(prompt.id));
  PHASEBOARD_TRY_ASSIGN(review::ReviewEvent event, newEvent(writer, prompt.id, now, settings));
  const review::PromptState before = row ? row->state : review::PromptState{};

  const review::Answered answered =
      review::answer(before, prompt.id, rating, now, event.day,
                     review::settingsTowards(memory, prompt.id, event.day, settings.interviewDate));
  event.rating = rating;
  event.thinking = std::clamp(thinking, Millis{0}, kLongestThinking);
  event.contentHash = prompt.contentHash;
  event.intervalSeconds = answered.intervalSeconds;

  ports::DaySummary day;
  day.day = event.day;
  day.question = prompt.question;
  day.answers = 1;
  day.again = rating == memory::Rating::Again ? 1 : 0;
  day.newPrompts = before.reps == 0 ? 1 : 0;
  day.time = event.thinking;

  PHASEBOARD_TRY(store.appendEvent(event, prompt.question, prompt.phase));
  PHASEBOARD_TRY(store.writeState(prompt.id, answered.state));
  PHASEBOARD_TRY(store.addToDay(day));
  return AppendedAnswer{event.id, answered.state};
}

}  // namespace phaseboard::ops
