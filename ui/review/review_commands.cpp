// SPDX-License-Identifier: Apache-2.0
// What can be done on the review screen besides answering: its commands, keys and tools.
#include <array>
#include <tuple>
#include <utility>

#include <QAction>

#include "ui/bridge/session.h"
#include "ui/review/kinds_dialog.h"
#include "ui/review/own_prompt_dialog.h"
#include "ui/review/prompt_editor.h"
#include "ui/review/prompt_view.h"
#include "ui/review/review_screen.h"
#include "ui/review/selection.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/page_command.h"

namespace phaseboard::ui {
namespace {

constexpr int kMostOptions = 7;  ///< one for each phase

}  // namespace

QAction* ReviewScreen::addCommand(const QString& text, const QKeySequence& key,
                                  void (ReviewScreen::*run)()) {
  QAction* action = addPageCommand(this, text, key);
  connect(action, &QAction::triggered, this, run);
  m_commands += action;
  return action;
}

void ReviewScreen::makeCommands() {
  m_showCommand = addCommand(tr("Show answer"), Qt::Key_Space, &ReviewScreen::reveal);
  m_showCommand->setShortcuts({Qt::Key_Space, QKeySequence(Qt::CTRL | Qt::Key_Return)});
  m_showCommand->setObjectName(QStringLiteral("showAnswerCommand"));
  makeGradeCommands();
  QAction* bury =
      addCommand(tr("Bury until tomorrow"), QKeySequence(Qt::Key_Minus), &ReviewScreen::bury);
  bury->setObjectName(QStringLiteral("buryCommand"));
  m_promptCommands = {
      bury, addCommand(tr("Suspend prompt"), QKeySequence(Qt::Key_At), &ReviewScreen::suspend),
      addCommand(tr("Edit prompt..."), QKeySequence(Qt::Key_E), &ReviewScreen::edit),
      addCommand(tr("Open in Study"), QKeySequence(Qt::Key_O), &ReviewScreen::openInStudy),
      addCommand(tr("New prompt from selection..."), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
                 &ReviewScreen::newPrompt)};
  m_drawCommand =
      addCommand(tr("Draw it on the board"), QKeySequence(Qt::Key_D), &ReviewScreen::drawOnBoard);
  m_drawCommand->setObjectName(QStringLiteral("drawCommand"));
  m_typingCommand = addCommand(tr("Type short answers"), QKeySequence(Qt::CTRL | Qt::Key_T),
                               &ReviewScreen::switchTyping);
  m_typingCommand->setCheckable(true);
  m_typingCommand->setObjectName(QStringLiteral("typingCommand"));
  addCommand(tr("Kinds of prompts..."), QKeySequence(Qt::Key_K), &ReviewScreen::showKinds)
      ->setObjectName(QStringLiteral("kindsCommand"));
  addCommand(tr("Your own prompts..."), QKeySequence(Qt::Key_P), &ReviewScreen::showOwnPrompts)
      ->setObjectName(QStringLiteral("ownPromptsCommand"));
  QAction* flag = addCommand(tr("Flag prompt"), QKeySequence(Qt::Key_F), &ReviewScreen::flag);
  flag->setObjectName(QStringLiteral("flagCommand"));
  m_promptCommands += flag;
  m_chooseCommand =
      addCommand(tr("Choose what to study…"), QKeySequence(Qt::Key_C), &ReviewScreen::chooseWhat);
  m_chooseCommand->setObjectName(QStringLiteral("chooseCommand"));
  m_againCommand = addCommand(tr("Ask the last one again (cram)"), QKeySequence(Qt::Key_Backspace),
                              &ReviewScreen::askAgain);
  m_moreCommand =
      addCommand(tr("Learn 10 more"), QKeySequence(Qt::Key_L), &ReviewScreen::learnMore);
}

void ReviewScreen::makeGradeCommands() {
  const auto add = [this](const QString& text, int key, auto run) {
    QAction* action = addPageCommand(this, text, QKeySequence(key));
    connect(action, &QAction::triggered, this, run);
    m_commands += action;
    return action;
  };
  const std::array names{tr("Grade: again"), tr("Grade: hard"), tr("Grade: good"),
                         tr("Grade: easy")};
  for (std::size_t index = 0; index < names.size(); ++index)
    m_gradeCommands += add(names[index], Qt::Key_1 + static_cast<int>(index),
                           [this, index] { grade(memory::kRatings[index]); });
  for (int index = 0; index < kMostOptions; ++index)
    m_optionCommands += add(tr("Take option %1").arg(index + 1), Qt::Key_1 + index,
                            [this, index] { chooseOption(index); });
}

void ReviewScreen::makeTools() {
  const std::array<std::tuple<Glyph, QString, void (ReviewScreen::*)()>, 4> tools{
      {{Glyph::Pencil, tr("Edit prompt (E)"), &ReviewScreen::edit},
       {Glyph::Study, tr("Open in Study (O)"), &ReviewScreen::openInStudy},
       {Glyph::Hourglass, tr("Bury until tomorrow (-)"), &ReviewScreen::bury},
       {Glyph::Hidden, tr("Suspend (@)"), &ReviewScreen::suspend}}};
  for (const auto& [glyph, name, run] : tools) {
    auto* button = new GlyphButton(glyph, name, m_view);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QAbstractButton::clicked, this, run);
    m_view->addTool(button);
  }
}

