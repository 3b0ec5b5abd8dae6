// SPDX-License-Identifier: Apache-2.0
#include "app/graphs/names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <string_view>
#include <utility>

#include "app/base/ascii.h"

namespace phaseboard::graphs {
namespace {

constexpr std::array<std::string_view, 9> kSmallWords{"a",  "an", "the", "of",  "for",
                                                      "to", "in", "and", "with"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kShortForms{
    {{"db", "database"},
     {"svc", "service"},
     {"config", "configuration"},
     {"auth", "authentication"},
     {"eval", "evaluation"},
     {"repo", "repository"},
     {"spec", "specification"},
     {"prod", "production"}}};
constexpr std::array<std::string_view, 9> kEndings{"ings", "ing", "ers", "er", "ors",
                                                   "or",   "ed",  "es",  "s"};
constexpr std::size_t kLeastStem = 3;
constexpr std::size_t kOneSlip = 5;  // letters from which one mistake is forgiven
constexpr std::size_t kTwoSlips = 9;

std::vector<std::string> wordsOf(const std::string& text) {
  std::vector<std::string> words;
  std::vector<std::string> smallWords;
  std::string word;
  const auto finish = [&] {
    const bool isSmall =
        std::find(kSmallWords.begin(), kSmallWords.end(), word) != kSmallWords.end();
    if (!word.empty())
      (isSmall ? smallWords : words).push_back(word);
    word.clear();
  };
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte >= 0x80 || std::isalnum(byte) != 0)
      word += lowered(letter);
    else
      finish();
  }
  finish();
  return words.empty() ? smallWords : words;  // "A" is a name, too
}

std::string_view stemOf(std::string_view word) {
  for (const std::string_view ending : kEndings)
    if (word.ends_with(ending) && word.size() >= ending.size() + kLeastStem &&
        !word.ends_with("ss")) {
      word.remove_suffix(ending.size());
      break;
    }
  // "serve" and "serving", "rank" and "ranker"
  if (word.size() > kLeastStem && word.back() == 'e')
    word.remove_suffix(1);
  return word;
}

/// Whether at most `most` letters are wrong, missing, too many, or swapped with their neighbour.
bool isNear(std::string_view one, std::string_view other, std::size_t most) {
  if (std::max(one.size(), other.size()) - std::min(one.size(), other.size()) > most)
    return false;
  std::vector<std::vector<std::size_t>> away(one.size() + 1,
                                             std::vector<std::size_t>(other.size() + 1));
  for (std::size_t i = 0; i <= one.size(); ++i)
    away[i][0] = i;
  for (std::size_t j = 0; j <= other.size(); ++j)
    away[0][j] = j;
  for (std::size_t i = 1; i <= one.size(); ++i)
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const std::size_t wrong = one[i - 1] == other[j - 1] ? 0 : 1;
      away[i][j] = std::min({away[i - 1][j] + 1, away[i][j - 1] + 1, away[i - 1][j - 1] + wrong});
      if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
        away[i][j] = std::min(away[i][j], away[i - 2][j - 2] + 1);
    }
  return away[one.size()][other.size()] <= most;
}

bool isShortFor(std::string_view one, std::string_view other) {
  return std::any_of(kShortForms.begin(), kShortForms.end(),
                     [&](const auto& form) { return form.first == one && form.second == other; });
}

bool hasDigit(std::string_view word) {
  return std::any_of(word.begin(), word.end(),
                     [](char letter) { return letter >= '0' && letter <= '9'; });
}

bool isForgiven(std::string_view one, std::string_view other) {
  if (isShortFor(one, other) || isShortFor(other, one) || stemOf(one) == stemOf(other))
    return true;
  // Another digit is another thing.
  if (hasDigit(one) || hasDigit(other))
    return false;
  const std::size_t shorter = std::min(one.size(), other.size());
  const std::size_t slips = shorter >= kTwoSlips ? 2U : shorter >= kOneSlip ? 1U : 0U;
  return slips > 0 && isNear(one, other, slips);
}

/// Puts a word of initials in the place of the words it stands for: "click through rate model"
/// becomes "ctr model" when `other` speaks of "ctr".
std::vector<std::string> withInitials(std::vector<std::string> words,
                                      const std::vector<std::string>& other) {
  for (const std::string& initials : other) {
    const std::size_t count = initials.size();
    constexpr std::size_t kMostInitials = 5;
    if (count < 2 || count > kMostInitials || words.size() < count)
      continue;
    for (std::size_t first = 0; first + count <= words.size(); ++first) {
      bool fits = true;
      for (std::size_t i = 0; i < count; ++i)
        fits = fits && words[first + i].front() == initials[i];
      if (!fits)
        continue;
      const auto begin = words.begin() + static_cast<std::ptrdiff_t>(first);
      words.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
      words.insert(words.begin() + static_cast<std::ptrdiff_t>(first), initials);
      break;
    }
  }
  return words;
}

}  // namespace

Name::Name(const std::string& text) : m_words(wordsOf(text)) {
  std::sort(m_words.begin(), m_words.end());
  m_words.erase(std::unique(m_words.begin(), m_words.end()), m_words.end());
  m_inOrder = wordsOf(text);
}

double Name::likeness(const Name& other) const {
  if (isEmpty() || other.isEmpty())
    return 0;
  if (m_words == other.m_words)
    return 1;
  const auto mine = withInitials(m_inOrder, other.m_inOrder);
  const auto theirs = withInitials(other.m_inOrder, mine);
  std::vector<bool> isTaken(theirs.size());
  double shared = 0;
  for (const bool exact : {true, false})
    for (const std::string& word : mine) {
      const bool isExact = std::find(theirs.begin(), theirs.end(), word) != theirs.end();
      if (isExact != exact)
        continue;
      for (std::size_t i = 0; i < theirs.size(); ++i)
        if (!isTaken[i] && (exact ? word == theirs[i] : isForgiven(word, theirs[i]))) {
          isTaken[i] = true;
          shared += 1;
          break;
        }
    }
  const auto all = static_cast<double>(mine.size() + theirs.size()) - shared;
  return std::min(kForgiven, shared / all);
}

}  // namespace phaseboard::graphs
