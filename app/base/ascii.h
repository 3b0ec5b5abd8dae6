// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace phaseboard {

/// The small letter of an ASCII capital, whatever the locale; every other byte, also of UTF-8, as
/// it is.
[[nodiscard]] constexpr char lowered(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// The same for every byte, so that offsets stay.
[[nodiscard]] inline std::string lowered(std::string_view text) {
  std::string low(text);
  for (char& letter : low)
    letter = lowered(letter);
  return low;
}

}  // namespace phaseboard
