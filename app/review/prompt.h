// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "app/base/ids.h"

namespace phaseboard::review {

/// What a prompt asks about its target.
enum class PromptKind {
  NamePart,     ///< name the part that is hidden in the figure
  EdgeMeaning,  ///< what flows along this edge
  PartPurpose,  ///< why this part is here
  KeyPoints,    ///< all key points of a note
  KeyPoint,     ///< the reason for one key point, and the alternative
  TradeOff,
  Number,
  Pitfall,
  FollowUp,
  Authored  ///< question and answer written by an author
};

inline constexpr std::array<PromptKind, 10> kPromptKinds{
    PromptKind::NamePart, PromptKind::EdgeMeaning, PromptKind::PartPurpose, PromptKind::KeyPoints,
    PromptKind::KeyPoint, PromptKind::TradeOff,    PromptKind::Number,      PromptKind::Pitfall,
    PromptKind::FollowUp, PromptKind::Authored};

/// The stable text of a kind, as in prompt ids and files: "name-part".
[[nodiscard]] std::string_view kindName(PromptKind kind);

/// The inverse of `kindName`.
[[nodiscard]] std::optional<PromptKind> kindFromName(std::string_view text);

std::ostream& operator<<(std::ostream& out, PromptKind kind);

/// "<kind>:<target>", e.g. "name-part:ad-click-prediction/serving-path/pred".
[[nodiscard]] PromptId promptId(PromptKind kind, const TargetId& target);

/// What the id says without the pack; nothing when it is not a prompt id.
struct PromptIdParts {
  PromptKind kind = PromptKind::Authored;
  TargetId target;
};
[[nodiscard]] std::optional<PromptIdParts> splitPromptId(const PromptId& id);

/// Something that can be asked in review.
struct Prompt {
  PromptId id;
  PromptKind kind = PromptKind::Authored;
  QuestionId question;
  PhaseId phase;
  TargetId target;
  std::optional<DiagramId> diagram;  ///< the figure to show, for kinds about parts
  std::optional<PartId> part;        ///< the part in it: masked for NamePart, highlighted otherwise
  std::string ask;                   ///< Markdown, one or two sentences
  std::string answer;                ///< Markdown
  std::uint64_t contentHash = 0;     ///< of kind, ask and answer: "changed since you last saw it"
  std::string siblingGroup;  ///< prompts of one group give each other away: same part or same item
};

}  // namespace phaseboard::review
