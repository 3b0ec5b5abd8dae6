// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/answers/answer.h"
#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/exchange/progress.h"
#include "app/memory/rating.h"
#include "app/ops/answering.h"
#include "app/ops/changes.h"
#include "app/ports/settings.h"
#include "app/review/catch_up.h"
#include "app/review/prompt.h"
#include "app/review/prompt_state.h"
#include "app/review/review_event.h"

namespace phaseboard::ports {
class NotebookStore;
class PackLibrary;
struct UndoStep;
}  // namespace phaseboard::ports

namespace phaseboard::ops {

/// What a finished operation hands back. The change is on disk.
struct OpOutcome {
  std::string operation;  ///< stable name, "answerPrompt"; `ui/bridge` has its words
  Changes changes;
};

/// What answering gave, besides the change.
struct AnswerOutcome : OpOutcome {
  review::PromptState state;  ///< after the answer
  bool isLeech = false;       ///< it lapsed too often, with this answer (`review::isLeechAlarm`)
};

/// What making a prompt gave, besides the change.
struct OwnPromptOutcome : OpOutcome {
  review::Prompt prompt;  ///< with its id
};

/// An answer to a whole phase, written from memory and compared with the key points.
struct PhaseAttempt {
  std::string text;           ///< Markdown; empty when it was said aloud
  std::vector<ItemId> ticks;  ///< the key points that it covers
};

/// The one door: every change to user data is an operation of this class.
///
/// Each runs in one transaction with one sync, records its inverse, and either happens wholly or
/// not at all. When it returns successfully, the change survives a power cut. An operation that
/// would change nothing succeeds with empty `Changes` and adds no undo step. Failures: `DiskFull`,
/// `ReadOnly`, `InputOutput`, `Damaged` from the disk, and what each operation names.
class Desk {
 public:
  /// All three outlive the desk.
  Desk(ports::NotebookStore& store, const Clock& clock, Chance& chance);

  /// What each answer given now would lead to. Changes nothing; `answerPrompt` does just that.
  [[nodiscard]] Result<memory::ForEachRating<review::Answered>> previewAnswers(
      const PromptId& prompt);

  /// Grades `prompt` now. `thinking` is the time from showing to grading; stored capped at 10
  /// minutes. A prompt that becomes a leech is put aside if the settings say so.
  Result<AnswerOutcome> answerPrompt(const review::Prompt& prompt, memory::Rating rating,
                                     Millis thinking);

  /// Grades an answer to a whole phase: in one step, the text becomes the current version of the
  /// user's answer (an empty one changes nothing there) and the ticks become those of `attempt`.
  /// `InvalidInput` (subject "prompt") for a prompt of another kind.
  Result<AnswerOutcome> answerPhase(const review::Prompt& prompt, const PhaseAttempt& attempt,
                                    memory::Rating rating, Millis thinking);

  /// Lets a prompt be learnt anew; what was answered stays in the log and in the figures. Changes
  /// nothing for a prompt that is new.
  Result<OpOutcome> startAfresh(const PromptId& prompt);

  /// Writes a prompt of the user's own; its id is made here. `InvalidInput` with the subject "ask",
  /// "answer", "question" or "phase" when that is empty.
  Result<OwnPromptOutcome> createPrompt(review::Prompt draft);

  /// Changes its texts or its place. `NotFound` for a prompt that is not the user's own.
  Result<OpOutcome> editPrompt(const review::Prompt& prompt);

  /// Its log and schedule stay; undo brings it back as it was.
  Result<OpOutcome> deletePrompt(const PromptId& prompt);

  /// Gives a past answer another grade, by appending. When the prompt is due follows anew.
  /// `NotFound` (subject "answer") when no counted answer of the prompt has that id.
  Result<OpOutcome> correctGrade(const review::Prompt& prompt, const Uuid& answer,
                                 memory::Rating rating);

  Result<OpOutcome> suspendPrompt(const PromptId& prompt, bool suspended);

