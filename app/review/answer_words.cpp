// SPDX-License-Identifier: Apache-2.0
#include "app/review/answer_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <optional>

namespace phaseboard::review {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// This many code points in a row have the same base.
struct BaseRun {
  int count = 0;
  const char* base = "";
};

// U+00C0 to U+017F: Latin-1 letters and Latin Extended-A.
constexpr std::array<BaseRun, 50> kLatin{
    {{6, "a"}, {1, "ae"}, {1, "c"},  {4, "e"},  {4, "i"},  {1, "d"},  {1, "n"},  {5, "o"},
     {1, " "}, {1, "o"},  {4, "u"},  {1, "y"},  {1, "th"}, {1, "ss"}, {6, "a"},  {1, "ae"},
     {1, "c"}, {4, "e"},  {4, "i"},  {1, "d"},  {1, "n"},  {5, "o"},  {1, " "},  {1, "o"},
     {4, "u"}, {1, "y"},  {1, "th"}, {1, "y"},  {6, "a"},  {8, "c"},  {4, "d"},  {10, "e"},
     {8, "g"}, {4, "h"},  {10, "i"}, {2, "ij"}, {2, "j"},  {3, "k"},  {10, "l"}, {9, "n"},
     {6, "o"}, {2, "oe"}, {6, "r"},  {8, "s"},  {6, "t"},  {12, "u"}, {2, "w"},  {3, "y"},
     {6, "z"}, {1, "s"}}};

// U+1E00 to U+1EF9: Latin Extended Additional.
constexpr std::array<BaseRun, 39> kLatinAdditional{
    {{2, "a"},  {6, "b"},  {2, "c"},  {10, "d"}, {10, "e"}, {2, "f"}, {2, "g"},  {10, "h"},
     {4, "i"},  {6, "k"},  {8, "l"},  {6, "m"},  {8, "n"},  {8, "o"}, {4, "p"},  {8, "r"},
     {10, "s"}, {8, "t"},  {10, "u"}, {4, "v"},  {10, "w"}, {4, "x"}, {2, "y"},  {6, "z"},
     {1, "h"},  {1, "t"},  {1, "w"},  {1, "y"},  {1, "a"},  {3, "s"}, {1, "ss"}, {1, "d"},
     {24, "a"}, {16, "e"}, {4, "i"},  {24, "o"}, {14, "u"}, {8, "y"}, {0, ""}}};

// U+03B1 to U+03C9, final sigma included.
constexpr std::array<const char*, 25> kGreek{
    "alpha", "beta",   "gamma",   "delta", "epsilon", "zeta",    "eta",  "theta", "iota",
    "kappa", "lambda", "mu",      "nu",    "xi",      "omicron", "pi",   "rho",   "sigma",
    "sigma", "tau",    "upsilon", "phi",   "chi",     "psi",     "omega"};

constexpr std::array<const char*, 7> kLigatures{"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

struct SingleForm {
  char32_t letter = 0;
  const char* base = "";
};

constexpr std::array<SingleForm, 26> kSingleForms{
    {{0x00AA, "a"},       {0x00B5, "mu"},    {0x00B9, "1"},       {0x00B2, "2"},
     {0x00B3, "3"},       {0x00BA, "o"},     {0x00BD, "1 2"},     {0x0386, "alpha"},
     {0x0388, "epsilon"}, {0x0389, "eta"},   {0x038A, "iota"},    {0x038C, "omicron"},
     {0x038E, "upsilon"}, {0x038F, "omega"}, {0x0390, "iota"},    {0x03AC, "alpha"},
     {0x03AD, "epsilon"}, {0x03AE, "eta"},   {0x03AF, "iota"},    {0x03B0, "upsilon"},
     {0x03D1, "theta"},   {0x03D5, "phi"},   {0x03F5, "epsilon"}, {0x0439, "и"},
     {0x0451, "е"},       {0x2126, "omega"}}};

constexpr std::array<SingleForm, 5> kAccentedGreek{{{0x03CA, "iota"},
                                                    {0x03CB, "upsilon"},
                                                    {0x03CC, "omicron"},
                                                    {0x03CD, "upsilon"},
                                                    {0x03CE, "omega"}}};

constexpr std::array<std::u32string_view, 16> kSmallWords{
    U"a",  U"an", U"the", U"of", U"and", U"or",   U"to",  U"for",
    U"in", U"on", U"at",  U"by", U"is",  U"with", U"per", U"from"};

bool isBetween(char32_t letter, char32_t first, char32_t last) {
  return letter >= first && letter <= last;
}

template <std::size_t N>
const char* baseIn(const std::array<BaseRun, N>& runs, char32_t offset) {
  for (const BaseRun& run : runs) {
    if (offset < static_cast<char32_t>(run.count))
      return run.base;
    offset -= static_cast<char32_t>(run.count);
  }
  return "";
}

template <std::size_t N>
const char* formIn(const std::array<SingleForm, N>& forms, char32_t letter) {
  for (const SingleForm& form : forms)
    if (form.letter == letter)
      return form.base;
  return nullptr;
}

/// Marks on the letter before, and signs that show nothing.
bool isDropped(char32_t letter) {
  return isBetween(letter, 0x0300, 0x036F) || isBetween(letter, 0x1AB0, 0x1AFF) ||
         isBetween(letter, 0x1DC0, 0x1DFF) || isBetween(letter, 0x20D0, 0x20FF) ||
         isBetween(letter, 0xFE00, 0xFE2F) || isBetween(letter, 0x200B, 0x200D) ||
         letter == 0x00AD || letter == 0xFEFF || letter == U'\'' || letter == 0x2019;
}

bool isSeparator(char32_t letter) {
  return letter == kReplacement || isBetween(letter, 0x0080, 0x00BF) ||
         isBetween(letter, 0x2000, 0x206F) || isBetween(letter, 0x2190, 0x23FF) ||
         isBetween(letter, 0x3000, 0x3004);
}

/// What stands for a letter that is not ASCII; nothing when it stands for itself.
const char* baseOf(char32_t letter) {
  if (isBetween(letter, 0x00C0, 0x017F))
    return baseIn(kLatin, letter - 0x00C0);
  if (isBetween(letter, 0x1E00, 0x1EF9))
    return baseIn(kLatinAdditional, letter - 0x1E00);
  if (isBetween(letter, 0x0391, 0x03A9))
    return kGreek[letter - 0x0391];
  if (isBetween(letter, 0x03B1, 0x03C9))
    return kGreek[letter - 0x03B1];
  if (isBetween(letter, 0xFB00, 0xFB06))
    return kLigatures[letter - 0xFB00];
  if (const char* form = formIn(kSingleForms, letter))
    return form;
  return formIn(kAccentedGreek, letter);
}

void addFolded(std::u32string& out, char32_t letter) {
  if (isBetween(letter, 0xFF01, 0xFF5E))
    letter -= 0xFEE0;
  if (isBetween(letter, 0x2080, 0x2089))
    letter = U'0' + (letter - 0x2080);
  else if (letter == 0x2070 || isBetween(letter, 0x2074, 0x2079))
    letter = U'0' + (letter - 0x2070);
  if (isDropped(letter))
    return;
  if (letter < 0x80) {
    if (isBetween(letter, U'A', U'Z'))
      letter += U'a' - U'A';
    const bool isKept = isBetween(letter, U'a', U'z') || isBetween(letter, U'0', U'9');
    out += isKept ? letter : U' ';
    return;
  }
  if (isBetween(letter, 0x0410, 0x042F))  // Cyrillic capitals
    letter += 0x20;
  else if (isBetween(letter, 0x0400, 0x040F))
    letter += 0x50;
  if (const char* base = baseOf(letter))
    out += codePoints(base);
  else
    out += isSeparator(letter) ? U' ' : letter;
}

bool endsWith(const std::u32string& word, std::u32string_view tail) {
  return word.size() >= tail.size() &&
         std::u32string_view(word).substr(word.size() - tail.size()) == tail;
}

std::u32string singular(std::u32string word) {
  if (word.size() > 4 && endsWith(word, U"ies"))
    return word.substr(0, word.size() - 3) + U'y';
  // "loss", "bias", "campus" and "analysis" are singular already.
  const bool isSingular = endsWith(word, U"ss") || endsWith(word, U"as") || endsWith(word, U"us") ||
                          endsWith(word, U"is");
  if (word.size() > 3 && endsWith(word, U"s") && !isSingular)
    word.pop_back();
  return word;
}

bool isSmallWord(const std::u32string& word) {
  return std::find(kSmallWords.begin(), kSmallWords.end(), word) != kSmallWords.end();
}

/// One code point from the front of `bytes`, which shrinks; `kReplacement` for a stray byte.
char32_t takeOne(std::string_view& bytes) {
  const auto byteAt = [&bytes](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i]));
  };
  const std::uint32_t first = byteAt(0);
  const std::size_t length = first < 0x80             ? 1
                             : (first & 0xE0) == 0xC0 ? 2
                             : (first & 0xF0) == 0xE0 ? 3
                             : (first & 0xF8) == 0xF0 ? 4
                                                      : 0;
  if (length == 1) {
    bytes.remove_prefix(1);
    return first;
  }
  char32_t letter = length == 0 ? 0 : first & (0xFFU >> (length + 1));
  bool isSound = length != 0 && length <= bytes.size();
  for (std::size_t i = 1; isSound && i < length; ++i) {
    isSound = (byteAt(i) & 0xC0) == 0x80;
    letter = (letter << 6) | (byteAt(i) & 0x3F);
  }
  bytes.remove_prefix(isSound ? length : 1);
  return isSound ? letter : kReplacement;
}

}  // namespace

