// SPDX-License-Identifier: Apache-2.0
#include "app/review/typed_answer.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "app/review/answer_words.h"

namespace phaseboard::review {
namespace {

using Words = std::vector<std::u32string>;

constexpr double kSameNumber = 0.02;
constexpr double kCloseNumber = 0.15;
constexpr double kTwice = 1.0;
constexpr double kHalf = 0.5;
constexpr double kPartlyWords = 0.5;

std::u32string joined(const Words& words) {
  std::u32string all;
  for (const std::u32string& word : words)
    all += word;
  return all;
}

bool hasDigit(std::u32string_view word) {
  return std::any_of(word.begin(), word.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

/// 0 for the same word, 1 for one with typos, nothing for another one.
std::optional<int> costOf(std::u32string_view typed, std::u32string_view expected) {
  if (typed == expected)
    return 0;
  const int allowed = hasDigit(typed) || hasDigit(expected) ? 0 : allowedTypos(expected.size());
  if (allowed == 0 || editDistance(typed, expected, allowed) > allowed)
    return std::nullopt;
  return 1;
}

struct WordMatch {
  std::size_t found = 0;  ///< expected words that were typed
  std::size_t extra = 0;  ///< typed words that were not expected
  bool hasTypos = false;
};

/// Pairs equal words first, so that a typo never takes the place of the right word.
WordMatch matchWords(Words typed, const Words& expected) {
  WordMatch match;
  std::vector<const std::u32string*> open;
  for (const std::u32string& word : expected) {
    const auto same = std::find(typed.begin(), typed.end(), word);
    if (same == typed.end()) {
      open.push_back(&word);
      continue;
    }
    typed.erase(same);
    ++match.found;
  }
  for (const std::u32string* word : open) {
    const auto near = std::find_if(typed.begin(), typed.end(), [word](const std::u32string& other) {
      return costOf(other, *word).has_value();
    });
    if (near == typed.end())
      continue;
    typed.erase(near);
    ++match.found;
    match.hasTypos = true;
  }
  match.extra = typed.size();
  return match;
}

bool areInitials(const Words& typed, const Words& expected) {
  if (typed.size() != 1 || expected.size() < 2)
    return false;
  std::u32string initials;
  for (const std::u32string& word : expected)
    initials += word.front();
  return typed.front() == initials;
}

Likeness compareWords(const Words& typed, const Words& expected) {
  if (expected.empty())
    return Likeness::Different;
  const std::u32string typedTogether = joined(typed);
  const std::u32string expectedTogether = joined(expected);
  if (typedTogether == expectedTogether)
    return Likeness::Same;
  const WordMatch match = matchWords(typed, expected);
  const bool isWhole = match.found == expected.size();
  if (isWhole && match.extra == 0)
    return match.hasTypos ? Likeness::Close : Likeness::Same;
  if (isWhole && match.extra <= std::max<std::size_t>(2, expected.size()))
    return Likeness::Close;
  const bool isRunTogether = typed.size() != expected.size();
  if (areInitials(typed, expected) || (isRunTogether && costOf(typedTogether, expectedTogether)))
    return Likeness::Close;
  const double share = static_cast<double>(match.found) / static_cast<double>(expected.size());
  return match.found > 0 && share >= kPartlyWords ? Likeness::Partly : Likeness::Different;
}

Likeness compareNumbers(std::string_view typed, const Quantity& expected) {
  const auto number = readQuantity(typed, expected.measure == "bytes");
  const auto error = number ? relativeError(*number, expected) : std::nullopt;
  if (!error)
    return Likeness::Different;
  if (*error <= kSameNumber)
    return Likeness::Same;
  if (*error <= kCloseNumber)
    return Likeness::Close;
  const bool isSmaller =
      std::abs(number->most * number->factor) < std::abs(expected.least * expected.factor);
  return *error <= (isSmaller ? kHalf : kTwice) ? Likeness::Partly : Likeness::Different;
}

/// Words know no signs, but where a number is the answer, its sign counts.
bool hasOtherSign(std::string_view typed, std::string_view accepted) {
  const std::size_t first = accepted.find_first_of("0123456789");
  const auto expected = readQuantity(accepted);
  const bool isNumber = first != std::string_view::npos && expected.has_value() &&
                        answerWords(accepted.substr(0, first)).empty();
  const auto number = isNumber ? readQuantity(typed) : std::nullopt;
  return number && (number->least < 0) != (expected->least < 0);
}

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string::npos)
    return {};
  return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

void addForm(std::vector<std::string>& forms, const std::string& form) {
  const std::string text = trimmed(form);
  if (!text.empty() && std::find(forms.begin(), forms.end(), text) == forms.end())
    forms.push_back(text);
}

bool isAbbreviation(const std::string& text) {
  return text.size() >= 2 && std::all_of(text.begin(), text.end(), [](unsigned char c) {
           return std::isupper(c) != 0 || std::isdigit(c) != 0;
         });
}

}  // namespace

Likeness compareTyped(std::string_view typed, const ExpectedAnswer& expected) {
  const Words words = answerWords(typed);
  if (words.empty())
    return Likeness::Blank;
  Likeness best =
      expected.quantity ? compareNumbers(typed, *expected.quantity) : Likeness::Different;
  for (const std::string& accepted : expected.accepted)
    if (!hasOtherSign(typed, accepted))
      best = std::max(best, compareWords(words, answerWords(accepted)));
  return best;
}

std::optional<memory::Rating> suggestedRating(Likeness likeness) {
  switch (likeness) {
    case Likeness::Different:
      return memory::Rating::Again;
    case Likeness::Partly:
      return memory::Rating::Hard;
    case Likeness::Close:
    case Likeness::Same:
      return memory::Rating::Good;
    case Likeness::Blank:
      break;
  }
  return std::nullopt;
}

std::optional<memory::Rating> ratingFromTicks(int ticked, int total) {
  if (total <= 0)
    return std::nullopt;
  constexpr int kGoodPercent = 70;
  constexpr int kHardPercent = 40;
  const int percent = ticked * 100 / total;
  if (ticked >= total)
    return memory::Rating::Easy;
  if (percent >= kGoodPercent)
    return memory::Rating::Good;
  return percent >= kHardPercent ? memory::Rating::Hard : memory::Rating::Again;
}

std::vector<std::string> formsOfTitle(const std::string& title) {
  std::vector<std::string> forms;
  addForm(forms, title);
  const std::size_t open = title.find('(');
  const std::size_t close = title.find(')', open);
  std::string plain = title;
  if (open != std::string::npos && close != std::string::npos) {
    plain = title.substr(0, open) + title.substr(close + 1);
    addForm(forms, plain);
    if (const std::string inside = title.substr(open + 1, close - open - 1); isAbbreviation(inside))
      addForm(forms, inside);
  }
  for (const std::string_view cut : {", ", ": ", " - ", " – ", " — "})
    if (const std::size_t at = plain.find(cut); at != std::string::npos)
      addForm(forms, plain.substr(0, at));
  return forms;
}

}  // namespace phaseboard::review
