// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "diagrams/scene/scene.h"

namespace phaseboard::ui {

class GlyphButton;
class Label;

/// Walks through the numbered path of a figure, one step at a time. Hidden without a numbered path.
class StepBar : public QWidget {
  Q_OBJECT

 public:
  explicit StepBar(QWidget* parent = nullptr);

  void setScene(const scene::Scene* scene);
  void go(int by);

 Q_SIGNALS:
  /// The parts of the step now shown; empty when the walk is over.
  void stepShown(const std::vector<phaseboard::PartId>& parts);

 private:
  struct Step {
    std::vector<PartId> parts;
    QString words;
  };
  void show(int step);

  std::vector<Step> m_steps;
  int m_current = -1;
  Label* m_words;
  GlyphButton* m_back;
  GlyphButton* m_forward;
};

}  // namespace phaseboard::ui
