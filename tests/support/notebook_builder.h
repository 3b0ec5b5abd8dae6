// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>

#include "app/base/result.h"
#include "app/base/study_day.h"
#include "app/review/prompt.h"

namespace phaseboard::test {

/// How large a notebook to make.
struct NotebookSize {
  int prompts = 100'000;
  int reviews = 1'000'000;
  double dueShare = 0.02;  ///< of the prompts, on `today`
  int number = 0;          ///< notebooks of other numbers have other answers of the same prompts
};

/// The day on which the made notebook has its due prompts.
inline constexpr StudyDay kBuiltToday{20'700};

/// The prompt number `i`, from 0: in the notebook when `i` is less than its number of prompts.
[[nodiscard]] review::Prompt builtPrompt(int i);

/// Writes a notebook in bulk: prompts are answered in no particular order, as they are in life, so
/// that pages are as full as they would be. States are plausible; they are not those of a replay.
[[nodiscard]] Status buildNotebook(const std::filesystem::path& file, const NotebookSize& size);

}  // namespace phaseboard::test
