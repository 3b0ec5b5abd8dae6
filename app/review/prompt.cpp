// SPDX-License-Identifier: Apache-2.0
#include "app/review/prompt.h"

#include <utility>

#include "app/base/hash.h"

namespace phaseboard::review {
namespace {

constexpr std::array<std::string_view, kPromptKinds.size()> kKindNames{
    "name-part",  "click-part", "edge-meaning", "missing-part", "next-hop",       "part-purpose",
    "part-phase", "key-points", "key-point",    "trade-off",    "number",         "pitfall",
    "follow-up",  "authored",   "own",          "answer-phase", "rebuild-diagram"};
static_assert(!kKindNames.back().empty(), "each kind has a name");

}  // namespace

std::string_view kindName(PromptKind kind) {
  return kKindNames[static_cast<std::size_t>(kind)];
}

std::optional<PromptKind> kindFromName(std::string_view text) {
  for (const PromptKind kind : kPromptKinds)
    if (text == kindName(kind))
      return kind;
  return std::nullopt;
}

std::ostream& operator<<(std::ostream& out, PromptKind kind) {
  return out << kindName(kind);
}

PromptId promptId(PromptKind kind, const TargetId& target) {
  return PromptId{std::string(kindName(kind)) + ':' + target.value()};
}

std::optional<PromptIdParts> splitPromptId(const PromptId& id) {
  const std::string& text = id.value();
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos || colon + 1 == text.size())
    return std::nullopt;
  const auto kind = kindFromName(std::string_view(text).substr(0, colon));
  if (!kind)
    return std::nullopt;
  return PromptIdParts{*kind, TargetId{text.substr(colon + 1)}};
}

Prompt makePrompt(PromptKind kind, TargetId target, QuestionId question, PhaseId phase,
                  std::string ask, std::string answer) {
  Prompt prompt;
  prompt.id = promptId(kind, target);
  prompt.kind = kind;
  prompt.question = std::move(question);
  prompt.phase = std::move(phase);
  prompt.siblingGroup = target.value();
  prompt.target = std::move(target);
  prompt.ask = std::move(ask);
  prompt.answer = std::move(answer);
  prompt.contentHash = hashOfTexts(kind, prompt.ask, prompt.answer);
  return prompt;
}

std::uint64_t hashOfTexts(PromptKind kind, std::string_view ask, std::string_view answer) {
  return Fnv64{}.addField(kindName(kind)).addField(ask).addField(answer).value();
}

}  // namespace phaseboard::review
