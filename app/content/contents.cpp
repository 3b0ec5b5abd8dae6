// SPDX-License-Identifier: Apache-2.0
#include "app/content/contents.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "app/base/hash.h"

namespace phaseboard::content {
namespace {

constexpr auto kLastKind = static_cast<std::uint8_t>(ContentKind::Prompt);

std::uint64_t hashOfFields(std::initializer_list<std::string_view> fields) {
  Fnv64 hash;
  for (const std::string_view field : fields)
    hash.addField(field);
  return hash.value();
}

std::uint64_t hashOfOpening(const Question& question) {
  Fnv64 hash;
  hash.addField(question.title).addField(question.subtitle).addField(question.interviewer);
  for (const auto* lines : {&question.inScope, &question.outOfScope, &question.assumptions}) {
    hash.addNumber(lines->size());
    for (const std::string& line : *lines)
      hash.addField(line);
  }
  return hash.value();
}

std::uint64_t hashOfOptions(const TradeOff& item) {
  Fnv64 hash;
  hash.addField(item.choice).addField(item.decides);
  for (const TradeOffOption& option : item.options)
    hash.addField(option.option).addField(option.buys).addField(option.costs);
  return hash.value();
}

void addNote(const Note& note, QuestionContents& all) {
  all.push_back(
      {ContentKind::Summary, noteTarget(note.question, note.phase).value(), fnv64(note.summary)});
  for (const Chapter& item : note.chapters)
    all.push_back({ContentKind::Chapter, item.id.value(), hashOfFields({item.title, item.text})});
  for (const KeyPoint& item : note.keyPoints)
    all.push_back({ContentKind::KeyPoint, item.id.value(),
                   hashOfFields({item.statement, item.why, item.alternative})});
  for (const TradeOff& item : note.tradeOffs)
    all.push_back({ContentKind::TradeOff, item.id.value(), hashOfOptions(item)});
  for (const Number& item : note.numbers)
    all.push_back(
        {ContentKind::Number, item.id.value(),
         hashOfFields({item.statement, item.expression, item.shown, item.unit, item.assumptions})});
  for (const Pitfall& item : note.pitfalls)
    all.push_back({ContentKind::Pitfall, item.id.value(),
                   hashOfFields({item.statement, item.how, item.fix})});
  for (const FollowUp& item : note.followUps)
    all.push_back(
        {ContentKind::FollowUp, item.id.value(), hashOfFields({item.question, item.answer})});
}

void addFigure(const Diagram& figure, QuestionContents& all) {
  all.push_back(
      {ContentKind::Figure, figure.id.value(), hashOfFields({figure.title, figure.description})});
  for (const Part& part : figure.parts) {
    const std::string id = partTarget(figure.id, part.id).value();
    all.push_back({ContentKind::Part, id,
                   hashOfFields({part.title, part.label, part.from.value_or(PartId{}).value(),
                                 part.to.value_or(PartId{}).value()})});
    all.push_back({ContentKind::Explanation, id, fnv64(part.explanation)});
  }
}

/// The id of today: of the thing itself, or of what it lies in.
std::string idToday(const std::string& id,
                    const std::map<std::string, std::string, std::less<>>& renames) {
  for (std::size_t end = id.size(); end != std::string::npos && end > 0;
       end = id.find_last_of("/#", end - 1))
    if (const auto renamed = renames.find(std::string_view(id).substr(0, end));
        renamed != renames.end())
      return renamed->second + id.substr(end);
  return id;
}

using Key = std::pair<ContentKind, std::string>;

std::map<Key, std::uint64_t> byKey(const QuestionContents& contents) {
  std::map<Key, std::uint64_t> all;
  for (const ContentMark& mark : contents)
    all.emplace(Key{mark.kind, mark.id}, mark.hash);
  return all;
}

std::vector<ChangedContent> changesBetween(const QuestionContents& before,
                                           const QuestionContents& now) {
  const std::map<Key, std::uint64_t> old = byKey(before);
  std::map<Key, std::uint64_t> current = byKey(now);
  std::vector<ChangedContent> changes;
  for (const auto& [key, hash] : current) {
    const auto known = old.find(key);
    if (known != old.end() && known->second != hash)
      changes.push_back({ContentChange::Changed, key.first, key.second});
    if (known == old.end() && key.first != ContentKind::Explanation)
      changes.push_back({ContentChange::Added, key.first, key.second});
  }
  for (const auto& [key, hash] : old)
    if (!current.contains(key) && key.first != ContentKind::Explanation)
      changes.push_back({ContentChange::Removed, key.first, key.second});
  std::sort(changes.begin(), changes.end());
  return changes;
}

void putLength(std::string& out, std::size_t length) {
  out += static_cast<char>(length & 0xffU);
  out += static_cast<char>((length >> 8U) & 0xffU);
}

}  // namespace

QuestionContents contentsOf(const Question& question) {
  QuestionContents all;
  all.push_back({ContentKind::Opening, question.id.value(), hashOfOpening(question)});
  for (const DialogueLine& line : question.dialogue)
    all.push_back({ContentKind::DialogueLine, line.id.value(),
                   hashOfFields({line.ask, line.answer, line.why})});
  for (const Note& note : question.notes)
    addNote(note, all);
  for (const Diagram& figure : question.diagrams)
    addFigure(figure, all);
  for (const AuthoredPrompt& prompt : question.prompts)
    all.push_back(
        {ContentKind::Prompt, prompt.id.value(), hashOfFields({prompt.question, prompt.answer})});
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<QuestionUpdate> compareContents(
    const Contents& before, const Contents& now,
    const std::map<std::string, std::string, std::less<>>& renames) {
  Contents old;
  for (const auto& [question, marks] : before) {
    QuestionContents& renamed = old[QuestionId{idToday(question.value(), renames)}];
    for (const ContentMark& mark : marks)
      renamed.push_back({mark.kind, idToday(mark.id, renames), mark.hash});
  }
  std::vector<QuestionUpdate> updates;
  for (const auto& [question, marks] : now) {
    const auto known = old.find(question);
    QuestionUpdate update{question, known == old.end(), {}};
    if (!update.isNew)
      update.changes = changesBetween(known->second, marks);
    if (update.isNew || !update.changes.empty())
      updates.push_back(std::move(update));
  }
  return updates;
}

std::string packedContents(const QuestionContents& contents) {
  std::string bytes;
  for (const ContentMark& mark : contents) {
    bytes += static_cast<char>(mark.kind);
    for (unsigned shift = 0; shift < 64; shift += 8)
      bytes += static_cast<char>((mark.hash >> shift) & 0xffU);
    putLength(bytes, mark.id.size());
    bytes += mark.id;
  }
  return bytes;
}

std::optional<QuestionContents> readPackedContents(std::string_view bytes) {
  constexpr std::size_t kHead = 11;
  QuestionContents contents;
  while (!bytes.empty()) {
    if (bytes.size() < kHead)
      return std::nullopt;
    const auto byteAt = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
    ContentMark mark;
    if (byteAt(0) > kLastKind)
      return std::nullopt;
    mark.kind = static_cast<ContentKind>(byteAt(0));
    for (unsigned i = 0; i < 8; ++i)
      mark.hash |= static_cast<std::uint64_t>(byteAt(1 + i)) << (8 * i);
    const std::size_t length = byteAt(9) | static_cast<std::size_t>(byteAt(10)) << 8U;
    if (bytes.size() - kHead < length)
      return std::nullopt;
    mark.id = bytes.substr(kHead, length);
    contents.push_back(std::move(mark));
    bytes.remove_prefix(kHead + length);
  }
  return contents;
}

}  // namespace phaseboard::content
