// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/motion.h"

#include <QApplication>

namespace phaseboard::ui {
namespace {

constexpr auto kReducedMotion = "phaseboardReducedMotion";

}  // namespace

void setMotionReduced(QApplication& application, bool reduced) {
  application.setProperty(kReducedMotion, reduced);
}

bool isMotionReduced() {
  return qApp->property(kReducedMotion).toBool();
}

}  // namespace phaseboard::ui
