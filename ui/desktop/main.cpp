// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <memory>
#include <string_view>
#include <vector>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageBox>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "app/ops/annotation_operations.h"
#include "app/ops/board_operations.h"
#include "app/ops/bookmark_operations.h"
#include "app/ops/desk.h"
#include "app/ops/image_operations.h"
#include "app/ops/mock_operations.h"
#include "db/exchange/file_exchange.h"
#include "db/files/file_system.h"
#include "db/notebook/backups.h"
#include "db/notebook/damage_survey.h"
#include "db/notebook/sqlite_annotation_store.h"
#include "db/notebook/sqlite_board_store.h"
#include "db/notebook/sqlite_bookmark_store.h"
#include "db/notebook/sqlite_image_store.h"
#include "db/notebook/sqlite_mock_store.h"
#include "db/notebook/sqlite_notebook_store.h"
#include "db/pack/own_content_files.h"
#include "db/pack/pack_shelf.h"
#include "db/pack/shipped_pack.h"
#include "db/search/text_index.h"
#include "diagrams/foreign/svg_helper.h"
#include "diagrams/style/fonts.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/language.h"
#include "ui/bridge/session.h"
#include "ui/bridge/system_clock.h"
#include "ui/bridge/text.h"
#include "ui/desktop/busy_dialog.h"
#include "ui/desktop/first_window.h"
#include "ui/desktop/lent_merging.h"
#include "ui/desktop/options.h"
#include "ui/desktop/program.h"
#include "ui/desktop/recovery_dialog.h"
#include "ui/desktop/settled_watch.h"
#include "ui/desktop/tour_recovery.h"
#include "ui/library/thumbnail_store.h"
#include "ui/shell/main_window.h"
#include "ui/shell/tour.h"
#include "ui/shell/tour_annotations.h"
#include "ui/shell/tour_exchange.h"
#include "ui/shell/tour_history.h"
#include "ui/shell/tour_merge.h"
#include "ui/shell/window_memory.h"
#include "ui/widgets/look.h"
#include "ui/workbench/workshop.h"

// Reads what is wanted from the command line and says what could not be done. `ui::Program` builds
// the window.
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

Result<std::vector<std::filesystem::path>> packFiles(const ui::Options& options) {
  std::vector<std::filesystem::path> files;
  for (const QString& file : options.packs)
    files.push_back(toPath(file));
  if (!files.empty())
    return files;
  const auto shipped = db::findShippedPack(db::runningProgram());
  if (!shipped)
    return fail(ErrorKind::NotFound, "mlsd.pack", "not beside the program");
  files.push_back(*shipped);
  return files;
}

