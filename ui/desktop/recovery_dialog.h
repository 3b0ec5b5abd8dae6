// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
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

/// Says that the notebook is damaged or gone, which of its parts can still be read and how many
/// rows of each, and offers to restore the newest sound backup with what the journal has from after
/// it. When there is nothing to read it also offers to begin a new notebook, with all that is left
/// of the old one kept aside.
///
/// Looking and restoring are done by a worker. Accepted when a notebook can be opened.
class RecoveryDialog : public QDialog {
  Q_OBJECT

 public:
  using Survey = std::function<db::DamageSurvey()>;
  using Restore = std::function<Result<db::Restored>()>;
  /// Returns the folder in which the old one lies then.
  using SetAside = std::function<Result<std::filesystem::path>()>;

  /// @param notebook  where it lies, for the user
  /// @param survey    may be called on another thread, as `restore` and `setAside`
  /// @param clock     outlives the dialog
  RecoveryDialog(const QString& notebook, Survey survey, Restore restore, SetAside setAside,
                 const Clock& clock);
  ~RecoveryDialog() override;

  /// The user wants to see what is left instead.
  [[nodiscard]] bool wantsToRead() const { return m_wantsToRead; }

 Q_SIGNALS:
  void surveyed();
  /// Also after it was tried in vain.
  void restored();
  void wasSetAside();

 private:
  void showSurvey();
  void showPart(int row, const db::PartReach& reach);
  void restore();
  void showRestored();
  void beginAnew();
  void showSetAside();
  void showTrouble(const QString& words);
  /// Nothing is left to do but to open the notebook.
  void showDone(const QString& title, const QString& what, const QString& source);
  void work(bool isWorking);

  Restore m_restore;
  SetAside m_setAside;
  QString m_name;  ///< of the notebook's file
  const Clock& m_clock;
  bool m_wantsToRead = false;
  bool m_canRead = false;
  QFutureWatcher<db::DamageSurvey> m_survey;
  QFutureWatcher<Result<db::Restored>> m_restored;
  QFutureWatcher<Result<std::filesystem::path>> m_aside;
  Label* m_title;
  Label* m_what;
  QGridLayout* m_parts;
  Label* m_source;
  Label* m_trouble;
  QProgressBar* m_bar;
  QPushButton* m_quit;
  QPushButton* m_anew;
  QPushButton* m_read;
  QPushButton* m_go;
};

}  // namespace phaseboard::ui
