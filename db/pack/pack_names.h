// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/content/model.h"

/// How enumerations are written in a pack.
namespace phaseboard::db {

[[nodiscard]] const char* levelName(content::Level level);
[[nodiscard]] std::optional<content::Level> levelFromName(std::string_view name);
[[nodiscard]] const char* questionKindName(content::QuestionKind kind);
[[nodiscard]] content::QuestionKind questionKindFromName(std::string_view name);
[[nodiscard]] const char* partKindName(content::PartKind kind);
[[nodiscard]] std::optional<content::PartKind> partKindFromName(std::string_view name);

}  // namespace phaseboard::db
