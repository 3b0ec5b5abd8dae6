// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/session.h"

#include <gmock/gmock.h>

#include <QSignalSpy>

#include "tests/support/shipped_session.h"

namespace phaseboard::ui {
namespace {

TEST(Session, TellsOnceWhatAnOperationChanged) {
  test::ShippedSession opened;
  QSignalSpy changed(&opened.session, &Session::changed);
  QSignalSpy failed(&opened.session, &Session::failed);

  EXPECT_TRUE(opened.session.perform([](ops::Desk& desk) {
    return desk.markFavourite("ad-click-prediction/serving-path", true);
  }));

  EXPECT_EQ(changed.count(), 1);
  EXPECT_EQ(failed.count(), 0);
  EXPECT_FALSE(opened.session.undoText().isEmpty());
}

TEST(Session, SaysNothingWhenNothingChanged) {
  test::ShippedSession opened;
  QSignalSpy changed(&opened.session, &Session::changed);

  EXPECT_TRUE(opened.session.perform(
      [&](ops::Desk& desk) { return desk.changeSettings(opened.session.settings()); }));

  EXPECT_EQ(changed.count(), 0);
}

TEST(Session, ReportsAFailureAndKeepsItsSettings) {
  test::ShippedSession opened;
  QSignalSpy failed(&opened.session, &Session::failed);
  ports::Settings wrong = opened.session.settings();
  wrong.dailyMinutes = -1;

  EXPECT_FALSE(opened.session.perform([&](ops::Desk& desk) { return desk.changeSettings(wrong); }));

  EXPECT_EQ(failed.count(), 1);
  EXPECT_EQ(opened.session.settings().dailyMinutes, ports::Settings().dailyMinutes);
}

TEST(Session, TakesAChangeOfSettingsBack) {
  test::ShippedSession opened;
  ports::Settings settings = opened.session.settings();
  settings.textPercent = 120;
  ASSERT_TRUE(
      opened.session.perform([&](ops::Desk& desk) { return desk.changeSettings(settings); }));
  ASSERT_EQ(opened.session.settings().textPercent, 120);

  opened.session.undo();

  EXPECT_EQ(opened.session.settings().textPercent, 100);
  EXPECT_FALSE(opened.session.redoText().isEmpty());
}

}  // namespace
}  // namespace phaseboard::ui
