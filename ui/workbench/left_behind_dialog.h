// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>

#include "app/ops/left_behind.h"

class QWidget;

namespace phaseboard::ui {

class Session;

/// What was written about questions that are gone; nothing, after telling everybody, when it cannot
/// be read.
[[nodiscard]] std::vector<ops::LeftBehind> leftBehind(Session& session);

/// "2 answers, 1 annotation, 3 prompts of your own".
[[nodiscard]] QString leftBehindWords(const ops::LeftBehind& one);

/// Shows all of it: the answers to be read and copied, the rest by where it can be found.
void showLeftBehind(Session& session, QWidget* parent);

}  // namespace phaseboard::ui
