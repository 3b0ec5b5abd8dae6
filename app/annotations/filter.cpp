// SPDX-License-Identifier: Apache-2.0
#include "app/annotations/filter.h"

#include <algorithm>

#include "app/annotations/passage.h"

namespace phaseboard::annotations {
namespace {

bool hasWords(const std::string& typed, const Annotation& annotation) {
  std::string all =
      annotation.content.note + '\n' + annotation.anchor.quote + '\n' + annotation.anchor.snapshot;
  for (const std::string& tag : annotation.content.tags)
    all += '\n' + tag;
  const std::vector<Word> there = wordsOf(all);
  const std::vector<Word> wanted = wordsOf(typed);
  return std::all_of(wanted.begin(), wanted.end(), [&there](const Word& one) {
    return std::any_of(there.begin(), there.end(),
                       [&one](const Word& word) { return word.text.starts_with(one.text); });
  });
}

}  // namespace

bool passes(const Filter& filter, const Annotation& annotation, const QuestionId& question,
            const PhaseId& phase) {
  const Content& content = annotation.content;
  if ((filter.question && *filter.question != question) ||
      (filter.phase && *filter.phase != phase) ||
      (filter.colour && filter.colour != content.colour) ||
      (filter.onlyStarred && !content.isStarred))
    return false;
  if (filter.tag &&
      std::find(content.tags.begin(), content.tags.end(), *filter.tag) == content.tags.end())
    return false;
  return filter.text.empty() || hasWords(filter.text, annotation);
}

}  // namespace phaseboard::annotations
