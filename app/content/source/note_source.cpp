// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <locale>
#include <sstream>

#include "app/content/checks/number_check.h"
#include "app/content/source/item_id.h"
#include "app/content/source/map_reader.h"
#include "app/content/source/question_source.h"

namespace phaseboard::content {
namespace {

constexpr int kOldestSource = 1900;
constexpr int kNewestSource = 2100;

Chapter readChapter(const SourceNode& node, const FileLog& log) {
  MapReader fields(node, "chapter", log);
  Chapter chapter;
  chapter.id = readItemId(fields);
  chapter.title = fields.title("title");
  chapter.text = fields.markdown("text");
  chapter.concepts = fields.concepts("concepts");
  fields.done();
  return chapter;
}

KeyPoint readKeyPoint(const SourceNode& node, const FileLog& log) {
  MapReader fields(node, "key point", log);
  KeyPoint point;
  point.id = readItemId(fields);
  point.statement = fields.markdown("statement");
  point.why = fields.markdown("why");
  point.alternative = fields.markdown("alternative");
  point.level = fields.level("level");
  for (const LocatedText& part : fields.words("parts")) {
    const std::string target = fullPartId(log.question(), part.text);
    log.refer(ReferenceKind::Part, target, part.line);
    point.parts.emplace_back(target);
  }
  point.concepts = fields.concepts("concepts");
  fields.done();
  return point;
}

TradeOff readTradeOff(const SourceNode& node, const FileLog& log) {
  MapReader fields(node, "trade-off", log);
  TradeOff tradeOff;
  tradeOff.id = readItemId(fields);
  tradeOff.choice = fields.markdown("choice");
  for (const SourceNode& entry : fields.entries("options", 2)) {
    MapReader option(entry, "option", log);
    tradeOff.options.push_back(
        {option.markdown("option"), option.markdown("buys"), option.markdown("costs")});
    option.done();
  }
  tradeOff.decides = fields.markdown("decides");
  fields.done();
  return tradeOff;
}

std::string asText(double value) {
  std::ostringstream text;
  text.imbue(std::locale::classic());
  text.precision(7);
  text << value;
  return text.str();
}

/// Evaluates the arithmetic and compares it with what is printed.
void checkNumber(Number& number, const MapReader& fields) {
  const FileLog& log = fields.log();
  if (number.expression.empty() || number.shown.empty())
    return;
  const Result<double> value = evaluateExpression(number.expression);
  if (!value)
    log.problem(fields.lineOf("expression"), "number: expression \"" + number.expression +
                                                 "\" cannot be evaluated: " + value.error().detail);
  const std::optional<ShownNumber> shown = readShown(number.shown);
  if (!shown)
    log.problem(fields.lineOf("shown"),
                "number: shown \"" + number.shown +
                    "\" is not a number with an optional k, M, B, T, P or %");
  if (!value || !shown)
    return;
  number.value = *value;
  if (!agrees(number.value, *shown))
    log.problem(fields.lineOf("shown"), "number: shown \"" + number.shown + "\" but " +
                                            number.expression + " = " + asText(number.value));
}

Number readNumber(const SourceNode& node, const FileLog& log) {
  MapReader fields(node, "number", log);
  Number number;
  number.id = readItemId(fields);
  number.statement = fields.markdown("statement");
  number.expression = fields.word("expression");
  number.shown = fields.word("shown");
  number.unit = fields.optionalWord("unit");
  number.assumptions = fields.optionalMarkdown("assumptions");
  fields.done();
  checkNumber(number, fields);
  return number;
}

Pitfall readPitfall(const SourceNode& node, const FileLog& log) {
  MapReader fields(node, "pitfall", log);
  Pitfall pitfall;
  pitfall.id = readItemId(fields);
  pitfall.statement = fields.markdown("statement");
  pitfall.how = fields.markdown("how");
  pitfall.fix = fields.markdown("fix");
  fields.done();
  return pitfall;
}

FollowUp readFollowUp(const SourceNode& node, const FileLog& log) {
  MapReader fields(node, "follow-up", log);
  FollowUp followUp;
  followUp.id = readItemId(fields);
  followUp.question = fields.markdown("question");
  followUp.answer = fields.markdown("answer");
  followUp.level = fields.level("level");
  fields.done();
  return followUp;
}

Source readSource(const SourceNode& node, const FileLog& log) {
  MapReader fields(node, "source", log);
  // Names and titles of others are written as they wrote them: our spelling does not apply.
  Source source;
  source.author = fields.word("author");
  source.title = fields.word("title");
  source.year = fields.integer("year", kOldestSource, kNewestSource);
  source.venue = fields.optionalWord("venue");
  fields.done();
  return source;
}

std::vector<DiagramId> readDiagrams(MapReader& fields) {
  const FileLog& log = fields.log();
  std::vector<DiagramId> diagrams;
  for (const LocatedText& item : fields.words("diagrams")) {
    const DiagramId id{fullFigureId(log.question(), item.text)};
    log.refer(ReferenceKind::Figure, id.value(), item.line);
    log.define("a figure among the notes of " + log.question().value(), item.text, item.line);
    if (std::find(diagrams.begin(), diagrams.end(), id) == diagrams.end())
      diagrams.push_back(id);
  }
  return diagrams;
}

template <class Item>
std::vector<Item> readItems(MapReader& fields, std::string_view key, int least,
                            Item (*read)(const SourceNode&, const FileLog&)) {
  std::vector<Item> items;
  for (const SourceNode& node : fields.entries(key, least))
    items.push_back(read(node, fields.log()));
  return items;
}

}  // namespace

Note readNote(const SourceNode& root, const FileLog& log) {
  MapReader fields(root, "note", log);
  Note note;
  note.question = log.question();
  const std::string question = fields.id("question");
  if (!question.empty() && question != log.question().value())
    log.problem(fields.lineOf("question"), "note: question \"" + question +
                                               "\" differs from its folder \"" +
                                               log.question().value() + "\"");
  note.phase = PhaseId{fields.id("phase")};
  note.summary = fields.markdown("summary");
  note.chapters = readItems(fields, "chapters", 0, readChapter);
  note.keyPoints = readItems(fields, "key_points", kLeastKeyPoints, readKeyPoint);
  note.tradeOffs = readItems(fields, "trade_offs", kLeastTradeOffs, readTradeOff);
  note.numbers = readItems(fields, "numbers", kLeastNumbers, readNumber);
  note.pitfalls = readItems(fields, "pitfalls", kLeastPitfalls, readPitfall);
  note.followUps = readItems(fields, "follow_ups", kLeastFollowUps, readFollowUp);
  note.sources = readItems(fields, "sources", kLeastSources, readSource);
  note.diagrams = readDiagrams(fields);
  fields.done();
  return note;
}

}  // namespace phaseboard::content
