// SPDX-License-Identifier: Apache-2.0
#include "app/review/prompt.h"

namespace phaseboard::review {
namespace {

constexpr std::array<std::string_view, kPromptKinds.size()> kKindNames{
    "name-part", "edge-meaning", "part-purpose", "key-points", "key-point",
    "trade-off", "number",       "pitfall",      "follow-up",  "authored"};

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

}  // namespace phaseboard::review
