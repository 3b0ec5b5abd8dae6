// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include <QKeySequence>
#include <QString>

#include "ui/shell/screen.h"
#include "ui/widgets/glyphs.h"

namespace phaseboard::ui {

/// A main screen in the navigation.
struct ScreenEntry {
  ScreenName name;
  QString title;
  Glyph glyph;
  std::function<Screen*(const ScreenContext&)> make;
  QKeySequence key = {};  ///< Ctrl and the place on the rail; `screenTable` gives it
};

/// All main screens, in the order of the navigation rail.
[[nodiscard]] std::vector<ScreenEntry> screenTable();

/// The stable name in settings and file names: "today".
[[nodiscard]] QString nameOf(ScreenName screen);

}  // namespace phaseboard::ui
