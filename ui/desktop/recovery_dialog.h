// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QDialog>
#include <QFutureWatcher>

#include "app/base/clock.h"
#include "db/notebook/damage_survey.h"

class QGridLayout;
class QProgressBar;
class QPushButton;

namespace phaseboard::ui {

class Label;

/// Says that the notebook is damaged, which of its parts can still be read and how many rows of
/// each, and offers to restore the newest sound backup with what the journal has from after it.
///
/// Looking and restoring are done by a worker. Accepted when the notebook was restored.
class RecoveryDialog : public QDialog {
  Q_OBJECT

 public:
  using Survey = std::function<db::DamageSurvey()>;
  using Restore = std::function<Result<db::Restored>()>;

  /// @param notebook  where it lies, for the user
  /// @param survey    may be called on another thread, as `restore`
  /// @param clock     outlives the dialog
  RecoveryDialog(const QString& notebook, Survey survey, Restore restore, const Clock& clock);
  ~RecoveryDialog() override;

  /// The user wants to see what is left instead.
  [[nodiscard]] bool wantsToRead() const { return m_wantsToRead; }

 Q_SIGNALS:
  void surveyed();
  void restored();

 private:
  void showSurvey();
  void showPart(int row, const db::PartReach& reach);
  void restore();
  void showRestored();
  void work(bool isWorking);

  Restore m_restore;
  const Clock& m_clock;
  bool m_wantsToRead = false;
  bool m_canRead = false;
  QFutureWatcher<db::DamageSurvey> m_survey;
  QFutureWatcher<Result<db::Restored>> m_restored;
  Label* m_title;
  Label* m_what;
  QGridLayout* m_parts;
  Label* m_source;
  Label* m_trouble;
  QProgressBar* m_bar;
  QPushButton* m_quit;
  QPushButton* m_read;
  QPushButton* m_go;
};

}  // namespace phaseboard::ui
