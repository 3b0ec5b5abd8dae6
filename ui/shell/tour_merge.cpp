// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/tour_merge.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>

#include "app/answers/history.h"
#include "ui/bridge/text.h"
#include "ui/merge/merge_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/study/answer_panel.h"
#include "ui/study/conflict_dialog.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr const char* kTourOwnText =
    "Two towers retrieve a few thousand ads; a deep ranker scores them with the features of the "
    "moment. Calibrate last, on data of this morning.";

Status grabWidget(QWidget& widget, const QString& file) {
  widget.show();
  QApplication::processEvents();
  if (widget.grab().save(file))
    return {};
  return fail(ErrorKind::InputOutput, fromQt(file), "the picture could not be written");
}

Status drawConflict(Session& session, const answers::AnswerKey& key, const QString& file,
                    const QString& panelFile) {
  PHASEBOARD_TRY_ASSIGN(const auto versions, session.notebook().versions(key));
  ConflictDialog dialog(session, answers::openEnds(versions));
  PHASEBOARD_TRY(grabWidget(dialog, file));
  AnswerPanel panel(session);
  panel.resize(480, 560);
  panel.open(key, {});
  return grabWidget(panel, panelFile);
}

Status drawDialog(Session& session, const MergeDoor& door, const QString& other,
                  const QString& emptyFile, const QString& file) {
  MergeDialog empty(session, door);
  PHASEBOARD_TRY(grabWidget(empty, emptyFile));
  MergeDialog full(session, door);
  full.openFile(other);
  return grabWidget(full, file);
}

template <class Draw>
Status inBothThemes(Session& session, const QString& folder, Draw&& draw) {
  for (const ports::Theme theme : {ports::Theme::Light, ports::Theme::Dark}) {
    ports::Settings settings = session.settings();
    settings.theme = theme;
    MainWindow::applyLookOf(settings);
    const QString suffix = theme == ports::Theme::Light ? u".light.png"_s : u".dark.png"_s;
    PHASEBOARD_TRY(draw([&](const QString& name) { return QDir(folder).filePath(name + suffix); }));
  }
  return {};
}

}  // namespace

answers::AnswerKey tourConflictKey(const ports::PackLibrary& pack) {
  return {pack.questions().back().id, pack.framework().phases.back().id};
}

Status drawTourMerge(Session& session, const MergeDoor& door, const QString& other,
                     const QString& folder) {
  const answers::AnswerKey key = tourConflictKey(session.pack());
  PHASEBOARD_TRY(session.run([&](ops::Desk& desk) { return desk.writeAnswer(key, kTourOwnText); }));
  const Status drawn = inBothThemes(session, folder, [&](const auto& file) {
    return drawDialog(session, door, other, file(u"merge-empty"_s), file(u"merge"_s));
  });
  PHASEBOARD_TRY(drawn);
  PHASEBOARD_TRY_ASSIGN(const auto opened, door.open(other.toStdString()));
  PHASEBOARD_TRY(session.run([&](ops::Desk&) -> Result<ops::MergeOutcome> {
    PHASEBOARD_TRY_ASSIGN(const auto lent, door.lend());
    return lent->merges().merge(opened->contents(), fromQt(other));
  }));
  return inBothThemes(session, folder, [&](const auto& file) {
    return drawConflict(session, key, file(u"conflict"_s), file(u"conflict-notice"_s));
  });
}

}  // namespace phaseboard::ui
