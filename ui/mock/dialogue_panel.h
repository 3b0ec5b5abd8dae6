// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace phaseboard::ui {

class Rehearsal;
class Session;

/// The interviewer: the opening words, what was asked and answered, and a line to ask more.
class DialoguePanel : public QWidget {
  Q_OBJECT

 public:
  DialoguePanel(Session& session, Rehearsal& rehearsal, QWidget* parent = nullptr);

  /// Shows the dialogue of the attempt that is open, from its beginning.
  void load();
  void focusQuestion();

 private:
  void ask();
  void add(const QString& asked);
  QWidget* addBubble(const QString& markdown, bool isCandidate);

  Session& m_session;
  Rehearsal& m_rehearsal;
  QScrollArea* m_area;
  QVBoxLayout* m_lines;
  QLineEdit* m_question;
};

}  // namespace phaseboard::ui
