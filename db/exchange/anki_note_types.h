// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "app/exchange/anki_template.h"

namespace phaseboard::db {

using AnkiNoteTypes = std::unordered_map<std::int64_t, exchange::AnkiNoteType>;

/// The note types of a collection up to schema 11, where they are one JSON text. Nothing when it is
/// no such text.
[[nodiscard]] std::optional<AnkiNoteTypes> noteTypesFromJson(std::string_view json);

/// The scheduler's version in the configuration of such a collection; 1 when it does not say.
[[nodiscard]] int schedulerVersion(std::string_view json);

/// The two templates in the bytes of a newer collection (a protocol buffer with the strings 1 and
/// 2).
[[nodiscard]] exchange::AnkiCardTemplate templateFromBytes(std::string_view bytes);

/// Whether the bytes of a note type there say that it has cloze deletions (number 1 is 1).
[[nodiscard]] bool isClozeFromBytes(std::string_view bytes);

}  // namespace phaseboard::db
