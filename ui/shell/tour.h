// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "app/base/result.h"
#include "ui/shell/screen.h"

namespace phaseboard::ui {

/// Draws every main screen with what the notebook holds, at 1440 by 900, in light and dark, into
/// `folder` as "<screen>.light.png" and "<screen>.dark.png". The folder is made.
/// @return `InputOutput` when a picture cannot be written
[[nodiscard]] Status drawTour(const ScreenContext& context, const QString& folder);

}  // namespace phaseboard::ui
