// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <QString>

namespace phaseboard::ui {

/// An operation of the desk in the user's words.
struct OperationWords {
  QString done;  ///< after it: "Answer graded"
  QString noun;  ///< for menus, after "Undo": "grading"
};

/// Words of a stable operation name such as "answerPrompt"; the name itself when it is unknown.
[[nodiscard]] OperationWords operationWords(const std::string& operation);

}  // namespace phaseboard::ui
