// SPDX-License-Identifier: Apache-2.0
#include "tests/support/anki_sample.h"

#include <stdexcept>

#include <sqlite3.h>
#include <zstd.h>

namespace phaseboard::test {
namespace {

constexpr const char* kAnkiTables =
    "CREATE TABLE notes (id integer primary key, guid text, mid integer, mod integer, usn integer, "
    "tags text, flds text, sfld integer, csum integer, flags integer, data text);"
    "CREATE TABLE cards (id integer primary key, nid integer, did integer, ord integer, mod "
    "integer, "
    "usn integer, type integer, queue integer, due integer, ivl integer, factor integer, "
    "reps integer, lapses integer, left integer, odue integer, odid integer, flags integer, "
    "data text);"
    "CREATE TABLE revlog (id integer primary key, cid integer, usn integer, ease integer, "
    "ivl integer, lastIvl integer, factor integer, time integer, type integer);";

constexpr const char* kOldTypes =
    "CREATE TABLE col (id integer primary key, crt integer, mod integer, scm integer, ver integer, "
    "dty integer, usn integer, ls integer, conf text, models text, decks text, dconf text, "
    "tags text);"
    R"(INSERT INTO col VALUES (1,0,0,0,11,0,0,0,'{"schedVer":2}',
'{"1":{"type":0,"flds":[{"name":"Front"},{"name":"Back"}],
"tmpls":[{"qfmt":"{{Front}}","afmt":"{{FrontSide}}<hr id=answer>{{Back}}"},
{"qfmt":"{{Back}}","afmt":"{{Front}}"}]},
"2":{"type":1,"flds":[{"name":"Text"},{"name":"Extra"}],
"tmpls":[{"qfmt":"{{cloze:Text}}","afmt":"{{cloze:Text}}<br>{{Extra}}"}]}}','{}','{}','{}');)";

constexpr const char* kNewTypes =
    "CREATE TABLE col (id integer primary key, ver integer);"
    "INSERT INTO col VALUES (1, 18);"
    "CREATE TABLE notetypes (id integer primary key, name text collate unicase, mtime_secs "
    "integer, "
    "usn integer, config blob);"
    "CREATE UNIQUE INDEX notetype_name ON notetypes (name);"
    "CREATE TABLE fields (ntid integer, ord integer, name text collate unicase, config blob, "
    "PRIMARY KEY (ntid, ord)) WITHOUT ROWID;"
    "CREATE TABLE templates (ntid integer, ord integer, name text collate unicase, "
    "mtime_secs integer, usn integer, config blob, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;"
    "INSERT INTO notetypes VALUES (1,'Basic',0,0,x'0800');"
    "INSERT INTO fields VALUES (1,0,'Front',x''),(1,1,'Back',x'');"
    "INSERT INTO templates VALUES (1,0,'Card 1',0,0,"
    "CAST(x'0a09' || '{{Front}}' || x'1208' || '{{Back}}' AS BLOB));";

int sameOrder(void*, int sizeA, const void* a, int sizeB, const void* b) {
  const int common = sqlite3_strnicmp(static_cast<const char*>(a), static_cast<const char*>(b),
                                      sizeA < sizeB ? sizeA : sizeB);
  return common != 0 ? common : sizeA - sizeB;
}

std::string collectionOf(const std::string& sql) {
  sqlite3* open = nullptr;
  sqlite3_open(":memory:", &open);
  sqlite3_create_collation(open, "unicase", SQLITE_UTF8, nullptr, sameOrder);
  char* problem = nullptr;
  if (sqlite3_exec(open, sql.c_str(), nullptr, nullptr, &problem) != SQLITE_OK)
    throw std::runtime_error(problem == nullptr ? "no collection" : problem);
  sqlite3_int64 size = 0;
  unsigned char* bytes = sqlite3_serialize(open, "main", &size, 0);
  std::string result(reinterpret_cast<char*>(bytes), static_cast<std::size_t>(size));
  sqlite3_free(bytes);
  sqlite3_free(problem);
  sqlite3_close(open);
  return result;
}

}  // namespace

std::string ankiCollection(const std::string& sql) {
  return collectionOf(std::string(kAnkiTables) + kOldTypes + sql);
}

std::string manyCards(int notes, int answersEach) {
  const std::string counted =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ";
  const std::string cards = std::to_string(notes);
  return counted + cards +
         ") INSERT INTO notes SELECT i, 'many' || i, 1, 0, 0, '', 'What is ' || i || '?' || "
         "char(31) "
         "|| 'It is this, and it matters for the reason ' || i || '.', 0, 0, 0, '' FROM n;" +
         counted + cards +
         ") INSERT INTO cards SELECT i, i, 1, 0, 0, 0, 2, 2, 30, 12, 2500, 2, 0, 0, 0, 0, 0, '' "
         "FROM n;" +
         counted + std::to_string(notes * answersEach) +
         ") INSERT INTO revlog SELECT 1700000000000 + i * 60000, 1 + (i - 1) % " + cards +
         ", 0, 3, 1 + 2 * ((i - 1) / " + cards + "), 0, 2500, 4000, 1 FROM n;";
}

std::string newAnkiCollection(const std::string& sql) {
  return collectionOf(std::string(kAnkiTables) + kNewTypes + sql);
}

std::string zstdOf(const std::string& bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 3));
  return packed;
}

}  // namespace phaseboard::test
