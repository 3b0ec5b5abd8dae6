// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/exchange/anki_deck.h"
#include "app/exchange/incoming.h"
#include "app/exchange/progress.h"
#include "app/ports/annotation_store.h"
#include "app/ports/image_store.h"
#include "app/ports/notebook.h"
#include "app/ports/pack_library.h"

namespace phaseboard::ports {

/// Pack and notebook, opened once more for reading, so that a worker can read them while the window
/// goes on. One thread at a time.
class Reading {
 public:
  virtual ~Reading() = default;
  [[nodiscard]] virtual const PackLibrary& pack() const = 0;
  [[nodiscard]] virtual const Notebook& notebook() const = 0;
  [[nodiscard]] virtual const AnnotationStore& annotations() const = 0;
  [[nodiscard]] virtual const ImageStore& images() const = 0;
};

enum class TableFormat {
  Json,  ///< one file: an object with one array for each table
  Csv    ///< a new folder: one file for each table
};

/// One file of a folder that is written.
struct FolderFile {
  std::filesystem::path name;  ///< below the folder
  std::string bytes;
};

/// The next file of a folder; nothing when it is whole.
using FolderFiles = std::function<Result<std::optional<FolderFile>>()>;

/// What leaves the notebook as a file, and what comes in from files. Each call may run on any
/// thread, one call at a time. What is written is there whole or not at all: under a temporary
/// name, synced, renamed. All of them can be stopped (`exchange::stopped`).
class Exchange {
 public:
  virtual ~Exchange() = default;

  /// The packs alone, opened once more; for one thread at a time.
  [[nodiscard]] virtual Result<std::unique_ptr<PackLibrary>> openPack() const = 0;

  /// With an empty notebook where there is none yet.
  [[nodiscard]] virtual Result<std::unique_ptr<Reading>> openReading() const = 0;

  /// Everything in the notebook except steps of undo and indexes, as of one moment.
  /// `AlreadyExists` for a folder that is there already; a file gives way.
  [[nodiscard]] virtual Status writeTables(const std::filesystem::path& to, TableFormat format,
                                           Instant now,
                                           const exchange::Progress& progress) const = 0;

  /// A new folder with these files. `AlreadyExists` when there is something of its name.
  [[nodiscard]] virtual Status writeFolder(const std::filesystem::path& to,
                                           const FolderFiles& next) const = 0;

  /// An .apkg that every Anki since 2.1 opens.
  [[nodiscard]] virtual Status writeAnkiPackage(const std::filesystem::path& to,
                                                const exchange::AnkiDeck& deck,
                                                const exchange::Progress& progress) const = 0;

  /// Reads an .apkg, a CSV table or Markdown, by the ending of its name (.apkg, .colpkg; .csv,
  /// .tsv, .txt; .md, .markdown). Nothing is written. `ForeignFile` or `InvalidInput` say what is
  /// wrong.
  [[nodiscard]] virtual Result<exchange::Incoming> readIncoming(
      const std::filesystem::path& file, Instant now, const exchange::Progress& progress) const = 0;
};

}  // namespace phaseboard::ports
