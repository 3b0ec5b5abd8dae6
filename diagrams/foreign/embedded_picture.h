// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace phaseboard::foreign {

/// A PNG inside a "data:" address.
struct EmbeddedPicture {
  std::string address;  ///< written anew: "data:image/png;base64,…"
  double pixels = 0;
};

/// Nothing for other kinds, for what is no PNG, and for sizes that nobody draws.
[[nodiscard]] std::optional<EmbeddedPicture> readEmbeddedPicture(std::string_view address);

}  // namespace phaseboard::foreign
