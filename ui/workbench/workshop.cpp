// SPDX-License-Identifier: Apache-2.0
#include "ui/workbench/workshop.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <iterator>
#include <utility>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QtConcurrentRun>

#include "app/content/pack_compiler.h"
#include "diagrams/compiler/figure_cache.h"
#include "diagrams/compiler/figure_compiler.h"
#include "diagrams/scene/pack_drawings.h"
#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto kSettled = 150ms;
constexpr qint64 kLargestFile = qint64{4} * 1024 * 1024;

bool isSource(const QString& file) {
  return file.endsWith(u".yaml"_s) || file.endsWith(u".dot"_s) || file.endsWith(u".json"_s);
}

/// What is asked of the worker: values in, a value out.
struct Job {
  const ports::OwnContent* store = nullptr;
  std::shared_ptr<const content::Host> host;
  std::string file;  ///< to be looked at; empty: build
  std::map<std::string, std::string> unsaved;
};

bool hasQuestions(const ports::OwnContent& store) {
  return !QDir(QFile::decodeName((store.folder() / "questions").string().c_str()))
              .entryList(QDir::Dirs | QDir::NoDotAndDotDot)
              .isEmpty();
}

/// The pieces of the draft that the file is about.
void showFile(const Job& job, const ports::FigureCompiler& figures, content::PackDraft& draft,
              SourceCheck& check) {
  const content::SourceName name = content::sourceNamed(job.file);
  if (name.kind == content::SourceKind::Figure) {
    // By itself, so that it is seen before a note lists it.
    check.figure =
        figures.compile({name.figure, job.file, job.unsaved.at(job.file)}, job.host->formulas)
            .figure;
    if (check.figure)
      check.figure->id = name.figure;
  }
  for (content::Question& question : draft.pack.questions) {
    if (question.id != name.question)
      continue;
    if (name.kind == content::SourceKind::Prompts)
      check.prompts = std::move(question.prompts);
    for (content::Note& note : question.notes)
      if (name.kind == content::SourceKind::Note && note.phase == name.phase)
        check.note = std::move(note);
    if (name.kind == content::SourceKind::Question)
      check.opening = std::move(question);
  }
}

SourceCheck look(const Job& job) {
  const compiler::SvgFigureCompiler plain;
  const compiler::CachedFigureCompiler figures(plain, job.store->figureCache());
  SourceCheck check;
  check.file = job.file;
  content::PackDraft draft =
      content::compileDraft(job.store->folder(), figures, {1, job.host.get(), job.unsaved});
  check.problems = std::move(draft.problems);
  showFile(job, figures, draft, check);
  return check;
}

SourceCheck build(const Job& job) {
  SourceCheck check;
  if (!hasQuestions(*job.store)) {
    check.isWritten = job.store->hasPack();
    if (const Status removed = job.store->removePack(); !removed)
      check.failure = removed.error();
    return check;
  }
  const compiler::SvgFigureCompiler plain;
  const compiler::CachedFigureCompiler figures(plain, job.store->figureCache());
  content::CompiledPack compiled =
      content::compilePack(job.store->folder(), figures, {1, job.host.get(), {}});
  check.problems = std::move(compiled.problems);
  if (!compiled.pack)
    return check;
  figures.forgetOthers();
  Status done = scene::compileDrawings(*compiled.pack, 1);
  if (done)
    done = job.store->writePack(*compiled.pack);
  check.isWritten = done.has_value();
  if (!done)
    check.failure = done.error();
  return check;
}

/// Nothing of a worker may throw past its end.
SourceCheck run(const Job& job) try {
  return job.file.empty() ? build(job) : look(job);
} catch (const std::exception& exception) {
  SourceCheck check;
  check.failure = Error{ErrorKind::Internal, "own content", exception.what()};
  return check;
}

}  // namespace

Workshop::Workshop(const ports::OwnContent& store, QObject* parent)
    : QObject(parent), m_store(store) {
  m_settle.setSingleShot(true);
  m_settle.setInterval(kSettled);
  connect(&m_settle, &QTimer::timeout, this, &Workshop::onSomethingChanged);
  connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle,
          [this] { m_settle.start(); });
  connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settle, [this] { m_settle.start(); });
  connect(&m_job, &QFutureWatcherBase::finished, this, &Workshop::onDone);
  readFolder();
}

Workshop::~Workshop() {
  m_job.waitForFinished();
}

QString Workshop::folder() const {
  return QFile::decodeName(m_store.folder().string().c_str());
}

const content::Host* Workshop::host() {
  if (m_host)
    return m_host.get();
  auto read = m_store.readHost();
  if (!read) {
    Q_EMIT failed(read.error());
    return nullptr;
  }
  m_host = std::make_shared<const content::Host>(std::move(*read));
  return m_host.get();
}

