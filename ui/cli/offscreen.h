// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QGuiApplication>

namespace phaseboard::cli {

/// Qt without a screen, for commands that measure or paint text. One in a process, made only by the
/// commands that need it: it costs tens of milliseconds.
class Offscreen {
 public:
  Offscreen() : m_application((quieten(), m_count), m_arguments) {}

 private:
  /// Qt remarks on the folders and plugins of a machine without a desktop; scripts read our lines.
  static void quieten() {
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
  }

  char m_program[15] = "phaseboard-cli";
  char m_option[10] = "-platform";
  char m_platform[10] = "offscreen";
  char* m_arguments[4] = {m_program, m_option, m_platform, nullptr};
  int m_count = 3;
  QGuiApplication m_application;
};

}  // namespace phaseboard::cli
