// SPDX-License-Identifier: Apache-2.0
#include "app/ops/tallies.h"

#include <cstdint>
#include <utility>

namespace phaseboard::ops {

std::vector<ports::AnswerTally> talliesOf(std::vector<review::ReviewEvent> events,
                                          const QuestionId& question, const PhaseId& phase) {
  std::vector<ports::AnswerTally> tallies;
  std::int64_t intervalBefore = 0;
  for (const review::CountedAnswer& answer : review::countedAnswers(std::move(events))) {
    if (answer.isFirst)
      intervalBefore = 0;
    tallies.push_back({answer.day, question, phase, review::maturityAfter(intervalBefore), 1,
                       answer.rating == memory::Rating::Again ? 1 : 0, answer.isFirst ? 1 : 0,
                       answer.thinking});
    intervalBefore = answer.intervalSeconds;
  }
  return tallies;
}

ports::AnswerTally taken(ports::AnswerTally tally) {
  tally.answers = -tally.answers;
  tally.again = -tally.again;
  tally.newPrompts = -tally.newPrompts;
  tally.time = Millis{-tally.time.value()};
  return tally;
}

}  // namespace phaseboard::ops
