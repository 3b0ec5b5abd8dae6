// SPDX-License-Identifier: Apache-2.0
#include "app/mock/words.h"

#include <algorithm>

#include "app/review/answer_words.h"

namespace phaseboard::mock {
namespace {

constexpr std::size_t kShortestStem = 5;
constexpr std::size_t kLongestEnding = 4;
constexpr std::size_t kShortestTypo = 5;
constexpr std::size_t kLongWord = 8;

bool isSeparator(char c) {
  return std::string_view(" \t\r\n,.;:!?()[]{}\"'`*_|/\\<>=-#").find(c) != std::string_view::npos;
}

bool hasDigit(std::u32string_view word) {
  return std::any_of(word.begin(), word.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

/// A long common beginning, and little behind it: "calibrat" + "ed", "ion".
bool shareStem(std::u32string_view one, std::u32string_view other) {
  const std::size_t shorter = std::min(one.size(), other.size());
  const std::size_t longer = std::max(one.size(), other.size());
  std::size_t common = 0;
  while (common < shorter && one[common] == other[common])
    ++common;
  if (common < kShortestStem || longer - common > kLongestEnding)
    return false;
  return common == shorter || (common > kShortestStem && common * 10 >= longer * 7);
}

/// A letter too many, too few or in its neighbour's place; another letter only in a long word,
/// since "content" is no mistyped "context".
bool isTypo(std::u32string_view one, std::u32string_view other) {
  const std::size_t shorter = std::min(one.size(), other.size());
  if (shorter < kShortestTypo || one.front() != other.front())
    return false;
  const int typos = review::allowedTypos(shorter);
  if (review::editDistance(one, other, typos) > typos)
    return false;
  return shorter >= kLongWord || one.size() != other.size() ||
         std::is_permutation(one.begin(), one.end(), other.begin(), other.end());
}

}  // namespace

std::vector<PlacedWord> placedWords(std::string_view text) {
  std::vector<PlacedWord> words;
  std::size_t from = 0;
  while (from < text.size()) {
    if (isSeparator(text[from])) {
      ++from;
      continue;
    }
    std::size_t to = from;
    while (to < text.size() && !isSeparator(text[to]))
      ++to;
    for (std::u32string& word : review::answerWords(text.substr(from, to - from)))
      words.push_back({std::move(word), {from, to}});
    from = to;
  }
  return words;
}

bool areAlike(std::u32string_view one, std::u32string_view other) {
  if (one == other)
    return true;
  if (hasDigit(one) || hasDigit(other))
    return false;
  return isTypo(one, other) || shareStem(one, other);
}

std::vector<Span> spansOfPhrase(const std::vector<PlacedWord>& phrase,
                                const std::vector<PlacedWord>& text) {
  std::vector<Span> spans;
  if (phrase.empty())
    return spans;
  for (std::size_t at = 0; at + phrase.size() <= text.size(); ++at) {
    const auto here = text.begin() + static_cast<std::ptrdiff_t>(at);
    const bool matches = std::equal(phrase.begin(), phrase.end(), here,
                                    [](const PlacedWord& word, const PlacedWord& other) {
                                      return areAlike(word.word, other.word);
                                    });
    if (!matches)
      continue;
    for (std::size_t i = 0; i < phrase.size(); ++i)
      spans.push_back(text[at + i].span);
  }
  return spans;
}

std::string withoutMarks(std::string_view markdown) {
  std::string plain;
  for (std::size_t i = 0; i < markdown.size(); ++i) {
    const char c = markdown[i];
    if (c == '*' || c == '`' || c == '$' || c == '[')
      continue;
    if (c == ']' && i + 1 < markdown.size() && markdown[i + 1] == '(') {
      const std::size_t end = markdown.find(')', i);
      i = end == std::string_view::npos ? markdown.size() : end;
      continue;
    }
    plain += c;
  }
  return plain;
}

}  // namespace phaseboard::mock
