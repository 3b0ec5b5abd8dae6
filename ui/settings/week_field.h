// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <QWidget>

#include "app/review/study_calendar.h"

class QSpinBox;

namespace phaseboard::ui {

/// How much of a usual day each day of the week takes, in percent, side by side.
class WeekField : public QWidget {
  Q_OBJECT

 public:
  explicit WeekField(QWidget* parent = nullptr);

  [[nodiscard]] review::WeekdayPercent week() const;
  void setWeek(const review::WeekdayPercent& week);

 Q_SIGNALS:
  void changed();

 private:
  std::array<QSpinBox*, 7> m_days{};
};

}  // namespace phaseboard::ui
