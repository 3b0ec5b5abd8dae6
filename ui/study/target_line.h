// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QWidget>

#include "app/answers/target.h"

namespace phaseboard::ui {

class Label;

/// How much is written, and how long it took, beside how much is aimed at: a line of words and a
/// thin bar that fills. It informs and never warns; what is beyond the aim is said, not coloured.
class TargetLine : public QWidget {
  Q_OBJECT

 public:
  explicit TargetLine(QWidget* parent = nullptr);

  void show(int words, Millis spent, const std::optional<answers::Target>& target);
  [[nodiscard]] QString text() const;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Label* m_words;
  double m_share = 0;  ///< of the words aimed at, 0 to 1
  bool m_hasTarget = false;
};

}  // namespace phaseboard::ui
