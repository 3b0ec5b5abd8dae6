// SPDX-License-Identifier: Apache-2.0
#include "db/pack/own_content_files.h"

#include <algorithm>
#include <iterator>
#include <system_error>
#include <utility>

#include "db/files/file_system.h"
#include "db/pack/pack_reader.h"
#include "db/pack/pack_writer.h"

namespace phaseboard::db {

namespace fs = std::filesystem;

namespace {

/// When a source was written last, as far as can be told; folders count too, for what was removed.
fs::file_time_type newestSource(const fs::path& folder) {
  fs::file_time_type newest = fs::file_time_type::min();
  std::error_code failure;
  for (fs::recursive_directory_iterator entry(folder, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    std::error_code unknown;
    if (entry->path().filename().string().starts_with('.')) {
      entry.disable_recursion_pending();
      continue;
    }
    const auto written = entry->last_write_time(unknown);
    if (!unknown)
      newest = std::max(newest, written);
  }
  return newest;
}

}  // namespace

Result<content::Host> readHost(const std::vector<fs::path>& packs) {
  content::Host host;
  for (const fs::path& file : packs) {
    PHASEBOARD_TRY_ASSIGN(const auto pack, PackReader::open(file));
    if (&file == &packs.front())
      host.framework = pack->framework();
    PHASEBOARD_TRY_ASSIGN(std::vector<content::Concept> concepts, pack->concepts());
    std::move(concepts.begin(), concepts.end(), std::back_inserter(host.concepts));
    PHASEBOARD_TRY_ASSIGN(auto formulas, pack->formulas());
    host.formulas.merge(formulas);
    for (const ports::QuestionCard& card : pack->questions())
      host.questions.insert(card.id);
  }
  return host;
}

OwnContentFiles::OwnContentFiles(fs::path folder, std::vector<fs::path> packs)
    : m_folder(std::move(folder)), m_packs(std::move(packs)) {}

fs::path OwnContentFiles::packFile() const {
  return m_folder / ".built" / "own.pack";
}

fs::path OwnContentFiles::figureCache() const {
  return m_folder / ".built" / "figures";
}

bool OwnContentFiles::hasPack() const {
  std::error_code failure;
  return fs::is_regular_file(packFile(), failure);
}

bool OwnContentFiles::isPackOld() const {
  std::error_code failure;
  const auto built = fs::last_write_time(packFile(), failure);
  return !failure && newestSource(m_folder) > built;
}

Result<content::Host> OwnContentFiles::readHost() const {
  return db::readHost(m_packs);
}

Status OwnContentFiles::writePack(const content::Pack& pack) const {
  PHASEBOARD_TRY(diskFiles().makeFolder(packFile().parent_path()));
  return db::writePack(pack, packFile());
}

Status OwnContentFiles::removePack() const {
  return diskFiles().remove(packFile());
}

}  // namespace phaseboard::db
