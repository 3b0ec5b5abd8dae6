// SPDX-License-Identifier: Apache-2.0
// Everything that can be done has a key, a place in a menu, and a name.
#include <map>
#include <set>

#include <gmock/gmock.h>

#include <QAbstractButton>
#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>

#include "db/exchange/file_exchange.h"
#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/text.h"
#include "ui/library/thumbnail_store.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_memory.h"
#include "ui/widgets/toasts.h"

namespace phaseboard::ui {
namespace {

class CommandsTest : public testing::TestWithParam<ScreenName> {
 protected:
  CommandsTest() {
    Place place{.screen = GetParam(), .question = test::kShippedQuestion};
    place.phase = PhaseId("serve");
    m_window.setExchange({m_exchange, *m_opened.store, m_opened.chance});
    m_window.show();
    m_window.goTo(place);
  }

  /// Ours: neither a separator, nor a menu, nor what Qt puts into its own fields, nor what belongs
  /// to the table that has the focus.
  static bool isCommand(const QAction* action) {
    const bool isQts = action->objectName().startsWith(QLatin1String("_q_")) ||
                       action->objectName().startsWith(QLatin1String("qt_")) ||
                       qobject_cast<QLineEdit*>(action->parent()) != nullptr;
    const bool isTables = action->objectName() == QLatin1String("copyTable");
    return !isQts && !isTables && !action->isSeparator() && action->menu() == nullptr;
  }

  /// The commands of the window and of the screen in front.
  std::vector<QAction*> commands() {
    std::vector<QAction*> all;
    for (QAction* action : m_window.findChildren<QAction*>())
      if (isCommand(action) && action->isVisible())
        all.push_back(action);
    return all;
  }

  /// What the menu bar offers, menu by menu.
  std::set<const QAction*> inMenus() {
    std::set<const QAction*> found;
    for (const QAction* entry : m_window.menuBar()->actions())
      if (entry->isVisible() && entry->menu() != nullptr)
        for (const QAction* action : entry->menu()->actions()) {
          if (action->isVisible())
            found.insert(action);
          if (action->menu() != nullptr)
            for (const QAction* inner : action->menu()->actions())
              found.insert(inner);
        }
    return found;
  }

  test::TemporaryFolder m_folder;
  test::ShippedSession m_opened;
  WindowMemory m_memory{toQt((m_folder / "window.ini").string())};
  ThumbnailStore m_thumbnails{*m_opened.pack};
  db::FileExchange m_exchange{{m_folder / "notebook.db", {}, nullptr}};
  MainWindow m_window{{m_opened.session, m_memory, m_thumbnails}};
};

/// Grades and options share the digits: grades can be given only once no option can be taken.
bool takeTurns(const QString& one, const QString& other) {
  const QString grade = QStringLiteral("Grade: ");
  const QString option = QStringLiteral("Take option ");
  return (one.startsWith(grade) && other.startsWith(option)) ||
         (one.startsWith(option) && other.startsWith(grade));
}

TEST_P(CommandsTest, HaveAKeyOfTheirOwn) {
  EXPECT_GT(commands().size(), 20U);
  std::map<QString, QString> byKey;
  for (const QAction* action : commands()) {
    const std::string name = fromQt(action->text());
    EXPECT_FALSE(action->shortcut().isEmpty()) << name;
    for (const QKeySequence& key : action->shortcuts())
      EXPECT_TRUE(byKey.emplace(key.toString(), action->text()).second ||
                  takeTurns(byKey[key.toString()], action->text()))
          << fromQt(key.toString()) << " is the key of " << fromQt(byKey[key.toString()])
          << " and of " << name;
  }
}

TEST_P(CommandsTest, StandInAMenu) {
  const auto offered = inMenus();
  for (const QAction* action : commands())
    EXPECT_TRUE(offered.contains(action)) << fromQt(action->text());
}

TEST_P(CommandsTest, HaveANameAndAToolTip) {
  for (const QAction* action : commands()) {
    EXPECT_FALSE(action->text().isEmpty());
    EXPECT_FALSE(action->toolTip().isEmpty()) << fromQt(action->text());
  }
}

TEST_P(CommandsTest, EveryButtonHasANameAndIsReachedByKeys) {
  for (const auto* button : m_window.findChildren<QAbstractButton*>()) {
    if (!button->isVisible())
      continue;
    EXPECT_FALSE(button->text().isEmpty() && button->accessibleName().isEmpty())
        << button->metaObject()->className() << " at " << button->x() << ", " << button->y();
    EXPECT_TRUE((button->focusPolicy() & Qt::TabFocus) != 0 ||
                qobject_cast<QLineEdit*>(button->parent()) != nullptr)
        << fromQt(button->text() + button->accessibleName() + button->toolTip());
  }
}

INSTANTIATE_TEST_SUITE_P(OnEachScreen, CommandsTest,
                         testing::Values(ScreenName::Today, ScreenName::Library, ScreenName::Study,
                                         ScreenName::Review, ScreenName::Progress,
                                         ScreenName::Settings));

TEST_P(CommandsTest, AFailureIsSaidOverEveryScreen) {
  Q_EMIT m_opened.session.failed({ErrorKind::DiskFull, "notebook.db", ""});

  const auto* toasts = m_window.findChild<Toasts*>();
  EXPECT_TRUE(toasts->isVisible());
  EXPECT_TRUE(toasts->text().contains(QStringLiteral("notebook.db")));
}

}  // namespace
}  // namespace phaseboard::ui