Result<std::unique_ptr<ports::PackLibrary>> openPack(const ui::Options& options) {
  PHASEBOARD_TRY_ASSIGN(const auto files, packFiles(options));
  return db::openPacks(files);
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

/// A notebook of another machine, merged with that of the tour.
Status drawMerge(ui::Session& session, db::SqliteNotebookStore& store, const Clock& clock,
                 const QString& other, const QString& folder) {
  {
    ui::SystemChance chance;
    PHASEBOARD_TRY_ASSIGN(const auto elsewhere,
                          db::SqliteNotebookStore::open({toPath(other), {}}, chance));
    ops::Desk desk(*elsewhere, clock, chance);
    PHASEBOARD_TRY(desk.writeAnswer(ui::tourConflictKey(session.pack()), ui::kTourOtherText));
    constexpr std::size_t kAnsweredElsewhere = 12;
    for (std::size_t i = 0; i < kAnsweredElsewhere && i < session.pack().prompts().size(); ++i)
      PHASEBOARD_TRY(
          desk.answerPrompt(session.pack().prompts()[i], memory::Rating::Good, Millis{4'000}));
  }
  const ui::MergeDoor door = ui::mergeDoorOf(store, clock, [] { return Status{}; });
  return ui::drawTourMerge(session, door, other, folder);
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
  db::SqliteAnnotationStore annotationStore(**store);
  ops::AnnotationOperations annotations(**store, annotationStore, clock, chance);
  if (auto marked = ui::annotatePlaces(**pack, annotations); !marked)
    return complain(marked.error(), false);
  db::SqliteBoardStore boardStore(**store);
  ops::BoardOperations boards(**store, boardStore, clock, chance);
  db::SqliteMockStore mockStore(**store);
  ops::MockOperations mocks(**store, boardStore, mockStore, clock, chance);
  db::SqliteImageStore imageStore(**store);
  ops::ImageOperations images(**store, imageStore, clock, chance);
  db::SqliteBookmarkStore bookmarkStore(**store);
  ops::BookmarkOperations bookmarks(**store, bookmarkStore, clock);
  ui::Session session(**pack, **store, desk, clock);
  session.setAnnotations(annotations);
  session.setBoards(boards);
  session.setImages(images);
  session.setBookmarks(bookmarks);
  const db::SharedTextIndex index(**pack, **store);
  session.setTextIndex(index);
  session.setMocks(mocks);
  ports::Settings settings = session.settings();
  settings.textPercent = options.textPercent;
  if (!session.perform([&](ops::Desk& change) { return change.changeSettings(settings); }))
    return 1;
  ui::MainWindow::applyLookOf(session.settings());
  ui::WindowMemory memory(temporary.filePath(u"window.ini"_s));
  ui::ThumbnailStore thumbnails(**pack);
  const auto packs = packFiles(options);
  if (!packs)
    return complain(packs.error(), false);
  const db::OwnContentFiles own(toPath(temporary.filePath(u"own"_s)), *packs);
  ui::Workshop workshop(own);
  if (auto drawn = ui::drawTour({session, memory, thumbnails, &workshop}, *options.tour); !drawn)
    return complain(drawn.error(), false);
  const db::FileExchange files({(*store)->path(), *packs, nullptr});
  if (auto drawn = ui::drawTourExchange(session, {files, **store, chance}, *options.tour); !drawn)
    return complain(drawn.error(), false);
  if (auto drawn = ui::drawTourRecovery(session, clock, *options.tour); !drawn)
    return complain(drawn.error(), false);
  const QString other = temporary.filePath(u"other.db"_s);
  if (auto drawn = drawMerge(session, **store, clock, other, *options.tour); !drawn)
    return complain(drawn.error(), false);
  return 0;
}

bool hasDisplay() {
  const QString platform = QGuiApplication::platformName();
  return platform != u"offscreen"_s && platform != u"minimal"_s;
}

/// Another window has the notebook: says so, and offers to bring that one to the front.
int yieldToOther(const QString& notebook, const Error& error) {
  std::fprintf(stderr, "phaseboard: %s is already open in another window (%s)\n",
               qPrintable(notebook), error.detail.c_str());
  if (!hasDisplay())
    return 1;
  ui::applyLook(*qApp, ui::desktopTheme(), 100);
  ui::BusyDialog dialog(notebook, ui::toQt(error.detail),
                        [&] { return ui::FirstWindow::raiseOther(notebook); });
  return dialog.exec() == QDialog::Accepted ? 0 : 1;
}

enum class AfterRecovery { Open, Read, Quit };

AfterRecovery recover(const QString& notebook, const Clock& clock) {
  ui::applyLook(*qApp, ui::desktopTheme(), 100);
  const std::filesystem::path file = toPath(notebook);
  ui::RecoveryDialog dialog(
      notebook, [file] { return db::surveyDamage(db::diskFiles(), file); },
      [file, &clock] {
        return db::restoreNotebook(db::diskFiles(), file, std::nullopt, clock.now());
      },
      [file, &clock] { return db::setAside(db::diskFiles(), file, clock.now()); }, clock);
  if (dialog.exec() == QDialog::Accepted)
    return AfterRecovery::Open;
  return dialog.wantsToRead() ? AfterRecovery::Read : AfterRecovery::Quit;
}

int runWindow(const ui::Options& options) {
  const ui::SystemClock clock;
  ui::SystemChance chance;
  const auto packs = packFiles(options);
  if (!packs)
    return complain(packs.error(), hasDisplay());
  const QString notebook = notebookPath(options);
  ui::ProgramFiles files{notebook, *packs, memoryPath(), options.ownContent};
  for (;;) {
    auto program = ui::Program::open(files, clock, chance);
    std::optional<Error> damage;
    if (!program && program.error().kind == ErrorKind::Busy)
      return yieldToOther(notebook, program.error());
    if (!program && program.error().subject == toPath(notebook).string() &&
        program.error().kind == ErrorKind::Damaged && !files.readsDamaged && hasDisplay())
      damage = program.error();
    else if (!program)
      return complain(program.error(), hasDisplay());
    int code = 1;
    if (program) {
      (*program)->show();
      code = QApplication::exec();
      damage = (*program)->damage();
      program->reset();
    }
    if (!damage)
      return code;
    const AfterRecovery wish = recover(notebook, clock);
    if (wish == AfterRecovery::Quit)
      return code;
    files.readsDamaged = wish == AfterRecovery::Read;
  }
}

/// What shows no window needs no display, so that it runs wherever the program was built. False,
/// after saying so, when a window is wanted and there is no display.
bool choosePlatform(int argc, char* argv[]) {
  bool isChosen = qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
  bool isWindowless = false;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument(argv[i]);
    isChosen = isChosen || argument == "-platform" || argument == "--platform";
    isWindowless = isWindowless || argument.starts_with("--tour") || argument == "--version" ||
                   argument == "-v" || argument == "--help" || argument == "-h";
  }
  if (isWindowless && !isChosen)
    qputenv("QT_QPA_PLATFORM", "offscreen");
  if (isWindowless || isChosen || qEnvironmentVariableIsSet("DISPLAY") ||
      qEnvironmentVariableIsSet("WAYLAND_DISPLAY"))
    return true;
  std::fputs("phaseboard: there is no display here; \"phaseboard --tour DIR\" needs none\n",
             stderr);
  return false;
}

}  // namespace
}  // namespace phaseboard

int main(int argc, char* argv[]) {
  if (phaseboard::foreign::isSvgHelperWanted(argc, argv))
    return phaseboard::foreign::runSvgHelper();
  using namespace Qt::StringLiterals;
  if (!phaseboard::choosePlatform(argc, argv))
    return 1;
  QApplication application(argc, argv);
  phaseboard::ui::SettledWatch::watchIfWanted(&application);
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
