// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include <gmock/gmock.h>

#include <QApplication>
#include <QStandardPaths>

#include "ui/widgets/look.h"

int main(int argc, char** argv) {
  setenv("QT_QPA_PLATFORM", "offscreen", 0);
  QApplication application(argc, argv);
  QStandardPaths::setTestModeEnabled(true);
  phaseboard::ui::applyLook(application, phaseboard::style::ThemeName::Light, 100);
  testing::InitGoogleMock(&argc, argv);
  return RUN_ALL_TESTS();
}
