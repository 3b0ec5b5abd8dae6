// SPDX-License-Identifier: Apache-2.0
#include "app/content/hashes.h"

#include "app/base/hash.h"

namespace phaseboard::content {
namespace {

template <class Ids>
void addIds(Fnv64& hash, const Ids& ids) {
  hash.addNumber(ids.size());
  for (const auto& id : ids)
    hash.addField(id.value());
}

void addKeyPoint(Fnv64& hash, const KeyPoint& item) {
  hash.addField(item.id.value())
      .addField(item.statement)
      .addField(item.why)
      .addField(item.alternative)
      .addNumber(static_cast<std::uint64_t>(item.level));
  addIds(hash, item.parts);
  addIds(hash, item.concepts);
}

void addTradeOff(Fnv64& hash, const TradeOff& item) {
  hash.addField(item.id.value()).addField(item.choice).addField(item.decides);
  hash.addNumber(item.options.size());
  for (const TradeOffOption& option : item.options)
    hash.addField(option.option).addField(option.buys).addField(option.costs);
}

void addNumber(Fnv64& hash, const Number& item) {
  hash.addField(item.id.value())
      .addField(item.statement)
      .addField(item.expression)
      .addField(item.shown)
      .addField(item.unit)
      .addField(item.assumptions);
}

}  // namespace

std::uint64_t hashOf(const Note& note) {
  Fnv64 hash;
  hash.addField(note.question.value()).addField(note.phase.value()).addField(note.summary);
  hash.addNumber(note.chapters.size());
  for (const Chapter& item : note.chapters) {
    hash.addField(item.id.value()).addField(item.title).addField(item.text);
    addIds(hash, item.concepts);
  }
  hash.addNumber(note.keyPoints.size());
  for (const KeyPoint& item : note.keyPoints)
    addKeyPoint(hash, item);
  hash.addNumber(note.tradeOffs.size());
  for (const TradeOff& item : note.tradeOffs)
    addTradeOff(hash, item);
  hash.addNumber(note.numbers.size());
  for (const Number& item : note.numbers)
    addNumber(hash, item);
  hash.addNumber(note.pitfalls.size());
  for (const Pitfall& item : note.pitfalls)
    hash.addField(item.id.value()).addField(item.statement).addField(item.how).addField(item.fix);
  hash.addNumber(note.followUps.size());
  for (const FollowUp& item : note.followUps)
    hash.addField(item.id.value())
        .addField(item.question)
        .addField(item.answer)
        .addNumber(static_cast<std::uint64_t>(item.level));
  hash.addNumber(note.sources.size());
  for (const Source& source : note.sources)
    hash.addField(source.author)
        .addField(source.title)
        .addNumber(static_cast<std::uint64_t>(source.year))
        .addField(source.venue);
  addIds(hash, note.diagrams);
  return hash.value();
}

}  // namespace phaseboard::content
