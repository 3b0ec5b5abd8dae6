// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/screen.h"

namespace phaseboard::ui {

Screen::Screen(const ScreenContext& context, QWidget* parent)
    : QWidget(parent), m_context(context) {
  setFocusPolicy(Qt::ClickFocus);  // so that the keys of the screen work before anything is clicked
}

}  // namespace phaseboard::ui