Result<QString> Workshop::text(const QString& file) const {
  QFile source(QDir(folder()).filePath(file));
  if (!source.open(QIODevice::ReadOnly) || source.size() > kLargestFile)
    return fail(ErrorKind::InputOutput, fromQt(source.fileName()), "it cannot be read");
  return QString::fromUtf8(source.readAll());
}

Status Workshop::writeFile(const QString& file, const QByteArray& bytes) {
  const QString path = QDir(folder()).filePath(file);
  QSaveFile target(path);
  const bool isWritten = QDir().mkpath(QFileInfo(path).absolutePath()) &&
                         target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size() &&
                         target.commit();
  if (!isWritten)
    return fail(ErrorKind::InputOutput, fromQt(path), fromQt(target.errorString()));
  return {};
}

Status Workshop::save(const QString& file, const QString& text) {
  PHASEBOARD_TRY(writeFile(file, text.toUtf8()));
  readFolder();
  build();
  return {};
}

Status Workshop::create(std::vector<content::SourceFile> files) {
  const QDir root(folder());
  for (const content::SourceFile& file : files)
    if (root.exists(toQt(file.name)))
      return fail(ErrorKind::AlreadyExists, fromQt(root.filePath(toQt(file.name))));
  if (const auto header = content::newPackSource(); !root.exists(toQt(header.name)))
    files.push_back(header);
  for (const content::SourceFile& file : files)
    PHASEBOARD_TRY(writeFile(toQt(file.name), QByteArray::fromStdString(file.text)));
  readFolder();
  build();
  return {};
}

Status Workshop::remove(const QString& file) {
  QDir root(folder());
  if (!QFile::remove(root.filePath(file)))
    return fail(ErrorKind::InputOutput, fromQt(root.filePath(file)), "it cannot be removed");
  root.rmdir(QFileInfo(file).path());  // fails unless it was the last one
  readFolder();
  build();
  return {};
}

void Workshop::readFolder() {
  const QDir root(folder());
  QStringList files;
  QStringList watched;
  std::map<QString, qint64> written;
  if (root.exists())
    watched.push_back(root.path());
  QDirIterator entries(root.path(), QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
  while (entries.hasNext()) {
    const QFileInfo entry(entries.next());
    const QString name = root.relativeFilePath(entry.filePath());
    if (entry.isDir()) {
      watched.push_back(entry.filePath());
    } else if (isSource(name)) {
      files.push_back(name);
      watched.push_back(entry.filePath());
      written[name] = entry.lastModified().toMSecsSinceEpoch();
    }
  }
  files.sort();
  const QStringList before = m_watcher.files() + m_watcher.directories();
  QStringList added;
  std::copy_if(watched.begin(), watched.end(), std::back_inserter(added),
               [&](const QString& path) { return !before.contains(path); });
  if (!added.isEmpty())
    m_watcher.addPaths(added);
  m_written = std::move(written);
  if (std::exchange(m_files, files) != files)
    Q_EMIT filesChanged();
}

void Workshop::onSomethingChanged() {
  const std::map<QString, qint64> before = m_written;
  readFolder();
  if (before == m_written)
    return;
  for (const auto& [file, at] : m_written)
    if (const auto known = before.find(file); known == before.end() || known->second != at)
      Q_EMIT fileChanged(file);
  for (const auto& [file, at] : before)
    if (!m_written.contains(file))
      Q_EMIT fileChanged(file);
  build();
}

void Workshop::build() {
  m_isBuildWanted = true;
  startNext();
}

void Workshop::buildIfOld() {
  if ((m_store.hasPack() && m_store.isPackOld()) || (!m_store.hasPack() && hasQuestions(m_store)))
    build();
}

void Workshop::look(const QString& file, const std::map<std::string, std::string>& unsaved) {
  m_wish = Wish{fromQt(file), unsaved};
  startNext();
}

void Workshop::startNext() {
  if (m_job.isRunning() || (!m_isBuildWanted && !m_wish))
    return;
  if (host() == nullptr) {
    m_isBuildWanted = false;
    m_wish.reset();
    return;
  }
  Job job{&m_store, m_host, {}, {}};
  if (std::exchange(m_isBuildWanted, false)) {
    m_job.setFuture(QtConcurrent::run(run, job));
  } else {
    job.file = m_wish->file;
    job.unsaved = std::move(m_wish->unsaved);
    m_wish.reset();
    m_job.setFuture(QtConcurrent::run(run, job));
  }
  Q_EMIT busyChanged(true);
}

void Workshop::onDone() {
  const SourceCheck check = m_job.result();
  const bool isBuild = check.file.empty();
  if (isBuild)
    m_problems = check.problems;
  if (check.failure)
    Q_EMIT failed(*check.failure);
  if (isBuild && check.isWritten)
    Q_EMIT packWritten();
  Q_EMIT checked(check);
  startNext();
  if (!m_job.isRunning())
    Q_EMIT busyChanged(false);
}

}  // namespace phaseboard::ui
