// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/content/model.h"
#include "app/content/source/ledger.h"
#include "app/content/source/source_tree.h"

/// Readers of the files of one question. Each returns what it understood and writes all mistakes
/// into the ledger; ids in the results are full ones.
namespace phaseboard::content {

/// What a note must have at least.
inline constexpr int kLeastKeyPoints = 6;
inline constexpr int kLeastTradeOffs = 1;
inline constexpr int kLeastNumbers = 1;
inline constexpr int kLeastPitfalls = 2;
inline constexpr int kLeastFollowUps = 2;
inline constexpr int kLeastSources = 1;
inline constexpr int kLeastDialogueLines = 10;

/// `question.yaml`. Notes, figures and prompts stay empty.
[[nodiscard]] Question readQuestion(const SourceNode& root, const FileLog& log);

/// `<number>-<phase>.yaml`. `diagrams` are as listed; whether they exist is checked later.
[[nodiscard]] Note readNote(const SourceNode& root, const FileLog& log);

/// `prompts.yaml`.
[[nodiscard]] std::vector<AuthoredPrompt> readPrompts(const SourceNode& root, const FileLog& log);

}  // namespace phaseboard::content
