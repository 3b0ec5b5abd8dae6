// SPDX-License-Identifier: Apache-2.0
#include "db/exchange/table_writer.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <nlohmann/json.hpp>

#include "app/base/bytes.h"
#include "app/exchange/csv_table.h"
#include "db/connection.h"
#include "db/exchange/new_file.h"
#include "db/notebook/sqlite_notebook_store.h"

namespace phaseboard::db {
namespace {

using OrderedJson = nlohmann::ordered_json;
using Row = std::vector<OrderedJson>;

struct TableShape {
  std::string name;
  std::vector<std::string> columns;
};

const std::vector<std::string>& reviewColumns() {
  static const std::vector<std::string> columns{
      "id",          "prompt",       "question",     "phase",     "kind",
      "target",      "taken_at",     "utc_offset_s", "study_day", "rating",
      "thinking_ms", "content_hash", "device",       "interval_s"};
  return columns;
}

template <class Id>
OrderedJson idOrNull(const std::optional<Id>& id) {
  return id ? OrderedJson(id->value()) : OrderedJson(nullptr);
}

Row rowOf(const ports::PromptLog& log, const review::ReviewEvent& event) {
  std::string hash(16, '0');
  for (std::size_t at = 0; at < hash.size(); ++at)
    hash[at] = "0123456789abcdef"[(event.contentHash >> (60 - 4 * at)) & 0xfU];
  const bool isAnswer = event.kind == review::EventKind::Answer;
  const bool isGraded = isAnswer || event.kind == review::EventKind::Correct;
  return {event.id.text(),
          log.prompt.value(),
          idOrNull(log.question),
          idOrNull(log.phase),
          std::string(review::eventKindName(event.kind)),
          isAnswer ? OrderedJson(nullptr) : OrderedJson(event.target.text()),
          toIso(event.at),
          event.offset.value(),
          toIso(event.day),
          isGraded ? OrderedJson(memory::number(event.rating)) : OrderedJson(nullptr),
          event.thinking.value(),
          hash,
          event.device.text(),
          event.intervalSeconds};
}

OrderedJson valueOf(const SQLite::Column& value) {
  if (value.isNull())
    return nullptr;
  if (value.isInteger())
    return value.getInt64();
  if (value.isFloat())
    return value.getDouble();
  const auto* begin = static_cast<const char*>(value.getBlob());
  const std::string bytes = begin == nullptr
                                ? std::string()
                                : std::string(begin, static_cast<std::size_t>(value.getBytes()));
  if (value.isText())
    return bytes;
  Uuid::Bytes uuid{};
  if (bytes.size() != uuid.size())
    return toHex(bytes);
  std::copy(bytes.begin(), bytes.end(), uuid.begin());
  return Uuid(uuid).text();
}

/// What rows are written to, table by table.
class TableSink {
 public:
  virtual ~TableSink() = default;
  [[nodiscard]] virtual Status beginTable(const TableShape& table) = 0;
  [[nodiscard]] virtual Status addRow(const TableShape& table, const Row& row) = 0;
  [[nodiscard]] virtual Status endTable() = 0;
  [[nodiscard]] virtual Status finish() = 0;
};

std::string dumped(const OrderedJson& json) {
  return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

class JsonSink : public TableSink {
 public:
  JsonSink(NewFile file, int schema, Instant now) : m_file(std::move(file)) {
    m_head = "{\n\"format\": \"phaseboard-notebook\",\n\"version\": 1,\n\"schema\": " +
             std::to_string(schema) + ",\n\"exported_at\": " + dumped(toIso(now)) +
             ",\n\"tables\": {";
  }
  Status beginTable(const TableShape& table) override {
    const std::string begin = m_isFirstTable ? m_head + "\n" : ",\n";
    m_isFirstTable = false;
    m_isFirstRow = true;
    return m_file.write(begin + dumped(table.name) + ": [");
  }
  Status addRow(const TableShape& table, const Row& row) override {
    OrderedJson object = OrderedJson::object();
    for (std::size_t at = 0; at < row.size(); ++at)
      object[table.columns[at]] = row[at];
    const std::string begin = m_isFirstRow ? "\n" : ",\n";
    m_isFirstRow = false;
    return m_file.write(begin + dumped(object));
  }
  Status endTable() override { return m_file.write(m_isFirstRow ? "]" : "\n]"); }
  Status finish() override {
    PHASEBOARD_TRY(m_file.write((m_isFirstTable ? m_head : "") + "\n}\n}\n"));
    return m_file.finish();
  }

 private:
  NewFile m_file;
  std::string m_head;
  bool m_isFirstTable = true;
  bool m_isFirstRow = true;
};

class CsvSink : public TableSink {
 public:
  CsvSink(FileSystem& files, NewFolder folder) : m_files(files), m_folder(std::move(folder)) {}

  Status beginTable(const TableShape& table) override {
    PHASEBOARD_TRY_ASSIGN(NewFile file,
                          NewFile::begin(m_files, m_folder.inside() / (table.name + ".csv")));
    m_file.emplace(std::move(file));
    std::string line;
    for (const std::string& column : table.columns)
      line += (line.empty() ? "" : ",") + column;
    return m_file->write(line + "\r\n");
  }
  Status addRow(const TableShape&, const Row& row) override {
    std::string line;
    for (const OrderedJson& value : row) {
      if (&value != &row.front())
        line += ',';
      if (value.is_string())
        line += exchange::csvCell(value.get_ref<const std::string&>());
      else if (!value.is_null())
        line += dumped(value);
    }
    return m_file->write(line + "\r\n");
  }
  Status endTable() override {
    Status finished = m_file->finish();
    m_file.reset();
    return finished;
  }
  Status finish() override { return m_folder.finish(); }

 private:
  FileSystem& m_files;
  NewFolder m_folder;
  std::optional<NewFile> m_file;
};

/// Walks through a notebook inside one read transaction.
class TableWalk {
 public:
  TableWalk(SqliteNotebookStore& notebook, TableSink& sink, const exchange::Progress& progress)
      : m_notebook(notebook), m_db(notebook.connection()), m_sink(sink), m_progress(progress) {}

  Status run() {
    m_db.execute("BEGIN");
    Status walked = walk();
    m_db.execute("ROLLBACK");
    return walked;
  }

 private:
  Status walk() {
    PHASEBOARD_TRY_ASSIGN(const auto tables, shapes());
    for (const TableShape& table : tables)
      m_total += countOf(table.name);
    for (const TableShape& table : tables) {
      PHASEBOARD_TRY(m_sink.beginTable(table));
      PHASEBOARD_TRY(table.name == "review" ? addReviews(table) : addRows(table));
      PHASEBOARD_TRY(m_sink.endTable());
    }
    return m_sink.finish();
  }

  /// Not by the connection's cached statements: their text must stay, and this one is made here.
  std::int64_t countOf(const std::string& table) {
    SQLite::Statement statement(m_db.database(), "SELECT count(*) FROM \"" + table + "\"");
    return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
  }

  Result<std::vector<TableShape>> shapes() {
    std::vector<TableShape> tables;
    Query names = m_db.query(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' "
        "ESCAPE '\\' AND name NOT LIKE 'undo\\_step%' ESCAPE '\\' "
        "AND name NOT LIKE 'own\\_text%' ESCAPE '\\' "
        "AND name NOT LIKE 'seen\\_%' ESCAPE '\\' ORDER BY name");
    while (names.next())
      tables.push_back({names.text(0), {}});
    for (TableShape& table : tables) {
      if (table.name == "review") {
        table.columns = reviewColumns();
        continue;
      }
      Query columns = m_db.query("SELECT name FROM pragma_table_info(?) ORDER BY cid", table.name);
      while (columns.next())
        table.columns.push_back(columns.text(0));
    }
    return tables;
  }

  Status addReviews(const TableShape& table) {
    return m_notebook.eachLog([&](const ports::PromptLog& log) -> Status {
      for (const review::ReviewEvent& event : log.events)
        PHASEBOARD_TRY(add(table, rowOf(log, event)));
      return {};
    });
  }

  Status addRows(const TableShape& table) {
    SQLite::Statement statement(m_db.database(), "SELECT * FROM \"" + table.name + "\"");
    while (statement.executeStep()) {
      Row row;
      for (std::size_t at = 0; at < table.columns.size(); ++at)
        row.push_back(valueOf(statement.getColumn(static_cast<int>(at))));
      PHASEBOARD_TRY(add(table, row));
    }
    return {};
  }

  Status add(const TableShape& table, const Row& row) {
    constexpr std::int64_t kRowsPerLook = 256;
    if (m_done++ % kRowsPerLook == 0 && !exchange::goesOn(m_progress, m_done, m_total))
      return exchange::stopped();
    return m_sink.addRow(table, row);
  }

  SqliteNotebookStore& m_notebook;
  Connection& m_db;
  TableSink& m_sink;
  const exchange::Progress& m_progress;
  std::int64_t m_done = 0;
  std::int64_t m_total = 0;
};

}  // namespace

Status writeNotebookTables(FileSystem& files, SqliteNotebookStore& notebook,
                           const std::filesystem::path& to, ports::TableFormat format, Instant now,
                           const exchange::Progress& progress) {
  PHASEBOARD_TRY_ASSIGN(const auto stats, notebook.stats());
  std::unique_ptr<TableSink> sink;
  if (format == ports::TableFormat::Json) {
    PHASEBOARD_TRY_ASSIGN(NewFile file, NewFile::begin(files, to));
    sink = std::make_unique<JsonSink>(std::move(file), stats.schema, now);
  } else {
    PHASEBOARD_TRY_ASSIGN(NewFolder folder, NewFolder::begin(files, to));
    sink = std::make_unique<CsvSink>(files, std::move(folder));
  }
  TableWalk walk(notebook, *sink, progress);
  return notebook.connection().guarded([&]() { return walk.run(); });
}

}  // namespace phaseboard::db
