// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace phaseboard::db {

/// Unpacks Zstandard; nothing for damaged bytes, or when more than `limit` would come out.
[[nodiscard]] std::optional<std::string> unpackZstd(std::string_view packed, std::size_t limit);

}  // namespace phaseboard::db
