// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/endurance/monkey.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QFileDialog>
#include <QMenu>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

namespace phaseboard::test {
namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t kActionsRemembered = 60;
constexpr int kPatienceWithDialogs = 40;  ///< actions before a dialog is left
constexpr std::int64_t kStallMs = 100;

struct KeyPress {
  Qt::Key key;
  Qt::KeyboardModifiers with = Qt::NoModifier;
};
constexpr std::array<KeyPress, 42> kKeys{{{Qt::Key_Tab},
                                          {Qt::Key_Tab, Qt::ShiftModifier},
                                          {Qt::Key_Return},
                                          {Qt::Key_Space},
                                          {Qt::Key_Escape},
                                          {Qt::Key_Left},
                                          {Qt::Key_Right},
                                          {Qt::Key_Up},
                                          {Qt::Key_Down},
                                          {Qt::Key_Home},
                                          {Qt::Key_End},
                                          {Qt::Key_PageUp},
                                          {Qt::Key_PageDown},
                                          {Qt::Key_Delete},
                                          {Qt::Key_Backspace},
                                          {Qt::Key_F2},
                                          {Qt::Key_F11},
                                          {Qt::Key_1},
                                          {Qt::Key_2},
                                          {Qt::Key_3},
                                          {Qt::Key_4},
                                          {Qt::Key_Plus},
                                          {Qt::Key_Minus},
                                          {Qt::Key_0},
                                          {Qt::Key_Z, Qt::ControlModifier},
                                          {Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier},
                                          {Qt::Key_K, Qt::ControlModifier},
                                          {Qt::Key_F, Qt::ControlModifier},
                                          {Qt::Key_A, Qt::ControlModifier},
                                          {Qt::Key_C, Qt::ControlModifier},
                                          {Qt::Key_V, Qt::ControlModifier},
                                          {Qt::Key_X, Qt::ControlModifier},
                                          {Qt::Key_D, Qt::ControlModifier},
                                          {Qt::Key_B, Qt::ControlModifier},
                                          {Qt::Key_I, Qt::ControlModifier},
                                          {Qt::Key_N, Qt::ControlModifier},
                                          {Qt::Key_Return, Qt::ControlModifier},
                                          {Qt::Key_Left, Qt::AltModifier},
                                          {Qt::Key_Right, Qt::AltModifier},
                                          {Qt::Key_Down, Qt::AltModifier},
                                          {Qt::Key_G},
                                          {Qt::Key_E, Qt::ControlModifier}}};

std::string nameOf(const QWidget& widget) {
  std::string name = widget.metaObject()->className();
  if (!widget.objectName().isEmpty())
    name += "#" + widget.objectName().toStdString();
  return name;
}

/// Dialogs about things outside the program.
bool leadsOut(const QWidget& dialog) {
  return qobject_cast<const QFileDialog*>(&dialog) != nullptr || dialog.inherits("QPrintDialog") ||
         dialog.inherits("QPageSetupDialog");
}

/// Whether somebody could choose it: its screen is in front, or a menu that has it.
bool isInReach(const QAction& action) {
  const QList<QObject*> owners = action.associatedObjects();
  return std::any_of(owners.begin(), owners.end(), [](const QObject* owner) {
    const auto* widget = qobject_cast<const QWidget*>(owner);
    const auto* menu = qobject_cast<const QMenu*>(owner);
    return widget != nullptr &&
           (widget->isVisible() || (menu != nullptr && isInReach(*menu->menuAction())));
  });
}

}  // namespace

Monkey::Monkey(QWidget& window, FakeClock& clock, std::uint64_t seed,
               std::function<void(std::uint64_t)> goHome)
    : m_window(window), m_clock(clock), m_chance(seed), m_goHome(std::move(goHome)) {}

void Monkey::act(std::uint64_t times, std::uint64_t checkEvery, std::function<bool()> check) {
  m_left = times;
  m_checkEvery = checkEvery;
  m_check = std::move(check);
  m_times.reserve(times);
  m_sinceAction.start();
  QTimer::singleShot(0, this, &Monkey::next);
  while (m_left > 0)
    m_loop.exec();
}

void Monkey::noteTime() {
  const std::int64_t taken = m_sinceAction.restart();
  m_times.push_back(taken);
  if (taken > kStallMs && !m_actions.empty())
    m_stalls.push_back({taken, m_actions.back()});
}

QWidget* inFront() {
  QWidget* popup = QApplication::activePopupWidget();
  return popup != nullptr ? popup : QApplication::activeModalWidget();
}

void Monkey::next() {
  noteTime();
  QWidget* front = inFront();
  if (m_left == 0 || --m_left == 0) {
    if (front == nullptr)
      return m_loop.quit();
    QTimer::singleShot(0, this, &Monkey::next);  // what is still open has a loop of its own
    front->close();
    return;
  }
  m_inDialog = front == nullptr ? 0 : m_inDialog + 1;
  if (++m_sinceCheck >= m_checkEvery && front == nullptr) {
    m_sinceCheck = 0;
    if (!m_check())
      m_left = 1;
    m_sinceAction.restart();
  }
  // An action may run a loop of its own, in which the next ones come.
  QTimer::singleShot(0, this, &Monkey::next);
  m_clock.advanceSeconds(static_cast<std::int64_t>(below(40)));
  if (front == nullptr && !m_window.isVisible())
    m_window.show();
  actIn(front == nullptr ? m_window : *front);
}

