// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/ports/notebook.h"

namespace phaseboard::ports {

/// An answer in the review log.
struct PromptEvent {
  PromptId prompt;
  Uuid event;
};

/// What a unit of work was, for the list of steps that can be taken back.
struct StepLabel {
  std::string operation;
  std::string subject;        ///< what it was about: a prompt id, "question#phase", a target, or ""
  Instant at;                 ///< when
  std::optional<Uuid> event;  ///< the answer that it appended to the review log
  bool joinsPrevious = false;  ///< one step with the newest one if that has the same operation and
                               ///< subject, is not older than `kJoinWithin`, and nothing was undone
  std::vector<PromptEvent> answers = {};  ///< instead of `event`: the answers of a step that made
                                          ///< several at once, about other prompts than the subject
};

/// Writing that goes on within this time is one step.
inline constexpr Millis kJoinWithin{5'000};

/// Steps that stay when old ones are forgotten.
inline constexpr int kStepsKept = 2'000;

struct UndoStep {
  std::int64_t id = 0;
  StepLabel label;
};

/// One transaction. What is not committed when it is destroyed is taken back.
class UnitOfWork {
 public:
  virtual ~UnitOfWork() = default;

  /// Makes everything since the beginning durable with one sync, and as one step of undo when rows
  /// that undo knows were changed; steps taken back before can then no longer be done again. After
  /// a failure the notebook is as it was before the unit.
  [[nodiscard]] virtual Status commitStep(const StepLabel& label) = 0;

  /// The same without a step, for drafts and for undo itself. Rows that undo knows must not have
  /// been changed otherwise than by `revert`, `reapply` or `forgetSteps`.
  ///
  /// @param at  the moment, by which a merge tells what was written later
  [[nodiscard]] virtual Status commit(Instant at) = 0;
};

/// One prompt's part of the log.
struct PromptLog {
  PromptId prompt;
  std::optional<QuestionId> question;  ///< unknown before the first answer
  std::optional<PhaseId> phase;
  std::vector<review::ReviewEvent> events;  ///< oldest first
};

/// What answers add to the statistics. A correction takes away with negative numbers.
struct AnswerTally {
  StudyDay day;
  QuestionId question;
  PhaseId phase;
  review::Maturity maturity = review::Maturity::Learning;  ///< before the answers
  int answers = 0;
  int again = 0;
  int newPrompts = 0;
  Millis time{0};
};

/// The notebook as operations see it: everything that can be read, and the writers.
///
/// Writers work only inside a unit of work; without one they fail with `Internal`. Reads inside a
/// unit see its changes. One thread.
class NotebookStore : public Notebook {
 public:
  /// `Internal` while another unit lives; `ReadOnly` for a notebook opened for reading.
  [[nodiscard]] virtual Result<std::unique_ptr<UnitOfWork>> begin() = 0;

  /// The notebook's own id, for the events that it writes.
  [[nodiscard]] virtual Uuid device() const = 0;

  /// The moment in the id of the prompt's newest event.
  [[nodiscard]] virtual Result<std::optional<Instant>> lastEventAt(const PromptId& id) const = 0;
  [[nodiscard]] virtual Result<std::optional<answers::Version>> version(
      answers::VersionId id) const = 0;

  /// Calls `visit` for each prompt that has events, in no particular order, until it fails.
  [[nodiscard]] virtual Status eachLog(
      const std::function<Status(const PromptLog&)>& visit) const = 0;

  /// Appends to the log. Question and phase are those of the prompt; nothing when only the notebook
  /// knows them.
  [[nodiscard]] virtual Status appendEvent(const review::ReviewEvent& event,
                                           const std::optional<QuestionId>& question,
                                           const std::optional<PhaseId>& phase) = 0;
  [[nodiscard]] virtual Status writeState(const PromptId& id, const review::PromptState& state) = 0;
  [[nodiscard]] virtual Status writeFlags(const PromptId& id, bool suspended,
                                          std::optional<StudyDay> buriedUntil) = 0;

  /// Gives a prompt its new id, with its log, schedule, texts of the user and steps of undo. Does
  /// nothing when it is unknown, or when `now` is known already: then each keeps its own log.
  /// Question and phase are those of the prompt under its new id.
  [[nodiscard]] virtual Status renamePrompt(const PromptId& before, const PromptId& now,
                                            const QuestionId& question, const PhaseId& phase) = 0;

  [[nodiscard]] virtual Status writeFlag(const PromptId& id, bool flagged) = 0;

  /// Adds `more` to every summary that it belongs to.
  [[nodiscard]] virtual Status addTally(const AnswerTally& more) = 0;
  [[nodiscard]] virtual Status removeTallies() = 0;

  [[nodiscard]] virtual Result<answers::VersionId> appendVersion(const answers::AnswerKey& key,
                                                                 const std::string& text,
                                                                 Instant at) = 0;

  /// A version over all that stand (`answers::openEnds`), so that it alone stands.
  [[nodiscard]] virtual Status appendJoining(const answers::AnswerKey& key, const std::string& text,
                                             Instant at) = 0;
  [[nodiscard]] virtual Status writeDraft(const answers::Draft& draft) = 0;
  [[nodiscard]] virtual Status removeDraft(const answers::AnswerKey& key) = 0;
  [[nodiscard]] virtual Status writeTick(const answers::AnswerKey& key, const ItemId& keyPoint,
                                         bool ticked) = 0;

  /// Every question and phase that versions, drafts, ticks or images are filed under.
  [[nodiscard]] virtual Result<std::vector<answers::AnswerKey>> filedKeys() const = 0;

  /// Files versions, ticks and images under another question or phase, and the draft unless one is
  /// there already. What is at `now` stays; the newest version of both is the current one.
  [[nodiscard]] virtual Status moveAnswer(const answers::AnswerKey& before,
                                          const answers::AnswerKey& now) = 0;

  /// Writes a prompt of kind Own, or its new texts and place; `made` counts for a new one only.
  [[nodiscard]] virtual Status writeOwnPrompt(const review::Prompt& prompt, Instant made) = 0;
  /// Its log and schedule stay.
  [[nodiscard]] virtual Status removeOwnPrompt(const PromptId& id) = 0;

  /// An empty text removes the override.
  [[nodiscard]] virtual Status writeOverride(const Override& text) = 0;
  [[nodiscard]] virtual Status writeFavourite(const std::string& target, bool favourite) = 0;
  [[nodiscard]] virtual Status writeSettings(const Settings& settings) = 0;

  /// The step that undo takes back next, or that redo does again next.
  [[nodiscard]] virtual Result<std::optional<UndoStep>> stepToUndo() const = 0;
  [[nodiscard]] virtual Result<std::optional<UndoStep>> stepToRedo() const = 0;

  /// Puts the rows of a step back as they were before it, or as they were after it. `Damaged` when
  /// they are not as the step left them.
  [[nodiscard]] virtual Status revert(const UndoStep& step) = 0;
  [[nodiscard]] virtual Status reapply(const UndoStep& step) = 0;

  /// Forgets every step, for changes that steps cannot be taken back across.
  [[nodiscard]] virtual Status forgetSteps() = 0;
};

}  // namespace phaseboard::ports
