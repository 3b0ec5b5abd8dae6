// SPDX-License-Identifier: Apache-2.0
#include "app/answers/reference.h"

#include <algorithm>
#include <array>
#include <utility>

namespace phaseboard::answers {
namespace {

constexpr std::array<std::pair<ReferenceKind, std::string_view>, 4> kSchemes{
    {{ReferenceKind::Part, "part"},
     {ReferenceKind::Concept, "concept"},
     {ReferenceKind::Phase, "phase"},
     {ReferenceKind::KeyPoint, "item"}}};

/// Where the code that begins at `at` with backticks ends.
std::size_t endOfTicks(std::string_view text, std::size_t at) {
  const std::size_t after = std::min(text.find_first_not_of('`', at), text.size());
  const std::size_t end = text.find(std::string(after - at, '`'), after);
  return end == std::string_view::npos ? after : end + (after - at);
}

std::string unescaped(std::string_view label) {
  std::string plain;
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (label[i] == '\\' && i + 1 < label.size())
      ++i;
    plain += label[i];
  }
  return plain;
}

/// The ']' that closes the label which opens at `open`; labels do not nest.
std::size_t endOfLabel(std::string_view text, std::size_t open) {
  for (std::size_t at = open + 1; at < text.size(); ++at) {
    if (text[at] == '\\')
      ++at;
    else if (text[at] == ']')
      return at;
    else if (text[at] == '[' || text[at] == '\n')
      break;
  }
  return std::string_view::npos;
}

/// The reference whose '[' stands at `open`.
std::optional<Reference> referenceAt(std::string_view text, std::size_t open) {
  const std::size_t close = endOfLabel(text, open);
  if (close == std::string_view::npos || text.substr(close, 2) != "](")
    return std::nullopt;
  // A line of brackets alone would be read to its end from each of them.
  const std::size_t length = text.substr(close, kLongestTarget).find_first_of(") \n");
  if (length == std::string_view::npos || text[close + length] != ')')
    return std::nullopt;
  const std::size_t end = close + length;
  const std::string_view target = text.substr(close + 2, end - close - 2);
  const std::size_t colon = target.find(':');
  if (colon == std::string_view::npos || colon + 1 == target.size())
    return std::nullopt;
  const auto kind = kindOfScheme(target.substr(0, colon));
  if (!kind)
    return std::nullopt;
  return Reference{*kind, std::string(target.substr(colon + 1)),
                   unescaped(text.substr(open + 1, close - open - 1)), open, end + 1};
}

}  // namespace

std::string_view schemeOf(ReferenceKind kind) {
  return kSchemes[static_cast<std::size_t>(kind)].second;
}

std::optional<ReferenceKind> kindOfScheme(std::string_view scheme) {
  for (const auto& [kind, name] : kSchemes)
    if (name == scheme)
      return kind;
  return std::nullopt;
}

std::string linkTo(ReferenceKind kind, std::string_view id, std::string_view label) {
  std::string link = "[";
  for (const char c : label) {
    if (c == '[' || c == ']' || c == '\\')
      link += '\\';
    link += c == '\n' || c == '\r' ? ' ' : c;
  }
  link += "](";
  link += schemeOf(kind);
  link += ':';
  link += id;
  return link + ')';
}

std::vector<Reference> referencesIn(std::string_view markdown) {
  std::vector<Reference> references;
  for (std::size_t at = 0; at < markdown.size();) {
    const char c = markdown[at];
    if (c == '\\') {
      at += 2;
      continue;
    }
    if (c == '`') {
      at = endOfTicks(markdown, at);
      continue;
    }
    const bool isImage = at > 0 && markdown[at - 1] == '!';
    auto reference = c == '[' && !isImage ? referenceAt(markdown, at) : std::nullopt;
    at = reference ? reference->to : at + 1;
    if (reference)
      references.push_back(std::move(*reference));
  }
  return references;
}

std::string withReferences(std::string_view markdown,
                           const std::function<std::string(const Reference&)>& write) {
  std::string text;
  std::size_t done = 0;
  for (const Reference& reference : referencesIn(markdown)) {
    text += markdown.substr(done, reference.from - done);
    text += write(reference);
    done = reference.to;
  }
  return text + std::string(markdown.substr(done));
}

}  // namespace phaseboard::answers
