// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <QList>
#include <QTimer>

#include "ui/shell/screen.h"
#include "ui/workbench/workshop.h"

class QSplitter;
class QStackedWidget;
class QTextDocument;

namespace phaseboard::ui {

class Label;
class NoticeBar;
class ProblemList;
class SourceEditor;
class SourceFiles;
class SourcePreview;

/// Where the user writes questions and figures of their own: the sources, what the compiler says
/// about them, and how they will look. What is saved is compiled and at hand in the other screens.
///
/// Texts that are not saved stay open, each with its own undo, until the window closes; then the
/// user is asked.
class WorkbenchScreen : public Screen {
  Q_OBJECT

 public:
  explicit WorkbenchScreen(const ScreenContext& context, QWidget* parent = nullptr);

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QStringList trail() const override;
  void arrive(const Place& place) override;
  [[nodiscard]] Place place() const override;
  void refresh(const ops::Changes&) override {}
  [[nodiscard]] QList<QAction*> commands() const override { return m_commands; }
  [[nodiscard]] bool mayClose() override;

  [[nodiscard]] SourceEditor* editor() const { return m_editor; }

 private:
  void build();
  QWidget* makeFilesColumn();
  QWidget* makeEditorColumn();
  void connectWorkshop();
  void makeCommands();

  void openFile(const QString& file);
  void onTextChanged();
  void onFilesChanged();
  void onFileChanged(const QString& file);
  void onChecked(const SourceCheck& check);
  void loadTheirs();
  void lookAgain();
  void showProblems(const Diagnostics& problems);
  void goTo(const QString& file, int line);
  void save();
  [[nodiscard]] bool saveAll();
  void makeNew(int what);
  void removeFile();
  void openElsewhere();
  void showFolder();
  void study();
  void updateState();
  [[nodiscard]] QStringList unsaved() const;

  Workshop* m_workshop;
  QStackedWidget* m_stack;
  QSplitter* m_splitter = nullptr;
  SourceFiles* m_files = nullptr;
  SourceEditor* m_editor = nullptr;
  SourcePreview* m_preview = nullptr;
  ProblemList* m_problems = nullptr;
  NoticeBar* m_notice = nullptr;
  Label* m_path = nullptr;
  Label* m_state = nullptr;
  QAction* m_save = nullptr;
  QList<QAction*> m_needFile;      ///< commands on the open file
  QList<QAction*> m_needQuestion;  ///< commands on its question
  QTimer m_pause;                  ///< single shot: the user stopped typing
  QString m_file;
  std::map<QString, QTextDocument*> m_documents;  ///< of every file that was opened
  QList<QAction*> m_commands;
};

}  // namespace phaseboard::ui
