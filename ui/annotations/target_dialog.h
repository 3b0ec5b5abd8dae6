// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "app/annotations/target_text.h"

class QWidget;

namespace phaseboard::ui {

/// Lets the user choose one of several places by typing words of it. Nothing when it was cancelled.
std::optional<annotations::TargetText> chooseTarget(
    const std::vector<annotations::TargetText>& targets, const QString& title, QWidget* parent);

}  // namespace phaseboard::ui
