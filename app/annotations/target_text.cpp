// SPDX-License-Identifier: Apache-2.0
#include "app/annotations/target_text.h"

#include <initializer_list>
#include <utility>

#include "app/annotations/passage.h"
#include "app/base/hash.h"
#include "app/content/checks/markdown_scan.h"

namespace phaseboard::annotations {
namespace {

std::string readableLines(std::initializer_list<std::string_view> fields) {
  std::string all;
  for (const std::string_view field : fields)
    if (const std::string plain = readableText(field); !plain.empty())
      all += (all.empty() ? "" : "\n") + plain;
  return all;
}

TargetText makeTarget(TargetId id, TargetKind kind, const QuestionId& question,
                      const PhaseId& phase, std::string title, std::string text) {
  TargetText target;
  target.version = Fnv64{}.addField(title).addField(text).value();
  target.id = std::move(id);
  target.kind = kind;
  target.question = question;
  target.phase = phase;
  target.title = std::move(title);
  target.text = std::move(text);
  return target;
}

std::string optionsText(const content::TradeOff& tradeOff) {
  std::string text;
  for (const content::TradeOffOption& option : tradeOff.options)
    text += readableLines({option.option, option.buys, option.costs}) + "\n";
  return text;
}

}  // namespace

std::string readableText(std::string_view markdown) {
  std::string kept;
  char inside = 0;  // the mark that began code or a formula
  for (std::size_t at = 0; at < markdown.size(); ++at) {
    const char c = markdown[at];
    if (inside == 0 && c == '\\' && at + 1 < markdown.size()) {
      kept += c;
      kept += markdown[++at];
    } else if (c == '$' && inside != '`') {
      if (inside == 0)
        kept += ' ';
      inside = inside == '$' ? '\0' : '$';
      while (at + 1 < markdown.size() && markdown[at + 1] == '$')
        ++at;
    } else if (inside != '$') {
      if (c == '`')
        inside = inside == '`' ? '\0' : '`';
      kept += c;
    }
  }
  return content::scanMarkdown(kept).plain;
}

std::vector<TargetText> targetsOf(const content::Note& note) {
  std::vector<TargetText> all;
  const auto add = [&](TargetKind kind, const ItemId& id, std::string_view title,
                       std::string text) {
    all.push_back(makeTarget(TargetId{id.value()}, kind, note.question, note.phase,
                             readableText(title), std::move(text)));
  };
  const std::string summary = readableText(note.summary);
  all.push_back(makeTarget(content::noteTarget(note.question, note.phase), TargetKind::Note,
                           note.question, note.phase, firstWords(summary, 12), summary));
  for (const content::Chapter& item : note.chapters)
    add(TargetKind::Item, item.id, item.title, readableLines({item.title, item.text}));
  for (const content::KeyPoint& item : note.keyPoints)
    add(TargetKind::KeyPoint, item.id, item.statement,
        readableLines({item.statement, item.why, item.alternative}));
  for (const content::TradeOff& item : note.tradeOffs)
    add(TargetKind::Item, item.id, item.choice,
        readableText(item.choice) + "\n" + optionsText(item) + readableText(item.decides));
  for (const content::Number& item : note.numbers)
    add(TargetKind::Item, item.id, item.statement,
        readableLines({item.statement, item.shown, item.unit, item.assumptions}));
  for (const content::Pitfall& item : note.pitfalls)
    add(TargetKind::Item, item.id, item.statement,
        readableLines({item.statement, item.how, item.fix}));
  for (const content::FollowUp& item : note.followUps)
    add(TargetKind::Item, item.id, item.question, readableLines({item.question, item.answer}));
  return all;
}

std::vector<TargetText> targetsOf(const content::Question& question) {
  std::vector<TargetText> all;
  std::string opening = readableText(question.interviewer);
  for (const auto* lines : {&question.inScope, &question.outOfScope, &question.assumptions})
    for (const std::string& line : *lines)
      opening += "\n" + readableText(line);
  all.push_back(makeTarget(TargetId{question.id.value()}, TargetKind::Opening, question.id, {},
                           question.title, std::move(opening)));
  for (const content::DialogueLine& line : question.dialogue)
    all.push_back(makeTarget(TargetId{line.id.value()}, TargetKind::Item, question.id, {},
                             readableText(line.ask),
                             readableLines({line.ask, line.answer, line.why})));
  return all;
}

std::vector<TargetText> targetsOf(const content::Diagram& diagram) {
  std::vector<TargetText> all;
  for (const content::Part& part : diagram.parts) {
    all.push_back(makeTarget(content::partTarget(diagram.id, part.id), TargetKind::Part,
                             diagram.question, part.phase.value_or(diagram.phase), part.title,
                             readableLines({part.title, part.label, part.explanation})));
    all.back().diagram = diagram.id;
  }
  return all;
}

}  // namespace phaseboard::annotations
