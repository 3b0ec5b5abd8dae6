// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/base/study_day.h"

namespace phaseboard::ui {

/// The minutes of a day as a bar: spent, to be repeated, new, and what is free.
class DayMeter : public QWidget {
  Q_OBJECT

 public:
  struct Minutes {
    Millis spent{0};
    Millis repeat{0};
    Millis fresh{0};
    Millis budget{0};
  };

  explicit DayMeter(QWidget* parent = nullptr);

  void setMinutes(const Minutes& minutes);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Minutes m_minutes;
};

}  // namespace phaseboard::ui
