// SPDX-License-Identifier: Apache-2.0
#include "app/ops/desk.h"

#include <algorithm>
#include <utility>

#include "app/answers/history.h"
#include "app/ops/desk_steps.h"
#include "app/ops/replay.h"
#include "app/ops/settings_check.h"
#include "app/ops/step_changes.h"
#include "app/ops/study_plan.h"
#include "app/ports/notebook_store.h"

namespace phaseboard::ops {
namespace {

Status checkKey(const answers::AnswerKey& key) {
  // '#' parts question and phase in the subject of a step.
  if (key.question.value().empty() || key.phase.value().empty() ||
      key.question.value().find('#') != std::string::npos)
    return fail(ErrorKind::InvalidInput, "answer", subjectOf(key));
  return {};
}

Changes changesOfStep(const ports::StepLabel& label) {
  Changes changes = changesOf(label.operation, label.subject);
  for (const ports::PromptEvent& answer : label.answers)
    changes.prompts.push_back(answer.prompt);
  return changes;
}

}  // namespace

Desk::Desk(ports::NotebookStore& store, const Clock& clock, Chance& chance)
    : m_store(store), m_clock(clock), m_chance(chance), m_answering(store, clock, chance) {}

Result<OpOutcome> Desk::writeAnswer(const answers::AnswerKey& key, const std::string& text) {
  PHASEBOARD_TRY(checkKey(key));
  const Instant now = m_clock.now();
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY_ASSIGN(const auto current, m_store.currentAnswer(key));
  PHASEBOARD_TRY_ASSIGN(const auto draft, m_store.draft(key));
  const bool isSame = current ? current->text == text : text.empty();
  if (isSame && !draft)
    return unchanged(kWriteAnswer);
  if (draft)
    PHASEBOARD_TRY(m_store.removeDraft(key));
  if (isSame) {
    PHASEBOARD_TRY(unit->commit(m_clock.now()));
    return OpOutcome{kWriteAnswer, changesOf(kDiscardDraft, subjectOf(key))};
  }
  PHASEBOARD_TRY(m_store.appendVersion(key, text, now));
  return committed(*unit, kWriteAnswer, subjectOf(key), now, true);
}

Result<OpOutcome> Desk::restoreAnswer(const answers::AnswerKey& key, answers::VersionId version) {
  PHASEBOARD_TRY(checkKey(key));
  const Instant now = m_clock.now();
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY_ASSIGN(const auto old, m_store.version(version));
  if (!old || old->key != key)
    return fail(ErrorKind::NotFound, subjectOf(key),
                "no version " + std::to_string(version.value()));
  PHASEBOARD_TRY_ASSIGN(const auto current, m_store.currentAnswer(key));
  if (current && current->text == old->text)
    return unchanged(kRestoreAnswer);
  PHASEBOARD_TRY(m_store.appendVersion(key, old->text, now));
  PHASEBOARD_TRY(m_store.removeDraft(key));
  return committed(*unit, kRestoreAnswer, subjectOf(key), now);
}

Result<OpOutcome> Desk::settleAnswer(const answers::AnswerKey& key, const std::string& text) {
  PHASEBOARD_TRY(checkKey(key));
  const Instant now = m_clock.now();
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY_ASSIGN(const auto versions, m_store.versions(key));
  if (answers::openEnds(versions).size() < 2)
    return unchanged(kSettleAnswer);
  PHASEBOARD_TRY(m_store.appendJoining(key, text, now));
  PHASEBOARD_TRY(m_store.removeDraft(key));
  return committed(*unit, kSettleAnswer, subjectOf(key), now);
}

Result<OpOutcome> Desk::keepDraft(const answers::AnswerKey& key, const std::string& text,
                                  std::optional<answers::VersionId> basedOn) {
  PHASEBOARD_TRY(checkKey(key));
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY_ASSIGN(const auto kept, m_store.draft(key));
  if (kept && kept->text == text && kept->basedOn == basedOn)
    return unchanged(kKeepDraft);
  PHASEBOARD_TRY(m_store.writeDraft({key, text, basedOn, m_clock.now()}));
  PHASEBOARD_TRY(unit->commit(m_clock.now()));
  return OpOutcome{kKeepDraft, changesOf(kKeepDraft, subjectOf(key))};
}

Result<OpOutcome> Desk::discardDraft(const answers::AnswerKey& key) {
  PHASEBOARD_TRY(checkKey(key));
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY_ASSIGN(const auto kept, m_store.draft(key));
  if (!kept)
    return unchanged(kDiscardDraft);
  PHASEBOARD_TRY(m_store.removeDraft(key));
  PHASEBOARD_TRY(unit->commit(m_clock.now()));
  return OpOutcome{kDiscardDraft, changesOf(kDiscardDraft, subjectOf(key))};
}

Result<OpOutcome> Desk::tickKeyPoint(const answers::AnswerKey& key, const ItemId& keyPoint,
                                     bool ticked) {
  PHASEBOARD_TRY(checkKey(key));
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY_ASSIGN(const auto known, m_store.tickedKeyPoints(key));
  if ((std::find(known.begin(), known.end(), keyPoint) != known.end()) == ticked)
    return unchanged(kTickKeyPoint);
  PHASEBOARD_TRY(m_store.writeTick(key, keyPoint, ticked));
  return committed(*unit, kTickKeyPoint, subjectOf(key), m_clock.now());
}

Result<OpOutcome> Desk::overrideText(const std::string& target, const std::string& field,
                                     const std::string& text, const std::string& original) {
  if (target.empty() || field.empty())
    return fail(ErrorKind::InvalidInput, "target", target + " " + field);
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY_ASSIGN(const auto known, m_store.overrides(target));
  const auto old = std::find_if(known.begin(), known.end(),
                                [&](const ports::Override& one) { return one.field == field; });
  if (old == known.end() ? text.empty() : old->text == text && old->original == original)
    return unchanged(kOverrideText);
  const Instant now = m_clock.now();
  PHASEBOARD_TRY(m_store.writeOverride({target, field, text, original, now}));
  return committed(*unit, kOverrideText, target, now);
}

Result<OpOutcome> Desk::markFavourite(const std::string& target, bool favourite) {
  if (target.empty())
    return fail(ErrorKind::InvalidInput, "target");
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY_ASSIGN(const auto known, m_store.favourites());
  if ((std::find(known.begin(), known.end(), target) != known.end()) == favourite)
    return unchanged(kMarkFavourite);
  PHASEBOARD_TRY(m_store.writeFavourite(target, favourite));
  return committed(*unit, kMarkFavourite, target, m_clock.now());
}

Result<OpOutcome> Desk::changeSettings(const ports::Settings& settings) {
  return storeSettings(settings, kChangeSettings);
}

Result<OpOutcome> Desk::useParameters(const std::vector<double>& parameters) {
  PHASEBOARD_TRY_ASSIGN(ports::Settings settings, m_store.settings());
  settings.parameters = parameters;
  return storeSettings(settings, kUseParameters);
}

Result<OpOutcome> Desk::storeSettings(const ports::Settings& settings, const char* operation) {
  PHASEBOARD_TRY(checkSettings(settings));
  PHASEBOARD_TRY_ASSIGN(const auto memory, memorySettings(settings));
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY_ASSIGN(const auto known, m_store.settings());
  if (known == settings)
    return unchanged(operation);
  PHASEBOARD_TRY(m_store.writeSettings(settings));
  // Memory is what the log comes to under the parameters in force.
  if (known.parameters != settings.parameters)
    PHASEBOARD_TRY(replaySchedules(m_store, memory));
  return committed(*unit, operation, "", m_clock.now());
}

Status Desk::appendAbout(const ports::UndoStep& step, review::EventKind kind,
                         const exchange::Progress& progress) {
  std::vector<ports::PromptEvent> answers = step.label.answers;
  if (step.label.event)
    answers.push_back({PromptId{step.label.subject}, *step.label.event});
  if (answers.empty())
    return {};
  PHASEBOARD_TRY_ASSIGN(const auto settings, m_store.settings());
  std::int64_t at = 0;
  for (const ports::PromptEvent& answer : answers) {
    if (!exchange::goesOn(progress, at++, static_cast<std::int64_t>(answers.size())))
      return exchange::stopped();
    PHASEBOARD_TRY_ASSIGN(review::ReviewEvent event,
                          m_answering.newEvent(answer.prompt, m_clock.now(), settings));
    event.kind = kind;
    event.target = answer.event;
    PHASEBOARD_TRY(m_store.appendEvent(event, std::nullopt, std::nullopt));
  }
  return {};
}

Result<OpOutcome> Desk::undo(const exchange::Progress& progress) {
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY_ASSIGN(const auto step, m_store.stepToUndo());
  if (!step)
    return fail(ErrorKind::NotFound, kUndo, "there is nothing to take back");
  PHASEBOARD_TRY(m_store.revert(*step));
  PHASEBOARD_TRY(appendAbout(*step, review::EventKind::Void, progress));
  PHASEBOARD_TRY(unit->commit(m_clock.now()));
  return OpOutcome{kUndo, changesOfStep(step->label)};
}

Result<OpOutcome> Desk::redo(const exchange::Progress& progress) {
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  PHASEBOARD_TRY_ASSIGN(const auto step, m_store.stepToRedo());
  if (!step)
    return fail(ErrorKind::NotFound, kRedo, "there is nothing to do again");
  PHASEBOARD_TRY(m_store.reapply(*step));
  PHASEBOARD_TRY(appendAbout(*step, review::EventKind::Restore, progress));
  PHASEBOARD_TRY(unit->commit(m_clock.now()));
  return OpOutcome{kRedo, changesOfStep(step->label)};
}

}  // namespace phaseboard::ops
