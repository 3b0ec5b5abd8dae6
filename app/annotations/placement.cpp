// SPDX-License-Identifier: Apache-2.0
#include "app/annotations/placement.h"

#include <algorithm>

namespace phaseboard::annotations {
namespace {

constexpr double kLeastSuggested = 0.34;
constexpr double kInsidePassage = 0.9;  ///< a found passage counts more than a similar title
constexpr std::size_t kSnapshotWords = 14;

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
  const std::string_view chosen = block.substr(from, to - from);
  if (wordsOf(chosen).empty())
    return anchor;
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
