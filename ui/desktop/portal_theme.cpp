// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/portal_theme.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr auto kPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto kInterface = "org.freedesktop.portal.Settings"_L1;
constexpr auto kSpace = "org.freedesktop.appearance"_L1;
constexpr auto kKey = "color-scheme"_L1;
constexpr auto kMotionSpace = "org.gnome.desktop.interface"_L1;
constexpr auto kMotionKey = "enable-animations"_L1;

/// Without an address the D-Bus library would start a bus of its own.
bool hasSessionBus() {
  return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
         QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s);
}

/// "Read" wraps what it returns once more.
QVariant unwrapped(const QDBusVariant& value) {
  QVariant inner = value.variant();
  while (inner.userType() == qMetaTypeId<QDBusVariant>())
    inner = inner.value<QDBusVariant>().variant();
  return inner;
}

std::optional<style::ThemeName> themeIn(const QVariant& inner) {
  constexpr uint kDark = 1;
  constexpr uint kLight = 2;
  switch (inner.toUInt()) {
    case kDark:
      return style::ThemeName::Dark;
    case kLight:
      return style::ThemeName::Light;
    default:
      return std::nullopt;
  }
}

}  // namespace

PortalTheme::PortalTheme(QObject* parent) : QObject(parent) {}

void PortalTheme::listen() {
  if (!m_isListening && hasSessionBus())
    listenOn(QDBusConnection::sessionBus(), u"org.freedesktop.portal.Desktop"_s);
}

void PortalTheme::listenOn(const QDBusConnection& bus, const QString& service) {
  m_isListening = true;
  QDBusConnection connection = bus;
  qRegisterMetaType<QDBusVariant>();  // D-Bus finds the slot by the name of its types
  connection.connect(service, kPath, kInterface, u"SettingChanged"_s, this,
                     SLOT(onSettingChanged(QString, QString, QDBusVariant)));
  ask(connection, service, kSpace, kKey);
  ask(connection, service, kMotionSpace, kMotionKey);
}

void PortalTheme::ask(const QDBusConnection& connection, const QString& service,
                      const QString& space, const QString& key) {
  QDBusMessage read = QDBusMessage::createMethodCall(service, kPath, kInterface, u"Read"_s);
  read.setArguments({space, key});
  auto* call = new QDBusPendingCallWatcher(connection.asyncCall(read), this);
  connect(call, &QDBusPendingCallWatcher::finished, this, [this, call, space, key] {
    const QDBusPendingReply<QDBusVariant> reply = *call;
    call->deleteLater();
    if (reply.isValid())
      onSettingChanged(space, key, reply.value());
  });
}

void PortalTheme::onSettingChanged(const QString& space, const QString& key,
                                   const QDBusVariant& value) {
  if (space == kSpace && key == kKey)
    Q_EMIT told(themeIn(unwrapped(value)));
  // A number here is an answer to another question.
  const QVariant moves = unwrapped(value);
  if (space == kMotionSpace && key == kMotionKey && moves.userType() == QMetaType::Bool)
    Q_EMIT motionTold(!moves.toBool());
}

}  // namespace phaseboard::ui
