// SPDX-License-Identifier: Apache-2.0
#include "db/search/text_index.h"

#include <utility>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include "app/ports/pack_library.h"
#include "app/search/ranking.h"
#include "db/checked_pages.h"
#include "db/connection.h"
#include "db/notebook/sqlite_notebook_store.h"
#include "db/pack/pack_file.h"
#include "db/pack/pack_search.h"
#include "db/search/notebook_search.h"

namespace phaseboard::db {

SqliteTextIndex::SqliteTextIndex() = default;
SqliteTextIndex::~SqliteTextIndex() = default;

Result<std::unique_ptr<SqliteTextIndex>> SqliteTextIndex::open(
    const std::vector<std::filesystem::path>& packs, const std::filesystem::path& notebook) {
  std::unique_ptr<SqliteTextIndex> index(new SqliteTextIndex);
  for (const std::filesystem::path& file : packs) {
    PHASEBOARD_TRY_ASSIGN(auto pack, openPackFile(file));
    index->m_packs.push_back(std::move(pack));
  }
  try {
    index->m_notebook = std::make_unique<SQLite::Database>(
        notebook.string(), SQLite::OPEN_READONLY, Connection::kBusyTimeoutMs, checkedVfs());
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected<Error>(translate(exception, notebook.string()));
  }
  return index;
}

Status SqliteTextIndex::reopenPacks(const std::vector<std::filesystem::path>& packs) {
  std::vector<std::unique_ptr<SQLite::Database>> opened;
  for (const std::filesystem::path& file : packs) {
    PHASEBOARD_TRY_ASSIGN(auto pack, openPackFile(file));
    opened.push_back(std::move(pack));
  }
  interrupt();
  const std::scoped_lock lock(m_searching);
  m_packs = std::move(opened);
  return {};
}

Result<std::vector<search::Hit>> SqliteTextIndex::search(const search::Query& query,
                                                         int limit) const {
  const std::scoped_lock lock(m_searching);
  try {
    std::vector<std::vector<search::Hit>> lists;
    for (const auto& pack : m_packs)
      lists.push_back(searchPack(*pack, query, limit));
    lists.push_back(searchNotebook(*m_notebook, query, limit));
    return search::withNamedFirst(search::merged(std::move(lists), limit), query);
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected<Error>(translate(exception, "search"));
  }
}

void SqliteTextIndex::interrupt() const {
  for (const auto& pack : m_packs)
    sqlite3_interrupt(pack->getHandle());
  sqlite3_interrupt(m_notebook->getHandle());
}

Result<std::vector<search::Hit>> SharedTextIndex::search(const search::Query& query,
                                                         int limit) const {
  std::vector<std::vector<search::Hit>> lists(2);
  PHASEBOARD_TRY_ASSIGN(lists[0], m_pack.search(query, limit));
  Connection& notebook = m_notebook.connection();
  PHASEBOARD_TRY(notebook.guarded([&]() -> Status {
    lists[1] = searchNotebook(notebook.database(), query, limit);
    return {};
  }));
  return search::withNamedFirst(search::merged(std::move(lists), limit), query);
}

}  // namespace phaseboard::db
