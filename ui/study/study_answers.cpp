// SPDX-License-Identifier: Apache-2.0
#include "ui/study/study_answers.h"

#include <QAction>
#include <QMenu>
#include <QSignalBlocker>
#include <QStackedWidget>

#include "ui/study/answer_panel.h"
#include "ui/study/compared_note.h"
#include "ui/widgets/page_command.h"

namespace phaseboard::ui {

StudyAnswers::StudyAnswers(Session& session, AnswerPanel* panel, QStackedWidget* middle,
                           QWidget* host)
    : QObject(host), m_session(session), m_panel(panel), m_middle(middle) {
  makeCommands(host);
}

void StudyAnswers::makeCommands(QWidget* host) {
  const auto add = [&](const QString& text, const QKeySequence& key, const char* name, auto slot) {
    QAction* action = addPageCommand(host, text, key);
    action->setObjectName(QLatin1String(name));
    connect(action, &QAction::triggered, this, slot);
    m_commands.push_back(action);
    return action;
  };
  add(tr("Write my answer"), QKeySequence(Qt::ALT | Qt::Key_2), "writeAnswerCommand",
      [this] { Q_EMIT writingRequested(); });
  add(tr("Save my answer"), QKeySequence(Qt::CTRL | Qt::Key_S), "saveAnswerCommand",
      [this] { m_panel->commit(); });
  add(tr("Versions of my answer…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V),
      "answerVersionsCommand", [this] { m_panel->showVersions(); });
  add(tr("Texts of my answer from two devices…"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_D),
      "answerConflictCommand", [this] { m_panel->showConflict(); });
  add(tr("Preview my answer"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
      "previewAnswerCommand", [this] {
        Q_EMIT answerRequested();
        m_panel->showMode(1);
      });
  add(tr("Write and preview my answer"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B),
      "writeAndPreviewCommand", [this] {
        Q_EMIT answerRequested();
        m_panel->showMode(2);
      });
  m_compare =
      add(tr("Compare my answer with the note"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_V),
          "compareAnswerCommand", [this] { compare(m_compare->isChecked()); });
  m_compare->setCheckable(true);
  add(tr("Grade my answer by its ticks"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_R),
      "gradeAnswerCommand", [this] {
        Q_EMIT answerRequested();
        m_panel->gradePhase();
      });
  add(tr("Parts that I never mention"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_M),
      "unsaidPartsCommand", [this] { Q_EMIT unsaidRequested(); });
  auto* formats = new QAction(tr("Format my answer"), host);
  auto* menu = new QMenu(host);
  menu->addActions(m_panel->formatCommands());
  formats->setMenu(menu);
  m_commands.push_back(formats);
}

bool StudyAnswers::isComparing() const {
  return m_compare->isChecked();
}

void StudyAnswers::setNote(const std::optional<content::Note>& note) {
  m_note = note;
  m_compare->setEnabled(note.has_value());
  if (isComparing())
    compare(note.has_value());
}

void StudyAnswers::compare(bool on) {
  const bool isOn = on && m_note.has_value();
  m_compare->setChecked(isOn);
  if (!isOn)
    return m_middle->setCurrentIndex(0);
  if (m_compared == nullptr) {
    m_compared = new ComparedNote(m_session, m_middle);
    m_middle->addWidget(m_compared);
    connect(m_compared, &ComparedNote::closed, this, [this] { compare(false); });
    connect(m_compared, &ComparedNote::linkActivated, this, &StudyAnswers::linkActivated);
  }
  m_middle->setCurrentWidget(m_compared);
  m_compared->showNote(*m_note, m_panel->saidPoints());
  Q_EMIT answerRequested();
}

void StudyAnswers::refresh(const ops::Changes& changes) {
  if (isComparing() && changes.touches(ops::Aspect::Answer))
    m_compared->setSaid(m_panel->saidPoints());
}

}  // namespace phaseboard::ui
