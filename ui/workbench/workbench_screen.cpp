// SPDX-License-Identifier: Apache-2.0
#include "ui/workbench/workbench_screen.h"

#include <chrono>

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextCursor>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/shell/window_memory.h"
#include "ui/study/notice_bar.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/workbench/new_source_dialog.h"
#include "ui/workbench/problem_list.h"
#include "ui/workbench/source_editor.h"
#include "ui/workbench/source_files.h"
#include "ui/workbench/source_preview.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto kPause = 300ms;

constexpr int kEmptyPage = 0;
constexpr int kBenchPage = 1;

}  // namespace

WorkbenchScreen::WorkbenchScreen(const ScreenContext& context, QWidget* parent)
    : Screen(context, parent), m_workshop(context.workshop), m_stack(new QStackedWidget(this)) {
  setObjectName(u"workbenchScreen"_s);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_stack);
  build();
  m_pause.setSingleShot(true);
  m_pause.setInterval(kPause);
  connect(&m_pause, &QTimer::timeout, this, &WorkbenchScreen::lookAgain);
  makeCommands();
  if (m_workshop != nullptr)
    connectWorkshop();
  onFilesChanged();
}

void WorkbenchScreen::build() {
  auto* empty = new EmptyState(
      Glyph::Note, tr("Write questions of your own"),
      m_workshop == nullptr
          ? tr("This window has no folder for them.")
          : tr("Your questions and figures are text files in a folder of yours. They are compiled "
               "while you write, and studied and reviewed like those that come with Phaseboard."));
  if (m_workshop != nullptr) {
    auto* begin = empty->addAction(tr("New question…"));
    begin->setObjectName(u"firstQuestion"_s);
    connect(begin, &QPushButton::clicked, this,
            [this] { makeNew(static_cast<int>(NewSource::Question)); });
  }
  m_stack->addWidget(empty);
  m_splitter = new QSplitter(this);
  m_splitter->setChildrenCollapsible(false);
  m_splitter->setHandleWidth(5);
  m_splitter->addWidget(makeFilesColumn());
  m_splitter->addWidget(makeEditorColumn());
  m_preview = new SourcePreview(session(), m_splitter);
  m_preview->setMinimumWidth(260);
  m_splitter->addWidget(m_preview);
  m_splitter->setStretchFactor(1, 1);
  m_splitter->setStretchFactor(2, 1);
  if (!m_splitter->restoreState(context().memory.splitter(u"workbench"_s)))
    m_splitter->setSizes({scaled(220), 10000, 9000});
  connect(m_splitter, &QSplitter::splitterMoved, this,
          [this] { context().memory.setSplitter(u"workbench"_s, m_splitter->saveState()); });
  m_stack->addWidget(m_splitter);
}

QWidget* WorkbenchScreen::makeFilesColumn() {
  auto* left = new QWidget(m_splitter);
  left->setMinimumWidth(180);
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(kGrid, kGrid, 0, kGrid);
  m_files = new SourceFiles(left);
  column->addWidget(m_files, 1);
  auto* more = makeButton(tr("New question…"), ButtonKind::Plain, left);
  connect(more, &QPushButton::clicked, this,
          [this] { makeNew(static_cast<int>(NewSource::Question)); });
  column->addWidget(more);
  connect(m_files, &SourceFiles::fileChosen, this, &WorkbenchScreen::openFile);
  return left;
}

QWidget* WorkbenchScreen::makeEditorColumn() {
  auto* middle = new QWidget(m_splitter);
  middle->setMinimumWidth(320);
  auto* column = new QVBoxLayout(middle);
  column->setContentsMargins(0, kGrid, 0, 0);
  column->setSpacing(kGrid);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(2 * kGrid, 0, kGrid, 0);
  m_path = new Label(QString(), TextRole::Strong, Tone::Normal, middle);
  m_path->setElided(true);
  m_state = new Label(QString(), TextRole::Small, Tone::Muted, middle);
  m_state->setObjectName(u"sourceState"_s);
  head->addWidget(m_path, 1);
  head->addWidget(m_state);
  column->addLayout(head);
  m_notice = new NoticeBar(middle);
  column->addWidget(m_notice);
  auto* rows = new QSplitter(Qt::Vertical, middle);
  rows->setChildrenCollapsible(false);
  m_editor = new SourceEditor(rows);
  m_problems = new ProblemList(rows);
  rows->addWidget(m_editor);
  rows->addWidget(m_problems);
  rows->setStretchFactor(0, 1);
  rows->setSizes({10000, scaled(120)});
  column->addWidget(rows, 1);
  connect(m_editor, &QPlainTextEdit::textChanged, this, &WorkbenchScreen::onTextChanged);
  connect(m_problems, &ProblemList::chosen, this, &WorkbenchScreen::goTo);
  connect(m_notice, &NoticeBar::firstChosen, this, &WorkbenchScreen::loadTheirs);
  connect(m_notice, &NoticeBar::secondChosen, m_notice, &QWidget::hide);
  return middle;
}

void WorkbenchScreen::connectWorkshop() {
  connect(m_workshop, &Workshop::filesChanged, this, &WorkbenchScreen::onFilesChanged);
  connect(m_workshop, &Workshop::fileChanged, this, &WorkbenchScreen::onFileChanged);
  connect(m_workshop, &Workshop::checked, this, &WorkbenchScreen::onChecked);
  connect(m_workshop, &Workshop::busyChanged, m_problems, &ProblemList::setBusy);
}

