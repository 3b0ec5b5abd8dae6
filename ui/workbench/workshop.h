// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include <QFileSystemWatcher>
#include <QFutureWatcher>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include "app/base/diagnostic.h"
#include "app/content/model.h"
#include "app/content/own_sources.h"
#include "app/ports/own_content.h"

namespace phaseboard::ui {

/// What compiling the sources gave, and what the file that was looked at comes to.
struct SourceCheck {
  Diagnostics problems;
  std::string file;  ///< the one that was looked at; empty after a build
  std::optional<content::Diagram> figure;
  std::optional<content::Note> note;
  std::optional<content::Question> opening;
  std::vector<content::AuthoredPrompt> prompts;
  bool isWritten = false;  ///< a pack was made of what is saved, or removed with the last question
  std::optional<Error> failure;  ///< why sources or pack could not be reached
};

/// The user's own content while the window is open: knows the files of its folder, compiles them on
/// a worker, and tells when a file was changed, by whomever. What compiles becomes the pack.
///
/// Belongs to the GUI thread. Nothing runs, but for the system's own watch on the folder, while
/// nothing changes.
class Workshop : public QObject {
  Q_OBJECT

 public:
  /// `store` outlives it.
  explicit Workshop(const ports::OwnContent& store, QObject* parent = nullptr);
  /// Waits for what is being compiled.
  ~Workshop() override;

  [[nodiscard]] QString folder() const;
  /// Names of all sources, relative to the folder, sorted.
  [[nodiscard]] const QStringList& files() const { return m_files; }
  [[nodiscard]] bool isEmpty() const { return m_files.isEmpty(); }
  /// What the sources of today stand beside; nothing, after telling, when it cannot be read.
  [[nodiscard]] const content::Host* host();

  [[nodiscard]] Result<QString> text(const QString& file) const;
  /// Writes a file whole, or not at all, and compiles.
  [[nodiscard]] Status save(const QString& file, const QString& text);
  /// Writes new files, and the header of the folder if it lacks one. `AlreadyExists` when there is
  /// one of that name: then none is written.
  [[nodiscard]] Status create(std::vector<content::SourceFile> files);
  [[nodiscard]] Status remove(const QString& file);

  /// Compiles what is saved, and writes the pack when nothing is wrong. `checked` follows.
  void build();
  /// The same if sources were written while nobody looked; for the start of the program.
  void buildIfOld();
  /// Compiles with texts that are not saved, by their files, for a look at one of these; writes
  /// nothing. Of several wishes the newest counts. `checked` follows.
  void look(const QString& file, const std::map<std::string, std::string>& unsaved);

  [[nodiscard]] bool isBusy() const { return m_job.isRunning(); }
  /// Of the newest build.
  [[nodiscard]] const Diagnostics& problems() const { return m_problems; }

 Q_SIGNALS:
  void filesChanged();
  /// Something else than this program wrote, or removed, a file.
  void fileChanged(const QString& file);
  void busyChanged(bool busy);
  void checked(const phaseboard::ui::SourceCheck& check);
  /// The pack is another, or gone.
  void packWritten();
  void failed(const phaseboard::Error& error);

 private:
  struct Wish {
    std::string file;
    std::map<std::string, std::string> unsaved;
  };

  void onSomethingChanged();
  void readFolder();
  void startNext();
  void onDone();
  [[nodiscard]] Status writeFile(const QString& file, const QByteArray& bytes);

  const ports::OwnContent& m_store;
  QFileSystemWatcher m_watcher;
  QTimer m_settle;  ///< single shot: a program that writes a file often does so in several steps
  QStringList m_files;
  std::map<QString, qint64> m_written;  ///< when each file was written, ms
  std::shared_ptr<const content::Host> m_host;
  QFutureWatcher<SourceCheck> m_job;
  bool m_isBuildWanted = false;
  std::optional<Wish> m_wish;
  Diagnostics m_problems;
};

}  // namespace phaseboard::ui
