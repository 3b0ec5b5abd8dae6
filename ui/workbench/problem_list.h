// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/base/diagnostic.h"

class QListWidget;

namespace phaseboard::ui {

class Label;

/// What the compiler says about the sources, one line each: file, line, message. Enter or a click
/// goes there.
class ProblemList : public QWidget {
  Q_OBJECT

 public:
  explicit ProblemList(QWidget* parent = nullptr);

  /// @param isBusy  the compiler is at work: what is listed may be old
  void setBusy(bool isBusy);
  void setProblems(const Diagnostics& problems);
  [[nodiscard]] int count() const { return static_cast<int>(m_problems.size()); }

  /// Goes to the next problem, or the one before, round the list.
  void step(int by);

 Q_SIGNALS:
  void chosen(const QString& file, int line);

 private:
  void choose(int row);
  void updateHead();

  Label* m_head;
  QListWidget* m_list;
  Diagnostics m_problems;
  bool m_isBusy = false;
};

}  // namespace phaseboard::ui
