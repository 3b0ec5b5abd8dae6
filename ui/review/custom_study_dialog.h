// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QDialog>

#include "app/ops/prompt_table.h"
#include "app/review/selection.h"

class QDialogButtonBox;
class QListWidget;
class QSpinBox;

namespace phaseboard::ui {

class Label;
class Segments;
class Session;

/// What the user wants to study apart from the day.
struct CustomStudy {
  review::Selection selection;
  bool isCram =
      true;  ///< grades are not recorded and no schedule moves; otherwise only what is due
  std::vector<PromptId> only = {};  ///< instead of the selection: these, due or not, recorded
};

/// Chooses what to study by question, phase and kind, and says how much that is.
class CustomStudyDialog : public QDialog {
  Q_OBJECT

 public:
  explicit CustomStudyDialog(Session& session, QWidget* parent = nullptr);

  [[nodiscard]] CustomStudy chosen() const;

 private:
  QListWidget* makeList(const QString& name, const QStringList& titles);
  void fillLists();
  void count();

  Session& m_session;
  QListWidget* m_questions;
  QListWidget* m_phases;
  QListWidget* m_kinds;
  std::vector<review::PromptKind> m_kindOf;
  Segments* m_wanted;
  Segments* m_mode;
  QSpinBox* m_most;
  Label* m_count;
  Label* m_about;
  QDialogButtonBox* m_buttons;
};

/// What `selection` chooses from: everything that is not suspended, without the kinds that are
/// switched off, unless the selection names them.
[[nodiscard]] std::vector<review::Selectable> selectablesOf(const ops::PromptTable& table,
                                                            const review::KindSwitches& kinds,
                                                            const review::Selection& selection);

/// Nothing when the user thought better of it.
[[nodiscard]] std::optional<CustomStudy> chooseStudy(Session& session, QWidget* parent);

}  // namespace phaseboard::ui
