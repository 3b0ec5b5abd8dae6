// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QTimer>
#include <QWidget>

#include "diagrams/scene/scene.h"

namespace phaseboard::ui {

class GlyphButton;
class Label;

/// Walks through the numbered path of a figure, one step at a time or by itself, each step for as
/// long as its words take to read. Hidden without a numbered path. The timer runs only while it
/// plays.
class StepBar : public QWidget {
  Q_OBJECT

 public:
  explicit StepBar(QWidget* parent = nullptr);

  void setScene(const scene::Scene* scene);
  void go(int by);
  /// Plays from the step after the one shown, from the first when none is; or pauses.
  void togglePlay();
  void pause();
  [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }
  /// The step shown, from 0; -1 for none.
  [[nodiscard]] int current() const { return m_current; }
  [[nodiscard]] int count() const { return static_cast<int>(m_steps.size()); }

  /// How long a step with these words stays, milliseconds: 2 to 9 seconds.
  [[nodiscard]] static int readingTime(const QString& words);

 Q_SIGNALS:
  /// The parts of the step now shown; empty when the walk is over.
  void stepShown(const std::vector<phaseboard::PartId>& parts);

 private:
  struct Step {
    std::vector<PartId> parts;
    QString words;
  };
  void show(int step);
  void goOn();
  void dress();

  std::vector<Step> m_steps;
  int m_current = -1;
  QTimer m_timer;
  Label* m_words;
  GlyphButton* m_back;
  GlyphButton* m_play;
  GlyphButton* m_forward;
};

}  // namespace phaseboard::ui
