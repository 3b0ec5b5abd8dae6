// SPDX-License-Identifier: Apache-2.0
#include "app/annotations/passage.h"

#include <algorithm>
#include <map>

namespace phaseboard::annotations {
namespace {

constexpr double kLeastLikeness = 0.5;

bool isWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// The end of an alignment of the passage with a stretch of the text (Smith and Waterman).
struct Alignment {
  int score = 0;
  int matched = 0;
  std::size_t from = 0;  ///< first word of the stretch
};

constexpr int kMatch = 2;
constexpr int kOther = -1;

bool isBetter(const Alignment& a, const Alignment& b) {
  return a.score != b.score ? a.score > b.score : a.matched > b.matched;
}

/// How many words in a row are the same, going backwards from the two ends.
std::size_t sameBackwards(const std::vector<Word>& text, std::size_t end,
                          const std::vector<Word>& context) {
  std::size_t same = 0;
  while (same < context.size() && same < end &&
         context[context.size() - 1 - same].text == text[end - 1 - same].text)
    ++same;
  return same;
}

std::size_t sameForwards(const std::vector<Word>& text, std::size_t begin,
                         const std::vector<Word>& context) {
  std::size_t same = 0;
  while (same < context.size() && begin + same < text.size() &&
         context[same].text == text[begin + same].text)
    ++same;
  return same;
}

struct Stretch {
  Alignment alignment;
  std::size_t to = 0;  ///< behind the last word
};

/// For each word of the text, the best alignment that ends with it.
std::vector<Stretch> stretchesIn(const std::vector<Word>& text, const std::vector<Word>& quote) {
  std::vector<Stretch> found;
  std::vector<Alignment> before(quote.size() + 1);
  std::vector<Alignment> now(quote.size() + 1);
  for (std::size_t t = 0; t < text.size(); ++t) {
    now[0] = {0, 0, t + 1};
    Alignment best;
    for (std::size_t q = 0; q < quote.size(); ++q) {
      const bool same = text[t].text == quote[q].text;
      Alignment here = before[q];
      if (here.score == 0)
        here = {0, 0, t};
      here.score += same ? kMatch : kOther;
      here.matched += same ? 1 : 0;
      for (const Alignment* other : {&before[q + 1], &now[q]})
        if (Alignment skipped = *other; skipped.score + kOther > here.score) {
          skipped.score += kOther;
          here = skipped;
        }
      now[q + 1] = here.score > 0 ? here : Alignment{0, 0, t + 1};
      if (isBetter(now[q + 1], best))
        best = now[q + 1];
    }
    if (best.score > 0)
      found.push_back({best, t + 1});
    std::swap(before, now);
  }
  return found;
}

}  // namespace

std::vector<Word> wordsOf(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    if (!isWordByte(text[at])) {
      ++at;
      continue;
    }
    Word word;
    word.from = at;
    for (; at < text.size() && isWordByte(text[at]); ++at)
      word.text +=
          text[at] >= 'A' && text[at] <= 'Z' ? static_cast<char>(text[at] - 'A' + 'a') : text[at];
    word.to = at;
    words.push_back(std::move(word));
  }
  return words;
}

std::optional<PassagePlace> findPassage(std::string_view text, const Passage& passage) {
  const std::vector<Word> words = wordsOf(text);
  const std::vector<Word> quote = wordsOf(passage.quote);
  if (words.empty() || quote.empty())
    return std::nullopt;
  const std::vector<Word> before = wordsOf(passage.before);
  const std::vector<Word> after = wordsOf(passage.after);
  const Stretch* best = nullptr;
  std::size_t bestAround = 0;
  const std::vector<Stretch> stretches = stretchesIn(words, quote);
  for (const Stretch& stretch : stretches) {
    const std::size_t around = sameBackwards(words, stretch.alignment.from, before) +
                               sameForwards(words, stretch.to, after);
    const bool better = best == nullptr || isBetter(stretch.alignment, best->alignment) ||
                        (!isBetter(best->alignment, stretch.alignment) && around > bestAround);
    if (better) {
      best = &stretch;
      bestAround = around;
    }
  }
  if (best == nullptr)
    return std::nullopt;
  const double share = best->alignment.matched / static_cast<double>(quote.size());
  if (share < kLeastLikeness)
    return std::nullopt;
  const auto whole = static_cast<int>(quote.size()) * kMatch;
  const bool isWhole = best->alignment.score == whole;
  constexpr double kNearlyAll = 0.99;  // all words, but with others between them
  return PassagePlace{words[best->alignment.from].from, words[best->to - 1].to,
                      isWhole ? 1.0 : std::min(share, kNearlyAll)};
}

double likeness(std::string_view a, std::string_view b) {
  std::map<std::string, int> counts;
  const std::vector<Word> left = wordsOf(a);
  const std::vector<Word> right = wordsOf(b);
  if (left.empty() || right.empty())
    return 0;
  for (const Word& word : left)
    ++counts[word.text];
  int common = 0;
  for (const Word& word : right)
    if (const auto found = counts.find(word.text); found != counts.end() && found->second > 0) {
      --found->second;
      ++common;
    }
  return 2.0 * common / static_cast<double>(left.size() + right.size());
}

std::string lastWords(std::string_view text, std::size_t count) {
  const std::vector<Word> words = wordsOf(text);
  if (words.empty() || count == 0)
    return {};
  const std::size_t first = words.size() > count ? words.size() - count : 0;
  return std::string(text.substr(words[first].from, words.back().to - words[first].from));
}

std::string firstWords(std::string_view text, std::size_t count) {
  const std::vector<Word> words = wordsOf(text);
  if (words.empty() || count == 0)
    return {};
  const Word& last = words[std::min(count, words.size()) - 1];
  return std::string(text.substr(words.front().from, last.to - words.front().from));
}

}  // namespace phaseboard::annotations
