// SPDX-License-Identifier: Apache-2.0
#include "app/annotations/placement.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace phaseboard::annotations {
namespace {

constexpr double kLeastSuggested = 0.34;
constexpr double kInsidePassage = 0.9;  ///< a found passage counts more than a similar title
constexpr std::size_t kSnapshotWords = 14;

/// The bytes from the first to the last word that is between `from` and `to`, even with one letter.
std::pair<std::size_t, std::size_t> wholeWords(std::string_view block, std::size_t from,
                                               std::size_t to) {
  for (const Word& word : wordsOf(block)) {
    if (word.from < from && from < word.to)
      from = word.from;
    if (word.from < to && to < word.to)
      to = word.to;
  }
  return {from, to};
}

}  // namespace

Anchor anchorTo(const TargetText& target) {
  Anchor anchor;
  anchor.target = target.id;
  anchor.snapshot = firstWords(target.title, kSnapshotWords);
  anchor.version = target.version;
  return anchor;
}

Anchor anchorTo(const TargetText& target, std::string_view block, std::size_t from,
                std::size_t to) {
  Anchor anchor = anchorTo(target);
  from = std::min(from, block.size());
  to = std::clamp(to, from, block.size());
  if (wordsOf(block.substr(from, to - from)).empty())
    return anchor;
  std::tie(from, to) = wholeWords(block, from, to);
  const std::string_view chosen = block.substr(from, to - from);
  anchor.quote = std::string(chosen);
  anchor.before = lastWords(block.substr(0, from), kContextWords);
  anchor.after = firstWords(block.substr(to), kContextWords);
  return anchor;
}

std::optional<PassagePlace> placeIn(std::string_view block, const Anchor& anchor) {
  return findPassage(block, {anchor.quote, anchor.before, anchor.after});
}

Standing standingOf(const Anchor& anchor, const TargetText* target) {
  if (target == nullptr)
    return Standing::Unplaced;
  if (anchor.version == target->version)
    return Standing::Exact;
  if (!anchor.isPassage())
    return Standing::Reworded;
  const auto place = placeIn(target->text, anchor);
  if (!place)
    return Standing::WordsGone;
  return place->likeness >= 1 ? Standing::Exact : Standing::Reworded;
}

std::optional<Suggestion> suggestPlace(const Anchor& anchor,
                                       const std::vector<TargetText>& candidates) {
  Suggestion best;
  for (const TargetText& target : candidates) {
    double like = likeness(anchor.snapshot, firstWords(target.title, kSnapshotWords));
    if (anchor.isPassage())
      if (const auto place = placeIn(target.text, anchor))
        like = std::max(like, kInsidePassage * place->likeness);
    if (like > best.likeness)
      best = {&target, like};
  }
  return best.likeness >= kLeastSuggested ? std::optional(best) : std::nullopt;
}

Anchor reanchored(const Anchor& anchor, const TargetText& target) {
  if (anchor.isPassage())
    if (const auto place = placeIn(target.text, anchor))
      return anchorTo(target, target.text, place->from, place->to);
  return anchorTo(target);
}

}  // namespace phaseboard::annotations
