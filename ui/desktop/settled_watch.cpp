// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/settled_watch.h"

#include <cstdio>

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEvent>
#include <QThreadPool>

namespace phaseboard::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kVariable = "PHASEBOARD_WHEN_SETTLED";
constexpr auto kQuiet = 200ms;

}  // namespace

void SettledWatch::watchIfWanted(QObject* parent) {
  const QByteArray wish = qgetenv(kVariable);
  if (wish == "say" || wish == "quit")
    new SettledWatch(wish == "quit", parent);
}

SettledWatch::SettledWatch(bool quits, QObject* parent) : QObject(parent), m_quits(quits) {
  m_quiet.setSingleShot(true);
  m_quiet.setInterval(kQuiet);
  connect(&m_quiet, &QTimer::timeout, this, &SettledWatch::onQuiet);
  connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this,
          &SettledWatch::onPassEnded);
  QCoreApplication::instance()->installEventFilter(this);
}

bool SettledWatch::eventFilter(QObject* watched, QEvent* event) {
  if (watched != &m_quiet) {
    m_worked = true;
    m_painted = m_painted || event->type() == QEvent::Paint;
  }
  return QObject::eventFilter(watched, event);
}

void SettledWatch::onPassEnded() {
  if (!m_worked)
    return;
  m_worked = false;
  m_lastWork = std::chrono::steady_clock::now();
  m_quiet.start();
}

void SettledWatch::onQuiet() {
  if (!m_painted || QThreadPool::globalInstance()->activeThreadCount() > 0) {
    m_quiet.start();
    return;
  }
  const std::chrono::duration<double, std::milli> at = m_lastWork.time_since_epoch();
  std::fprintf(stderr, "settled at %.3f\n", at.count());
  QCoreApplication::instance()->removeEventFilter(this);
  deleteLater();
  if (m_quits)
    QCoreApplication::quit();
}

}  // namespace phaseboard::ui