std::u32string codePoints(std::string_view utf8) {
  std::u32string letters;
  letters.reserve(utf8.size());
  while (!utf8.empty())
    letters += takeOne(utf8);
  return letters;
}

std::vector<std::u32string> answerWords(std::string_view utf8) {
  std::u32string folded;
  for (const char32_t letter : codePoints(utf8))
    addFolded(folded, letter);
  folded += U' ';
  std::vector<std::u32string> all;
  std::vector<std::u32string> telling;
  std::u32string word;
  for (const char32_t letter : folded) {
    if (letter != U' ') {
      word += letter;
      continue;
    }
    if (word.empty())
      continue;
    all.push_back(singular(word));
    if (!isSmallWord(word))
      telling.push_back(all.back());
    word.clear();
  }
  return telling.empty() ? all : telling;
}

int editDistance(std::u32string_view a, std::u32string_view b, int most) {
  const auto width = static_cast<int>(b.size());
  if (std::abs(static_cast<int>(a.size()) - width) > most)
    return most + 1;
  // Three rows of the usual table: two swapped letters look back two rows.
  std::vector<int> beforeLast(b.size() + 1);
  std::vector<int> last(b.size() + 1);
  std::vector<int> row(b.size() + 1);
  for (int j = 0; j <= width; ++j)
    last[static_cast<std::size_t>(j)] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    int best = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], beforeLast[j - 2] + 1);
      best = std::min(best, row[j]);
    }
    if (best > most)
      return most + 1;
    std::swap(beforeLast, last);
    std::swap(last, row);
  }
  return std::min(last[b.size()], most + 1);
}

int allowedTypos(std::size_t letters) {
  constexpr std::size_t kShort = 3;
  constexpr std::size_t kMiddle = 7;
  return letters <= kShort ? 0 : letters <= kMiddle ? 1 : 2;
}

}  // namespace phaseboard::review
