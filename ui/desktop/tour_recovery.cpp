// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/tour_recovery.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QPixmap>
#include <QPushButton>

#include "ui/bridge/text.h"
#include "ui/desktop/recovery_dialog.h"
#include "ui/shell/main_window.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;
using db::NotebookPart;

db::DamageSurvey tourSurvey(Instant now) {
  db::DamageSurvey survey;
  survey.parts = {{NotebookPart::Grades, 4'812, false},   {NotebookPart::Answers, 61, true},
                  {NotebookPart::Annotations, 38, false}, {NotebookPart::Boards, 1'204, true},
                  {NotebookPart::Mocks, 7, false},        {NotebookPart::OwnPrompts, 12, false},
                  {NotebookPart::Pictures, 3, false},     {NotebookPart::Settings, 9, false}};
  constexpr std::int64_t kHour = 3'600'000;
  survey.backup = db::Backup{"notebook.db", Instant{now.value() - kHour}};
  survey.backupGrades = 4'795;
  survey.laterGrades = 17;
  return survey;
}

db::DamageSurvey tourGoneSurvey(Instant now) {
  db::DamageSurvey survey = tourSurvey(now);
  survey.isGone = true;
  survey.parts.clear();
  return survey;
}

Status grabRecovery(RecoveryDialog& dialog, const QString& file) {
  dialog.show();
  QApplication::processEvents();
  if (dialog.grab().save(file))
    return {};
  return fail(ErrorKind::InputOutput, fromQt(file), "the picture could not be written");
}

/// As it opens, and after its button `button` did its work.
Status drawState(const db::DamageSurvey& survey, const Clock& clock, const QString& button,
                 const QString& before, const QString& after) {
  RecoveryDialog dialog(
      u"/home/you/.local/share/phaseboard/notebook.db"_s, [survey] { return survey; },
      []() -> Result<db::Restored> {
        return db::Restored{"notebook.db", "notebook.db.before-restore-20260303T090000000Z", 4'812,
                            17};
      },
      []() -> Result<std::filesystem::path> { return "notebook-before-20260303T090000000Z"; },
      clock);
  QEventLoop loop;
  for (const auto signal :
       {&RecoveryDialog::surveyed, &RecoveryDialog::restored, &RecoveryDialog::wasSetAside})
    QObject::connect(&dialog, signal, &loop, &QEventLoop::quit);
  loop.exec();
  PHASEBOARD_TRY(grabRecovery(dialog, before));
  dialog.findChild<QPushButton*>(button)->click();
  loop.exec();
  return grabRecovery(dialog, after);
}

}  // namespace

Status drawTourRecovery(Session& session, const Clock& clock, const QString& folder) {
  for (const ports::Theme theme : {ports::Theme::Light, ports::Theme::Dark}) {
    ports::Settings settings = session.settings();
    settings.theme = theme;
    MainWindow::applyLookOf(settings);
    const auto file = [&](const QString& name) {
      return QDir(folder).filePath(
          name + (theme == ports::Theme::Light ? u".light.png"_s : u".dark.png"_s));
    };
    PHASEBOARD_TRY(drawState(tourSurvey(clock.now()), clock, u"restore"_s, file(u"recovery"_s),
                             file(u"recovery-done"_s)));
    PHASEBOARD_TRY(drawState(tourGoneSurvey(clock.now()), clock, u"anew"_s,
                             file(u"recovery-missing"_s), file(u"recovery-anew"_s)));
  }
  return {};
}

}  // namespace phaseboard::ui
