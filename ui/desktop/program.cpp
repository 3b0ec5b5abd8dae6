// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/program.h"

#include <chrono>
#include <string>
#include <utility>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTimer>

#include "ui/bridge/text.h"
#include "ui/desktop/lent_merging.h"
#include "ui/settings/own_content_fields.h"
#include "ui/workbench/left_behind_dialog.h"

namespace phaseboard::ui {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr auto kLeftBehindChoice = "left-behind"_L1;
constexpr auto kDesktopAskedAfter = 1s;  // the first pictures come before anybody asks the desktop

Result<std::unique_ptr<db::SqliteNotebookStore>> openNotebook(const ProgramFiles& files,
                                                              Chance& chance) {
  const db::NotebookFile file{QFile::encodeName(files.notebook).toStdString(), {}};
  auto store = db::SqliteNotebookStore::open(file, chance);
  const bool readable =
      !store && (store.error().kind == ErrorKind::ReadOnly ||
                 (files.readsDamaged && store.error().kind == ErrorKind::Damaged));
  if (readable)
    if (auto reading = db::SqliteNotebookStore::openReadOnly(file))
      return reading;
  return store;
}

/// On connections of its own if they can be opened, so that searching holds nothing up.
std::unique_ptr<db::SqliteTextIndex> openIndex(const std::vector<std::filesystem::path>& packs,
                                               const db::SqliteNotebookStore& store) {
  auto index = db::SqliteTextIndex::open(packs, store.path());
  return index ? std::move(*index) : nullptr;
}

/// What the command line says, else what this machine was told in Settings.
std::filesystem::path ownFolder(const ProgramFiles& files) {
  const QString wish =
      files.ownContent.isEmpty() ? chosenOwnFolder(WindowMemory(files.memory)) : files.ownContent;
  const QString folder =
      wish.isEmpty() ? QFileInfo(files.notebook).absoluteDir().filePath(QStringLiteral("own"))
                     : QFileInfo(wish).absoluteFilePath();
  return QFile::encodeName(folder).toStdString();
}

/// With the user's own pack if it can be opened. One that cannot (an update took its ids, or reads
/// another format) must not keep the window closed: it is built anew, and then tells why not.
Result<std::unique_ptr<db::PackShelf>> openShelf(const ProgramFiles& files,
                                                 const db::OwnContentFiles& own) {
  if (own.hasPack()) {
    std::vector<std::filesystem::path> all = files.packs;
    all.push_back(own.packFile());
    if (auto shelf = db::PackShelf::open(all))
      return shelf;
  }
  return db::PackShelf::open(files.packs);
}

/// Changes whenever a file does.
std::string stampOf(const std::vector<std::filesystem::path>& files) {
  QString stamp;
  for (const std::filesystem::path& file : files) {
    const QFileInfo info(QFile::decodeName(file.c_str()));
    stamp += QStringLiteral("%1:%2:%3;")
                 .arg(info.fileName())
                 .arg(info.size())
                 .arg(info.lastModified().toMSecsSinceEpoch());
  }
  return fromQt(stamp);
}

}  // namespace

Result<std::unique_ptr<Program>> Program::open(const ProgramFiles& files, const Clock& clock,
                                               Chance& chance) {
  QDir().mkpath(QFileInfo(files.notebook).absolutePath());
  PHASEBOARD_TRY_ASSIGN(auto store, openNotebook(files, chance));
  db::OwnContentFiles ownContent(ownFolder(files), files.packs);
  PHASEBOARD_TRY_ASSIGN(auto pack, openShelf(files, ownContent));
  if (!store->isReadOnly())
    PHASEBOARD_TRY(ops::Desk(*store, clock, chance).followRenames(*pack));
  return std::unique_ptr<Program>(
      new Program(files, std::move(store), std::move(ownContent), std::move(pack), clock, chance));
}

