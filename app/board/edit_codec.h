// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.h"
#include "app/board/document.h"

/// Edits and elements as bytes, for the notebook and the clipboard. The first byte is the version
/// of the form; bytes of every version that was ever released can be read.
namespace phaseboard::board {

[[nodiscard]] std::string encodeEdit(const Edit& edit);

/// `Damaged` (subject "board") for bytes that no program of ours writes. Trusts nothing.
[[nodiscard]] Result<Edit> decodeEdit(std::string_view bytes);

[[nodiscard]] std::string encodeElements(const std::vector<Element>& elements);
[[nodiscard]] Result<std::vector<Element>> decodeElements(std::string_view bytes);

}  // namespace phaseboard::board
