// SPDX-License-Identifier: Apache-2.0
#include "db/exchange/anki_package_reader.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/base/bytes.h"
#include "app/exchange/html_text.h"
#include "app/review/prompt.h"
#include "db/exchange/anki_note_types.h"
#include "db/exchange/archive_reader.h"
#include "db/exchange/exchange_limits.h"
#include "db/exchange/foreign_database.h"
#include "db/exchange/zstd_text.h"

namespace phaseboard::db {
namespace {

using exchange::Incoming;
using exchange::IncomingPrompt;
using exchange::IncomingReview;

constexpr std::int64_t kFirstReviewMs = 946'684'800'000;  // 2000-01-01, before the first Anki
constexpr std::int64_t kSecondsPerDay = 86'400;
constexpr std::int64_t kLongestIntervalDays = 36'500;
constexpr std::int64_t kSuspendedQueue = -1;
constexpr std::size_t kLongestGuid = 200;

struct AnkiNoteRow {
  std::string guid;
  std::int64_t type = 0;
  std::string tags;
  std::vector<std::string> fields;
};

/// What was left out of a collection, and how often.
struct LeftOut {
  std::int64_t cards = 0;
  std::int64_t pictures = 0;
  std::int64_t sounds = 0;
  std::int64_t reviews = 0;
  std::int64_t withoutHistory = 0;
};

std::vector<std::string> fieldsOf(std::string_view joined) {
  constexpr char kFieldMark = '\x1f';
  constexpr std::size_t kMostFields = 200;
  std::vector<std::string> fields;
  for (std::size_t at = 0; at <= joined.size() && fields.size() < kMostFields;) {
    const std::size_t end = std::min(joined.find(kFieldMark, at), joined.size());
    fields.emplace_back(joined.substr(at, end - at));
    at = end + 1;
  }
  return fields;
}

/// What one of our own tags says: "phaseboard::phase::model".
std::string taggedWith(std::string_view tags, std::string_view prefix) {
  for (std::size_t at = 0; at < tags.size();) {
    const std::size_t end = std::min(tags.find(' ', at), tags.size());
    const std::string_view tag = tags.substr(at, end - at);
    if (tag.starts_with(prefix) && tag.size() > prefix.size())
      return std::string(tag.substr(prefix.size()));
    at = end + 1;
  }
  return {};
}

/// Without the names of pictures that we put there.
std::string withoutOurPictures(std::string text) {
  constexpr std::string_view kOurPicture = "[picture: phaseboard-";
  for (std::size_t at = text.find(kOurPicture); at != std::string::npos;
       at = text.find(kOurPicture)) {
    const std::size_t end = text.find(']', at);
    text.erase(at, end == std::string::npos ? end : end + 1 - at);
  }
  while (text.ends_with('\n'))
    text.pop_back();
  return text;
}

bool isGoodGuid(const std::string& guid) {
  return !guid.empty() && guid.size() <= kLongestGuid && isUtf8(guid) &&
         std::none_of(guid.begin(), guid.end(), [](char letter) {
           return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f;
         });
}

/// Reads one collection, table by table.
class CollectionReader {
 public:
  CollectionReader(ForeignDatabase& database, std::string subject, Instant now,
                   const exchange::Progress& progress)
      : m_database(database), m_subject(std::move(subject)), m_now(now), m_progress(progress) {}

  Result<Incoming> read(bool isNewForm) {
    for (const char* table : {"notes", "cards", "revlog", "col"})
      if (!m_database.hasTable(table))
        return refused(std::string("its database has no table \"") + table + "\"");
    PHASEBOARD_TRY(isNewForm ? readNewTypes() : readOldTypes());
    PHASEBOARD_TRY(readNotes());
    PHASEBOARD_TRY(readCards());
    PHASEBOARD_TRY(readReviews());
    return result();
  }