Program::Program(const ProgramFiles& files, std::unique_ptr<db::SqliteNotebookStore> store,
                 db::OwnContentFiles ownContent, std::unique_ptr<db::PackShelf> pack,
                 const Clock& clock, Chance& chance)
    : m_store(std::move(store)),
      m_hosts(files.packs),
      m_ownContent(std::move(ownContent)),
      m_pack(std::move(pack)),
      m_desk(*m_store, clock, chance),
      m_annotationStore(*m_store),
      m_annotations(*m_store, m_annotationStore, clock, chance),
      m_boardStore(*m_store),
      m_boards(*m_store, m_boardStore, clock, chance),
      m_exchange({m_store->path(), packFiles(), nullptr}),
      m_backups(db::diskFiles(), m_store->path()),
      m_imageStore(*m_store),
      m_images(*m_store, m_imageStore, clock, chance),
      m_bookmarkStore(*m_store),
      m_bookmarks(*m_store, m_bookmarkStore, clock),
      m_ownIndex(openIndex(packFiles(), *m_store)),
      m_sharedIndex(*m_pack, *m_store),
      m_seenStore(*m_store),
      m_updates(*m_store, m_seenStore, clock),
      m_mockStore(*m_store),
      m_mocks(*m_store, m_boardStore, m_mockStore, clock, chance),
      m_session(*m_pack, *m_store, m_desk, clock),
      m_memory(files.memory),
      m_thumbnails(*m_pack),
      m_workshop(m_ownContent),
      m_news(m_session, m_exchange, [this] { return stampOf(packFiles()); }),
      m_first(files.notebook),
      m_keeper(*m_store, m_session, clock),
      m_reminder(m_session, [this] { return m_window && m_window->isActiveWindow(); }) {
  m_session.setAnnotations(m_annotations);
  m_session.setBoards(m_boards);
  m_session.setImages(m_images);
  m_session.setBookmarks(m_bookmarks);
  if (m_ownIndex)
    m_session.setTextIndex(*m_ownIndex);
  else
    m_session.setTextIndex(m_sharedIndex);
  if (!m_store->isReadOnly())
    m_session.setUpdates(m_updates);
  m_session.setMocks(m_mocks);
  MainWindow::applyLookOf(m_session.settings());
  m_window =
      std::make_unique<MainWindow>(ScreenContext{m_session, m_memory, m_thumbnails, &m_workshop});
  m_window->setExchange({m_exchange, *m_store, chance});
  if (!m_store->isReadOnly())
    m_window->setMerge(mergeDoorOf(*m_store, clock, [this, &clock]() -> Status {
      const auto copy = m_backups.makeIfChanged(clock.now());
      return copy ? Status{} : Status(passOn(copy));
    }));
  connectOwnContent();
  QObject::connect(&m_first, &FirstWindow::raiseRequested, m_window.get(),
                   &MainWindow::bringToFront);
  QObject::connect(&m_keeper, &NotebookKeeper::failed, &m_session, &Session::failed);
  QObject::connect(&m_keeper, &NotebookKeeper::failed, m_window.get(), [this](const Error& error) {
    if (error.kind == ErrorKind::Damaged && error.subject == m_store->path().string())
      m_damage = error;
  });
  QObject::connect(&m_portal, &PortalTheme::told, m_window.get(), &MainWindow::setDesktopTheme);
  QObject::connect(&m_portal, &PortalTheme::motionTold, m_window.get(),
                   &MainWindow::setDesktopMotion);
  QObject::connect(&m_reminder, &Reminder::reviewRequested, m_window.get(), [this] {
    m_window->bringToFront();
    m_window->goTo(Place{.screen = ScreenName::Review});
  });
  QObject::connect(&m_session, &Session::changed, &m_portal, [this](const ops::Changes& changes) {
    if (changes.touches(ops::Aspect::Settings))
      followDesktop();
  });
}

void Program::show() {
  m_first.listen();
  m_window->openLastPlace();
  m_window->show();
  if (m_store->isReadOnly())
    m_window->warn(MainWindow::tr("The notebook is open for reading only"),
                   MainWindow::tr("Nothing that you change can be saved: %1")
                       .arg(toQt(m_store->path().string())));
  if (m_store->doubt())
    m_window->warn(MainWindow::tr("The notebook's log of the last session is missing"),
                   MainWindow::tr("Every grade is there; what you wrote or drew last may not be."));
  QTimer::singleShot(kDesktopAskedAfter, &m_portal, [this] {
    followDesktop();
    m_reminder.plan();
    m_workshop.buildIfOld();
    m_news.look();
    tellLeftBehind();
  });
}

std::vector<std::filesystem::path> Program::packFiles() const {
  std::vector<std::filesystem::path> files = m_hosts;
  if (m_pack->packs().size() > m_hosts.size())
    files.push_back(m_ownContent.packFile());
  return files;
}

void Program::connectOwnContent() {
  m_news.setIsOwn([this](const QuestionId& question) {
    const content::Host* host = m_workshop.host();
    return host != nullptr && !host->questions.contains(question);
  });
  QObject::connect(&m_workshop, &Workshop::packWritten, m_window.get(), [this] { openOwnPack(); });
  QObject::connect(&m_workshop, &Workshop::failed, &m_session, &Session::failed);
  QObject::connect(&m_news, &UpdateNotice::reported, m_window.get(), &MainWindow::tellUpdate);
  QObject::connect(&m_news, &UpdateNotice::told, m_window.get(), [this](const QString& words) {
    m_window->tell(MainWindow::tr("Your questions: %1").arg(words));
  });
}

void Program::openOwnPack() {
  std::vector<std::filesystem::path> files = m_hosts;
  if (m_ownContent.hasPack())
    files.push_back(m_ownContent.packFile());
  if (const Status opened = m_pack->reopen(files); !opened) {
    Q_EMIT m_session.failed(opened.error());
    return;
  }
  m_news.settle();
  m_exchange.setPacks(files);
  if (m_ownIndex && !m_ownIndex->reopenPacks(files))
    m_session.setTextIndex(m_sharedIndex);
  m_thumbnails.forget();
  m_session.noticeNewPack();
  if (!m_store->isReadOnly())
    m_session.perform([this](ops::Desk& desk) { return desk.followRenames(*m_pack); });
  m_news.look();
  tellLeftBehind();
}

void Program::tellLeftBehind() {
  const QString told = m_memory.choice(kLeftBehindChoice, QString());
  const QStringList before = told.split(u' ', Qt::SkipEmptyParts);
  QStringList now;
  QStringList gone;
  for (const ops::LeftBehind& one : leftBehind(m_session)) {
    const QString question = toQt(one.question.value());
    now.push_back(question);
    if (!before.contains(question))
      gone.push_back(MainWindow::tr("“%1” is gone. What you wrote about it stays (%2): Workbench, "
                                    "Left behind")
                         .arg(question, leftBehindWords(one)));
  }
  if (now != before)
    m_memory.setChoice(kLeftBehindChoice, now.join(u' '));
  if (!gone.isEmpty())  // after what else is told of the new pack
    QTimer::singleShot(0, m_window.get(), [this, gone] { m_window->tell(gone.join(u'\n')); });
}

void Program::followDesktop() {
  const ports::Settings& settings = m_session.settings();
  if (settings.theme == ports::Theme::System || !settings.reducedMotion)
    m_portal.listen();
}

}  // namespace phaseboard::ui
