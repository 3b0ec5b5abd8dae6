// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QList>
#include <QObject>
#include <QUrl>

#include "app/content/model.h"
#include "ui/bridge/session.h"

class QAction;
class QStackedWidget;
class QWidget;

namespace phaseboard::ui {

class AnswerPanel;
class ComparedNote;

/// The commands of Study on one's own answer, and the note beside it in place of the figure.
class StudyAnswers : public QObject {
  Q_OBJECT

 public:
  /// @param middle  shows the figure; the note comes there
  /// @param host    where the keys work
  StudyAnswers(Session& session, AnswerPanel* panel, QStackedWidget* middle, QWidget* host);

  [[nodiscard]] const QList<QAction*>& commands() const { return m_commands; }

  /// The note of the phase that is open; nothing for the opening of a question.
  void setNote(const std::optional<content::Note>& note);
  void compare(bool on);
  [[nodiscard]] bool isComparing() const;
  void refresh(const ops::Changes& changes);

 Q_SIGNALS:
  void answerRequested();  ///< the answer is to come to the front
  void writingRequested();
  void unsaidRequested();  ///< the parts that no answer mentions
  void linkActivated(const QUrl& target);

 private:
  void makeCommands(QWidget* host);

  Session& m_session;
  AnswerPanel* m_panel;
  QStackedWidget* m_middle;
  ComparedNote* m_compared = nullptr;  ///< made when it is first wanted
  QAction* m_compare = nullptr;
  std::optional<content::Note> m_note;
  QList<QAction*> m_commands;
};

}  // namespace phaseboard::ui
