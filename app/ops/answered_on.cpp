// SPDX-License-Identifier: Apache-2.0
#include "app/ops/answered_on.h"

#include <algorithm>
#include <map>
#include <utility>

namespace phaseboard::ops {
namespace {

struct AnswerOfDay {
  Uuid id;  ///< orders them
  const review::Prompt* prompt = nullptr;
  bool isLapse = false;
};

Result<bool> hasLapsed(const PromptId& prompt, const ports::Notebook& notebook) {
  PHASEBOARD_TRY_ASSIGN(const auto row, notebook.promptRow(prompt));
  return row && row->state.lapses > 0;
}

Result<std::vector<AnswerOfDay>> answersOf(StudyDay day, Instant begin,
                                           const CurrentPrompts& prompts,
                                           const ports::Notebook& notebook) {
  PHASEBOARD_TRY_ASSIGN(auto events, notebook.eventsSince(begin));
  std::map<PromptId, std::vector<review::ReviewEvent>> logs;
  for (review::ReviewEvent& event : events)
    logs[event.prompt].push_back(std::move(event));
  std::vector<AnswerOfDay> answers;
  for (auto& [id, log] : logs) {
    const review::Prompt* prompt = prompts.find(id);
    if (prompt == nullptr)
      continue;
    PHASEBOARD_TRY_ASSIGN(const bool lapsed, hasLapsed(id, notebook));
    for (const review::CountedAnswer& answer : review::countedAnswers(std::move(log)))
      if (answer.day == day)
        answers.push_back({answer.id, prompt, lapsed && answer.rating == memory::Rating::Again});
  }
  std::sort(answers.begin(), answers.end(),
            [](const AnswerOfDay& a, const AnswerOfDay& b) { return a.id < b.id; });
  return answers;
}

}  // namespace

Result<AnsweredOn> answeredOn(StudyDay day, Instant begin, const CurrentPrompts& prompts,
                              const ports::Notebook& notebook) {
  PHASEBOARD_TRY_ASSIGN(const auto answers, answersOf(day, begin, prompts, notebook));
  AnsweredOn found;
  for (const AnswerOfDay& answer : answers) {
    found.siblingGroups.insert(answer.prompt->siblingGroup);
    const review::Kin kin = review::kinOf(*answer.prompt);
    if (kin.idea.empty())
      continue;
    const auto open = std::find_if(found.lapses.begin(), found.lapses.end(),
                                   [&kin](const review::Kin& one) { return one.idea == kin.idea; });
    if (open != found.lapses.end() && open->place != kin.place)
      found.lapses.erase(open);
    else if (open == found.lapses.end() && answer.isLapse)
      found.lapses.push_back(kin);
  }
  return found;
}

}  // namespace phaseboard::ops
