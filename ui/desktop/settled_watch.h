// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include <QObject>
#include <QTimer>

namespace phaseboard::ui {

/// Notices when a program has come to rest after its start, for measurements from outside.
///
/// At rest means: something was painted, no worker of the global pool runs, and for 200 ms the
/// event loop had nothing to deliver: no paint, no layout, no deferred load, no timer. What counts
/// is the moment at which the last of that was done, not the end of the 200 ms. A program that is
/// not asked to has no watch and pays nothing.
class SettledWatch : public QObject {
 public:
  /// Begins to watch when the environment variable PHASEBOARD_WHEN_SETTLED says what to do then:
  /// "say" prints "settled at MS" to the standard error, milliseconds of the monotonic clock;
  /// "quit" also ends the program. Call it when the application exists and nothing else does.
  static void watchIfWanted(QObject* parent);

  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  SettledWatch(bool quits, QObject* parent);

  void onPassEnded();
  void onQuiet();

  bool m_quits;
  bool m_worked = false;  ///< something was delivered in this pass of the event loop
  bool m_painted = false;
  std::chrono::steady_clock::time_point m_lastWork;
  QTimer m_quiet;
};

}  // namespace phaseboard::ui
