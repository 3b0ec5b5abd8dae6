// SPDX-License-Identifier: Apache-2.0
#include "db/exchange/anki_package_writer.h"

#include <map>
#include <memory>
#include <utility>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include "app/base/hash.h"
#include "db/connection.h"
#include "db/exchange/archive_writer.h"
#include "db/exchange/new_file.h"

namespace phaseboard::db {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::int64_t kModelId = 1'764'000'000'001;
constexpr std::int64_t kFirstIdMs = 1'764'000'000'000;
constexpr std::int64_t kIdRange = 100'000'000'000;
constexpr std::int64_t kDefaultDeck = 1;

constexpr const char* kAnkiSchema = R"sql(
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null,
  scm integer not null, ver integer not null, dty integer not null, usn integer not null,
  ls integer not null, conf text not null, models text not null, decks text not null,
  dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null,
  mod integer not null, usn integer not null, tags text not null, flds text not null,
  sfld integer not null, csum integer not null, flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null,
  ord integer not null, mod integer not null, usn integer not null, type integer not null,
  queue integer not null, due integer not null, ivl integer not null, factor integer not null,
  reps integer not null, lapses integer not null, left integer not null, odue integer not null,
  odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null,
  ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null,
  time integer not null, type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
)sql";

constexpr const char* kCardCss =
    ".card { font-family: Inter, Helvetica, Arial, sans-serif; font-size: 18px; line-height: 1.45; "
    "text-align: left; color: #1f2933; background-color: #fbfaf7; max-width: 46em; margin: 0 auto; "
    "padding: 12px; } img { max-width: 100%; background-color: #fbfaf7; } "
    "table { border-collapse: collapse; } td, th { border: 1px solid #d5d9de; padding: 4px 8px; } "
    ".nightMode.card { color: #e4e7eb; background-color: #16191d; }";

/// An id that a text keeps for ever.
std::int64_t idOf(std::string_view kind, std::string_view text) {
  const std::uint64_t hash = Fnv64{}.addField(kind).addField(text).value();
  return kFirstIdMs + static_cast<std::int64_t>(hash % static_cast<std::uint64_t>(kIdRange));
}

OrderedJson fieldJson(const char* name, int place) {
  return {{"name", name},
          {"ord", place},
          {"sticky", false},
          {"rtl", false},
          {"font", "Arial"},
          {"size", 20},
          {"media", OrderedJson::array()}};
}

OrderedJson modelJson() {
  const OrderedJson card{
      {"name", "Card 1"},    {"ord", 0},
      {"qfmt", "{{Front}}"}, {"afmt", "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}"},
      {"bqfmt", ""},         {"bafmt", ""},
      {"did", nullptr}};
  const OrderedJson model{
      {"id", kModelId},
      {"name", "Phaseboard"},
      {"type", 0},
      {"mod", kFirstIdMs / kMillisPerSecond},
      {"usn", -1},
      {"sortf", 0},
      {"did", kDefaultDeck},
      {"tmpls", OrderedJson::array({card})},
      {"flds", OrderedJson::array({fieldJson("Front", 0), fieldJson("Back", 1)})},
      {"css", kCardCss},
      {"latexPre", "\\documentclass[12pt]{article}\n\\begin{document}\n"},
      {"latexPost", "\\end{document}"},
      {"req", OrderedJson::array({OrderedJson::array({0, "any", OrderedJson::array({0})})})},
      {"tags", OrderedJson::array()},
      {"vers", OrderedJson::array()}};
  return {{std::to_string(kModelId), model}};
}

OrderedJson deckJson(std::int64_t id, const std::string& name, std::int64_t seconds) {
  const OrderedJson today = OrderedJson::array({0, 0});
  return {{"id", id},          {"name", name},       {"mod", seconds},
          {"usn", -1},         {"desc", ""},         {"dyn", 0},
          {"conf", 1},         {"collapsed", false}, {"browserCollapsed", false},
          {"extendNew", 0},    {"extendRev", 0},     {"newToday", today},
          {"revToday", today}, {"lrnToday", today},  {"timeToday", today}};
}

OrderedJson deckOptionsJson() {
  const OrderedJson fresh{{"bury", false},     {"delays", {1, 10}}, {"initialFactor", 2500},
                          {"ints", {1, 4, 0}}, {"order", 1},        {"perDay", 20}};
  const OrderedJson review{{"bury", false},   {"ease4", 1.3},  {"ivlFct", 1},
                           {"maxIvl", 36500}, {"perDay", 200}, {"hardFactor", 1.2}};
  const OrderedJson lapse{
      {"delays", {10}}, {"leechAction", 1}, {"leechFails", 8}, {"minInt", 1}, {"mult", 0}};
  return {{"1",
           {{"id", 1},
            {"name", "Default"},
            {"mod", 0},
            {"usn", 0},
            {"maxTaken", 60},
            {"autoplay", true},
            {"timer", 0},
            {"replayq", true},
            {"dyn", false},
            {"new", fresh},
            {"rev", review},
            {"lapse", lapse}}}};
}

