// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace phaseboard::test {

/// Rows of a notebook of the first schema: a prompt answered three times, the second time taken
/// back and half a second late, and one answered seven hours east, where the next day had begun.
extern const char* const kFirstSchemaRows;

/// Makes a closed notebook as a program of that schema version would have left it, with rows in
/// every table that it knew.
void writeOldNotebook(const std::filesystem::path& file, int version);

}  // namespace phaseboard::test
