// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/first_window.h"

#include <QCryptographicHash>
#include <QLocalSocket>

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kAnswerMillis = 1000;
constexpr auto kWish = "raise\n";

QString socketName(const QString& notebook) {
  const QByteArray hash =
      QCryptographicHash::hash(notebook.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
  return u"phaseboard-"_s + QString::fromLatin1(hash);
}

}  // namespace

FirstWindow::FirstWindow(const QString& notebook, QObject* parent)
    : QObject(parent), m_name(socketName(notebook)) {
  m_server.setSocketOptions(QLocalServer::UserAccessOption);
  connect(&m_server, &QLocalServer::newConnection, this, &FirstWindow::onConnection);
}

bool FirstWindow::listen() {
  QLocalServer::removeServer(m_name);  // left behind by a crash: we hold the notebook's lock
  return m_server.listen(m_name);
}

void FirstWindow::onConnection() {
  while (QLocalSocket* socket = m_server.nextPendingConnection()) {
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
      if (socket->canReadLine() && socket->readLine() == kWish) {
        socket->write("ok\n");
        socket->flush();
        Q_EMIT raiseRequested();
      }
      socket->disconnectFromServer();
    });
  }
}

bool FirstWindow::raiseOther(const QString& notebook) {
  QLocalSocket socket;
  socket.connectToServer(socketName(notebook));
  if (!socket.waitForConnected(kAnswerMillis))
    return false;
  socket.write(kWish);
  return socket.waitForReadyRead(kAnswerMillis);
}

}  // namespace phaseboard::ui