void ReviewScreen::edit() {
  if (!m_asked)
    return;
  if (m_asked->prompt.kind == review::PromptKind::Own)
    editOwnPrompt(session(), m_asked->prompt, this);
  else
    editPrompt(session(), m_asked->prompt, this);
}

void ReviewScreen::newPrompt() {
  review::Prompt draft;
  if (m_asked) {
    draft = m_asked->prompt;
    draft.ask.clear();
    draft.answer.clear();
  }
  writeOwnPrompt(session(), withSelection(std::move(draft), this), this);
}

void ReviewScreen::showOwnPrompts() {
  manageOwnPrompts(session(), this);
}

void ReviewScreen::showKinds() {
  chooseKinds(session(), m_asked ? m_asked->prompt.question : QuestionId(), this);
}

void ReviewScreen::switchTyping() {
  ports::Settings settings = session().settings();
  settings.typesAnswers = !settings.typesAnswers;
  session().perform([&](ops::Desk& desk) { return desk.changeSettings(settings); });
}

void ReviewScreen::openInStudy() {
  if (!m_asked)
    return;
  const review::Prompt& prompt = m_asked->prompt;
  Place target{.screen = ScreenName::Study, .question = prompt.question, .phase = prompt.phase};
  if (prompt.diagram)
    target.diagram = *prompt.diagram;
  if (prompt.part)
    target.part = *prompt.part;
  Q_EMIT placeRequested(target);
}

void ReviewScreen::drawOnBoard() {
  if (m_asked && m_asked->prompt.diagram)
    Q_EMIT placeRequested(
        Place{.screen = ScreenName::Board, .diagram = *m_asked->prompt.diagram, .isAsked = true});
}

void ReviewScreen::updateCommands() {
  const bool isRevealed = m_asked && m_view->isRevealed();
  m_drawCommand->setEnabled(m_asked && !isRevealed &&
                            m_asked->sheet.way == review::AnswerWay::Draw);
  m_showCommand->setEnabled(m_asked && !isRevealed);
  for (QAction* grade : m_gradeCommands)
    grade->setEnabled(isRevealed);
  const auto options =
      m_asked && !isRevealed ? static_cast<qsizetype>(m_asked->sheet.options.size()) : 0;
  for (qsizetype index = 0; index < m_optionCommands.size(); ++index)
    m_optionCommands[index]->setEnabled(index < options);
  for (QAction* command : m_promptCommands)
    command->setEnabled(m_asked.has_value());
  m_typingCommand->setChecked(session().settings().typesAnswers);
  m_moreCommand->setEnabled(!m_asked && m_plan && m_plan->unseen > 0);
  m_againCommand->setEnabled(isCram() && m_sitting && !m_sitting->given().empty());
}

}  // namespace phaseboard::ui
