// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/answers/answer.h"
#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/memory/training_log.h"
#include "app/ports/settings.h"
#include "app/review/prompt.h"
#include "app/review/prompt_state.h"
#include "app/review/review_event.h"

namespace phaseboard::ports {

/// A prompt that has been answered at least once, or was put aside.
struct PromptRow {
  PromptId prompt;
  review::PromptState state;
  bool suspended = false;
  std::optional<StudyDay> buriedUntil;  ///< hidden before this day
};

/// One study day of one question, kept up to date with every answer.
struct DaySummary {
  StudyDay day;
  QuestionId question;
  int answers = 0;  ///< effective ones: undone answers do not count
  int again = 0;
  int newPrompts = 0;  ///< answered for the first time
  Millis time{0};
};

/// Answers of one study day by how well established their memories were, for true retention.
struct RecallSummary {
  StudyDay day;
  review::Maturity maturity = review::Maturity::Learning;
  int answers = 0;
  int again = 0;
};

/// All answers ever given for one question in one phase.
struct TimeSummary {
  QuestionId question;
  PhaseId phase;
  int answers = 0;
  Millis time{0};
};

/// How long the newest answer of a prompt took.
struct LatestTime {
  PromptId prompt;
  Millis time{0};
};

struct NotebookStats {
  int schema = 0;
  std::int64_t reviews = 0;  ///< effective answers
  std::int64_t answers = 0;  ///< question x phase with text
  std::int64_t annotations = 0;
  std::int64_t promptsSeen = 0;
  std::int64_t bytes = 0;
};

/// The name of the step that undo or redo would take next, e.g. "answerPrompt".
struct UndoNames {
  std::optional<std::string> undo;
  std::optional<std::string> redo;
  bool isUndoLong = false;  ///< it changes so much that a window should not wait for it
  bool isRedoLong = false;
};

/// Text of the user that stands in for shipped text.
struct Override {
  std::string target;  ///< a prompt or target id
  std::string field;   ///< "ask", "answer", ... (`content::eachRewordable`)
  std::string text;
  std::string original = {};  ///< the shipped text that it was written for; empty when unknown
  Instant writtenAt = {};
};

/// What can be read from a notebook. Changes go through `ops::Desk` only. One thread.
class Notebook {
 public:
  virtual ~Notebook() = default;

  [[nodiscard]] virtual Result<Settings> settings() const = 0;

  /// Prompts in learning due by `now`, and reviews due by `today`; neither suspended nor buried.
  [[nodiscard]] virtual Result<std::vector<PromptRow>> duePrompts(Instant now,
                                                                  StudyDay today) const = 0;

  [[nodiscard]] virtual Result<std::optional<PromptRow>> promptRow(const PromptId& id) const = 0;

  /// Every prompt ever answered or put aside. For Progress; O(number of prompts).
  [[nodiscard]] virtual Result<std::vector<PromptRow>> promptRows() const = 0;

  /// How many prompts in review, not suspended, are due on each day. O(number of prompts).
  [[nodiscard]] virtual Result<std::map<StudyDay, int>> dueCounts() const = 0;

  [[nodiscard]] virtual Result<std::vector<PromptId>> flaggedPrompts() const = 0;

  /// Whole log of one prompt, oldest first, with corrections.
  [[nodiscard]] virtual Result<std::vector<review::ReviewEvent>> events(
      const PromptId& id) const = 0;

  /// The newest events of all prompts, newest first.
  [[nodiscard]] virtual Result<std::vector<review::ReviewEvent>> recentEvents(int limit) const = 0;

  /// The events whose ids are from `from` or later, oldest first. O(events since).
  [[nodiscard]] virtual Result<std::vector<review::ReviewEvent>> eventsSince(
      Instant from) const = 0;

  [[nodiscard]] virtual Result<std::vector<DaySummary>> daySummaries(StudyDay from,
                                                                     StudyDay to) const = 0;
  [[nodiscard]] virtual Result<std::vector<RecallSummary>> recallSummaries(StudyDay from,
                                                                           StudyDay to) const = 0;
  [[nodiscard]] virtual Result<std::vector<TimeSummary>> timeSummaries() const = 0;

  /// Of the prompts answered last, at most `limit` of them. O(limit).
  [[nodiscard]] virtual Result<std::vector<LatestTime>> latestTimes(int limit) const = 0;

  /// The answers that count, for fitting and judging the model. After a fresh start a prompt is
  /// another one to it.
  ///
  /// @param mostPrompts  only those of so many prompts, the ones answered last; nothing for all
  [[nodiscard]] virtual Result<memory::TrainingLog> trainingLog(
      std::optional<int> mostPrompts = std::nullopt) const = 0;

  [[nodiscard]] virtual Result<std::optional<answers::Version>> currentAnswer(
      const answers::AnswerKey& key) const = 0;
  [[nodiscard]] virtual Result<std::optional<answers::Draft>> draft(
      const answers::AnswerKey& key) const = 0;

  /// Newest first.
  [[nodiscard]] virtual Result<std::vector<answers::Version>> versions(
      const answers::AnswerKey& key) const = 0;

  /// Keys with a committed answer or a draft, the most recently written first.
  [[nodiscard]] virtual Result<std::vector<answers::AnswerKey>> answeredKeys() const = 0;
  [[nodiscard]] virtual Result<std::vector<ItemId>> tickedKeyPoints(
      const answers::AnswerKey& key) const = 0;

  /// The user's own prompts with their texts, oldest first.
  [[nodiscard]] virtual Result<std::vector<review::Prompt>> ownPrompts() const = 0;

  [[nodiscard]] virtual Result<std::vector<Override>> overrides(
      const std::string& target) const = 0;
  /// Of all targets, in the order of their ids.
  [[nodiscard]] virtual Result<std::vector<Override>> overrides() const = 0;
  [[nodiscard]] virtual Result<std::vector<std::string>> favourites() const = 0;
  [[nodiscard]] virtual Result<UndoNames> undoNames() const = 0;
  [[nodiscard]] virtual Result<NotebookStats> stats() const = 0;

  /// Grows with every row that is written through this notebook or a loan of it, so that what was
  /// read from it can be known to be old. O(1).
  [[nodiscard]] virtual std::int64_t changeCount() const = 0;
};

}  // namespace phaseboard::ports
