// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QWidget>

#include "app/base/study_day.h"

class QPushButton;

namespace phaseboard::ui {

class Label;

/// What one sitting came to.
struct SittingFigures {
  int answers = 0;
  int recalled = 0;
  Millis time{0};
  int unseen = 0;                ///< prompts not begun yet
  int leftForLater = 0;          ///< due, but over today's minutes
  bool isTimeUp = false;         ///< the sitting had a time box, and more is waiting
  bool isApart = false;          ///< it was studied apart from the day
  std::optional<Millis> nextIn;  ///< a step ends in this time and will be asked
};

/// Stands where the prompt was when nothing is left to ask: what was done, and what to do next.
class SittingEnd : public QWidget {
  Q_OBJECT

 public:
  explicit SittingEnd(QWidget* parent = nullptr);

  void setFigures(const SittingFigures& figures);

 Q_SIGNALS:
  void goOnRequested();  ///< the same sitting for longer, or back to the day
  void moreRequested();  ///< some more new prompts
  void studyRequested();
  void progressRequested();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Label* m_title;
  Label* m_advice;
  QWidget* m_figures;
  Label* m_answers;
  Label* m_recalled;
  Label* m_time;
  QPushButton* m_more;
  QPushButton* m_goOn;
  QPushButton* m_study;
  bool m_waiting = false;
};

}  // namespace phaseboard::ui
