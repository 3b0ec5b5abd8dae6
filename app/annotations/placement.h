// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "app/annotations/annotation.h"
#include "app/annotations/passage.h"
#include "app/annotations/target_text.h"

/// Where annotations stand in a pack that may be newer than they are.
namespace phaseboard::annotations {

/// How an annotation fits what the pack says today.
enum class Standing {
  Exact,      ///< everything is as it was
  Reworded,   ///< the place is there in other words
  WordsGone,  ///< of a passage: its words are gone, what they stood in is there
  Unplaced,   ///< nothing of it is there: it waits in the tray
};

/// An anchor to the whole of a target.
[[nodiscard]] Anchor anchorTo(const TargetText& target);

/// An anchor to a passage. `block` is the text that it was chosen in, e.g. one field of the
/// target; `from` and `to` are bytes of it. A word that is cut belongs to it. The whole target is
/// meant when no word is between them.
[[nodiscard]] Anchor anchorTo(const TargetText& target, std::string_view block, std::size_t from,
                              std::size_t to);

/// How an anchor stands in the target that has its id today; null when none has.
[[nodiscard]] Standing standingOf(const Anchor& anchor, const TargetText* target);

/// The passage of an anchor in a block of its target.
[[nodiscard]] std::optional<PassagePlace> placeIn(std::string_view block, const Anchor& anchor);

/// A place for an annotation without one.
struct Suggestion {
  const TargetText* target = nullptr;  ///< among the candidates
  double likeness = 0;                 ///< 0 to 1
};

/// The candidate that is most like what the annotation stood in: by the words of its passage, else
/// by the snapshot. Nothing when none is at all like it.
[[nodiscard]] std::optional<Suggestion> suggestPlace(const Anchor& anchor,
                                                     const std::vector<TargetText>& candidates);

/// The anchor that an annotation gets in another target: to the passage if its words are there,
/// else to the whole.
[[nodiscard]] Anchor reanchored(const Anchor& anchor, const TargetText& target);

}  // namespace phaseboard::annotations