 private:
  Status readOldTypes() {
    bool isRead = false;
    PHASEBOARD_TRY(
        m_database.each("SELECT models, conf FROM col", [&](const ForeignRow& row) -> Status {
          auto types = noteTypesFromJson(row.bytes(0).value_or(""));
          if (!types)
            return refused("its note types cannot be read");
          m_types = std::move(*types);
          m_scheduler = schedulerVersion(row.bytes(1).value_or(""));
          isRead = true;
          return {};
        }));
    return isRead ? Status{} : refused("its database has no collection");
  }

  Status readNewTypes() {
    for (const char* table : {"notetypes", "fields", "templates"})
      if (!m_database.hasTable(table))
        return refused(std::string("its database has no table \"") + table + "\"");
    m_scheduler = 2;
    PHASEBOARD_TRY(
        m_database.each("SELECT id, config FROM notetypes", [&](const ForeignRow& row) -> Status {
          m_types[row.integer(0).value_or(0)].isCloze = isClozeFromBytes(row.bytes(1).value_or(""));
          return {};
        }));
    PHASEBOARD_TRY(
        m_database.each("SELECT ntid, ord, name FROM fields", [&](const ForeignRow& row) -> Status {
          auto& fields = m_types[row.integer(0).value_or(0)].fields;
          return place(fields, row.integer(1), row.bytes(2).value_or(""));
        }));
    return m_database.each(
        "SELECT ntid, ord, config FROM templates", [&](const ForeignRow& row) -> Status {
          auto& templates = m_types[row.integer(0).value_or(0)].templates;
          return place(templates, row.integer(1), templateFromBytes(row.bytes(2).value_or("")));
        });
  }

  template <class T>
  Status place(std::vector<T>& list, std::optional<std::int64_t> at, T value) {
    constexpr std::int64_t kMostPlaces = 200;
    if (!at || *at < 0 || *at >= kMostPlaces)
      return refused("a note type with a part out of place");
    const auto index = static_cast<std::size_t>(*at);
    if (list.size() <= index)
      list.resize(index + 1);
    list[index] = std::move(value);
    return {};
  }

  Status readNotes() {
    return m_database.each(
        "SELECT id, guid, mid, tags, flds FROM notes", [&](const ForeignRow& row) -> Status {
          PHASEBOARD_TRY(look());
          const auto id = row.integer(0);
          const auto type = row.integer(2);
          const auto fields = row.bytes(4);
          if (!id || !type || !fields)
            return {};
          std::string guid = row.bytes(1).value_or("");
          if (!isGoodGuid(guid))
            guid = "note-" + std::to_string(*id);
          m_notes[*id] = {std::move(guid), *type, row.bytes(3).value_or(""), fieldsOf(*fields)};
          if (m_notes.size() > static_cast<std::size_t>(kMostForeignNotes))
            return refused("more than 200,000 notes");
          return {};
        });
  }

  Status readCards() {
    return m_database.each("SELECT id, nid, ord, queue, type FROM cards",
                           [&](const ForeignRow& row) -> Status {
                             PHASEBOARD_TRY(look());
                             const auto note = m_notes.find(row.integer(1).value_or(0));
                             const std::int64_t card = row.integer(2).value_or(-1);
                             if (note == m_notes.end() || card < 0 || card > 500)
                               return leaveOut();
                             auto prompt = promptOf(note->second, static_cast<std::size_t>(card));
                             if (!prompt)
                               return leaveOut();
                             prompt->isSuspended = row.integer(3) == kSuspendedQueue;
                             m_wasLearnt.push_back(row.integer(4).value_or(0) != 0);
                             m_places[row.integer(0).value_or(0)] = m_prompts.size();
                             m_prompts.push_back(std::move(*prompt));
                             if (m_prompts.size() > exchange::kMostImported)
                               return refused("more than 200,000 cards");
                             return {};
                           });
  }

  Status leaveOut() {
    ++m_leftOut.cards;
    return {};
  }

