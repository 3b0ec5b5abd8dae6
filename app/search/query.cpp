// SPDX-License-Identifier: Apache-2.0
#include "app/search/query.h"

#include <algorithm>
#include <array>
#include <utility>

namespace phaseboard::search {
namespace {

constexpr std::array<std::pair<HitKind, std::string_view>, 11> kNames{
    {{HitKind::Question, "question"},
     {HitKind::Note, "note"},
     {HitKind::KeyPoint, "key-point"},
     {HitKind::Diagram, "diagram"},
     {HitKind::Part, "part"},
     {HitKind::Concept, "concept"},
     {HitKind::Answer, "answer"},
     {HitKind::Prompt, "prompt"},
     {HitKind::Annotation, "annotation"},
     {HitKind::Wording, "wording"},
     {HitKind::Command, "command"}}};

bool isSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Letters and digits of any script: every byte of a character beyond ASCII counts.
bool isWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool hasWord(std::string_view text) {
  return std::any_of(text.begin(), text.end(), isWordByte);
}

bool isIdByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

/// Tags may have letters of any script.
bool isTagByte(char c) {
  return isIdByte(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// A kind by its stable name, or by the word that people read on the screen.
std::optional<HitKind> typedKind(std::string_view value) {
  return value == "figure" ? HitKind::Diagram : hitKindFromName(value);
}

/// Takes `word` as a filter; false when it is none.
bool takeFilter(std::string_view word, Query& query) {
  const std::size_t colon = word.find(':');
  if (colon == std::string_view::npos)
    return false;
  const std::string_view name = word.substr(0, colon);
  const std::string_view value = word.substr(colon + 1);
  if (value.empty() || !std::all_of(value.begin(), value.end(), isTagByte))
    return false;
  if (name == "tag") {
    query.tag = std::string(value);
    return true;
  }
  if (!std::all_of(value.begin(), value.end(), isIdByte))
    return false;
  if (name == "phase") {
    query.phase = PhaseId{std::string(value)};
  } else if (name == "question") {
    query.question = QuestionId{std::string(value)};
  } else if (const auto kind = typedKind(value); name == "kind" && kind) {
    query.kind = kind;
  } else if (name == "is" && value == "due") {
    query.isDue = true;
  } else {
    return false;
  }
  return true;
}

void takeWord(std::string_view word, bool typing, Query& query) {
  const bool star = word.ends_with('*');
  while (word.ends_with('*'))
    word.remove_suffix(1);
  if (!hasWord(word) || takeFilter(word, query))
    return;
  query.terms.push_back({std::string(word), false, star || typing});
}

}  // namespace

std::string_view name(HitKind kind) {
  const auto* found = std::find_if(kNames.begin(), kNames.end(),
                                   [kind](const auto& entry) { return entry.first == kind; });
  return found == kNames.end() ? std::string_view() : found->second;
}

std::optional<HitKind> hitKindFromName(std::string_view name) {
  const auto* found = std::find_if(kNames.begin(), kNames.end(),
                                   [name](const auto& entry) { return entry.second == name; });
  return found == kNames.end() ? std::nullopt : std::optional(found->first);
}

Query parseQuery(std::string_view typed) {
  Query query;
  std::size_t at = 0;
  while (at < typed.size()) {
    if (isSpace(typed[at])) {
      ++at;
    } else if (typed[at] == '"') {
      const std::size_t end = std::min(typed.find('"', at + 1), typed.size());
      const std::string_view phrase = typed.substr(at + 1, end - at - 1);
      if (hasWord(phrase))
        query.terms.push_back({std::string(phrase), true, false});
      at = end + 1;
    } else {
      std::size_t end = at;
      while (end < typed.size() && !isSpace(typed[end]) && typed[end] != '"')
        ++end;
      const std::size_t before = query.terms.size();
      const bool isTyped = end == typed.size();
      takeWord(typed.substr(at, end - at), isTyped, query);
      // Who narrows a search is not done with its word.
      if (isTyped && query.hasFilter() && query.terms.size() == before && !query.terms.empty())
        query.terms.back().prefix = !query.terms.back().phrase;
      at = end;
    }
  }
  return query;
}

}  // namespace phaseboard::search
