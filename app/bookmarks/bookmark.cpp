// SPDX-License-Identifier: Apache-2.0
#include "app/bookmarks/bookmark.h"

#include <array>

namespace phaseboard::bookmarks {
namespace {

/// In the order of `SpotKind`.
constexpr std::array<std::string_view, 7> kSpotNames{"question", "phase", "answer", "figure",
                                                     "part",     "item",  "concept"};

}  // namespace

std::string textOf(const Spot& spot) {
  return std::string(kSpotNames[static_cast<std::size_t>(spot.kind)]) + ':' + spot.id;
}

std::optional<Spot> spotFrom(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon + 1 == text.size())
    return std::nullopt;
  for (std::size_t i = 0; i < kSpotNames.size(); ++i)
    if (text.substr(0, colon) == kSpotNames[i])
      return Spot{static_cast<SpotKind>(i), std::string(text.substr(colon + 1))};
  return std::nullopt;
}

}  // namespace phaseboard::bookmarks