bool Monkey::leaveDialog(QWidget& front) {
  if (!leadsOut(front) && m_inDialog < kPatienceWithDialogs)
    return false;
  note("leave " + nameOf(front));
  m_inDialog = 0;
  if (auto* dialog = qobject_cast<QDialog*>(&front))
    dialog->reject();
  else
    front.close();
  return true;
}

void Monkey::actIn(QWidget& front) {
  if (leaveDialog(front))
    return;
  switch (below(12)) {
    case 0:
    case 1:
    case 2:
      return press(front);
    case 3:
      return type(front);
    case 4:
    case 5:
    case 6:
      return click(front);
    case 7:
      return turnWheel(front);
    case 8:
      return drag(front);
    case 9:
      if (&front == &m_window) {
        note("go home");
        return m_goHome(m_chance.next());
      }
      return press(front);
    default:
      return command(front);
  }
}

QWidget* Monkey::someWidget(QWidget& front) {
  QList<QWidget*> seen;
  for (QWidget* widget : front.findChildren<QWidget*>())
    if (widget->isVisible() && widget->isEnabled() && widget->window() == front.window() &&
        !widget->rect().isEmpty())
      seen += widget;
  return seen.isEmpty() ? &front : oneOf(seen);
}

void Monkey::press(QWidget& front) {
  QWidget* target = front.focusWidget() != nullptr ? front.focusWidget() : &front;
  const KeyPress chosen = kKeys[below(kKeys.size())];
  note("key " + QKeySequence(chosen.with | chosen.key).toString().toStdString() + " in " +
       nameOf(*target));
  QTest::keyClick(target, chosen.key, chosen.with);
}

void Monkey::type(QWidget& front) {
  static const QStringList kWords{u"two towers"_s, u"@fea"_s,    u"**b** `c`"_s,
                                  u"1.5e3 ms"_s,   u"- a - b"_s, u"\"ranker\" -x"_s,
                                  u"<b>&amp;"_s,   u"é漢字 x"_s};
  QPointer<QWidget> target = front.focusWidget() != nullptr ? front.focusWidget() : &front;
  const QString word = oneOf(kWords);
  note("type " + word.toStdString() + " in " + nameOf(*target));
  for (const QChar letter : word)
    if (target)
      QTest::keyClick(target.data(), letter.unicode() < 128 ? letter.toLatin1() : 'u');
}

void Monkey::click(QWidget& front) {
  QWidget* target = someWidget(front);
  const QPoint at(static_cast<int>(below(static_cast<std::size_t>(target->width()))),
                  static_cast<int>(below(static_cast<std::size_t>(target->height()))));
  const std::size_t how = below(10);
  note((how == 0   ? "right click "
        : how == 1 ? "double click "
                   : "click ") +
       nameOf(*target) + " at " + std::to_string(at.x()) + " " + std::to_string(at.y()));
  if (how == 1)
    QTest::mouseDClick(target, Qt::LeftButton, {}, at);
  else
    QTest::mouseClick(target, how == 0 ? Qt::RightButton : Qt::LeftButton, {}, at);
}

void Monkey::drag(QWidget& front) {
  QPointer<QWidget> target = someWidget(front);
  note("drag in " + nameOf(*target));
  const auto somewhere = [&] {
    return QPoint(static_cast<int>(below(static_cast<std::size_t>(target->width()))),
                  static_cast<int>(below(static_cast<std::size_t>(target->height()))));
  };
  const QPoint from = somewhere();
  const QPoint to = somewhere();
  QTest::mousePress(target.data(), Qt::LeftButton, {}, from);
  for (int step = 1; step <= 4 && target; ++step)
    QTest::mouseMove(target.data(), from + (to - from) * step / 4);
  if (target)
    QTest::mouseRelease(target.data(), Qt::LeftButton, {}, to);
}

void Monkey::turnWheel(QWidget& front) {
  QWidget* target = someWidget(front);
  const int angle = below(2) == 0 ? 120 : -120;
  const Qt::KeyboardModifiers with = below(3) == 0 ? Qt::ControlModifier : Qt::NoModifier;
  note("wheel in " + nameOf(*target));
  const QPointF at = target->rect().center();
  QWheelEvent turn(at, target->mapToGlobal(at), {}, QPoint(0, angle), Qt::NoButton, with,
                   Qt::NoScrollPhase, false);
  QApplication::sendEvent(target, &turn);
}

void Monkey::command(QWidget& front) {
  QList<QAction*> open;
  for (QAction* action : front.findChildren<QAction*>())
    if (action->isEnabled() && action->isVisible() && !action->isSeparator() &&
        action->menu() == nullptr && isInReach(*action))
      open += action;
  if (open.isEmpty())
    return press(front);
  QAction* chosen = oneOf(open);
  note("command " + chosen->text().toStdString());
  chosen->trigger();
}

void Monkey::note(const std::string& action) {
  static const char* const file = std::getenv("PHASEBOARD_MONKEY_LOG");
  if (file != nullptr)
    std::ofstream(file, std::ios::app) << m_left << " " << action << "\n";
  m_actions.push_back(action);
  if (m_actions.size() > kActionsRemembered)
    m_actions.pop_front();
}

std::string Monkey::lastActions() const {
  std::string all;
  for (const std::string& action : m_actions)
    all += "  " + action + "\n";
  return all;
}

std::int64_t Monkey::percentile(double share) const {
  std::vector<std::int64_t> sorted = m_times;
  if (sorted.empty())
    return 0;
  std::sort(sorted.begin(), sorted.end());
  return sorted[std::min(sorted.size() - 1,
                         static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
}

}  // namespace phaseboard::test
