// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/review/prompt.h"

class QWidget;

namespace phaseboard::ui {

class Session;

/// Lets the user write a prompt of their own. `draft` says what it is about (question, phase,
/// figure and part) and may bring texts. Nothing when it was cancelled.
std::optional<review::Prompt> writeOwnPrompt(Session& session, const review::Prompt& draft,
                                             QWidget* parent);

/// Lets the user change or delete one of their prompts.
void editOwnPrompt(Session& session, const review::Prompt& prompt, QWidget* parent);

/// Shows all of them, to change, delete and add to.
void manageOwnPrompts(Session& session, QWidget* parent);

}  // namespace phaseboard::ui
