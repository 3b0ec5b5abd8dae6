// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QDBusConnection>
#include <QObject>
#include <QTimer>

#include "app/base/clock.h"
#include "app/ops/study_plan.h"
#include "ui/bridge/session.h"

namespace phaseboard::ui {

/// Reminds by a notification of the desktop (org.freedesktop.Notifications) when something is due,
/// if the settings say so. It sleeps on one timer until the moment of the next reminder and asks
/// nobody before; without the wish there is no timer at all.
class Reminder : public QObject {
  Q_OBJECT

 public:
  /// Both outlive it. `isSeen` says whether the user is looking at the window already.
  Reminder(Session& session, std::function<bool()> isSeen, QObject* parent = nullptr);

  /// Works out the next moment anew. Called by itself after every change.
  void plan();

  /// Which bus is told, for tests; the session bus otherwise.
  void setBus(const QDBusConnection& bus, const QString& service);

  /// When it will remind; nothing when it will not.
  [[nodiscard]] std::optional<Instant> next() const { return m_next; }

 Q_SIGNALS:
  /// The notification was clicked.
  void reviewRequested();

 private Q_SLOTS:
  void onActionInvoked(uint id, const QString& action);

 private:
  [[nodiscard]] std::optional<StudyDay> nextDueDay(const ops::PromptTable& table) const;
  void onMoment();
  void remind(const ops::StudyPlan& plan);
  [[nodiscard]] bool hasBus();

  Session& m_session;
  std::function<bool()> m_isSeen;
  QTimer m_timer{this};
  std::optional<Instant> m_next;
  std::optional<StudyDay> m_remindedOn;
  std::optional<QDBusConnection> m_bus;
  QString m_service;
  uint m_shown = 0;  ///< the notification that is on the screen, or was
  bool m_isListening = false;
};

}  // namespace phaseboard::ui
