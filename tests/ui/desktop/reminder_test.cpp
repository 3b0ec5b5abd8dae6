// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/reminder.h"

#include <gmock/gmock.h>

#include <QDBusMessage>
#include <QDBusServer>
#include <QDBusVirtualObject>
#include <QTest>
#include <QTimer>

#include "tests/support/shipped_session.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr auto kDesktopPath = "/org/freedesktop/Notifications"_L1;

/// The notifications of a desktop, with one peer instead of a bus.
class FakeDesktop : public QDBusVirtualObject {
 public:
  FakeDesktop() {
    m_server.setAnonymousAuthenticationAllowed(true);
    QObject::connect(&m_server, &QDBusServer::newConnection, this,
                     [this](const QDBusConnection& peer) {
                       m_peer = peer;
                       m_peer.registerVirtualObject(QString(kDesktopPath), this);
                     });
  }

  [[nodiscard]] QDBusConnection connect() {
    static int count = 0;
    return QDBusConnection::connectToPeer(m_server.address(),
                                          u"desktop%1"_s.arg(QString::number(++count)));
  }

  QString introspect(const QString&) const override { return {}; }
  bool handleMessage(const QDBusMessage& message, const QDBusConnection& peer) override {
    if (message.member() != u"Notify"_s)
      return false;
    m_titles += message.arguments().at(3).toString();
    return peer.send(message.createReply(QVariant::fromValue(7U)));
  }

  void click() {
    QDBusMessage signal = QDBusMessage::createSignal(
        QString(kDesktopPath), u"org.freedesktop.Notifications"_s, u"ActionInvoked"_s);
    signal.setArguments({QVariant::fromValue(7U), u"default"_s});
    m_peer.send(signal);
  }

  QStringList m_titles;

 private:
  QDBusServer m_server;
  QDBusConnection m_peer{QString()};
};

class ReminderTest : public testing::Test {
 protected:
  ReminderTest() { m_reminder.setBus(m_desktop.connect(), {}); }

  void answerSome() {
    for (int i = 0; i < 5; ++i)
      ASSERT_TRUE(m_opened.session.perform([&](ops::Desk& desk) {
        return desk.answerPrompt(m_opened.pack->prompts()[static_cast<std::size_t>(i)],
                                 memory::Rating::Easy, Millis{9'000});
      }));
  }

  void wish(bool reminds) {
    ports::Settings settings = m_opened.session.settings();
    settings.reminds = reminds;
    settings.reminderHour = 10;
    ASSERT_TRUE(
        m_opened.session.perform([&](ops::Desk& desk) { return desk.changeSettings(settings); }));
  }

  [[nodiscard]] bool hasTimer() const {
    const auto timers = m_reminder.findChildren<QTimer*>();
    return std::any_of(timers.begin(), timers.end(),
                       [](const QTimer* timer) { return timer->isActive(); });
  }

  FakeDesktop m_desktop;
  test::ShippedSession m_opened;
  bool m_isSeen = false;
  Reminder m_reminder{m_opened.session, [this] { return m_isSeen; }};
};

TEST_F(ReminderTest, SleepsForeverUnlessItIsWanted) {
  answerSome();

  EXPECT_EQ(m_reminder.next(), std::nullopt);
  EXPECT_FALSE(hasTimer());
}

TEST_F(ReminderTest, SleepsUntilTheHourOfTheDayOnWhichSomethingIsDue) {
  answerSome();
  wish(true);

  ASSERT_TRUE(m_reminder.next().has_value());
  const StudyDay day = studyDay(*m_reminder.next(), UtcOffset{0}, kDefaultDayStart);
  EXPECT_GT(day, m_opened.session.today());
  EXPECT_EQ(toIso(*m_reminder.next()).substr(11, 5), "10:00");

  wish(false);
  EXPECT_EQ(m_reminder.next(), std::nullopt);
}

TEST_F(ReminderTest, TellsTheDesktopOnceADayAndOpensReviewWhenClicked) {
  answerSome();
  m_opened.clock.advanceDays(60);
  m_opened.clock.advanceMinutes(4 * 60);
  int asked = 0;
  QObject::connect(&m_reminder, &Reminder::reviewRequested, &m_reminder, [&asked] { ++asked; });

  wish(true);

  ASSERT_TRUE(QTest::qWaitFor([this] { return !m_desktop.m_titles.empty(); }));
  EXPECT_TRUE(m_desktop.m_titles.front().contains(u"due"_s));
  EXPECT_GT(*m_reminder.next(), m_opened.session.now());
  ASSERT_TRUE(QTest::qWaitFor([this, &asked] {
    m_desktop.click();
    return asked > 0;
  }));
  EXPECT_EQ(m_desktop.m_titles.size(), 1);
}

TEST_F(ReminderTest, IsSilentWhileTheWindowIsInFront) {
  m_isSeen = true;
  answerSome();
  m_opened.clock.advanceDays(60);
  m_opened.clock.advanceMinutes(4 * 60);

  wish(true);

  ASSERT_TRUE(QTest::qWaitFor([this] { return *m_reminder.next() > m_opened.session.now(); }));
  EXPECT_TRUE(m_desktop.m_titles.empty());
}

}  // namespace
}  // namespace phaseboard::ui
