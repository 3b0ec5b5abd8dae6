// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "db/notebook/backups.h"

namespace phaseboard::db {

/// What a notebook holds, as the user would say it.
enum class NotebookPart {
  Grades,
  Answers,
  Annotations,
  Boards,
  Mocks,
  OwnPrompts,
  Pictures,
  Settings
};

/// How much of it can still be read.
struct PartReach {
  NotebookPart part = NotebookPart::Grades;
  std::int64_t rows = 0;  ///< from either end up to what cannot be read
  bool isHurt = false;
};

/// What is left of a damaged notebook, and what there is to restore it from.
struct DamageSurvey {
  bool isGone = false;           ///< the file is not there, or has nothing in it
  std::vector<PartReach> parts;  ///< all of them; empty when nothing can be read at all
  std::optional<Backup> backup;  ///< the newest that is sound
  std::int64_t backupGrades = 0;
  std::int64_t laterGrades = 0;  ///< in the journals, from after the backup
};

/// Reads every row that can be read, and checks the backups until one is sound. Writes nothing.
[[nodiscard]] DamageSurvey surveyDamage(FileSystem& files, const std::filesystem::path& notebook);

}  // namespace phaseboard::db
