// SPDX-License-Identifier: Apache-2.0
#include "ui/study/step_bar.h"

#include <algorithm>
#include <map>

#include <QHBoxLayout>

#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {

StepBar::StepBar(QWidget* parent) : QWidget(parent) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  m_back = new GlyphButton(Glyph::ChevronLeft, tr("Previous step"), this);
  m_forward = new GlyphButton(Glyph::Play, tr("Next step"), this);
  m_words = new Label(QString(), TextRole::Small, Tone::Muted, this);
  m_words->setElided(true);
  row->addWidget(m_back);
  row->addWidget(m_forward);
  row->addWidget(m_words, 1);
  connect(m_back, &GlyphButton::clicked, this, [this] { go(-1); });
  connect(m_forward, &GlyphButton::clicked, this, [this] { go(1); });
}

void StepBar::setScene(const scene::Scene* scene) {
  m_steps.clear();
  std::map<int, Step> steps;
  if (scene)
    for (const scene::Item& item : scene->items()) {
      if (item.step <= 0)
        continue;
      Step& step = steps[item.step];
      step.parts.push_back(item.id);
      for (const auto& end : {item.from, item.to})
        if (end)
          step.parts.push_back(*end);
      if (step.words.isEmpty())
        step.words = item.description.isEmpty() ? item.title : item.description;
    }
  for (auto& [number, step] : steps)
    m_steps.push_back(std::move(step));
  m_current = -1;
  setVisible(m_steps.size() > 1);
  m_back->setEnabled(false);
  m_words->setText(tr("Walk the path: %1 steps").arg(m_steps.size()));
}

void StepBar::go(int by) {
  if (!m_steps.empty())
    show(m_current + by);
}

void StepBar::show(int step) {
  const int count = static_cast<int>(m_steps.size());
  m_current = step >= count ? -1 : std::max(step, -1);
  m_back->setEnabled(m_current >= 0);
  if (m_current < 0) {
    m_words->setText(tr("Walk the path: %1 steps").arg(count));
    Q_EMIT stepShown({});
    return;
  }
  const Step& shown = m_steps[static_cast<std::size_t>(m_current)];
  m_words->setText(tr("%1 of %2: %3").arg(m_current + 1).arg(count).arg(shown.words));
  Q_EMIT stepShown(shown.parts);
}

}  // namespace phaseboard::ui
