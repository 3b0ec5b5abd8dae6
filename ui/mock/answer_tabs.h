// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QStringList>
#include <QWidget>

namespace phaseboard::ui {

class Chip;

/// The parts of an answer to choose from, one of them chosen; as many lines as the width needs.
/// Left and right arrows move the choice.
class AnswerTabs : public QWidget {
  Q_OBJECT

 public:
  explicit AnswerTabs(const QStringList& names, QWidget* parent = nullptr);

  [[nodiscard]] int current() const { return m_current; }
  [[nodiscard]] int count() const { return static_cast<int>(m_chips.size()); }
  /// Shows another choice; nothing is emitted.
  void setCurrent(int index);
  /// A number beside a name; 0 for none.
  void setBadge(int index, int number);
  void choose(int index);

 Q_SIGNALS:
  void chosen(int index);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QStringList m_names;
  std::vector<Chip*> m_chips;
  int m_current = 0;
};

}  // namespace phaseboard::ui
