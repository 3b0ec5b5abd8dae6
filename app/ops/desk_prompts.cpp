// SPDX-License-Identifier: Apache-2.0
// Operations of the desk on whole prompts: the user's own, answers to a phase, fresh starts.
#include <algorithm>
#include <utility>

#include "app/ops/desk.h"
#include "app/ops/step_changes.h"
#include "app/ports/notebook_store.h"

namespace phaseboard::ops {
namespace {

Status checkOwnPrompt(const review::Prompt& prompt) {
  const std::pair<const char*, const std::string&> fields[]{{"ask", prompt.ask},
                                                            {"answer", prompt.answer},
                                                            {"question", prompt.question.value()},
                                                            {"phase", prompt.phase.value()}};
  for (const auto& [name, text] : fields)
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
      return fail(ErrorKind::InvalidInput, name, "an own prompt needs it");
  return {};
}

Result<review::Prompt> ownPrompt(const ports::NotebookStore& store, const PromptId& id) {
  PHASEBOARD_TRY_ASSIGN(const auto all, store.ownPrompts());
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&id](const review::Prompt& one) { return one.id == id; });
  if (found == all.end())
    return fail(ErrorKind::NotFound, id.value(), "not one of the user's own prompts");
  return *found;
}

bool areSame(const review::Prompt& a, const review::Prompt& b) {
  return a.ask == b.ask && a.answer == b.answer && a.question == b.question && a.phase == b.phase &&
         a.diagram == b.diagram && a.part == b.part;
}

/// Writes the ticks of `key` so that they are those of `wanted`.
Status replaceTicks(ports::NotebookStore& store, const answers::AnswerKey& key,
                    const std::vector<ItemId>& wanted) {
  PHASEBOARD_TRY_ASSIGN(const auto known, store.tickedKeyPoints(key));
  for (const ItemId& item : known)
    if (std::find(wanted.begin(), wanted.end(), item) == wanted.end())
      PHASEBOARD_TRY(store.writeTick(key, item, false));
  for (const ItemId& item : wanted)
    if (std::find(known.begin(), known.end(), item) == known.end())
      PHASEBOARD_TRY(store.writeTick(key, item, true));
  return {};
}

}  // namespace

Result<AnswerOutcome> Desk::answerPhase(const review::Prompt& prompt, const PhaseAttempt& attempt,
                                        memory::Rating rating, Millis thinking) {
  if (prompt.kind != review::PromptKind::AnswerPhase)
    return fail(ErrorKind::InvalidInput, "prompt", prompt.id.value());
  const answers::AnswerKey key{prompt.question, prompt.phase};
  const Instant now = m_clock.now();
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY_ASSIGN(const auto current, m_store.currentAnswer(key));
  if (!attempt.text.empty() && (!current || current->text != attempt.text))
    PHASEBOARD_TRY(m_store.appendVersion(key, attempt.text, now));
  PHASEBOARD_TRY_ASSIGN(const auto draft, m_store.draft(key));
  // What was written grew from the draft, if there was one.
  if (draft && (!attempt.text.empty() || draft->text.empty()))
    PHASEBOARD_TRY(m_store.removeDraft(key));
  PHASEBOARD_TRY(replaceTicks(m_store, key, attempt.ticks));
  PHASEBOARD_TRY_ASSIGN(const AppendedAnswer answer,
                        m_answering.append(prompt, rating, now, thinking));
  PHASEBOARD_TRY(unit->commitStep({kAnswerPhase, prompt.id.value(), now, answer.event, false, {}}));
  return graded(kAnswerPhase, prompt.id, answer);
}

Result<OpOutcome> Desk::startAfresh(const PromptId& prompt) {
  const Instant now = m_clock.now();
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY_ASSIGN(const auto row, m_store.promptRow(prompt));
  if (!row || row->state.standing == review::Standing::New)
    return OpOutcome{kStartAfresh, {}};
  PHASEBOARD_TRY_ASSIGN(const auto settings, m_store.settings());
  PHASEBOARD_TRY_ASSIGN(review::ReviewEvent event, m_answering.newEvent(prompt, now, settings));
  event.kind = review::EventKind::Void;  // of nothing: see `review::isFreshStart`
  PHASEBOARD_TRY(m_store.appendEvent(event, std::nullopt, std::nullopt));
  PHASEBOARD_TRY(m_store.writeState(prompt, {}));
  PHASEBOARD_TRY(unit->commitStep({kStartAfresh, prompt.value(), now, event.id, false, {}}));
  return OpOutcome{kStartAfresh, changesOf(kStartAfresh, prompt.value())};
}

Result<OwnPromptOutcome> Desk::createPrompt(review::Prompt draft) {
  PHASEBOARD_TRY(checkOwnPrompt(draft));
  const Instant now = m_clock.now();
  const std::uint64_t high = m_chance.next();
  const Uuid id = Uuid::version7(now, high, m_chance.next());
  review::Prompt prompt =
      review::makePrompt(review::PromptKind::Own, TargetId{id.text()}, draft.question, draft.phase,
                         std::move(draft.ask), std::move(draft.answer));
  prompt.diagram = std::move(draft.diagram);
  prompt.part = std::move(draft.part);
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY(m_store.writeOwnPrompt(prompt, now));
  PHASEBOARD_TRY(
      unit->commitStep({kCreatePrompt, prompt.id.value(), now, std::nullopt, false, {}}));
  OwnPromptOutcome outcome;
  outcome.operation = kCreatePrompt;
  outcome.changes = changesOf(kCreatePrompt, prompt.id.value());
  outcome.prompt = std::move(prompt);
  return outcome;
}

Result<OpOutcome> Desk::editPrompt(const review::Prompt& prompt) {
  PHASEBOARD_TRY(checkOwnPrompt(prompt));
  const Instant now = m_clock.now();
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY_ASSIGN(const auto known, ownPrompt(m_store, prompt.id));
  if (areSame(known, prompt))
    return OpOutcome{kEditPrompt, {}};
  PHASEBOARD_TRY(m_store.writeOwnPrompt(prompt, now));
  PHASEBOARD_TRY(unit->commitStep({kEditPrompt, prompt.id.value(), now, std::nullopt, false, {}}));
  return OpOutcome{kEditPrompt, changesOf(kEditPrompt, prompt.id.value())};
}

Result<OpOutcome> Desk::deletePrompt(const PromptId& prompt) {
  const Instant now = m_clock.now();
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY(ownPrompt(m_store, prompt));
  PHASEBOARD_TRY(m_store.removeOwnPrompt(prompt));
  PHASEBOARD_TRY(unit->commitStep({kDeletePrompt, prompt.value(), now, std::nullopt, false, {}}));
  return OpOutcome{kDeletePrompt, changesOf(kDeletePrompt, prompt.value())};
}

}  // namespace phaseboard::ops
