// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace phaseboard::ui {

/// Fills `page` with `content`, which keeps to the middle and scrolls up and down where the page
/// is smaller. What lies on it is reached by Tab and scrolls it; the page itself takes no focus.
void fillWithScrolled(QWidget* page, QWidget* content);

}  // namespace phaseboard::ui
