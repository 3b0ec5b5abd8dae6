// SPDX-License-Identifier: Apache-2.0
#include "app/content/source/question_source.h"

#include "app/content/source/item_id.h"
#include "app/content/source/map_reader.h"

namespace phaseboard::content {
namespace {

DialogueLine readDialogueLine(const SourceNode& node, const FileLog& log) {
  MapReader fields(node, "dialogue line", log);
  DialogueLine line;
  line.id = readItemId(fields);
  line.ask = fields.markdown("ask");
  line.answer = fields.markdown("answer");
  line.why = fields.markdown("why");
  fields.done();
  return line;
}

}  // namespace

ItemId readItemId(MapReader& fields) {
  const FileLog& log = fields.log();
  const std::string local = fields.id("id");
  if (!local.empty())
    log.define("an item of " + log.question().value(), local, fields.lineOf("id"));
  return ItemId{log.question().value() + "/" + local};
}

namespace {

QuestionKind readKind(MapReader& fields) {
  const std::string word = fields.optionalWord("kind");
  if (!word.empty() && word != "interview" && word != "primer")
    fields.log().problem(fields.lineOf("kind"),
                         "question: kind \"" + word + "\" is neither interview nor primer");
  return word == "primer" ? QuestionKind::Primer : QuestionKind::Interview;
}

void readScope(MapReader& fields, Question& question) {
  const SourceNode* scope = fields.value("scope");
  if (scope == nullptr)
    return;
  MapReader parts(*scope, "scope", fields.log());
  question.inScope = parts.markdownList("in", 1);
  question.outOfScope = parts.markdownList("out", 1);
  parts.done();
}

}  // namespace

Question readQuestion(const SourceNode& root, const FileLog& log) {
  MapReader fields(root, "question", log);
  Question question;
  question.id = log.question();
  const std::string id = fields.id("id");
  if (!id.empty() && id != log.question().value())
    log.problem(fields.lineOf("id"), "question: id \"" + id + "\" differs from its folder \"" +
                                         log.question().value() + "\"");
  question.kind = readKind(fields);
  question.title = fields.title("title");
  question.subtitle = fields.title("subtitle");
  question.interviewer = fields.markdown("interviewer");
  if (fields.has("cover")) {
    const std::string cover = fullFigureId(question.id, fields.id("cover"));
    log.refer(ReferenceKind::Figure, cover, fields.lineOf("cover"));
    question.cover = DiagramId{cover};
  }
  for (const SourceNode& node : fields.entries("dialogue", kLeastDialogueLines))
    question.dialogue.push_back(readDialogueLine(node, log));
  if (!log.isOwn() || fields.has("scope"))
    readScope(fields, question);
  question.assumptions = fields.markdownList("assumptions", 1);
  fields.done();
  return question;
}

std::vector<AuthoredPrompt> readPrompts(const SourceNode& root, const FileLog& log) {
  MapReader fields(root, "prompts", log);
  std::vector<AuthoredPrompt> prompts;
  for (const SourceNode& node : fields.entries("prompts", 1)) {
    MapReader entry(node, "prompt", log);
    AuthoredPrompt prompt;
    prompt.id = readItemId(entry);
    prompt.phase = PhaseId{entry.id("phase")};
    if (!prompt.phase.value().empty())
      log.refer(ReferenceKind::Phase, prompt.phase.value(), entry.lineOf("phase"));
    prompt.question = entry.markdown("question");
    prompt.answer = entry.markdown("answer");
    prompt.concepts = entry.concepts("concepts");
    entry.done();
    prompts.push_back(std::move(prompt));
  }
  fields.done();
  return prompts;
}

}  // namespace phaseboard::content