  std::optional<IncomingPrompt> promptOf(const AnkiNoteRow& note, std::size_t card) {
    const auto type = m_types.find(note.type);
    if (type == m_types.end())
      return std::nullopt;
    const exchange::AnkiSides sides = exchange::sidesOf(type->second, note.fields, card);
    const exchange::TextOfHtml ask = exchange::textOfHtml(sides.front);
    const exchange::TextOfHtml answer = exchange::textOfHtml(sides.back);
    if (ask.markdown.empty() || answer.markdown.empty() ||
        ask.markdown.size() > exchange::kLongestImportedText ||
        answer.markdown.size() > exchange::kLongestImportedText)
      return std::nullopt;
    m_leftOut.pictures += ask.pictures + answer.pictures;
    m_leftOut.sounds += ask.sounds + answer.sounds;
    IncomingPrompt prompt;
    const bool isOurs = review::splitPromptId(PromptId{note.guid}).has_value() && card == 0;
    prompt.origin = isOurs ? note.guid : "anki:" + note.guid + ":" + std::to_string(card);
    prompt.ask = isOurs ? withoutOurPictures(ask.markdown) : ask.markdown;
    prompt.answer = isOurs ? withoutOurPictures(answer.markdown) : answer.markdown;
    if (prompt.ask.empty() || prompt.answer.empty())
      return std::nullopt;
    prompt.question = QuestionId{taggedWith(note.tags, "phaseboard::question::")};
    prompt.phase = PhaseId{taggedWith(note.tags, "phaseboard::phase::")};
    return prompt;
  }

  Status readReviews() {
    std::int64_t count = 0;
    Status read = m_database.each("SELECT id, cid, ease, ivl, time, type, factor FROM revlog",
                                  [&](const ForeignRow& row) -> Status {
                                    PHASEBOARD_TRY(look());
                                    if (++count > kMostForeignReviews)
                                      return refused("more than 5,000,000 reviews");
                                    const auto place = m_places.find(row.integer(1).value_or(0));
                                    if (place == m_places.end())
                                      return {};
                                    if (const auto review = reviewOf(row))
                                      m_prompts[place->second].reviews.push_back(*review);
                                    else
                                      ++m_leftOut.reviews;
                                    return {};
                                  });
    if (!read)
      return read;
    for (std::size_t at = 0; at < m_prompts.size(); ++at) {
      auto& reviews = m_prompts[at].reviews;
      std::sort(reviews.begin(), reviews.end(),
                [](const IncomingReview& a, const IncomingReview& b) { return a.at < b.at; });
      m_leftOut.withoutHistory += m_wasLearnt[at] && reviews.empty() ? 1 : 0;
    }
    return {};
  }

