// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace phaseboard::ui {

/// The window that has a notebook answers later ones that want the same notebook: they ask it to
/// come to the front, and end. The notebook's own lock decides who is first; this only carries the
/// wish.
class FirstWindow : public QObject {
  Q_OBJECT

 public:
  /// `notebook` is the full path; the socket's name follows from it.
  explicit FirstWindow(const QString& notebook, QObject* parent = nullptr);

  /// Begins to answer. False when the system gives no socket; the program works without.
  bool listen();

  /// Asks the window that has the notebook to come to the front. False when nobody answers.
  [[nodiscard]] static bool raiseOther(const QString& notebook);

 Q_SIGNALS:
  void raiseRequested();

 private:
  void onConnection();

  QString m_name;
  QLocalServer m_server;
};

}  // namespace phaseboard::ui
