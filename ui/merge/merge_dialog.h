// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include <QDialog>

#include "app/ops/merge_operations.h"
#include "ui/bridge/session.h"
#include "ui/merge/merge_door.h"

class QLineEdit;
class QPushButton;

namespace phaseboard::ui {

class Label;

/// Opens another notebook, shows what it would bring, and merges it as one step that can be undone.
/// All of that is done by a worker, and can be stopped.
class MergeDialog : public QDialog {
  Q_OBJECT

 public:
  MergeDialog(Session& session, const MergeDoor& door, QWidget* parent = nullptr);

  /// Opens the notebook and shows what it brings.
  void openFile(const QString& path);

  /// What came; nothing before.
  [[nodiscard]] const std::optional<ops::MergeCounts>& merged() const { return m_merged; }

 private:
  QWidget* makeFileRow();
  void browse();
  struct Comparison {
    std::unique_ptr<ports::OtherNotebook> other;
    ops::MergeCounts brings;
  };
  [[nodiscard]] Result<Comparison> compareOnWorker(const std::filesystem::path& file);
  /// @param copied  how the backup after it went
  [[nodiscard]] Result<ops::MergeOutcome> mergeOnWorker(Status& copied);
  void showPreview(const ops::MergeCounts& brings);
  void say(const Error& error);
  void bringIn();

  Session& m_session;
  MergeDoor m_door;
  std::unique_ptr<ports::OtherNotebook> m_other;
  std::optional<ops::MergeCounts> m_merged;
  QLineEdit* m_path = nullptr;
  Label* m_says = nullptr;
  Label* m_conflicts = nullptr;
  Label* m_drafts = nullptr;
  Label* m_problem = nullptr;
  QPushButton* m_button = nullptr;
};

}  // namespace phaseboard::ui
