// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/ops/changes.h"

/// The stable names of the operations and what each changes, so that undo can say what it changed
/// from the name and the subject of a step alone.
namespace phaseboard::ops {

inline constexpr const char* kAnswerPrompt = "answerPrompt";
inline constexpr const char* kSuspendPrompt = "suspendPrompt";
inline constexpr const char* kResumePrompt = "resumePrompt";
inline constexpr const char* kBuryPrompt = "buryPrompt";
inline constexpr const char* kFlagPrompt = "flagPrompt";
inline constexpr const char* kUnflagPrompt = "unflagPrompt";
inline constexpr const char* kCorrectGrade = "correctGrade";
inline constexpr const char* kCatchUp = "catchUp";
inline constexpr const char* kUseParameters = "useParameters";
inline constexpr const char* kWriteAnswer = "writeAnswer";
inline constexpr const char* kRestoreAnswer = "restoreAnswer";
inline constexpr const char* kKeepDraft = "keepDraft";
inline constexpr const char* kDiscardDraft = "discardDraft";
inline constexpr const char* kTickKeyPoint = "tickKeyPoint";
inline constexpr const char* kOverrideText = "overrideText";
inline constexpr const char* kRememberPacks = "rememberPacks";
inline constexpr const char* kMarkFavourite = "markFavourite";
inline constexpr const char* kChangeSettings = "changeSettings";
inline constexpr const char* kFollowRenames = "followRenames";
inline constexpr const char* kAnswerPhase = "answerPhase";
inline constexpr const char* kStartAfresh = "startAfresh";
inline constexpr const char* kCreatePrompt = "createPrompt";
inline constexpr const char* kEditPrompt = "editPrompt";
inline constexpr const char* kDeletePrompt = "deletePrompt";
inline constexpr const char* kCreateBoard = "createBoard";
inline constexpr const char* kDrawOnBoard = "drawOnBoard";
inline constexpr const char* kRenameBoard = "renameBoard";
inline constexpr const char* kRemoveBoard = "removeBoard";
inline constexpr const char* kFinishRebuild = "finishRebuild";
inline constexpr const char* kAnnotate = "annotate";
inline constexpr const char* kEditAnnotation = "editAnnotation";
inline constexpr const char* kRemoveAnnotation = "removeAnnotation";
inline constexpr const char* kReattachAnnotation = "reattachAnnotation";
inline constexpr const char* kAddImage = "addImage";
inline constexpr const char* kAddBookmark = "addBookmark";
inline constexpr const char* kRemoveBookmark = "removeBookmark";
inline constexpr const char* kStartMock = "startMock";
inline constexpr const char* kNoteMock = "noteMock";
inline constexpr const char* kKeepMockText = "keepMockText";
inline constexpr const char* kTickMock = "tickMock";
inline constexpr const char* kDebriefMock = "debriefMock";
inline constexpr const char* kRemoveMock = "removeMock";
inline constexpr const char* kImportPrompts = "importPrompts";
inline constexpr const char* kMerge = "merge";
inline constexpr const char* kSettleAnswer = "settleAnswer";
inline constexpr const char* kUndo = "undo";
inline constexpr const char* kRedo = "redo";

/// "question#phase", the subject of operations on answers.
[[nodiscard]] std::string subjectOf(const answers::AnswerKey& key);

/// What `operation` on `subject` changes. Unknown names change nothing but undo itself.
[[nodiscard]] Changes changesOf(const std::string& operation, const std::string& subject);

}  // namespace phaseboard::ops
