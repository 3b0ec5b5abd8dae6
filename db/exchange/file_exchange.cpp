// SPDX-License-Identifier: Apache-2.0
#include "db/exchange/file_exchange.h"

#include <string>
#include <system_error>
#include <utility>

#include "app/exchange/csv_table.h"
#include "app/exchange/incoming_csv.h"
#include "app/exchange/incoming_markdown.h"
#include "db/exchange/anki_package_reader.h"
#include "db/exchange/anki_package_writer.h"
#include "db/exchange/new_file.h"
#include "db/exchange/table_writer.h"
#include "db/notebook/sqlite_annotation_store.h"
#include "db/notebook/sqlite_image_store.h"
#include "db/notebook/sqlite_notebook_store.h"
#include "db/pack/pack_shelf.h"

namespace phaseboard::db {
namespace {

class FileReading : public ports::Reading {
 public:
  FileReading(std::unique_ptr<ports::PackLibrary> pack,
              std::unique_ptr<SqliteNotebookStore> notebook)
      : m_pack(std::move(pack)),
        m_notebook(std::move(notebook)),
        m_annotations(*m_notebook),
        m_images(*m_notebook) {}

  [[nodiscard]] const ports::PackLibrary& pack() const override { return *m_pack; }
  [[nodiscard]] const ports::Notebook& notebook() const override { return *m_notebook; }
  [[nodiscard]] const ports::AnnotationStore& annotations() const override { return m_annotations; }
  [[nodiscard]] const ports::ImageStore& images() const override { return m_images; }

 private:
  std::unique_ptr<ports::PackLibrary> m_pack;
  std::unique_ptr<SqliteNotebookStore> m_notebook;
  SqliteAnnotationStore m_annotations;
  SqliteImageStore m_images;
};

/// Chance for a notebook that nobody keeps.
class NoChance : public Chance {
 public:
  [[nodiscard]] std::uint64_t next() override { return 1; }
};

/// Who has not studied yet has no notebook: questions can be exported all the same.
Result<std::unique_ptr<SqliteNotebookStore>> notebookOrEmpty(const std::filesystem::path& file) {
  std::error_code failure;
  if (std::filesystem::exists(file, failure))
    return SqliteNotebookStore::openReadOnly({file, {}});
  NoChance chance;
  return SqliteNotebookStore::openInMemory(chance);
}

std::string endingOf(const std::filesystem::path& file) {
  std::string ending = file.extension().string();
  for (char& letter : ending)
    if (letter >= 'A' && letter <= 'Z')
      letter = static_cast<char>(letter - 'A' + 'a');
  return ending;
}

Result<std::string> textOf(FileSystem& disk, const std::filesystem::path& file) {
  std::error_code failure;
  const auto size = std::filesystem::file_size(file, failure);
  if (!failure && size > exchange::kLongestCsv)
    return fail(ErrorKind::InvalidInput, file.string(), "larger than 64 MB");
  return disk.read(file);
}

}  // namespace

FileExchange::FileExchange(ExchangeFiles files) : m_files(std::move(files)) {}

FileSystem& FileExchange::disk() const {
  return m_files.files == nullptr ? diskFiles() : *m_files.files;
}

Result<std::unique_ptr<ports::PackLibrary>> FileExchange::openPack() const {
  return openPacks(m_files.packs);
}

Result<std::unique_ptr<ports::Reading>> FileExchange::openReading() const {
  PHASEBOARD_TRY_ASSIGN(auto pack, openPack());
  PHASEBOARD_TRY_ASSIGN(auto notebook, notebookOrEmpty(m_files.notebook));
  return std::make_unique<FileReading>(std::move(pack), std::move(notebook));
}

Status FileExchange::writeTables(const std::filesystem::path& to, ports::TableFormat format,
                                 Instant now, const exchange::Progress& progress) const {
  PHASEBOARD_TRY_ASSIGN(const auto notebook,
                        SqliteNotebookStore::openReadOnly({m_files.notebook, {}}));
  return writeNotebookTables(disk(), *notebook, to, format, now, progress);
}

Status FileExchange::writeFolder(const std::filesystem::path& to,
                                 const ports::FolderFiles& next) const {
  PHASEBOARD_TRY_ASSIGN(NewFolder folder, NewFolder::begin(disk(), to));
  for (;;) {
    PHASEBOARD_TRY_ASSIGN(const auto file, next());
    if (!file)
      return folder.finish();
    const std::filesystem::path place = folder.inside() / file->name;
    PHASEBOARD_TRY(disk().makeFolder(place.parent_path()));
    PHASEBOARD_TRY_ASSIGN(NewFile fresh, NewFile::begin(disk(), place));
    PHASEBOARD_TRY(fresh.write(file->bytes));
    PHASEBOARD_TRY(fresh.finish());
  }
}

Status FileExchange::writeAnkiPackage(const std::filesystem::path& to,
                                      const exchange::AnkiDeck& deck,
                                      const exchange::Progress& progress) const {
  PHASEBOARD_TRY_ASSIGN(NewFile file, NewFile::begin(disk(), to));
  return db::writeAnkiPackage(file, deck, progress);
}

Result<exchange::Incoming> FileExchange::readIncoming(const std::filesystem::path& file,
                                                      Instant now,
                                                      const exchange::Progress& progress) const {
  const std::string ending = endingOf(file);
  if (ending == ".apkg" || ending == ".colpkg")
    return readAnkiPackage(file, now, progress);
  const bool isTable = ending == ".csv" || ending == ".tsv" || ending == ".txt";
  if (!isTable && ending != ".md" && ending != ".markdown")
    return fail(ErrorKind::ForeignFile, file.string(),
                "neither .apkg nor .csv, .tsv, .txt, .md or .markdown");
  PHASEBOARD_TRY_ASSIGN(const std::string text, textOf(disk(), file));
  return isTable ? exchange::incomingFromCsv(text, file.string())
                 : exchange::incomingFromMarkdown(text, file.string());
}

}  // namespace phaseboard::db
