// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/portal_theme.h"

#include <gmock/gmock.h>

#include <QDBusMessage>
#include <QDBusServer>
#include <QDBusVirtualObject>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/text.h"
#include "ui/library/thumbnail_store.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_memory.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr uint kNone = 0;
constexpr uint kDark = 1;
constexpr uint kLight = 2;

/// A settings portal that has one peer instead of a bus.
class FakePortal : public QDBusVirtualObject {
 public:
  FakePortal() {
    m_server.setAnonymousAuthenticationAllowed(true);
    QObject::connect(&m_server, &QDBusServer::newConnection, this,
                     [this](const QDBusConnection& peer) {
                       m_peer = peer;
                       m_peer.registerVirtualObject(u"/org/freedesktop/portal/desktop"_s, this);
                     });
  }

  [[nodiscard]] QDBusConnection connect() {
    static int count = 0;
    return QDBusConnection::connectToPeer(m_server.address(),
                                          u"portal%1"_s.arg(QString::number(++count)));
  }

  void change(uint scheme, const QString& key = u"color-scheme"_s) {
    m_scheme = scheme;
    QDBusMessage signal =
        QDBusMessage::createSignal(u"/org/freedesktop/portal/desktop"_s,
                                   u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
    signal.setArguments(
        {u"org.freedesktop.appearance"_s, key, QVariant::fromValue(QDBusVariant(scheme))});
    m_peer.send(signal);
  }

  void changeMotion(bool moves) {
    QDBusMessage signal =
        QDBusMessage::createSignal(u"/org/freedesktop/portal/desktop"_s,
                                   u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
    signal.setArguments({u"org.gnome.desktop.interface"_s, u"enable-animations"_s,
                         QVariant::fromValue(QDBusVariant(moves))});
    m_peer.send(signal);
  }

  QString introspect(const QString&) const override { return {}; }
  bool handleMessage(const QDBusMessage& message, const QDBusConnection& peer) override {
    if (message.member() != u"Read"_s || m_isSilent)
      return false;
    const QDBusVariant inner{QVariant(m_scheme)};
    return peer.send(
        message.createReply(QVariant::fromValue(QDBusVariant(QVariant::fromValue(inner)))));
  }

  uint m_scheme = kNone;
  bool m_isSilent = false;

 private:
  QDBusServer m_server;
  QDBusConnection m_peer{QString()};
};

class PortalThemeTest : public testing::Test {
 protected:
  PortalThemeTest() {
    QObject::connect(&m_theme, &PortalTheme::told, &m_theme,
                     [this](std::optional<style::ThemeName> theme) { m_told.push_back(theme); });
  }

  void listen() { m_theme.listenOn(m_portal.connect(), {}); }
  bool waitFor(std::size_t count) {
    return QTest::qWaitFor([&] { return m_told.size() >= count; });
  }

  FakePortal m_portal;
  PortalTheme m_theme;
  std::vector<std::optional<style::ThemeName>> m_told;
};

TEST_F(PortalThemeTest, TellsWhatTheDesktopPrefersNow) {
  m_portal.m_scheme = kDark;

  listen();

  ASSERT_TRUE(waitFor(1));
  EXPECT_EQ(m_told.front(), style::ThemeName::Dark);
}

TEST_F(PortalThemeTest, TellsEachChange) {
  listen();
  ASSERT_TRUE(waitFor(1));

  m_portal.change(kDark);
  m_portal.change(kLight);
  m_portal.change(kNone);

  ASSERT_TRUE(waitFor(4));
  EXPECT_THAT(m_told, testing::ElementsAre(std::nullopt, style::ThemeName::Dark,
                                           style::ThemeName::Light, std::nullopt));
}

TEST_F(PortalThemeTest, TellsWhenTheDesktopWantsNothingToMove) {
  const QSignalSpy motion(&m_theme, &PortalTheme::motionTold);
  listen();
  ASSERT_TRUE(waitFor(1));

  m_portal.changeMotion(false);
  m_portal.changeMotion(true);

  ASSERT_TRUE(QTest::qWaitFor([&] { return motion.count() >= 2; }));
  EXPECT_TRUE(motion.at(0).front().toBool());
  EXPECT_FALSE(motion.at(1).front().toBool());
}

TEST_F(PortalThemeTest, TellsNothingAboutOtherSettings) {
  listen();
  ASSERT_TRUE(waitFor(1));

  m_portal.change(kDark, u"accent-color"_s);
  m_portal.change(kLight);

  ASSERT_TRUE(waitFor(2));
  EXPECT_EQ(m_told.back(), style::ThemeName::Light);
  EXPECT_EQ(m_told.size(), 2U);
}

TEST_F(PortalThemeTest, StaysQuietWithoutAPortal) {
  m_portal.m_isSilent = true;

  listen();

  EXPECT_FALSE(QTest::qWaitFor([&] { return !m_told.empty(); }, 200));
}

class FollowTheDesktop : public testing::Test {
 protected:
  void choose(ports::Theme theme) {
    ports::Settings settings = m_opened.session.settings();
    settings.theme = theme;
    m_opened.session.perform([&](ops::Desk& desk) { return desk.changeSettings(settings); });
  }

  test::TemporaryFolder m_folder;
  test::ShippedSession m_opened;
  WindowMemory m_memory{toQt((m_folder / "window.ini").string())};
  ThumbnailStore m_thumbnails{*m_opened.pack};
  MainWindow m_window{{m_opened.session, m_memory, m_thumbnails}};
};

TEST_F(FollowTheDesktop, SwitchesTheOpenWindow) {
  m_window.setDesktopTheme(style::ThemeName::Dark);
  EXPECT_EQ(themeOf(&m_window), style::ThemeName::Dark);

  m_window.setDesktopTheme(style::ThemeName::Light);
  EXPECT_EQ(themeOf(&m_window), style::ThemeName::Light);
}

TEST_F(FollowTheDesktop, HeedsAThemeThatWasChosen) {
  choose(ports::Theme::Light);

  m_window.setDesktopTheme(style::ThemeName::Dark);
  EXPECT_EQ(themeOf(&m_window), style::ThemeName::Light);

  choose(ports::Theme::System);
  EXPECT_EQ(themeOf(&m_window), style::ThemeName::Dark);
}

}  // namespace
}  // namespace phaseboard::ui
