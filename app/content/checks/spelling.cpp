// SPDX-License-Identifier: Apache-2.0
#include "app/content/checks/spelling.h"

#include <algorithm>

#include "app/base/ascii.h"

namespace phaseboard::content {
namespace {

bool isWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool containsWord(std::string_view text, std::string_view word) {
  if (word.empty())
    return false;
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !isWordByte(text[at - 1])) && (end == text.size() || !isWordByte(text[end])))
      return true;
  }
  return false;
}

}  // namespace

std::vector<Misspelling> findMisspellings(std::string_view words,
                                          const std::vector<SpellingRule>& rules) {
  std::string written(words);
  std::replace(written.begin(), written.end(), '\n', ' ');
  const std::string folded = lowered(written);
  std::vector<Misspelling> found;
  for (const SpellingRule& rule : rules) {
    const std::string use = lowered(rule.use);
    for (const std::string& wrong : rule.instead) {
      const std::string foldedWrong = lowered(wrong);
      const bool caseDecides = foldedWrong == use;
      if (caseDecides ? containsWord(written, wrong) : containsWord(folded, foldedWrong))
        found.push_back({wrong, rule.use});
    }
  }
  return found;
}

}  // namespace phaseboard::content
