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
  ClickPart,    ///< find the named part among covered ones, or the edge that carries something
  EdgeMeaning,  ///< what flows along this edge
  MissingPart,  ///< what belongs between its neighbours, with all their ties covered
  NextHop,      ///< where the flow goes after this part
  PartPurpose,  ///< why this part is here
  PartPhase,    ///< which phase of the framework this part belongs to
  KeyPoints,    ///< all key points of a note
  KeyPoint,     ///< the reason for one key point, and the alternative
  TradeOff,
  Number,
  Pitfall,
  FollowUp,
  Authored,       ///< question and answer written by an author
  Own,            ///< question and answer written by the user; stored in the notebook
  AnswerPhase,    ///< write the answer to a phase, then tick the key points
  RebuildDiagram  ///< draw the whole figure from memory
};

inline constexpr std::array<PromptKind, 17> kPromptKinds{
    PromptKind::NamePart,    PromptKind::ClickPart,     PromptKind::EdgeMeaning,
    PromptKind::MissingPart, PromptKind::NextHop,       PromptKind::PartPurpose,
    PromptKind::PartPhase,   PromptKind::KeyPoints,     PromptKind::KeyPoint,
    PromptKind::TradeOff,    PromptKind::Number,        PromptKind::Pitfall,
    PromptKind::FollowUp,    PromptKind::Authored,      PromptKind::Own,
    PromptKind::AnswerPhase, PromptKind::RebuildDiagram};

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
  std::optional<DiagramId> diagram;    ///< the figure to show, for kinds about parts
  std::optional<PartId> part;          ///< the part in it that is asked about
  std::optional<ConceptId> conceptId;  ///< the idea behind the target
  std::string ask;                     ///< Markdown, one or two sentences
  std::string answer;                  ///< Markdown; empty for AnswerPhase: its note's key points
  std::uint64_t contentHash = 0;       ///< of kind, ask and answer: "changed since you last saw it"
  std::string siblingGroup;  ///< prompts of one group give each other away: same part or same item
};

/// A prompt with its id and content hash; a sibling of every other prompt about `target`.
[[nodiscard]] Prompt makePrompt(PromptKind kind, TargetId target, QuestionId question,
                                PhaseId phase, std::string ask, std::string answer);

/// The hash of what is asked and answered.
[[nodiscard]] std::uint64_t hashOfTexts(PromptKind kind, std::string_view ask,
                                        std::string_view answer);

}  // namespace phaseboard::review
