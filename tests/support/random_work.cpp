// SPDX-License-Identifier: Apache-2.0
#include "tests/support/random_work.h"

#include <array>

#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

constexpr std::size_t kPromptsOfRandomWork = 9;
constexpr std::size_t kStepsRemembered = 12;
constexpr std::array<const char*, 3> kPhasesOfRandomWork{"frame", "data", "model"};

/// Working memory out anew from a long log takes longer than everything else together.
bool isHeavy(const NamedOperation& operation) {
  return operation.name == "useParameters" || operation.name == "changeSettings";
}

}  // namespace

review::Prompt RandomWork::prompt() {
  return aPrompt("p" + std::to_string(below(kPromptsOfRandomWork)));
}

answers::AnswerKey RandomWork::key() {
  return {QuestionId{"ads"}, PhaseId{kPhasesOfRandomWork[below(kPhasesOfRandomWork.size())]}};
}

void RandomWork::passTime(OpenDesk& open) {
  constexpr std::int64_t kDecade = 3'650;
  const std::size_t fate = below(200);
  if (fate == 0)
    open.clock.advanceDays(kDecade);
  else if (fate == 1)
    open.clock.advanceDays(-kDecade);
  else if (fate < 10)
    open.clock.advanceMinutes(-static_cast<std::int64_t>(below(600)));
  else if (fate < 20)
    open.clock.travelTo(UtcOffset{static_cast<std::int32_t>(below(27)) * 3'600 - 43'200});
  else if (fate < 120)
    open.clock.advanceSeconds(static_cast<std::int64_t>(below(900)));
}

Status RandomWork::correct(OpenDesk& open) {
  const review::Prompt chosen = prompt();
  PHASEBOARD_TRY_ASSIGN(const auto events, open.store->events(chosen.id));
  if (events.empty())
    return {};
  return statusOf(
      open.desk.correctGrade(chosen, events[below(events.size())].id, memory::kRatings[below(4)]));
}

Status RandomWork::runDeskOperation(OpenDesk& open) {
  ops::Desk& desk = open.desk;
  switch (below(10)) {
    case 0:
      return statusOf(desk.writeAnswer(key(), std::string(below(400), 'x')));
    case 1:
      return statusOf(
          desk.tickKeyPoint(key(), ItemId{"ads/" + std::to_string(below(5))}, below(2) == 0));
    case 2:
      return statusOf(desk.suspendPrompt(prompt().id, below(2) == 0));
    case 3:
      return statusOf(below(2) == 0 ? desk.buryPrompt(prompt().id)
                                    : desk.flagPrompt(prompt().id, below(2) == 0));
    case 4:
      return statusOf(
          desk.overrideText(prompt().id.value(), "ask", std::string(below(3), 'o'), "What?"));
    case 5:
      return correct(open);
    case 6:
      return statusOf(below(8) == 0
                          ? desk.startAfresh(prompt().id)
                          : desk.markFavourite("ads/" + std::to_string(below(4)), below(2) == 0));
    default:
      return statusOf(desk.answerPrompt(prompt(), memory::kRatings[below(4)], Millis{1'500}));
  }
}

Status RandomWork::step(OpenDesk& open) {
  passTime(open);
  const NamedOperation* named = nullptr;
  if (below(2) == 0) {
    named = &m_operations[below(m_operations.size())];
    if (isHeavy(*named) && below(20) != 0)
      named = nullptr;
  }
  m_names.push_back(named == nullptr ? "desk" : named->name);
  if (m_names.size() > kStepsRemembered)
    m_names.erase(m_names.begin());
  Status done = named == nullptr ? runDeskOperation(open) : named->run(open);
  const bool isRefused = !done && (done.error().kind == ErrorKind::NotFound ||
                                   done.error().kind == ErrorKind::InvalidInput);
  return isRefused ? Status{} : done;
}

std::string RandomWork::lastSteps() const {
  std::string names;
  for (const std::string& name : m_names)
    names += (names.empty() ? "" : ", ") + name;
  return names;
}

std::string undoableDumpOf(db::SqliteNotebookStore& store) {
  std::set<std::string> without = stampTables();
  without.insert({"prompt", "review", "undo_step", "undo_step_event", "image_data", "draft",
                  "board_entry", "mock_event", "mock_text", "seen_packs", "seen_question"});
  return dumpOf(store, without);
}

}  // namespace phaseboard::test
