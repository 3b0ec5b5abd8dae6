// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/content/model.h"

namespace phaseboard::mock {

/// Where an answer to the candidate's question comes from.
enum class Answered {
  InDialogue,  ///< a line that the author foresaw
  InScope,     ///< "That is part of it: ..."
  OutOfScope,  ///< "Leave that out: ..."
  Assumption,  ///< "Take this: ..."
  Unforeseen   ///< nothing fits: assume what you need
};

/// What an unforeseen question is about, as far as its words tell; decides how the interviewer
/// sends it back.
enum class Topic {
  None,
  Scale,      ///< how many, how much
  Latency,    ///< how fast
  Objective,  ///< what should improve, metrics
  Feedback,   ///< labels, logs
  Privacy,    ///< which data may be used
  Freshness,  ///< how soon something must be known
  Experiment,
  Existing,  ///< what is there today
  Surface,   ///< where, on which devices
  Region,    ///< languages, countries
  Cost,      ///< hardware, money, people
  Safety     ///< harm, abuse, law
};

struct Clarification {
  Answered answered = Answered::Unforeseen;
  std::optional<ItemId> line;  ///< of the dialogue
  std::string answer;          ///< Markdown, from the pack; empty when unforeseen
  std::string why;             ///< what it decides; of the dialogue only
  Topic topic = Topic::None;
};

/// What the interviewer would say to `asked`.
///
/// The dialogue comes first, then what is in and out of scope, then the assumptions. Words are
/// compared as those of typed answers (case, plurals, typos, stems), and by what they are about:
/// "QPS" finds "How many requests?". The same question always gets the same answer.
[[nodiscard]] Clarification clarify(std::string_view asked, const content::Question& question);

}  // namespace phaseboard::mock
