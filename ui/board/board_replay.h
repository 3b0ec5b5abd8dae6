// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

#include "app/board/history.h"

class QSlider;

namespace phaseboard::ui {

class BoardCanvas;
class GlyphButton;
class Label;

/// A board as it came about: a canvas to look at, with a slider through its log and a button that
/// plays it. The whole takes half a minute at most. Space plays and pauses; arrows step.
class BoardReplay : public QWidget {
  Q_OBJECT

 public:
  explicit BoardReplay(QWidget* parent = nullptr);

  /// Shows the board as it is at the end of its log.
  void setBoard(board::History history);

  /// What lay on the board after its first `count` entries.
  void showMoment(int count);
  [[nodiscard]] int moment() const;

  void togglePlay();
  [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }

  [[nodiscard]] BoardCanvas& canvas() { return *m_canvas; }

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void step();
  void pause();
  void tell();

  BoardCanvas* m_canvas;
  GlyphButton* m_play;
  QSlider* m_slider;
  Label* m_time;
  QTimer m_timer;  ///< runs only while it plays
};

}  // namespace phaseboard::ui
