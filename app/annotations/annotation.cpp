// SPDX-License-Identifier: Apache-2.0
#include "app/annotations/annotation.h"

#include <algorithm>
#include <utility>

namespace phaseboard::annotations {
namespace {

constexpr std::array<std::pair<Colour, std::string_view>, 5> kColourNames{
    {{Colour::Yellow, "yellow"},
     {Colour::Green, "green"},
     {Colour::Blue, "blue"},
     {Colour::Pink, "pink"},
     {Colour::Violet, "violet"}}};

bool isTagGap(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == '#';
}

std::string normalisedTag(std::string_view typed) {
  while (!typed.empty() && isTagGap(typed.front()))
    typed.remove_prefix(1);
  while (!typed.empty() && isTagGap(typed.back()))
    typed.remove_suffix(1);
  std::string tag;
  for (const char c : typed) {
    if (isTagGap(c)) {
      if (tag.back() != '-')
        tag += '-';
    } else {
      tag += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return tag;
}

}  // namespace

std::string_view name(Colour colour) {
  const auto* found = std::find_if(kColourNames.begin(), kColourNames.end(),
                                   [colour](const auto& entry) { return entry.first == colour; });
  return found == kColourNames.end() ? std::string_view() : found->second;
}

std::optional<Colour> colourNamed(std::string_view name) {
  const auto* found = std::find_if(kColourNames.begin(), kColourNames.end(),
                                   [name](const auto& entry) { return entry.second == name; });
  return found == kColourNames.end() ? std::nullopt : std::optional(found->first);
}

std::vector<std::string> normalisedTags(const std::vector<std::string>& typed) {
  std::vector<std::string> tags;
  for (const std::string& one : typed)
    if (std::string tag = normalisedTag(one); !tag.empty())
      tags.push_back(std::move(tag));
  std::sort(tags.begin(), tags.end());
  tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
  return tags;
}

std::vector<std::string> tagsIn(std::string_view typed) {
  std::vector<std::string> words;
  while (!typed.empty()) {
    const std::size_t end = std::min(typed.find_first_of(",#"), typed.size());
    words.emplace_back(typed.substr(0, end));
    typed.remove_prefix(std::min(end + 1, typed.size()));
  }
  return normalisedTags(words);
}

}  // namespace phaseboard::annotations
