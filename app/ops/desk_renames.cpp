// SPDX-License-Identifier: Apache-2.0
// How the notebook follows a pack that gave new ids to what it knows.
#include <algorithm>
#include <utility>

#include "app/ops/current_prompts.h"
#include "app/ops/desk_steps.h"
#include "app/ops/replay.h"

namespace phaseboard::ops {
namespace {

answers::AnswerKey keyToday(const answers::AnswerKey& key, const ports::PackLibrary& pack) {
  const std::string note = pack.currentId(subjectOf(key));
  const std::size_t hash = note.find('#');
  if (hash == std::string::npos)
    return key;
  return {QuestionId{note.substr(0, hash)}, PhaseId{pack.currentId(note.substr(hash + 1))}};
}

/// Where there is a draft under either id, the older place's becomes a version, behind the answer
/// that is current.
Status keepBothDrafts(ports::NotebookStore& store, const answers::AnswerKey& before,
                      const answers::AnswerKey& now, Instant at) {
  PHASEBOARD_TRY_ASSIGN(const auto older, store.draft(before));
  PHASEBOARD_TRY_ASSIGN(const auto newer, store.draft(now));
  if (!older || !newer)
    return {};
  PHASEBOARD_TRY_ASSIGN(const auto current, store.currentAnswer(now));
  PHASEBOARD_TRY(store.appendVersion(now, older->text, older->savedAt));
  if (current)
    PHASEBOARD_TRY(store.appendVersion(now, current->text, at));
  return store.removeDraft(before);
}

/// Answers with their ticks, drafts and images. Whether anything moved.
Result<bool> moveAnswers(ports::NotebookStore& store, const ports::PackLibrary& pack, Instant at) {
  bool hasMoved = false;
  PHASEBOARD_TRY_ASSIGN(const auto filed, store.filedKeys());
  for (const answers::AnswerKey& key : filed) {
    const answers::AnswerKey now = keyToday(key, pack);
    if (now != key) {
      PHASEBOARD_TRY(keepBothDrafts(store, key, now, at));
      PHASEBOARD_TRY(store.moveAnswer(key, now));
    }
    hasMoved = hasMoved || now != key;
    PHASEBOARD_TRY_ASSIGN(const auto ticked, store.tickedKeyPoints(now));
    for (const ItemId& point : ticked) {
      const ItemId renamed{pack.currentId(point.value())};
      if (renamed == point)
        continue;
      hasMoved = true;
      PHASEBOARD_TRY(store.writeTick(now, point, false));
      PHASEBOARD_TRY(store.writeTick(now, renamed, true));
    }
  }
  return hasMoved;
}

Result<bool> moveFavourites(ports::NotebookStore& store, const ports::PackLibrary& pack) {
  bool hasMoved = false;
  PHASEBOARD_TRY_ASSIGN(const auto favourites, store.favourites());
  for (const std::string& target : favourites) {
    const std::string renamed = pack.currentId(target);
    if (renamed == target)
      continue;
    hasMoved = true;
    PHASEBOARD_TRY(store.writeFavourite(target, false));
    PHASEBOARD_TRY(store.writeFavourite(renamed, true));
  }
  return hasMoved;
}

/// The user's words about parts and items; those about prompts go with their prompts.
Result<bool> moveWordings(ports::NotebookStore& store, const ports::PackLibrary& pack) {
  bool hasMoved = false;
  PHASEBOARD_TRY_ASSIGN(const auto all, store.overrides());
  for (const ports::Override& words : all) {
    if (review::splitPromptId(PromptId{words.target}))
      continue;
    ports::Override moved = words;
    moved.target = pack.currentId(words.target);
    if (moved.target == words.target)
      continue;
    PHASEBOARD_TRY_ASSIGN(const auto there, store.overrides(moved.target));
    // What was written under the new id since is the later word.
    if (std::any_of(there.begin(), there.end(),
                    [&](const ports::Override& one) { return one.field == words.field; }))
      continue;
    hasMoved = true;
    PHASEBOARD_TRY(store.writeOverride({words.target, words.field, "", "", {}}));
    PHASEBOARD_TRY(store.writeOverride(moved));
  }
  return hasMoved;
}

/// The places that the user's own prompts are about; their ids are their own.
Result<bool> moveOwnPrompts(ports::NotebookStore& store, const ports::PackLibrary& pack,
                            Instant now) {
  bool hasMoved = false;
  PHASEBOARD_TRY_ASSIGN(auto prompts, store.ownPrompts());
  for (review::Prompt& prompt : prompts) {
    const answers::AnswerKey key{prompt.question, prompt.phase};
    const answers::AnswerKey place = keyToday(key, pack);
    std::optional<DiagramId> diagram = prompt.diagram;
    std::optional<PartId> part = prompt.part;
    if (diagram && part) {
      const std::string target = pack.currentId(content::partTarget(*diagram, *part).value());
      const std::size_t slash = target.rfind('/');
      diagram = DiagramId{target.substr(0, slash)};
      part = PartId{target.substr(slash + 1)};
    } else if (diagram) {
      diagram = DiagramId{pack.currentId(diagram->value())};
    }
    if (place == key && diagram == prompt.diagram && part == prompt.part)
      continue;
    hasMoved = true;
    prompt.question = place.question;
    prompt.phase = place.phase;
    prompt.diagram = diagram;
    prompt.part = part;
    PHASEBOARD_TRY(store.writeOwnPrompt(prompt, now));
  }
  return hasMoved;
}

}  // namespace

Result<OpOutcome> Desk::followRenames(const ports::PackLibrary& pack) {
  if (pack.renames().empty())
    return unchanged(kFollowRenames);
  const CurrentPrompts prompts(pack);
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_store.begin());
  Changes changes = changesOf(kFollowRenames, "");
  bool hasMoved = false;
  for (const review::Prompt& prompt : pack.prompts())
    for (const PromptId& older : prompts.olderIds(prompt)) {
      PHASEBOARD_TRY_ASSIGN(const auto row, m_store.promptRow(older));
      PHASEBOARD_TRY_ASSIGN(const auto own, m_store.promptRow(prompt.id));
      if (!row || own)
        continue;
      PHASEBOARD_TRY_ASSIGN(const bool moved, carryOn(older, prompt));
      hasMoved = hasMoved || moved;
      changes.prompts.push_back(prompt.id);
    }
  if (hasMoved)
    PHASEBOARD_TRY(replayDays(m_store));
  PHASEBOARD_TRY_ASSIGN(const bool answersMoved, moveAnswers(m_store, pack, m_clock.now()));
  PHASEBOARD_TRY_ASSIGN(const bool favouritesMoved, moveFavourites(m_store, pack));
  PHASEBOARD_TRY_ASSIGN(const bool ownMoved, moveOwnPrompts(m_store, pack, m_clock.now()));
  PHASEBOARD_TRY_ASSIGN(const bool wordsMoved, moveWordings(m_store, pack));
  const bool textsMoved = answersMoved || favouritesMoved || ownMoved || wordsMoved;
  if (changes.prompts.empty() && !textsMoved)
    return unchanged(kFollowRenames);
  if (hasMoved || textsMoved)
    PHASEBOARD_TRY(m_store.forgetSteps());
  PHASEBOARD_TRY(unit->commit(m_clock.now()));
  return OpOutcome{kFollowRenames, changes};
}

Result<bool> Desk::carryOn(const PromptId& before, const review::Prompt& now) {
  PHASEBOARD_TRY_ASSIGN(const auto texts, m_store.overrides(before.value()));
  PHASEBOARD_TRY(m_store.renamePrompt(before, now.id, now.question, now.phase));
  const auto parts = review::splitPromptId(before);
  const std::string older = parts ? parts->target.value() : std::string();
  return !texts.empty() || older.substr(0, older.find_first_of("/#")) != now.question.value();
}

}  // namespace phaseboard::ops
