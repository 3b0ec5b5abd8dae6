// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QString>

#include "app/bookmarks/bookmark.h"
#include "app/ports/pack_library.h"
#include "ui/shell/place.h"

/// Places as what can be marked and remembered.
namespace phaseboard::ui {

/// What a place shows, as far as it lies in the pack; nothing for other screens.
[[nodiscard]] std::optional<bookmarks::Spot> spotOf(const Place& place);

[[nodiscard]] Place placeOf(const bookmarks::Spot& spot);

/// What a spot is called, and where it lies.
struct SpotWords {
  QString title;
  QString where;
};

/// Nothing when the pack has no such place (any more). `spot` is under its id of today.
///
/// @param title  what a part or an item is called, if that is known; else it is read from the pack
[[nodiscard]] std::optional<SpotWords> wordsOf(const bookmarks::Spot& spot,
                                               const ports::PackLibrary& pack,
                                               const QString& title = {});

}  // namespace phaseboard::ui
