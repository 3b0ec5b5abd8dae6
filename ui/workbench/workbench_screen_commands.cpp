// SPDX-License-Identifier: Apache-2.0
// What can be done on the workbench by menu and keys.
#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QMessageBox>
#include <QPushButton>
#include <QTextDocument>
#include <QUrl>

#include "ui/bridge/text.h"
#include "ui/widgets/page_command.h"
#include "ui/workbench/left_behind_dialog.h"
#include "ui/workbench/new_source_dialog.h"
#include "ui/workbench/problem_list.h"
#include "ui/workbench/source_editor.h"
#include "ui/workbench/source_files.h"
#include "ui/workbench/wordings_dialog.h"
#include "ui/workbench/workbench_screen.h"

namespace phaseboard::ui {

using namespace Qt::StringLiterals;

void WorkbenchScreen::makeCommands() {
  const auto add = [this](const QString& text, const QKeySequence& key, const QString& name,
                          auto slot) {
    QAction* action = addPageCommand(this, text, key);
    action->setObjectName(name);
    action->setEnabled(m_workshop != nullptr);
    connect(action, &QAction::triggered, this, slot);
    m_commands.push_back(action);
    return action;
  };
  m_save = add(tr("Save"), QKeySequence(Qt::CTRL | Qt::Key_S), u"saveSourceCommand"_s,
               [this] { save(); });
  add(tr("New question…"), QKeySequence(Qt::CTRL | Qt::Key_N), u"newQuestionCommand"_s,
      [this] { makeNew(static_cast<int>(NewSource::Question)); });
  m_needQuestion = {
      add(tr("New note…"), QKeySequence(Qt::ALT | Qt::Key_1), u"newNoteCommand"_s,
          [this] { makeNew(static_cast<int>(NewSource::Note)); }),
      add(tr("New figure…"), QKeySequence(Qt::ALT | Qt::Key_2), u"newFigureCommand"_s,
          [this] { makeNew(static_cast<int>(NewSource::Figure)); }),
      add(tr("New prompts…"), QKeySequence(Qt::ALT | Qt::Key_3), u"newPromptsCommand"_s,
          [this] { makeNew(static_cast<int>(NewSource::Prompts)); }),
      add(tr("Study this question"), QKeySequence(Qt::CTRL | Qt::Key_Return),
          u"studySourceCommand"_s, [this] { study(); })};
  add(tr("Next problem"), QKeySequence(Qt::Key_F8), u"nextProblemCommand"_s,
      [this] { m_problems->step(1); });
  add(tr("Previous problem"), QKeySequence(Qt::SHIFT | Qt::Key_F8), u"previousProblemCommand"_s,
      [this] { m_problems->step(-1); });
  m_needFile = {m_save,
                add(tr("Delete this file…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Delete),
                    u"deleteSourceCommand"_s, [this] { removeFile(); }),
                add(tr("Open in another editor"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
                    u"openElsewhereCommand"_s, [this] { openElsewhere(); })};
  add(tr("Show the folder"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), u"showFolderCommand"_s,
      [this] { showFolder(); });
  auto* words = add(tr("Texts I reworded…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
                    u"wordingsCommand"_s, [this] { showWordings(session(), window()); });
  auto* left = add(tr("Left behind…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G),
                   u"leftBehindCommand"_s, [this] { showLeftBehind(session(), window()); });
  for (QAction* always : {words, left})
    always->setEnabled(true);
  connect(m_editor, &QPlainTextEdit::modificationChanged, this, &WorkbenchScreen::updateState);
}

void WorkbenchScreen::save() {
  if (m_file.isEmpty())
    return;
  const Status saved = m_workshop->save(m_file, m_editor->toPlainText());
  if (!saved) {
    Q_EMIT session().failed(saved.error());
    return;
  }
  m_editor->document()->setModified(false);
  updateState();
}

bool WorkbenchScreen::saveAll() {
  for (const QString& file : unsaved()) {
    QTextDocument* document = m_documents.at(file);
    if (const Status saved = m_workshop->save(file, document->toPlainText()); !saved) {
      Q_EMIT session().failed(saved.error());
      return false;
    }
    document->setModified(false);
  }
  updateState();
  return true;
}

bool WorkbenchScreen::mayClose() {
  const QStringList files = unsaved();
  if (files.isEmpty())
    return true;
  QMessageBox question(QMessageBox::Question, tr("Not saved"),
                       tr("Save what you wrote in %1?").arg(files.join(u", "_s)),
                       QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, window());
  question.setObjectName(u"unsavedQuestion"_s);
  switch (question.exec()) {
    case QMessageBox::Save:
      return saveAll();
    case QMessageBox::Discard:
      for (const QString& file : files)
        m_documents.at(file)->setModified(false);
      return true;
    default:
      return false;
  }
}

void WorkbenchScreen::makeNew(int what) {
  const auto file =
      makeSource(*m_workshop, static_cast<NewSource>(what), m_files->currentQuestion(), window());
  if (file) {
    openFile(*file);
    m_editor->setFocus();
  }
}

void WorkbenchScreen::removeFile() {
  const QString file = m_file;
  QMessageBox question(
      QMessageBox::Question, tr("Delete a file"),
      tr("Delete %1? What you answered and wrote about it stays in the notebook.").arg(file),
      QMessageBox::Cancel, window());
  auto* sure = question.addButton(tr("Delete"), QMessageBox::DestructiveRole);
  question.exec();
  if (question.clickedButton() != sure)
    return;
  m_editor->document()->setModified(false);
  if (const Status removed = m_workshop->remove(file); !removed)
    Q_EMIT session().failed(removed.error());
  m_documents.erase(file);
}

void WorkbenchScreen::openElsewhere() {
  QDesktopServices::openUrl(QUrl::fromLocalFile(QDir(m_workshop->folder()).filePath(m_file)));
}

void WorkbenchScreen::showFolder() {
  QDir().mkpath(m_workshop->folder());
  QDesktopServices::openUrl(QUrl::fromLocalFile(m_workshop->folder()));
}

void WorkbenchScreen::study() {
  const content::SourceName name = content::sourceNamed(fromQt(m_file));
  Q_EMIT placeRequested(Place{.screen = ScreenName::Study,
                              .question = name.question,
                              .phase = name.phase,
                              .diagram = name.figure});
}

}  // namespace phaseboard::ui
