// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/content/model.h"
#include "app/mock/mentions.h"
#include "app/mock/plan.h"

namespace phaseboard::mock {

/// The rule by which a follow-up arises.
enum class Rule {
  RemovePart,  ///< a part of the reference is gone
  DelayPart,   ///< what flows along an edge comes late
  Tenfold,     ///< ten times the load
  LabelsLate,  ///< outcomes become known a day later
  NewMarket,   ///< another country
  Privacy,     ///< somebody asks for everything about them to be deleted
  Authored     ///< written in a note
};
inline constexpr std::array kRules{Rule::RemovePart, Rule::DelayPart, Rule::Tenfold,
                                   Rule::LabelsLate, Rule::NewMarket, Rule::Privacy,
                                   Rule::Authored};

/// "remove-part", ...: as they stand in ids.
[[nodiscard]] std::string_view nameOf(Rule rule);

/// What a good answer mentions. `FollowUpPoint::names` are titles of parts of the reference.
enum class Expected {
  Purpose,         ///< what the part is there for; text: its explanation
  Starved,         ///< which parts go without: names
  StandIn,         ///< what does its work meanwhile
  Notice,          ///< how one would notice
  Deadline,        ///< waiting ends at a deadline
  Stale,           ///< going on with what is old, up to a bound
  Backlog,         ///< catching up afterwards without doing anything twice
  Path,            ///< where on the request path it breaks first: names
  Grow,            ///< what is split or copied: names
  Degrade,         ///< doing less for everybody before failing some
  Cost,            ///< what it costs, in a figure
  Window,          ///< waiting for labels before a row is trained on: names
  EarlyNegatives,  ///< a missing label is not a negative one
  EarlySignals,    ///< what tells earlier: names
  ColdStart,       ///< no history there: names
  LocalRules,      ///< other laws, languages and content: names
  Slices,          ///< judging the new market by itself: names
  Copies,          ///< everywhere that data of a person lie: names
  Retrain,         ///< models that learnt from it: names
  Proof,           ///< a deadline, and a proof that it happened
  Sentence         ///< of an authored answer: text
};

struct FollowUpPoint {
  Expected expected = Expected::Sentence;
  std::vector<std::string> names;
  std::string text;

  friend bool operator==(const FollowUpPoint&, const FollowUpPoint&) = default;
};

/// A question that the interviewer asks about the finished design.
struct FollowUp {
  std::string id;  ///< "remove-part:<diagram>/<part>", or that of the item
  Rule rule = Rule::Authored;
  content::Level level = content::Level::Senior;
  std::vector<std::string> names;  ///< the part that is meant; of an edge: what flows, from, to
  std::string text;                ///< of an authored one; Markdown
  std::string answer;              ///< of an authored one; Markdown
  std::vector<FollowUpPoint> points;
};

/// Everything that could be asked about a question, the first ones first.
///
/// Rules take turns, so that neighbours differ; which part a rule meets, and which rule begins,
/// follows from `seed` alone. Figures without what a rule needs give nothing for it.
///
/// @param reference  the figure that shows the whole design
/// @param others     more figures of the question, for what the reference does not show
/// @param notes      for authored ones; those of phases that the plan does not have are left out
///                   unless it has none at all
[[nodiscard]] std::vector<FollowUp> followUpsFor(const content::Diagram& reference,
                                                 const std::vector<content::Diagram>& others,
                                                 const std::vector<content::Note>& notes,
                                                 const Plan& plan);

/// How many of them arise in an attempt.
[[nodiscard]] std::size_t followUpCount(const Plan& plan);

/// How many should have been asked after so much work: the first after a part of the budget that
/// the style decides, the last before its end. In a follow-up round the next one comes when the one
/// before was answered.
[[nodiscard]] std::size_t followUpsDue(const Plan& plan, Millis elapsed, std::size_t answered);

/// The points of one follow-up as something to look for; their ids are "0", "1", ...
[[nodiscard]] std::vector<Sought> soughtIn(const FollowUp& followUp);

}  // namespace phaseboard::mock