OrderedJson configurationJson() {
  return {{"activeDecks", {1}},    {"curDeck", 1},           {"newSpread", 0},
          {"collapseTime", 1200},  {"timeLim", 0},           {"estTimes", true},
          {"dueCounts", true},     {"curModel", kModelId},   {"nextPos", 1},
          {"sortType", "noteFld"}, {"sortBackwards", false}, {"addToCur", true},
          {"schedVer", 2}};
}

/// The collection of a package, in memory.
class CollectionWriter {
 public:
  CollectionWriter(const exchange::AnkiDeck& deck, const exchange::Progress& progress)
      : m_deck(deck),
        m_progress(progress),
        m_seconds(deck.madeAt.value() / kMillisPerSecond),
        m_database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {}

  Result<std::string> write() {
    m_database.exec(kAnkiSchema);
    SQLite::Transaction transaction(m_database);
    PHASEBOARD_TRY(writeNotes());
    writeCollection();
    transaction.commit();
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> bytes(
        sqlite3_serialize(m_database.getHandle(), "main", &size, 0), sqlite3_free);
    if (!bytes)
      return fail(ErrorKind::Internal, "collection", "no memory for the collection");
    return std::string(reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size));
  }

 private:
  Status writeNotes() {
    SQLite::Statement note(m_database,
                           "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')");
    SQLite::Statement card(m_database,
                           "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, "
                           "0, 0, 0, '')");
    const auto total = static_cast<std::int64_t>(m_deck.notes.size());
    std::int64_t place = 0;
    for (const exchange::AnkiNote& one : m_deck.notes) {
      if (!exchange::goesOn(m_progress, place, total))
        return exchange::stopped();
      const std::int64_t id = freeId(one.guid);
      note.bind(1, id);
      note.bind(2, one.guid);
      note.bind(3, kModelId);
      note.bind(4, m_seconds);
      note.bind(5, joinedTags(one.tags));
      note.bind(6, one.front + '\x1f' + one.back);
      note.bind(7, one.front.substr(0, one.front.find('<', 1)));
      note.exec();
      note.reset();
      card.bind(1, id);
      card.bind(2, id);
      card.bind(3, deckId(one.deck));
      card.bind(4, m_seconds);
      card.bind(5, ++place);
      card.exec();
      card.reset();
    }
    return {};
  }

  std::int64_t freeId(const std::string& guid) {
    std::int64_t id = idOf("note", guid);
    while (!m_noteIds.emplace(id, true).second)
      ++id;
    return id;
  }

  std::int64_t deckId(const std::string& name) {
    const auto [found, isNew] = m_decks.emplace(name, idOf("deck", name));
    return found->second;
  }

  static std::string joinedTags(const std::vector<std::string>& tags) {
    std::string joined = " ";
    for (const std::string& tag : tags)
      joined += tag + " ";
    return tags.empty() ? std::string() : joined;
  }

  void writeCollection() {
    OrderedJson decks{{"1", deckJson(kDefaultDeck, "Default", m_seconds)}};
    for (const auto& [name, id] : m_decks)
      decks[std::to_string(id)] = deckJson(id, name, m_seconds);
    SQLite::Statement row(m_database,
                          "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')");
    row.bind(1, m_seconds);
    row.bind(2, m_deck.madeAt.value());
    row.bind(3, m_deck.madeAt.value());
    row.bind(4, configurationJson().dump());
    row.bind(5, modelJson().dump());
    row.bind(6, decks.dump(-1, ' ', false, OrderedJson::error_handler_t::replace));
    row.bind(7, deckOptionsJson().dump());
    row.exec();
  }

  const exchange::AnkiDeck& m_deck;
  const exchange::Progress& m_progress;
  std::int64_t m_seconds;
  SQLite::Database m_database;
  std::map<std::string, std::int64_t> m_decks;
  std::map<std::int64_t, bool> m_noteIds;
};

Result<std::string> collectionOf(const exchange::AnkiDeck& deck,
                                 const exchange::Progress& progress) try {
  return CollectionWriter(deck, progress).write();
} catch (const SQLite::Exception& exception) {
  return tl::unexpected<Error>(translate(exception, "collection"));
}

}  // namespace

Status writeAnkiPackage(NewFile& file, const exchange::AnkiDeck& deck,
                        const exchange::Progress& progress) {
  PHASEBOARD_TRY_ASSIGN(const std::string collection, collectionOf(deck, progress));
  ArchiveWriter archive(file, deck.madeAt);
  PHASEBOARD_TRY(archive.add("collection.anki2", collection, true));
  OrderedJson media = OrderedJson::object();
  for (std::size_t at = 0; at < deck.pictures.size(); ++at)
    media[std::to_string(at)] = deck.pictures[at].name;
  PHASEBOARD_TRY(archive.add("media", media.dump(), true));
  const auto total = static_cast<std::int64_t>(deck.pictures.size());
  for (std::size_t at = 0; at < deck.pictures.size(); ++at) {
    if (!exchange::goesOn(progress, static_cast<std::int64_t>(at), total))
      return exchange::stopped();
    PHASEBOARD_TRY_ASSIGN(const std::string bytes, deck.pictures[at].paint());
    PHASEBOARD_TRY(archive.add(std::to_string(at), bytes, false));
  }
  PHASEBOARD_TRY(archive.finish());
  return file.finish();
}

}  // namespace phaseboard::db
