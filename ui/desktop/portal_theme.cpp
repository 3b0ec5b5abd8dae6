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

/// Without an address the D-Bus library would start a bus of its own.
bool hasSessionBus() {
  return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
         QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s);
}

std::optional<style::ThemeName> themeIn(const QDBusVariant& value) {
  QVariant inner = value.variant();
  // "Read" wraps what it returns once more.
  while (inner.userType() == qMetaTypeId<QDBusVariant>())
    inner = inner.value<QDBusVariant>().variant();
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
  connection.connect(service, kPath, kInterface, u"SettingChanged"_s, this,
                     SLOT(onSettingChanged(QString, QString, QDBusVariant)));
  QDBusMessage read = QDBusMessage::createMethodCall(service, kPath, kInterface, u"Read"_s);
  read.setArguments({QString(kSpace), QString(kKey)});
  auto* call = new QDBusPendingCallWatcher(connection.asyncCall(read), this);
  connect(call, &QDBusPendingCallWatcher::finished, this, &PortalTheme::onRead);
}

void PortalTheme::onRead(QDBusPendingCallWatcher* call) {
  const QDBusPendingReply<QDBusVariant> reply = *call;
  call->deleteLater();
  if (reply.isValid())
    Q_EMIT told(themeIn(reply.value()));
}

void PortalTheme::onSettingChanged(const QString& space, const QString& key,
                                   const QDBusVariant& value) {
  if (space == kSpace && key == kKey)
    Q_EMIT told(themeIn(value));
}

}  // namespace phaseboard::ui
