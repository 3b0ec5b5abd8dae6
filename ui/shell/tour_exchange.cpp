// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/tour_exchange.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QPixmap>
#include <QTemporaryDir>

#include "ui/bridge/text.h"
#include "ui/exchange/export_everything_dialog.h"
#include "ui/exchange/import_dialog.h"
#include "ui/shell/main_window.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr auto kTourTable =
    "ask,answer,phase,question_id\n"
    "What does a calibrated score buy?,Bids are money: a score of 2 % must be right 2 times in "
    "100.,,\n"
    "When is AUC the wrong metric?,When the value of a score matters and not only its order.,,\n"
    "Why log loss?,It is proper: the best answer is the true probability.,,\n";

Status grabDialog(QDialog& dialog, const QString& file) {
  dialog.show();
  QApplication::processEvents();
  if (dialog.grab().save(file))
    return {};
  return fail(ErrorKind::InputOutput, fromQt(file), "the picture could not be written");
}

Status writeTourFile(const QString& path, const char* text) {
  QFile file(path);
  if (file.open(QIODevice::WriteOnly) && file.write(text) > 0)
    return {};
  return fail(ErrorKind::InputOutput, fromQt(path));
}

}  // namespace

Status drawTourExchange(Session& session, const ExchangeDoor& door, const QString& folder) {
  const QTemporaryDir files;
  const QString table = files.filePath(u"questions.csv"_s);
  const QString refused = files.filePath(u"deck.apkg"_s);
  PHASEBOARD_TRY(writeTourFile(table, kTourTable));
  PHASEBOARD_TRY(writeTourFile(refused, "no archive at all"));
  const QuestionId question = session.pack().questions().back().id;
  for (const ports::Theme theme : {ports::Theme::Light, ports::Theme::Dark}) {
    ports::Settings settings = session.settings();
    settings.theme = theme;
    MainWindow::applyLookOf(settings);
    const QString suffix = theme == ports::Theme::Light ? u".light.png"_s : u".dark.png"_s;
    const auto file = [&](const QString& name) { return QDir(folder).filePath(name + suffix); };
    ExportEverythingDialog out(session, door, question, QDir::homePath());
    PHASEBOARD_TRY(grabDialog(out, file(u"export-everything"_s)));
    ImportDialog empty(session, door, {});
    PHASEBOARD_TRY(grabDialog(empty, file(u"import-empty"_s)));
    ImportDialog full(session, door, {question, PhaseId{"model"}});
    full.openFile(table);
    PHASEBOARD_TRY(grabDialog(full, file(u"import"_s)));
    ImportDialog wrong(session, door, {});
    wrong.openFile(refused);
    PHASEBOARD_TRY(grabDialog(wrong, file(u"import-refused"_s)));
  }
  return {};
}

}  // namespace phaseboard::ui
