// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "app/base/bytes.h"
#include "db/notebook/answer_journal.h"

namespace phaseboard::db {
namespace {

constexpr std::string_view kHeadMark = "PBJ1";
constexpr std::string_view kRecordSign = "Pb";  // of either
constexpr std::string_view kEventRecord = "PbEv";
constexpr std::string_view kLogRecord = "PbLg";
constexpr std::size_t kHeadSize = 12;
constexpr std::size_t kRecordHeadSize = 12;
constexpr std::size_t kLongestPayload = 65'536;

template <class Number>
void put(std::string& out, Number number) {
  const auto bits = static_cast<std::uint64_t>(number);
  for (std::size_t i = 0; i < sizeof(Number); ++i)
    out += static_cast<char>((bits >> (8 * i)) & 0xffU);
}

void putText(std::string& out, std::string_view text) {
  put(out, static_cast<std::uint16_t>(text.size()));
  out += text;
}

/// Takes a payload apart; every read may find too little.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : m_rest(bytes) {}

  [[nodiscard]] bool isWhole() const { return m_isWhole && m_rest.empty(); }

  template <class Number>
  Number number() {
    std::uint64_t bits = 0;
    const std::string_view bytes = take(sizeof(Number));
    for (std::size_t i = 0; i < bytes.size(); ++i)
      bits |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    return static_cast<Number>(bits);
  }

  Uuid uuid() {
    Uuid::Bytes id{};
    const std::string_view bytes = take(id.size());
    std::transform(bytes.begin(), bytes.end(), id.begin(),
                   [](char byte) { return static_cast<std::uint8_t>(byte); });
    return Uuid{id};
  }

  std::string text() { return std::string(take(number<std::uint16_t>())); }

 private:
  std::string_view take(std::size_t size) {
    if (size > m_rest.size()) {
      m_isWhole = false;
      m_rest = {};
      return {};
    }
    const std::string_view taken = m_rest.substr(0, size);
    m_rest.remove_prefix(size);
    return taken;
  }

  std::string_view m_rest;
  bool m_isWhole = true;
};

std::string payloadOf(const JournalEntry& entry) {
  const review::ReviewEvent& event = entry.event;
  std::string out;
  out += event.id.view();
  put(out, static_cast<std::uint8_t>(event.kind));
  out += event.target.view();
  put(out, event.at.value());
  put(out, event.offset.value());
  put(out, event.day.value());
  put(out, static_cast<std::uint8_t>(memory::number(event.rating)));
  put(out, event.thinking.value());
  put(out, event.contentHash);
  out += event.device.view();
  put(out, event.intervalSeconds);
  putText(out, event.prompt.value());
  putText(out, entry.question ? entry.question->value() : "");
  putText(out, entry.phase ? entry.phase->value() : "");
  return out;
}

std::optional<JournalEntry> entryFrom(std::string_view payload) {
  Reader in(payload);
  JournalEntry entry;
  review::ReviewEvent& event = entry.event;
  event.id = in.uuid();
  const auto kind = in.number<std::uint8_t>();
  event.target = in.uuid();
  event.at = Instant{in.number<std::int64_t>()};
  event.offset = UtcOffset{in.number<std::int32_t>()};
  event.day = StudyDay{in.number<std::int32_t>()};
  const auto rating = memory::ratingFromNumber(in.number<std::uint8_t>());
  event.thinking = Millis{in.number<std::int64_t>()};
  event.contentHash = in.number<std::uint64_t>();
  event.device = in.uuid();
  event.intervalSeconds = in.number<std::int64_t>();
  event.prompt = PromptId{in.text()};
  const std::string question = in.text();
  const std::string phase = in.text();
  if (!in.isWhole() || !rating || kind > static_cast<std::uint8_t>(review::EventKind::Correct) ||
      event.prompt.value().empty())
    return std::nullopt;
  event.kind = static_cast<review::EventKind>(kind);
  event.rating = *rating;
  if (!question.empty())
    entry.question = QuestionId{question};
  if (!phase.empty())
    entry.phase = PhaseId{phase};
  return entry;
}

std::optional<LogMark> markFrom(std::string_view payload) {
  Reader in(payload);
  LogMark mark;
  mark.salt = in.number<std::uint64_t>();
  mark.frames = in.number<std::uint32_t>();
  return in.isWhole() ? std::optional(mark) : std::nullopt;
}

std::string record(std::string_view kind, const std::string& payload) {
  std::string bytes(kind);
  put(bytes, static_cast<std::uint32_t>(payload.size()));
  put(bytes, crc32c(payload));
  return bytes + payload;
}

/// Adds the record at the beginning of `bytes` to `contents`; its size, or 0 when no whole one is
/// there.
std::size_t takeRecord(std::string_view bytes, JournalContents& contents) {
  if (bytes.size() < kRecordHeadSize ||
      !(bytes.starts_with(kEventRecord) || bytes.starts_with(kLogRecord)))
    return 0;
  Reader head(bytes.substr(kEventRecord.size(), 8));
  const auto length = head.number<std::uint32_t>();
  const auto checksum = head.number<std::uint32_t>();
  if (length > kLongestPayload || length > bytes.size() - kRecordHeadSize)
    return 0;
  const std::string_view payload = bytes.substr(kRecordHeadSize, length);
  if (crc32c(payload) != checksum)
    return 0;
  if (bytes.starts_with(kLogRecord)) {
    const auto mark = markFrom(payload);
    contents.mark = mark.value_or(contents.mark);
    return mark ? kRecordHeadSize + length : 0;
  }
  auto entry = entryFrom(payload);
  if (!entry)
    return 0;
  contents.entries.push_back(std::move(*entry));
  return kRecordHeadSize + length;
}

}  // namespace

std::string journalHead(Instant from) {
  std::string head(kHeadMark);
  put(head, from.value());
  return head;
}

std::string journalRecord(const JournalEntry& entry) {
  return record(kEventRecord, payloadOf(entry));
}

std::string journalRecord(const LogMark& mark) {
  std::string payload;
  put(payload, mark.salt);
  put(payload, mark.frames);
  return record(kLogRecord, payload);
}

JournalContents readJournal(std::string_view bytes) {
  JournalContents contents;
  std::size_t at = 0;
  if (bytes.size() >= kHeadSize && bytes.starts_with(kHeadMark)) {
    Reader head(bytes.substr(kHeadMark.size(), 8));
    contents.from = Instant{head.number<std::int64_t>()};
    at = kHeadSize;
    contents.wholeBytes = at;
  }
  while (at < bytes.size()) {
    if (const std::size_t size = takeRecord(bytes.substr(at), contents); size > 0) {
      contents.damagedBytes += at - contents.wholeBytes;
      at += size;
      contents.wholeBytes = at;
      continue;
    }
    at = std::min(bytes.find(kRecordSign, at + 1), bytes.size());
  }
  return contents;
}

}  // namespace phaseboard::db