  /// Nothing for what was no answer: moved by hand, crammed, or out of all bounds.
  [[nodiscard]] std::optional<IncomingReview> reviewOf(const ForeignRow& row) const {
    enum Kind : std::int64_t { Learn = 0, Relearn = 2, Filtered = 3, Manual = 4 };
    const auto at = row.integer(0);
    const auto interval = row.integer(3);
    const std::int64_t kind = row.integer(5).value_or(Manual);
    std::int64_t ease = row.integer(2).value_or(0);
    const bool isCrammed = kind == Filtered && row.integer(6).value_or(0) == 0;
    if (!at || !interval || kind < 0 || kind >= Manual || isCrammed)
      return std::nullopt;
    if (*at < kFirstReviewMs || *at > m_now.value() + kMillisPerDay)
      return std::nullopt;
    // The first scheduler had three buttons while learning: again, good, easy.
    if (m_scheduler == 1 && (kind == Learn || kind == Relearn) && ease >= 2)
      ++ease;
    if (ease < 1 || ease > 4)
      return std::nullopt;
    IncomingReview review;
    review.at = Instant{*at};
    review.rating = *memory::ratingFromNumber(static_cast<int>(ease));
    review.thinking = Millis{std::clamp<std::int64_t>(row.integer(4).value_or(0), 0, 600'000)};
    review.intervalSeconds = intervalSecondsOf(*interval);
    return review;
  }

  /// Anki counts days, or negative seconds.
  [[nodiscard]] static std::int64_t intervalSecondsOf(std::int64_t interval) {
    if (interval >= 0)
      return std::min(interval, kLongestIntervalDays) * kSecondsPerDay;
    const std::int64_t seconds = interval < -kSecondsPerDay * 2 ? kSecondsPerDay * 2 : -interval;
    return seconds < kSecondsPerDay ? seconds : seconds / kSecondsPerDay * kSecondsPerDay;
  }

  Result<Incoming> result() {
    Incoming incoming;
    incoming.source = "Anki package";
    incoming.prompts = std::move(m_prompts);
    if (incoming.prompts.empty())
      return refused("no cards with text on both sides");
    const auto remark = [&incoming](std::int64_t count, const char* what) {
      if (count > 0)
        incoming.remarks.push_back(std::to_string(count) + what);
    };
    remark(m_leftOut.cards, " cards without text on both sides are left out.");
    remark(m_leftOut.pictures, " pictures are left out; their names stand in the text.");
    remark(m_leftOut.sounds, " sounds are left out.");
    remark(m_leftOut.reviews,
           " entries of the history are no answers, or out of bounds: left out.");
    remark(m_leftOut.withoutHistory,
           " cards were learnt but come without a history: they begin anew.");
    return incoming;
  }

  [[nodiscard]] Status look() {
    constexpr std::int64_t kRowsPerLook = 1'000;
    if (++m_rows % kRowsPerLook == 0 && !exchange::goesOn(m_progress, m_rows, 0))
      return exchange::stopped();
    return {};
  }

  [[nodiscard]] tl::unexpected<Error> refused(const std::string& why) const {
    return fail(ErrorKind::InvalidInput, m_subject, why);
  }

  ForeignDatabase& m_database;
  std::string m_subject;
  Instant m_now;
  const exchange::Progress& m_progress;
  int m_scheduler = 2;
  AnkiNoteTypes m_types;
  std::unordered_map<std::int64_t, AnkiNoteRow> m_notes;
  std::vector<IncomingPrompt> m_prompts;
  std::vector<bool> m_wasLearnt;
  std::unordered_map<std::int64_t, std::size_t> m_places;  ///< of a card in `m_prompts`
  LeftOut m_leftOut;
  std::int64_t m_rows = 0;
};

}  // namespace

Result<Incoming> readAnkiCollection(std::string bytes, bool isNewForm, const std::string& subject,
                                    Instant now, const exchange::Progress& progress) {
  PHASEBOARD_TRY_ASSIGN(
      const auto database,
      ForeignDatabase::open(std::move(bytes),
                            {"col", "notes", "cards", "revlog", "notetypes", "fields", "templates"},
                            subject, progress));
  CollectionReader reader(*database, subject, now, progress);
  PHASEBOARD_TRY_ASSIGN(Incoming incoming, reader.read(isNewForm));
  PHASEBOARD_TRY(exchange::checkIncoming(incoming, subject));
  return incoming;
}

Result<Incoming> readAnkiPackage(const std::filesystem::path& file, Instant now,
                                 const exchange::Progress& progress) {
  constexpr const char* kNewest = "collection.anki21b";
  constexpr const char* kNewer = "collection.anki21";
  constexpr const char* kOldest = "collection.anki2";
  const std::string subject = file.string();
  PHASEBOARD_TRY_ASSIGN(auto contents, readArchive(file, {kNewest, kNewer, kOldest}, progress));
  if (const auto newest = contents.find(kNewest); newest != contents.end()) {
    auto unpacked = unpackZstd(newest->second, static_cast<std::size_t>(kLargestEntry));
    if (!unpacked)
      return fail(ErrorKind::InvalidInput, subject,
                  "its database is damaged or larger than 256 MB; in Anki, tick \"Support older "
                  "Anki versions\" when you export");
    return readAnkiCollection(std::move(*unpacked), true, subject, now, progress);
  }
  for (const char* name : {kNewer, kOldest})
    if (const auto found = contents.find(name); found != contents.end())
      return readAnkiCollection(std::move(found->second), false, subject, now, progress);
  return fail(ErrorKind::InvalidInput, subject, "not an Anki package: it holds no collection");
}

}  // namespace phaseboard::db
