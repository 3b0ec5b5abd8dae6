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
  m_play = new GlyphButton(Glyph::Play, tr("Play the path"), this);
  m_play->setObjectName(QStringLiteral("playPath"));
  m_forward = new GlyphButton(Glyph::ChevronRight, tr("Next step"), this);
  m_words = new Label(QString(), TextRole::Small, Tone::Muted, this);
  m_words->setElided(true);
  row->addWidget(m_back);
  row->addWidget(m_play);
  row->addWidget(m_forward);
  row->addWidget(m_words, 1);
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &StepBar::goOn);
  connect(m_play, &GlyphButton::clicked, this, &StepBar::togglePlay);
  connect(m_back, &GlyphButton::clicked, this, [this] { go(-1); });
  connect(m_forward, &GlyphButton::clicked, this, [this] { go(1); });
}

void StepBar::setScene(const scene::Scene* scene) {
  pause();
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
  pause();
  if (!m_steps.empty())
    show(m_current + by);
}

void StepBar::togglePlay() {
  if (isPlaying()) {
    pause();
  } else if (m_steps.size() > 1) {
    show(m_current + 1 < count() ? m_current + 1 : 0);
    m_timer.start(readingTime(m_steps[static_cast<std::size_t>(m_current)].words));
    dress();
  }
}

void StepBar::pause() {
  m_timer.stop();
  dress();
}

void StepBar::goOn() {
  if (m_current + 1 < count()) {
    show(m_current + 1);
    m_timer.start(readingTime(m_steps[static_cast<std::size_t>(m_current)].words));
  } else {
    show(count());
  }
  dress();
}

void StepBar::dress() {
  m_play->setGlyph(isPlaying() ? Glyph::Pause : Glyph::Play);
  const QString name = isPlaying() ? tr("Pause the path") : tr("Play the path");
  m_play->setAccessibleName(name);
  m_play->setToolTip(name);
}

int StepBar::readingTime(const QString& words) {
  constexpr int kPerWord = 280;
  constexpr int kShortest = 2000;
  constexpr int kLongest = 9000;
  return std::clamp(static_cast<int>(words.count(u' ') + 1) * kPerWord, kShortest, kLongest);
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
