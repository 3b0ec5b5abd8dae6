// SPDX-License-Identifier: Apache-2.0
#include "ui/board/board_replay.h"

#include <algorithm>
#include <utility>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSlider>
#include <QVBoxLayout>

#include "ui/board/board_canvas.h"
#include "ui/bridge/time_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {
namespace {

constexpr int kLongestReplay = 30'000;  // milliseconds
constexpr int kShortestStep = 30;
constexpr int kLongestStep = 500;

}  // namespace

BoardReplay::BoardReplay(QWidget* parent)
    : QWidget(parent),
      m_canvas(new BoardCanvas(this)),
      m_play(new GlyphButton(Glyph::Play, tr("Play  Space"), this)),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_time(new Label({}, TextRole::Small, Tone::Muted, this)) {
  setObjectName(QStringLiteral("boardReplay"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_canvas, 1);
  auto* bar = new QHBoxLayout;
  bar->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, kGrid);
  bar->setSpacing(kGrid);
  bar->addWidget(m_play);
  bar->addWidget(m_slider, 1);
  bar->addWidget(m_time);
  column->addLayout(bar);
  m_canvas->setReadOnly(true);
  m_slider->setObjectName(QStringLiteral("replaySlider"));
  m_slider->setAccessibleName(tr("Moment of the drawing"));
  setFocusProxy(m_slider);
  connect(m_play, &QToolButton::clicked, this, &BoardReplay::togglePlay);
  connect(m_slider, &QSlider::valueChanged, this, [this](int count) {
    m_canvas->showPast(static_cast<std::size_t>(count));
    tell();
  });
  connect(&m_timer, &QTimer::timeout, this, &BoardReplay::step);
}

void BoardReplay::setBoard(board::History history) {
  pause();
  const auto count = static_cast<int>(history.entries().size());
  m_canvas->setBoard(std::move(history), nullptr);
  const QSignalBlocker quiet(m_slider);
  m_slider->setRange(0, count);
  m_slider->setValue(count);
  m_slider->setPageStep(std::max(1, count / 10));
  m_play->setEnabled(count > 0);
  tell();
}

void BoardReplay::showMoment(int count) {
  m_slider->setValue(count);
}

int BoardReplay::moment() const {
  return m_slider->value();
}

void BoardReplay::togglePlay() {
  if (isPlaying()) {
    pause();
    return;
  }
  if (moment() == m_slider->maximum())
    showMoment(0);
  m_timer.start(
      std::clamp(kLongestReplay / std::max(1, m_slider->maximum()), kShortestStep, kLongestStep));
  m_play->setGlyph(Glyph::Pause);
}

void BoardReplay::pause() {
  m_timer.stop();
  m_play->setGlyph(Glyph::Play);
}

void BoardReplay::step() {
  // A long log goes several entries at a time, so that the whole still takes half a minute.
  const int stride = std::max(1, m_slider->maximum() * kShortestStep / kLongestReplay);
  showMoment(std::min(m_slider->maximum(), moment() + stride));
  if (moment() == m_slider->maximum())
    pause();
}

void BoardReplay::tell() {
  const auto& entries = m_canvas->history().entries();
  if (entries.empty()) {
    m_time->setText(tr("Nothing was drawn"));
    return;
  }
  const auto at = static_cast<std::size_t>(std::max(0, moment() - 1));
  const Millis since{entries[at].at.value() - entries.front().at.value()};
  m_time->setText(tr("%1 of %2 · %3 after the first stroke")
                      .arg(moment())
                      .arg(entries.size())
                      .arg(durationText(since)));
}

void BoardReplay::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Space)
    togglePlay();
  else
    QWidget::keyPressEvent(event);
}

void BoardReplay::hideEvent(QHideEvent* /*event*/) {
  pause();
}

}  // namespace phaseboard::ui
