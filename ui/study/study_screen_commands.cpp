// SPDX-License-Identifier: Apache-2.0
// What can be done in Study by menu and keys.
#include <QAction>
#include <QSplitter>
#include <QStackedWidget>

#include "ui/bridge/text.h"
#include "ui/review/own_prompt_dialog.h"
#include "ui/review/selection.h"
#include "ui/study/figure_panel.h"
#include "ui/study/outline_panel.h"
#include "ui/study/reword_dialog.h"
#include "ui/study/study_annotations.h"
#include "ui/study/study_answers.h"
#include "ui/study/study_screen.h"
#include "ui/widgets/diagram_view.h"
#include "ui/widgets/page_command.h"
#include "ui/widgets/segments.h"

namespace phaseboard::ui {

using namespace Qt::StringLiterals;

void StudyScreen::makeCommands() {
  const auto add = [this](const QString& text, const QKeySequence& key, auto slot) {
    QAction* action = addPageCommand(this, text, key);
    connect(action, &QAction::triggered, this, slot);
    m_commands.push_back(action);
  };
  add(tr("Show the note"), QKeySequence(Qt::ALT | Qt::Key_1), [this] { showTab(Tab::Note); });
  add(tr("Show the chosen part"), QKeySequence(Qt::ALT | Qt::Key_3),
      [this] { showTab(Tab::Part); });
  m_commands += m_answers->commands();
  add(tr("New prompt from selection…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
      [this] { newPrompt(); });
  m_commands += m_annotations->commands();
  add(tr("Reword…"), QKeySequence(Qt::Key_F2), [this] {
    if (const auto target = m_annotations->chooseTargetToReword())
      rewordTarget(session(), target->value(), window());
  });
  m_commands.back()->setObjectName(u"rewordCommand"_s);
  add(tr("Next phase"), QKeySequence(Qt::CTRL | Qt::Key_PageDown), [this] { movePhase(1); });
  add(tr("Previous phase"), QKeySequence(Qt::CTRL | Qt::Key_PageUp), [this] { movePhase(-1); });
  add(tr("Rebuild the figure from memory"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R), [this] {
    Q_EMIT placeRequested(Place{.screen = ScreenName::Board, .diagram = place().diagram});
  });
  add(tr("Hide or show the outline"), QKeySequence(Qt::Key_F9),
      [this] { m_outline->setVisible(m_outline->isHidden()); });
  add(tr("Hide or show the note"), QKeySequence(Qt::Key_F10),
      [this] { m_right->setVisible(m_right->isHidden()); });
}

void StudyScreen::newPrompt() {
  // The note beside the answer comes first: it stands where the figure else does.
  const bool isInComparedNote = m_answers->isComparing() && hasSelection(m_middle->currentWidget());
  const QWidget* selected = isInComparedNote ? m_middle->currentWidget() : m_pages->currentWidget();
  review::Prompt draft;
  draft.question = m_question;
  const auto& phases = session().pack().framework().phases;
  draft.phase = m_phase.value().empty() && !phases.empty() ? phases.front().id : m_phase;
  const auto part = m_figure->view()->currentPart();
  const bool isAboutPart = part && m_tabs->current() == static_cast<int>(Tab::Part);
  if (isAboutPart && m_figure->content()) {
    draft.diagram = m_figure->figure();
    draft.part = *part;
    for (const content::Part& one : m_figure->content()->parts)
      if (one.id == *part)
        draft.answer = one.explanation;
  }
  writeOwnPrompt(session(), withSelection(std::move(draft), selected), this);
}

}  // namespace phaseboard::ui