  /// Hides a prompt until the next study day.
  Result<OpOutcome> buryPrompt(const PromptId& prompt);

  Result<OpOutcome> flagPrompt(const PromptId& prompt, bool flagged);

  /// Puts a backlog off as proposed (`review::planCatchUp`), as one step.
  Result<OpOutcome> catchUp(const std::vector<review::Move>& moves);

  /// Works the memory of every prompt out anew with these parameters; none for the published ones.
  /// Due days stay. `InvalidInput` (subject "parameters") for anything but 17, 19 or 21 numbers.
  Result<OpOutcome> useParameters(const std::vector<double>& parameters);

  /// Commits a new version of an answer and removes its draft. Unchanged text commits nothing.
  Result<OpOutcome> writeAnswer(const answers::AnswerKey& key, const std::string& text);

  /// Makes an old version the current one, as a new version. `NotFound` for an unknown version.
  Result<OpOutcome> restoreAnswer(const answers::AnswerKey& key, answers::VersionId version);

  /// Ends a conflict: `text`, one of the open ends or what was made of them, is written over all of
  /// them (`answers::openEnds`), and the draft is removed. Changes nothing where there is no
  /// conflict.
  Result<OpOutcome> settleAnswer(const answers::AnswerKey& key, const std::string& text);

  /// Keeps unfinished text safe. Not an undo step.
  Result<OpOutcome> keepDraft(const answers::AnswerKey& key, const std::string& text,
                              std::optional<answers::VersionId> basedOn);
  Result<OpOutcome> discardDraft(const answers::AnswerKey& key);

  Result<OpOutcome> tickKeyPoint(const answers::AnswerKey& key, const ItemId& keyPoint,
                                 bool ticked);

  /// Puts the user's text in the place of shipped text; an empty `text` brings the original back.
  /// `original` is the shipped text of today, kept so that a change of it can be told; the same
  /// text over another original says that the user has seen that one.
  Result<OpOutcome> overrideText(const std::string& target, const std::string& field,
                                 const std::string& text, const std::string& original);
  Result<OpOutcome> markFavourite(const std::string& target, bool favourite);

  /// `InvalidInput` with the field as subject when a value is out of its range.
  Result<OpOutcome> changeSettings(const ports::Settings& settings);

  /// Carries on to their new ids what the pack renamed: prompts with log, schedule and the user's
  /// texts; answers with versions, drafts, ticks and images; favourites; the places of own prompts;
  /// the user's words in the place of shipped ones.
  /// Where there is something under both ids, nothing is lost (`NotebookStore::moveAnswer`).
  /// Not an undo step; earlier steps can still be taken back, unless texts or whole questions had
  /// to move. To be called once for a notebook and a pack, before anything is asked.
  Result<OpOutcome> followRenames(const ports::PackLibrary& pack);

  /// Takes the newest step back, or does the last undone one again. `NotFound` when there is none.
  /// An answer is taken back by appending an event that voids it.
  ///
  /// @param progress  asked between answers of a step that made many; when it is stopped, nothing
  ///                  was taken back
  Result<OpOutcome> undo(const exchange::Progress& progress = {});
  Result<OpOutcome> redo(const exchange::Progress& progress = {});

 private:
  /// What the answer comes to, after the commit.
  [[nodiscard]] AnswerOutcome graded(const char* operation, const PromptId& prompt,
                                     const AppendedAnswer& answer);
  Result<OpOutcome> storeSettings(const ports::Settings& settings, const char* operation);
  /// Whether steps of undo from before can no longer be taken back.
  [[nodiscard]] Result<bool> carryOn(const PromptId& before, const review::Prompt& now);
  [[nodiscard]] Status appendAbout(const ports::UndoStep& step, review::EventKind kind,
                                   const exchange::Progress& progress);

  ports::NotebookStore& m_store;
  const Clock& m_clock;
  Chance& m_chance;
  Answering m_answering;
};

}  // namespace phaseboard::ops
