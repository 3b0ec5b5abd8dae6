// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include <QGuiApplication>

/// For targets that shape text.
extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv);
extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
  setenv("QT_QPA_PLATFORM", "offscreen", 1);
  qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
  static_cast<void>(new QGuiApplication(*argc, *argv));
  return 0;
}
