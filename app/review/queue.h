// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/base/study_day.h"
#include "app/review/prompt.h"
#include "app/review/prompt_state.h"

namespace phaseboard::review {

/// Siblings are kept this many places apart where there are enough other prompts.
inline constexpr int kSiblingGap = 5;

/// A review waits for its sibling's day to pass, but never longer past its due day than this many
/// days, nor than this share of its interval: waiting must cost no recall worth mentioning.
inline constexpr int kSiblingPatience = 2;
inline constexpr int kSiblingPatienceShare = 10;  ///< a tenth

/// A concept that lapsed is asked again in another place after this many other prompts.
inline constexpr int kRelatedGap = 3;

/// When nothing else is left, a step that ends within this time is asked early.
inline constexpr Millis kLearnAhead{20 * (60 * kMillisPerSecond)};

/// A new prompt takes this many answers on its first day: one for each learning step.
inline constexpr int kAnswersPerNewPrompt = 2;

/// What a prompt has in common with prompts elsewhere: the same idea in another place.
struct Kin {
  std::string idea;   ///< a concept's id; empty for none
  std::string place;  ///< the figure or note that the prompt is about

  friend bool operator==(const Kin&, const Kin&) = default;
};

/// The kin of a prompt of the pack; empty without a concept.
[[nodiscard]] Kin kinOf(const Prompt& prompt);

/// The time of one answer where nothing better is known.
inline constexpr Millis kUsualAnswer{20'000};

/// A prompt that has been answered before.
struct SeenPrompt {
  PromptId prompt;
  std::string siblingGroup;
  PromptState state;
  Kin kin;
  Millis cost = kUsualAnswer;  ///< the expected time of an answer, more than 0
};

/// A prompt that has never been answered.
struct NewPrompt {
  PromptId prompt;
  std::string siblingGroup;
  Kin kin;
  Millis cost = kUsualAnswer;  ///< the expected time of one answer, more than 0
};

/// What a queue is built from: one moment's facts.
struct QueueFacts {
  /// In steps (also those that are not over yet) or due for review; not suspended, not buried. The
  /// order does not matter; a prompt that occurs twice is a bug of the caller.
  std::vector<SeenPrompt> seen;
  std::vector<NewPrompt> fresh;                ///< candidates, in the order of learning
  std::set<std::string> siblingGroupsOfToday;  ///< of everything already answered today
  std::vector<Kin> lapses;   ///< concepts that lapsed today and were not asked elsewhere since
  bool siblingsWait = true;  ///< false where nothing may be put off: in the last days, or to cram
  Instant now;
  StudyDay today;
  int newLimit = 0;              ///< how many new prompts may still be begun today, 0 or more
  std::optional<Millis> budget;  ///< what is left of today's time; nothing for no limit
};

/// The prompts still to be asked today, in the order in which they are asked.
///
/// A queue is a value: it is built from one moment's facts and never looks at a clock or a
/// database. Steps that are over come first, then reviews, the most at risk of being forgotten
/// before the others, with new prompts spread evenly among them. Siblings are kept `kSiblingGap`
/// places apart. Of one group at most one new prompt is begun a day, and none when a sibling is due
/// or was answered that day; of reviews one is asked, and the others wait a day or two
/// (`kSiblingPatience`). When a concept lapsed today, a prompt that asks for it in another figure
/// or note comes soon (`kRelatedGap`): one that is due, else one that was put off, else a new one,
/// even beyond limit and budget; one for each lapsed concept. What does not fit into the budget is
/// left for another day: new prompts first, then the reviews least at risk; steps always stay. The
/// same facts in any order give the same queue: ties are broken by id. Not shared between threads.
class ReviewQueue {
 public:
  /// An empty queue.
  ReviewQueue() = default;

  /// A queue of just these prompts in just this order, whenever they are due; for studying apart
  /// from the day.
  [[nodiscard]] static ReviewQueue of(const std::vector<NewPrompt>& prompts, Instant now);

  /// @return `InvalidInput` with the subject "newLimit", "budget" (negative) or "cost" (not
  ///         positive). O(n log n).
  [[nodiscard]] static Result<ReviewQueue> build(const QueueFacts& facts,
                                                 const MemorySettings& settings);

  /// The prompt to ask at `now`: the step that is over for longest, else the next in order, else a
  /// step that is over soon (`kLearnAhead`). Nothing when the sitting is over or has to wait.
  [[nodiscard]] std::optional<PromptId> next(Instant now) const;

  /// The moment from which `next` will have something, when only steps are left that are not over
  /// soon; nothing when it has something already or all is done.
  [[nodiscard]] std::optional<Instant> waitsUntil(Instant now) const;

  /// Takes an answered prompt out; while it is in its steps it comes back when the step is over.
  void answered(const PromptId& prompt, const PromptState& after);

  /// Takes a prompt out: it was suspended or buried.
  void remove(const PromptId& prompt);

  /// Puts a prompt whose answer was taken back before all others.
  void putBack(const PromptId& prompt, const PromptState& before);

  /// The order in which prompts that need no waiting are asked: steps that were over when the queue
  /// was built or put back, then reviews and new prompts.
  [[nodiscard]] std::vector<PromptId> order() const;

  [[nodiscard]] int inSteps() const { return static_cast<int>(m_steps.size()); }
  [[nodiscard]] int reviews() const { return m_reviews; }
  [[nodiscard]] int newPrompts() const { return m_new; }
  [[nodiscard]] bool isEmpty() const { return m_steps.empty() && m_waiting.empty(); }

  /// Reviews that are due but did not fit into the budget: the backlog.
  [[nodiscard]] int leftForLater() const { return m_leftForLater; }

  /// Reviews that are due but wait because a sibling is asked today. They are no backlog.
  [[nodiscard]] int siblingsWaiting() const { return m_siblingsWaiting; }

  /// How long the rest will take, a new prompt counted with its steps.
  [[nodiscard]] Millis expectedTime() const;

  /// The part of it that new prompts take.
  [[nodiscard]] Millis newTime() const;

 private:
  struct Entry {
    PromptId prompt;
    bool isNew = false;
    Millis cost;
  };

  /// Takes it out wherever it is; its cost, or the usual one when it is nowhere.
  Millis take(const PromptId& prompt);
  void keepWhatFits(const QueueFacts& facts, const MemorySettings& settings);

  std::vector<Entry> m_waiting;                            ///< reviews and new ones, soonest last
  std::map<std::pair<Instant, PromptId>, Millis> m_steps;  ///< cost, by the end of the step
  int m_reviews = 0;
  int m_new = 0;
  int m_leftForLater = 0;
  int m_siblingsWaiting = 0;
  Instant m_builtAt;
};

}  // namespace phaseboard::review