QString WorkbenchScreen::title() const {
  return tr("Workbench");
}

QStringList WorkbenchScreen::trail() const {
  return m_file.isEmpty() ? QStringList() : QStringList{m_file};
}

Place WorkbenchScreen::place() const {
  return Place{.screen = ScreenName::Workbench, .source = fromQt(m_file)};
}

void WorkbenchScreen::arrive(const Place& place) {
  if (m_workshop == nullptr)
    return;
  if (!place.source.empty())
    openFile(toQt(place.source));
  else if (m_file.isEmpty() && !m_workshop->isEmpty())
    openFile(m_workshop->files().filter(u"question.yaml"_s).value(0, m_workshop->files().front()));
  showProblems(m_workshop->problems());
}

void WorkbenchScreen::openFile(const QString& file) {
  if (!m_workshop->files().contains(file) || file == m_file)
    return;
  auto known = m_documents.find(file);
  if (known == m_documents.end()) {
    const auto text = session().read(m_workshop->text(file));
    if (!text)
      return;
    known = m_documents.emplace(file, m_editor->makeDocument(*text)).first;
  }
  m_file = file;
  m_notice->hide();
  m_editor->open(known->second);
  m_files->setCurrentFile(file);
  m_preview->clear();
  updateState();
  lookAgain();
  Q_EMIT placeChanged();
}

void WorkbenchScreen::onTextChanged() {
  m_pause.start();
  updateState();
}

QStringList WorkbenchScreen::unsaved() const {
  QStringList files;
  for (const auto& [file, document] : m_documents)
    if (document->isModified())
      files.push_back(file);
  return files;
}

void WorkbenchScreen::lookAgain() {
  if (m_file.isEmpty())
    return;
  std::map<std::string, std::string> texts{{fromQt(m_file), fromQt(m_editor->toPlainText())}};
  for (const QString& file : unsaved())
    texts[fromQt(file)] = fromQt(m_documents.at(file)->toPlainText());
  m_workshop->look(m_file, texts);
}

void WorkbenchScreen::onFilesChanged() {
  const QStringList files = m_workshop ? m_workshop->files() : QStringList();
  m_files->setFiles(files);
  m_stack->setCurrentIndex(files.isEmpty() ? kEmptyPage : kBenchPage);
  if (!m_file.isEmpty() && !files.contains(m_file) && !m_editor->document()->isModified()) {
    m_file.clear();
    m_editor->open(m_editor->makeDocument({}));
    m_preview->clear();
    Q_EMIT placeChanged();
  }
  updateState();
}

void WorkbenchScreen::onFileChanged(const QString& file) {
  const auto known = m_documents.find(file);
  if (known == m_documents.end())
    return;
  const bool isOpen = file == m_file;
  if (known->second->isModified()) {
    if (isOpen)
      m_notice->show(tr("Another program changed this file, and you have changes that are not "
                        "saved."),
                     tr("Load the other one"), tr("Keep mine"));
    return;
  }
  if (!isOpen) {
    known->second->deleteLater();
    m_documents.erase(known);
    return;
  }
  loadTheirs();
}

void WorkbenchScreen::loadTheirs() {
  m_notice->hide();
  const auto text = m_workshop->text(m_file);
  if (!text || *text == m_editor->toPlainText()) {
    m_editor->document()->setModified(false);
    return;
  }
  // As an edit, so that it can be undone and the place is kept.
  const int line = m_editor->currentLine();
  QTextCursor whole(m_editor->document());
  whole.select(QTextCursor::Document);
  whole.insertText(*text);
  m_editor->document()->setModified(false);
  m_editor->goToLine(line);
  updateState();
}

void WorkbenchScreen::onChecked(const SourceCheck& check) {
  if (check.file.empty()) {
    if (unsaved().isEmpty())
      showProblems(check.problems);
    if (check.isWritten)
      Q_EMIT said(tr("Compiled: your questions are up to date"));
    return lookAgain();
  }
  if (check.file != fromQt(m_file))
    return;
  showProblems(check.problems);
  m_preview->show(check);
}

void WorkbenchScreen::showProblems(const Diagnostics& problems) {
  m_problems->setProblems(problems);
  m_files->setProblems(problems);
  std::map<int, QStringList> here;
  for (const Diagnostic& problem : problems)
    if (toQt(problem.file) == m_file)
      here[std::max(1, problem.line)].push_back(toQt(problem.message));
  m_editor->setProblems(here);
}

void WorkbenchScreen::goTo(const QString& file, int line) {
  openFile(file);
  if (file != m_file)
    return;
  m_editor->goToLine(line);
  m_editor->setFocus();
}

void WorkbenchScreen::updateState() {
  const bool hasFile = !m_file.isEmpty();
  const bool isModified = hasFile && m_editor->document()->isModified();
  m_path->setText(m_file);
  m_editor->setReadOnly(!hasFile);
  m_state->setText(!hasFile ? QString() : isModified ? tr("Not saved") : tr("Saved"));
  m_state->setTone(isModified ? Tone::Warn : Tone::Muted);
  m_files->setUnsaved(unsaved());
  for (QAction* action : m_needFile)
    action->setEnabled(hasFile);
  for (QAction* action : m_needQuestion)
    action->setEnabled(!m_files->currentQuestion().isEmpty());
}

}  // namespace phaseboard::ui
