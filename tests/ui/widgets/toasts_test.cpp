// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/toasts.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>

namespace phaseboard::ui {
namespace {

/// Whether the words stand wholly on the message.
bool isReadable(const Toasts& toasts) {
  for (const auto* label : toasts.findChildren<QLabel*>())
    if (label->text() == toasts.text() && label->isVisible())
      return toasts.rect().contains(label->geometry()) &&
             label->width() >= label->sizeHint().width();
  return false;
}

TEST(Toasts, ShowsAMessageThatFollowsAnotherAtOnce) {
  QWidget host;
  host.resize(800, 600);
  host.show();
  Toasts toasts(&host);

  toasts.say(QStringLiteral("Answer saved"), QStringLiteral("Undo"));
  EXPECT_TRUE(isReadable(toasts));
  toasts.say(QStringLiteral("This picture has 30 megapixels; at most 24 are read."));
  QApplication::processEvents();

  EXPECT_TRUE(isReadable(toasts));
  toasts.warn(QStringLiteral("The disk is full."), QStringLiteral("Make room, then try again."));
  QApplication::processEvents();
  EXPECT_TRUE(isReadable(toasts));
}

}  // namespace
}  // namespace phaseboard::ui
