// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/result.h"
#include "ui/shell/place.h"

namespace phaseboard::ui {

class Session;
class Workshop;

/// Where the pictures of own content are taken.
struct TourOwnContent {
  Place figure;    ///< the workbench with a figure
  Place mistake;   ///< with a note that has problems
  Place reworded;  ///< a part of a shipped figure, explained in the user's words
};

/// What these pictures need: a question of one's own with a figure, a note of it with a mistake,
/// and a shipped explanation that was reworded. Places are empty in a pack without figures.
[[nodiscard]] Result<TourOwnContent> writeTourOwnContent(Session& session, Workshop& workshop);

}  // namespace phaseboard::ui
