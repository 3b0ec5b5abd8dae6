// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/base/study_day.h"
#include "app/base/uuid.h"
#include "app/memory/rating.h"

/// What comes from elsewhere, read and checked, before any of it is in the notebook.
namespace phaseboard::exchange {

/// One answer given in another program.
struct IncomingReview {
  Instant at;
  memory::Rating rating = memory::Rating::Again;
  Millis thinking{0};
  std::int64_t intervalSeconds = 0;  ///< whole days, or a step of less than a day
};

/// One prompt to be. `origin` names it for ever: the same origin is the same prompt when it comes
/// again.
struct IncomingPrompt {
  std::string origin;
  std::string ask;      ///< Markdown
  std::string answer;   ///< Markdown
  QuestionId question;  ///< empty: where the user says
  PhaseId phase;        ///< empty: where the user says
  bool isSuspended = false;
  std::vector<IncomingReview> reviews;  ///< oldest first
};

/// What one file brings.
struct Incoming {
  std::string source;  ///< what it is: "Anki package", "CSV table", "Markdown"
  std::vector<IncomingPrompt> prompts;
  std::vector<std::string> remarks;  ///< what is left out and why, one sentence each
};

inline constexpr std::size_t kLongestImportedText = 100'000;  ///< bytes of one side of a card
inline constexpr std::size_t kMostImported = 200'000;         ///< prompts of one file
inline constexpr std::size_t kMostImportedReviews = 5'000'000;

/// The id of the prompt that an origin becomes: the origin itself where it is the id of a prompt
/// (something that was exported from here comes home), else "own:" and a UUID made of it.
[[nodiscard]] PromptId promptFor(const std::string& origin);

/// The id of the event that a review becomes; the same whenever the file is read again.
[[nodiscard]] Uuid eventFor(const std::string& origin, const IncomingReview& review);

/// An origin for a prompt that came without one: made of what it asks, and where.
[[nodiscard]] std::string originOf(std::string_view question, std::string_view phase,
                                   std::string_view ask);

/// `InvalidInput` with the file as subject when a text is too long, is no UTF-8 or has control
/// characters, or a prompt asks or answers nothing.
[[nodiscard]] Status checkIncoming(const Incoming& incoming, const std::string& file);

}  // namespace phaseboard::exchange
