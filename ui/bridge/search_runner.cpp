// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/search_runner.h"

#include <utility>

namespace phaseboard::ui {

SearchRunner::SearchRunner(const ports::TextIndex& index, QObject* parent)
    : QObject(parent), m_index(index) {
  m_pool.setMaxThreadCount(1);
}

SearchRunner::~SearchRunner() {
  cancel();
  m_pool.waitForDone();
}

void SearchRunner::start(const search::Query& query, int limit) {
  cancel();
  const int number = m_number;
  m_isRunning = true;
  if (!m_index.isConcurrent())
    return finish(number, m_index.search(query, limit).value_or(std::vector<search::Hit>()));
  m_pool.start([this, query, limit, number] {
    // A wish that came meanwhile could not interrupt what had not begun.
    if (number != m_number)
      return;
    auto hits = m_index.search(query, limit).value_or(std::vector<search::Hit>());
    if (number == m_number)
      QMetaObject::invokeMethod(
          this, [this, number, hits = std::move(hits)] { finish(number, hits); },
          Qt::QueuedConnection);
  });
}

void SearchRunner::cancel() {
  ++m_number;
  m_pool.clear();
  if (m_isRunning)
    m_index.interrupt();
  m_isRunning = false;
}

void SearchRunner::finish(int number, const std::vector<search::Hit>& hits) {
  if (number != m_number)
    return;
  m_isRunning = false;
  Q_EMIT found(hits);
}

}  // namespace phaseboard::ui
