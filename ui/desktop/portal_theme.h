// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>
#include <QString>

#include "diagrams/style/palette.h"

class QDBusPendingCallWatcher;

namespace phaseboard::ui {

/// Whether the desktop prefers light or dark windows, and whether it wants things to move, as its
/// settings portal tells over D-Bus, now and whenever that changes (org.freedesktop.appearance,
/// color-scheme; org.gnome.desktop.interface, enable-animations).
///
/// Everything is asynchronous; a desktop without a portal is one that never tells anything.
class PortalTheme : public QObject {
  Q_OBJECT

 public:
  explicit PortalTheme(QObject* parent = nullptr);

  /// Begins to listen on the session's bus, if there is one; does nothing the second time.
  void listen();

  /// The same on `bus`. `service` is who owns the portal; empty where there is only one peer.
  void listenOn(const QDBusConnection& bus, const QString& service);

 Q_SIGNALS:
  /// Nothing when the desktop has no preference.
  void told(std::optional<phaseboard::style::ThemeName> theme);
  void motionTold(bool reduced);

 private Q_SLOTS:
  // NOLINTNEXTLINE(readability-identifier-naming): called by name
  void onSettingChanged(const QString& space, const QString& key, const QDBusVariant& value);

 private:
  void ask(const QDBusConnection& connection, const QString& service, const QString& space,
           const QString& key);

  bool m_isListening = false;
};

}  // namespace phaseboard::ui
