// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QList>
#include <QTimer>
#include <QWidget>

#include "ui/board/session_keeper.h"
#include "ui/mock/rehearsal.h"

class QAction;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace phaseboard::ui {

class AnswerSheet;
class BoardEditor;
class DialoguePanel;
class Label;
class StageTrack;

/// The rehearsal itself: the stages and the clock above, the interviewer, the board and the answer
/// side by side below. While it is paused, only the way back is shown.
class RehearsalView : public QWidget {
  Q_OBJECT

 public:
  explicit RehearsalView(Session& session, QWidget* parent = nullptr);

  /// Opens an attempt; false when it cannot be read.
  bool open(const mock::MockInfo& info);
  /// Pauses it and keeps everything.
  void leave();

  [[nodiscard]] Rehearsal& rehearsal() { return m_rehearsal; }
  [[nodiscard]] QList<QAction*> commands() const { return m_commands; }

 Q_SIGNALS:
  void finished(const phaseboard::mock::MockId& id);

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  QWidget* makeHead();
  QWidget* makePause();
  void makeCommands();
  QAction* add(const QString& text, const QKeySequence& key, const std::function<void()>& action);
  bool loadBoard();
  void onNoted(const mock::Event& event);
  void showTime();
  void showStand();
  void finish();

  Session& m_session;
  Rehearsal m_rehearsal;
  StageTrack* m_track = nullptr;
  Label* m_clock = nullptr;
  Label* m_clockWords = nullptr;
  QPushButton* m_pause = nullptr;
  QPushButton* m_next = nullptr;
  QPushButton* m_finish = nullptr;
  QStackedWidget* m_pages;
  QSplitter* m_work;
  Label* m_pausedWords = nullptr;
  DialoguePanel* m_dialogue;
  BoardEditor* m_board;
  AnswerSheet* m_sheet;
  std::unique_ptr<SessionKeeper> m_keeper;
  QList<QAction*> m_commands;
  QTimer m_second;  ///< only while the clock runs and is seen
};

}  // namespace phaseboard::ui
