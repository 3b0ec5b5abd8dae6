// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <memory>
#include <string_view>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageBox>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "app/ops/desk.h"
#include "db/notebook/sqlite_notebook_store.h"
#include "db/pack/pack_reader.h"
#include "db/pack/shipped_pack.h"
#include "diagrams/style/fonts.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/language.h"
#include "ui/bridge/session.h"
#include "ui/bridge/system_clock.h"
#include "ui/bridge/text.h"
#include "ui/desktop/first_window.h"
#include "ui/desktop/notebook_keeper.h"
#include "ui/desktop/options.h"
#include "ui/library/thumbnail_store.h"
#include "ui/shell/main_window.h"
#include "ui/shell/tour.h"
#include "ui/shell/tour_history.h"
#include "ui/shell/window_memory.h"
#include "ui/widgets/look.h"

// The composition root: the only place of the window program that knows which disk stands behind
// the ports. Built in this order, taken down in reverse: clock, notebook, pack, desk, session,
// window.
namespace phaseboard {
namespace {

using namespace Qt::StringLiterals;

std::filesystem::path toPath(const QString& path) {
  return QFile::encodeName(path).toStdString();
}

int complain(const Error& error, bool inWindow) {
  std::fprintf(stderr, "phaseboard: %s\n", describe(error).c_str());
  if (inWindow) {
    const ui::ErrorWords words = ui::errorWords(error);
    ui::applyLook(*qApp, ui::desktopTheme(), 100);
    QMessageBox::critical(nullptr, u"Phaseboard"_s, words.sentence + u"\n\n"_s + words.advice);
  }
  return 1;
}

Result<std::unique_ptr<db::PackReader>> openPack(const ui::Options& options) {
  if (!options.packs.isEmpty())
    return db::PackReader::open(toPath(options.packs.front()));
  const auto shipped = db::findShippedPack(db::runningProgram());
  if (!shipped)
    return fail(ErrorKind::NotFound, "mlsd.pack", "not beside the program");
  return db::PackReader::open(*shipped);
}

QString notebookPath(const ui::Options& options) {
  if (!options.notebook.isEmpty())
    return QFileInfo(options.notebook).absoluteFilePath();
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
  return QDir(folder).filePath(u"phaseboard/notebook.db"_s);
}

QString memoryPath() {
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
  return QDir(folder).filePath(u"phaseboard/window.ini"_s);
}

int runTour(const ui::Options& options) {
  const QTemporaryDir temporary;
  ui::TourClock clock;
  ui::TourChance chance;
  auto pack = openPack(options);
  if (!pack)
    return complain(pack.error(), false);
  auto store =
      db::SqliteNotebookStore::open({toPath(temporary.filePath(u"notebook.db"_s)), {}}, chance);
  if (!store)
    return complain(store.error(), false);
  ops::Desk desk(**store, clock, chance);
  if (auto lived = ui::simulateHistory(**pack, **store, desk, clock); !lived)
    return complain(lived.error(), false);
  ui::Session session(**pack, **store, desk, clock);
  ui::MainWindow::applyLookOf(session.settings());
  ui::WindowMemory memory(temporary.filePath(u"window.ini"_s));
  ui::ThumbnailStore thumbnails(**pack);
  if (auto drawn = ui::drawTour({session, memory, thumbnails}, *options.tour); !drawn)
    return complain(drawn.error(), false);
  return 0;
}

/// Another window has the notebook: bring it to the front, or say how to go on.
int yieldToOther(const QString& notebook, const Error& error) {
  if (!ui::FirstWindow::raiseOther(notebook))
    return complain(error, true);
  std::fprintf(stderr, "phaseboard: %s is open in another window, which was raised\n",
               qPrintable(notebook));
  return 0;
}

/// For writing if at all possible, else for reading only.
Result<std::unique_ptr<db::SqliteNotebookStore>> openNotebook(const QString& path, Chance& chance) {
  auto store = db::SqliteNotebookStore::open({toPath(path), {}}, chance);
  const bool readable = !store && (store.error().kind == ErrorKind::ReadOnly ||
                                   store.error().kind == ErrorKind::Damaged);
  if (readable)
    if (auto reading = db::SqliteNotebookStore::openReadOnly({toPath(path), {}}))
      return reading;
  return store;
}

int runWindow(const ui::Options& options) {
  const QString notebook = notebookPath(options);
  QDir().mkpath(QFileInfo(notebook).absolutePath());
  const ui::SystemClock clock;
  ui::SystemChance chance;
  auto store = openNotebook(notebook, chance);
  if (!store && store.error().kind == ErrorKind::Busy)
    return yieldToOther(notebook, store.error());
  if (!store)
    return complain(store.error(), true);
  auto pack = openPack(options);
  if (!pack)
    return complain(pack.error(), true);
  ops::Desk desk(**store, clock, chance);
  ui::Session session(**pack, **store, desk, clock);
  ui::MainWindow::applyLookOf(session.settings());
  ui::WindowMemory memory(memoryPath());
  ui::ThumbnailStore thumbnails(**pack);
  ui::MainWindow window({session, memory, thumbnails});
  ui::FirstWindow first(notebook);
  QObject::connect(&first, &ui::FirstWindow::raiseRequested, &window,
                   &ui::MainWindow::bringToFront);
  first.listen();
  ui::NotebookKeeper keeper(**store, session, clock);
  QObject::connect(&keeper, &ui::NotebookKeeper::failed, &session, &ui::Session::failed);
  window.openLastPlace();
  window.show();
  if ((*store)->isReadOnly())
    window.warn(ui::MainWindow::tr("The notebook is open for reading only"),
                ui::MainWindow::tr("Nothing that you change can be saved: %1").arg(notebook));
  return QApplication::exec();
}

}  // namespace
}  // namespace phaseboard

int main(int argc, char* argv[]) {
  using namespace Qt::StringLiterals;
  // What shows no window needs no display, so that it runs wherever the program was built.
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument(argv[i]);
    const bool isWindowless = argument.starts_with("--tour") || argument == "--version" ||
                              argument == "-v" || argument == "--help" || argument == "-h";
    if (isWindowless && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
      qputenv("QT_QPA_PLATFORM", "offscreen");
  }
  QApplication application(argc, argv);
  QApplication::setApplicationName(u"phaseboard"_s);
  QApplication::setApplicationDisplayName(u"Phaseboard"_s);
  QApplication::setApplicationVersion(phaseboard::ui::toQt(PHASEBOARD_VERSION));
  QGuiApplication::setDesktopFileName(u"org.phaseboard.Phaseboard"_s);
  const phaseboard::ui::Options options = phaseboard::ui::readOptions(QApplication::arguments());
  static_cast<void>(phaseboard::ui::desktopTheme());  // read before our own palette hides it
  phaseboard::ui::loadLanguage(application);
  phaseboard::style::registerFonts();
  return options.tour ? phaseboard::runTour(options) : phaseboard::runWindow(options);
}
