// SPDX-License-Identifier: Apache-2.0
#include "app/mock/mentions.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "app/mock/words.h"
#include "app/review/answer_words.h"

namespace phaseboard::mock {
namespace {

using Words = std::vector<std::u32string>;

constexpr double kSaidWithAlias = kSaid / 2;
constexpr std::size_t kFewestWords = 2;

/// The words of a statement, each once.
Words tellingWords(const std::string& statement) {
  Words words;
  for (std::u32string& word : review::answerWords(withoutMarks(statement)))
    if (std::find(words.begin(), words.end(), word) == words.end())
      words.push_back(std::move(word));
  return words;
}

/// How many of the statements have each word: what all of them say tells nothing about one.
std::map<std::u32string, int> countUses(const std::vector<Words>& statements) {
  std::map<std::u32string, int> uses;
  for (const Words& words : statements)
    for (const std::u32string& word : words)
      ++uses[word];
  return uses;
}

double weightOf(const std::u32string& word, int uses, std::size_t statements) {
  const double rarity = std::log(1 + static_cast<double>(statements) / uses);
  // Short words are seldom what a sentence is about.
  return word.size() <= 2 ? rarity / 3 : rarity;
}

/// How many of the hints are there with words that none before them has.
int countHints(const std::vector<std::string>& hints, const std::vector<PlacedWord>& text,
               std::set<Span>& found) {
  int count = 0;
  std::set<Span> taken;
  for (const std::string& hint : hints) {
    const std::vector<Span> spans = spansOfPhrase(placedWords(hint), text);
    if (spans.empty())
      continue;
    std::set<Span> own(spans.begin(), spans.end());
    const bool isNew = std::none_of(own.begin(), own.end(),
                                    [&](const Span& span) { return taken.contains(span); });
    count += isNew ? 1 : 0;
    taken.merge(own);
  }
  found.insert(taken.begin(), taken.end());
  return count;
}

Mention lookFor(const Sought& sought, const Words& words, const std::map<std::u32string, int>& uses,
                std::size_t statements, const std::vector<PlacedWord>& text) {
  Mention mention{sought.id, false, 0, {}};
  std::set<Span> found;
  double all = 0;
  double said = 0;
  std::size_t count = 0;
  for (const std::u32string& word : words) {
    const double weight = weightOf(word, uses.at(word), statements);
    all += weight;
    bool isThere = false;
    for (const PlacedWord& placed : text) {
      if (!areAlike(word, placed.word))
        continue;
      isThere = true;
      found.insert(placed.span);
    }
    said += isThere ? weight : 0;
    count += isThere ? 1 : 0;
  }
  mention.share = all > 0 ? said / all : 0;
  bool hasAlias = false;
  for (const std::string& alias : sought.aliases) {
    const std::vector<Span> spans = spansOfPhrase(placedWords(alias), text);
    found.insert(spans.begin(), spans.end());
    hasAlias = hasAlias || !spans.empty();
  }
  const bool isSaid = mention.share >= kSaid && count >= kFewestWords;
  const bool isNamed = hasAlias && (sought.aliasIsEnough || mention.share >= kSaidWithAlias);
  const bool isHinted = countHints(sought.hints, text, found) >= kFewestHints;
  mention.isFound = isSaid || isNamed || isHinted;
  if (mention.isFound)
    mention.spans.assign(found.begin(), found.end());
  return mention;
}

}  // namespace

std::vector<Mention> findMentions(std::string_view text, const std::vector<Sought>& sought) {
  std::vector<Words> statements;
  statements.reserve(sought.size());
  for (const Sought& one : sought)
    statements.push_back(tellingWords(one.statement));
  const auto uses = countUses(statements);
  const std::vector<PlacedWord> words = placedWords(text);
  std::vector<Mention> mentions;
  for (std::size_t i = 0; i < sought.size(); ++i)
    mentions.push_back(lookFor(sought[i], statements[i], uses, sought.size(), words));
  return mentions;
}

std::vector<Sought> soughtIn(const std::vector<content::KeyPoint>& points,
                             const std::vector<content::Concept>& concepts) {
  std::vector<Sought> sought;
  for (const content::KeyPoint& point : points) {
    Sought one{point.id.value(), point.statement, {}, false, {}};
    for (const content::Concept& idea : concepts) {
      if (std::find(point.concepts.begin(), point.concepts.end(), idea.id) == point.concepts.end())
        continue;
      one.aliases.push_back(idea.title);
      one.aliases.insert(one.aliases.end(), idea.synonyms.begin(), idea.synonyms.end());
    }
    sought.push_back(std::move(one));
  }
  return sought;
}

}  // namespace phaseboard::mock
