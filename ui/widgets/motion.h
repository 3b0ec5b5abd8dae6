// SPDX-License-Identifier: Apache-2.0
#pragma once

class QApplication;

namespace phaseboard::ui {

/// Whether things jump instead of moving. Every widget that moves something asks its style for the
/// duration of animations, which is then 0.
void setMotionReduced(QApplication& application, bool reduced);
[[nodiscard]] bool isMotionReduced();

}  // namespace phaseboard::ui
