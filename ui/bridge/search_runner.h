// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <vector>

#include <QObject>
#include <QThreadPool>

#include "app/ports/text_index.h"

namespace phaseboard::ui {

/// Runs searches beside the window, one after the other. A new one ends the one that is under way
/// at once and takes its place; nothing is told about what was ended.
class SearchRunner : public QObject {
  Q_OBJECT

 public:
  /// The index outlives it.
  explicit SearchRunner(const ports::TextIndex& index, QObject* parent = nullptr);
  ~SearchRunner() override;

  /// `found` follows, unless another search is started before; at once for an index that is not
  /// concurrent, else from the event loop.
  void start(const search::Query& query, int limit);
  void cancel();
  [[nodiscard]] bool isRunning() const { return m_isRunning; }

 Q_SIGNALS:
  /// An empty list when nothing was found, and when it could not be read.
  void found(const std::vector<phaseboard::search::Hit>& hits);

 private:
  void finish(int number, const std::vector<search::Hit>& hits);

  const ports::TextIndex& m_index;
  QThreadPool m_pool;
  std::atomic<int> m_number = 0;  ///< of the newest wish
  bool m_isRunning = false;
};

}  // namespace phaseboard::ui
