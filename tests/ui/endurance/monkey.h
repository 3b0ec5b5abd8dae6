// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <vector>

#include <QElapsedTimer>
#include <QEventLoop>
#include <QObject>
#include <QPointer>

#include "tests/support/fake_clock.h"

class QDialog;
class QWidget;

namespace phaseboard::test {

/// Somebody without a plan at the keyboard and the mouse of a window: keys, words, clicks, drags,
/// the wheel and every command, in whatever window, dialog or menu is in front.
///
/// Each action comes from the event loop, so dialogs that run a loop of their own are worked in
/// too. Files are never chosen and nothing is printed: such dialogs are cancelled.
class Monkey : public QObject {
 public:
  /// @param goHome  brings `window` to a place chosen by a number
  Monkey(QWidget& window, FakeClock& clock, std::uint64_t seed,
         std::function<void(std::uint64_t)> goHome);

  /// Acts so many times; `check` is called after every `checkEvery` actions, while no dialog is
  /// open, and ends it when it returns false.
  void act(std::uint64_t times, std::uint64_t checkEvery, std::function<bool()> check);

  /// The newest actions, oldest first, one on each line.
  [[nodiscard]] std::string lastActions() const;

  /// What the loop of events was held up by an action, in ms: how long each took, and what the
  /// longest ones were.
  struct Stall {
    std::int64_t millis = 0;
    std::string action;
  };
  [[nodiscard]] const std::vector<Stall>& stalls() const { return m_stalls; }
  [[nodiscard]] std::int64_t percentile(double share) const;

 private:
  void next();
  void noteTime();
  void actIn(QWidget& front);
  void press(QWidget& front);
  void type(QWidget& front);
  void click(QWidget& front);
  void drag(QWidget& front);
  void turnWheel(QWidget& front);
  void command(QWidget& front);
  [[nodiscard]] QWidget* someWidget(QWidget& front);
  [[nodiscard]] bool leaveDialog(QWidget& front);
  void note(const std::string& action);
  [[nodiscard]] std::size_t below(std::size_t count) { return m_chance.next() % count; }
  template <class List>
  [[nodiscard]] auto oneOf(const List& list) {
    return list[static_cast<qsizetype>(below(static_cast<std::size_t>(list.size())))];
  }

  QWidget& m_window;
  FakeClock& m_clock;
  SeededChance m_chance;
  std::function<void(std::uint64_t)> m_goHome;
  std::function<bool()> m_check;
  std::uint64_t m_left = 0;
  std::uint64_t m_checkEvery = 0;
  std::uint64_t m_sinceCheck = 0;
  int m_inDialog = 0;  ///< actions since a dialog opened
  QEventLoop m_loop;
  QElapsedTimer m_sinceAction;
  bool m_isChecking = false;
  std::deque<std::string> m_actions;
  std::vector<std::int64_t> m_times;
  std::vector<Stall> m_stalls;
};

}  // namespace phaseboard::test
