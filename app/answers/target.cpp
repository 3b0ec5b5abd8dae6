// SPDX-License-Identifier: Apache-2.0
#include "app/answers/target.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "app/answers/reference.h"
#include "app/answers/word_diff.h"

namespace phaseboard::answers {

std::optional<Target> targetOf(const framework::Framework& framework,
                               const std::map<StageId, int>& stageMinutes, const PhaseId& phase,
                               int wordsPerMinute) {
  const framework::Stage* stage = framework.stageOf(phase);
  if (stage == nullptr || stage->phases.empty())
    return std::nullopt;
  const auto own = stageMinutes.find(stage->id);
  const int all = own == stageMinutes.end() ? stage->minutes : own->second;
  if (all <= 0)
    return std::nullopt;
  const double minutes = static_cast<double>(all) / static_cast<double>(stage->phases.size());
  const int tens = static_cast<int>(std::lround(minutes * wordsPerMinute / 10));
  return Target{std::max(1, static_cast<int>(std::lround(minutes))), std::max(1, tens) * 10};
}

int lengthInWords(std::string_view markdown) {
  std::string read;
  std::size_t label = std::string::npos;  // in `read`, of the '[' that may begin a link
  for (std::size_t at = 0; at < markdown.size(); ++at) {
    if (markdown[at] == '[')
      label = read.size();
    if (label != std::string::npos && markdown.substr(at, 2) == "](") {
      const std::string_view rest = markdown.substr(at, kLongestTarget);
      const std::size_t end = std::min(rest.find_first_of(")\n"), rest.size() - 1);
      const bool isPicture = label > 0 && read[label - 1] == '!';
      if (rest[end] == ')')
        at += end;
      if (rest[end] == ')' && isPicture)
        read.resize(label - 1);
      label = std::string::npos;
    }
    read += markdown[at];
  }
  return wordCount(read);
}

void WritingTime::noteKey(Instant at) {
  if (m_last) {
    const std::int64_t gap = at.value() - m_last->value();
    if (gap > 0 && gap <= kLongestPause.value())
      m_spent = Millis{m_spent.value() + gap};
  }
  m_last = at;
}

}  // namespace phaseboard::answers
