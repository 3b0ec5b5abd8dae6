// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settings_screen.h"

#include <gmock/gmock.h>

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>

#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/library/thumbnail_store.h"
#include "ui/settings/own_content_fields.h"
#include "ui/settings/week_field.h"
#include "ui/shell/window_memory.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {
namespace {

class SettingsScreenTest : public testing::Test {
 protected:
  SettingsScreenTest() {
    QObject::connect(&m_opened.session, &Session::changed, &m_screen, &SettingsScreen::refresh);
    m_screen.arrive({});
  }

  test::TemporaryFolder m_folder;
  test::ShippedSession m_opened;
  WindowMemory m_memory{toQt((m_folder / "window.ini").string())};
  ThumbnailStore m_thumbnails{*m_opened.pack};
  SettingsScreen m_screen{{m_opened.session, m_memory, m_thumbnails}};
  QSpinBox* m_minutes = m_screen.findChild<QSpinBox*>(QStringLiteral("minutes"));
};

TEST_F(SettingsScreenTest, MakesOneOperationOfAFieldAndTakesItBack) {
  const int before = m_minutes->value();
  QSignalSpy changed(&m_opened.session, &Session::changed);

  m_minutes->setValue(before + 7);

  EXPECT_EQ(changed.count(), 1);
  EXPECT_EQ(m_opened.session.settings().dailyMinutes, before + 7);
  m_opened.session.undo();
  EXPECT_EQ(m_opened.session.settings().dailyMinutes, before);
  EXPECT_EQ(m_minutes->value(), before);
}

TEST_F(SettingsScreenTest, KeepsANumberInItsRange) {
  m_minutes->setValue(100'000);

  EXPECT_EQ(m_minutes->value(), m_minutes->maximum());
  EXPECT_EQ(m_opened.session.settings().dailyMinutes, m_minutes->maximum());
}

TEST_F(SettingsScreenTest, SaysWhenTheUserIsAwayAndBack) {
  auto* away = m_screen.findChild<QCheckBox*>(QStringLiteral("isAway"));

  away->setChecked(true);

  ASSERT_TRUE(m_opened.session.settings().away.has_value());
  EXPECT_EQ(m_opened.session.settings().away->first, m_opened.session.today());
  away->setChecked(false);
  EXPECT_FALSE(m_opened.session.settings().away.has_value());
}

TEST_F(SettingsScreenTest, MakesEasyDaysAndTakesThemBack) {
  auto* week = m_screen.findChild<WeekField*>();
  week->findChildren<QSpinBox*>()[6]->setValue(0);
  EXPECT_EQ(m_opened.session.settings().week,
            (review::WeekdayPercent{100, 100, 100, 100, 100, 100, 0}));

  m_opened.session.undo();

  EXPECT_EQ(week->week(), review::kUsualWeek);
}

TEST_F(SettingsScreenTest, HasRemindersAndTimeBoxesOffUntilTheyAreWanted) {
  EXPECT_FALSE(m_opened.session.settings().reminds);
  EXPECT_EQ(m_opened.session.settings().sittingMinutes, 0);

  m_screen.findChild<QCheckBox*>(QStringLiteral("reminds"))->setChecked(true);
  m_screen.findChild<QCheckBox*>(QStringLiteral("isBoxed"))->setChecked(true);

  EXPECT_TRUE(m_opened.session.settings().reminds);
  EXPECT_EQ(m_opened.session.settings().sittingMinutes, 20);
}

TEST_F(SettingsScreenTest, RemembersTheFolderOfOwnQuestionsForTheNextStart) {
  auto* folder = m_screen.findChild<QLineEdit*>(QStringLiteral("ownFolder"));
  auto* state = m_screen.findChild<Label*>(QStringLiteral("ownFolderState"));
  ASSERT_NE(folder, nullptr);
  EXPECT_TRUE(folder->text().isEmpty()) << "the one beside the notebook";
  const QString wished = toQt((m_folder / "sources").string());

  folder->setText(wished);
  Q_EMIT folder->editingFinished();

  EXPECT_EQ(chosenOwnFolder(m_memory), wished);
  EXPECT_TRUE(state->text().contains(QStringLiteral("next start"))) << fromQt(state->text());
  folder->setText(toQt(m_folder.write("a-file", "x").string()));
  Q_EMIT folder->editingFinished();
  EXPECT_TRUE(state->text().contains(QStringLiteral("is a file"))) << fromQt(state->text());
  EXPECT_EQ(chosenOwnFolder(m_memory), wished);
}

}  // namespace
}  // namespace phaseboard::ui
