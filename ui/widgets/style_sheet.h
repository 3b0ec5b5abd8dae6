// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "diagrams/style/palette.h"

namespace phaseboard::ui {

/// The program's style sheet: resources/themes/phaseboard.qss with `@name` replaced by colours and
/// `12px` lengths of text multiplied by `textScale`.
[[nodiscard]] QString styleSheet(const style::ApplicationColours& colours, double textScale);

}  // namespace phaseboard::ui
