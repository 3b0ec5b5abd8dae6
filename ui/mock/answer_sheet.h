// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QWidget>

#include "app/base/ids.h"

class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace phaseboard::ui {

class AnswerEditor;
class AnswerTabs;
class Label;
class Rehearsal;
class Session;
class TextBlock;

/// What is written in a rehearsal: one sheet for each phase, and one for the follow-ups, which
/// arise by themselves. Where the user works says which phase the minutes belong to.
class AnswerSheet : public QWidget {
  Q_OBJECT

 public:
  AnswerSheet(Session& session, Rehearsal& rehearsal, QWidget* parent = nullptr);

  /// Shows the attempt that is open.
  void load();
  void showPhase(const PhaseId& phase);
  void showFollowUps();
  /// Brings the newest follow-up in, and says on its tab that there is one.
  void onFollowUpShown();
  void focusEditor();

 private:
  QWidget* makePhasePage();
  QWidget* makeFollowUpPage();
  void choose(int tab);
  void loadFollowUps();
  void openFollowUp(int index);
  void answerFollowUp();
  void updateBadge();
  [[nodiscard]] int followUpTab() const { return static_cast<int>(m_phases.size()); }

  Session& m_session;
  Rehearsal& m_rehearsal;
  QVBoxLayout* m_column;
  AnswerTabs* m_tabs = nullptr;
  QStackedWidget* m_pages;
  std::vector<PhaseId> m_phases;
  Label* m_purpose = nullptr;
  AnswerEditor* m_editor = nullptr;
  std::string m_name;  ///< of the text in the editor
  Label* m_count = nullptr;
  TextBlock* m_question = nullptr;
  AnswerEditor* m_reply = nullptr;
  QPushButton* m_done = nullptr;
  QPushButton* m_before = nullptr;
  QPushButton* m_after = nullptr;
  QWidget* m_some = nullptr;
  QWidget* m_none = nullptr;
  int m_followUp = -1;  ///< index of the one that is open
};

}  // namespace phaseboard::ui
