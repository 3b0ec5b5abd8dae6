// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include <QWidget>

#include "app/memory/rating.h"

class QPushButton;
class QStackedLayout;

namespace phaseboard::ui {

/// The buttons under a prompt: "Show answer", and after that the four grades, each with what it
/// means and when the prompt comes back.
class RatingBar : public QWidget {
  Q_OBJECT

 public:
  explicit RatingBar(QWidget* parent = nullptr);

  /// Before the answer is shown. `key` is what shows it, e.g. "Space"; with `focused` the button
  /// has the focus.
  void askToShow(const QString& key, bool focused);

  /// After it: `seconds` until the prompt comes back for each grade. `suggested` is drawn as the
  /// primary one; with `focused` it, or else Good, has the focus.
  void askToGrade(const memory::ForEachRating<std::int64_t>& seconds,
                  std::optional<memory::Rating> suggested, bool focused);

 Q_SIGNALS:
  void showRequested();
  void graded(phaseboard::memory::Rating rating);

 private:
  class GradeButton;

  QStackedLayout* m_stack;
  QPushButton* m_show;
  std::array<GradeButton*, 4> m_grades{};
};

/// "1 min", "10 min", "3 days", "2.5 months": how long until something comes back.
[[nodiscard]] QString intervalText(std::int64_t seconds);

}  // namespace phaseboard::ui
