// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "app/base/result.h"
#include "app/base/uuid.h"
#include "app/merge/contents.h"

/// What one device tells the others, as one file that is never changed.
namespace phaseboard::merge {

/// The bytes of a segment: "PBS1", the device, the length and the CRC-32C of what follows; then
/// cells, trails and logs. The same contents always give the same bytes.
[[nodiscard]] std::string segmentOf(const Contents& contents, const Uuid& device);

/// Takes a segment apart and trusts nothing. `Damaged` for one that is not whole (it may be on its
/// way), `FileTooNew` for one of a later form, `ForeignFile` for anything else.
///
/// @param subject  the file's name, for the error
[[nodiscard]] Result<Contents> readSegment(std::string_view bytes, const std::string& subject);

}  // namespace phaseboard::merge
