// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/reminder.h"

#include <algorithm>
#include <chrono>

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>

#include "app/base/study_clock.h"
#include "app/review/queue.h"
#include "app/review/reminder.h"
#include "ui/bridge/time_text.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto kNotifications = "org.freedesktop.Notifications"_L1;
constexpr auto kNotificationsPath = "/org/freedesktop/Notifications"_L1;
/// A timer cannot sleep for longer than 24 days; then it looks again.
constexpr std::int64_t kLongestSleepMs = 20LL * 86'400'000;

}  // namespace

Reminder::Reminder(Session& session, std::function<bool()> isSeen, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_isSeen(std::move(isSeen)),
      m_service(QString(kNotifications)) {
  m_timer.setSingleShot(true);
  m_timer.setTimerType(Qt::VeryCoarseTimer);
  connect(&m_timer, &QTimer::timeout, this, &Reminder::onMoment);
  connect(&m_session, &Session::changed, this, &Reminder::plan);
}

void Reminder::setBus(const QDBusConnection& bus, const QString& service) {
  m_bus = bus;
  m_service = service;
}

bool Reminder::hasBus() {
  if (m_bus)
    return true;
  // Without an address the D-Bus library would start a bus of its own.
  if (!qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") &&
      !QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s))
    return false;
  m_bus = QDBusConnection::sessionBus();
  return true;
}

std::optional<StudyDay> Reminder::nextDueDay(const ops::PromptTable& table) const {
  const StudyDay today = m_session.today();
  const ports::Settings& settings = m_session.settings();
  std::optional<StudyDay> first;
  for (const ops::TableRow& row : table.rows()) {
    if (row.suspended || !row.isBegun() || !settings.kinds.asks(*row.prompt))
      continue;
    const StudyDay day = std::max(today, row.state.standing == review::Standing::Review
                                             ? ops::askedOn(row, today, settings)
                                             : row.state.lastDay);
    if (!first || day < *first)
      first = day;
  }
  return first;
}

void Reminder::plan() {
  m_timer.stop();
  m_next.reset();
  if (!m_session.settings().reminds)
    return;
  const ops::PromptTable* prompts = m_session.prompts();
  if (prompts == nullptr)
    return;
  const Instant now = m_session.now();
  const ports::Settings& settings = m_session.settings();
  m_next = review::nextReminder(
      {now, studyOffsetAt(m_session.clock(), now, m_session.settings().dayStart), settings.dayStart,
       settings.reminderHour, nextDueDay(*prompts), m_remindedOn, ops::calendarOf(settings)});
  if (m_next)
    m_timer.start(std::chrono::milliseconds(
        std::clamp<std::int64_t>(m_next->value() - now.value(), 0, kLongestSleepMs)));
}

void Reminder::onMoment() {
  const Instant now = m_session.now();
  const ops::PromptTable* prompts = m_session.prompts();
  // Earlier than wanted: the sleep was cut, or the clock was set back.
  if (!m_next || *m_next > now || prompts == nullptr)
    return plan();
  m_remindedOn = m_session.today();
  const auto read = ops::readStudyPlan(
      *prompts, now, studyOffsetAt(m_session.clock(), now, m_session.settings().dayStart));
  if (read && read->dueToday.prompts + read->backlog.prompts > 0 && !m_isSeen())
    remind(*read);
  plan();
}

void Reminder::remind(const ops::StudyPlan& plan) {
  if (!hasBus())
    return;
  const auto queue = review::ReviewQueue::build(plan.facts, plan.memory);
  if (!queue || queue->isEmpty())
    return;
  QDBusMessage call = QDBusMessage::createMethodCall(m_service, QString(kNotificationsPath),
                                                     QString(kNotifications), u"Notify"_s);
  call.setArguments(
      {u"Phaseboard"_s, m_shown, u"org.phaseboard.Phaseboard"_s,
       tr("%1 of review are due").arg(durationText(queue->expectedTime())),
       tr("%n prompt(s) to repeat today.", nullptr, queue->inSteps() + queue->reviews()),
       QStringList{u"default"_s, tr("Start review")}, QVariantMap{}, -1});
  if (!m_isListening)
    m_isListening = m_bus->connect(m_service, QString(kNotificationsPath), QString(kNotifications),
                                   u"ActionInvoked"_s, this, SLOT(onActionInvoked(uint, QString)));
  auto* watcher = new QDBusPendingCallWatcher(m_bus->asyncCall(call), this);
  connect(watcher, &QDBusPendingCallWatcher::finished, this,
          [this](QDBusPendingCallWatcher* ended) {
            const QDBusPendingReply<uint> reply = *ended;
            ended->deleteLater();
            if (reply.isValid())
              m_shown = reply.value();
          });
}

void Reminder::onActionInvoked(uint id, const QString&) {
  if (id == m_shown && id != 0)
    Q_EMIT reviewRequested();
}

}  // namespace phaseboard::ui
