// SPDX-License-Identifier: Apache-2.0
#include "app/content/own_sources.h"

#include <algorithm>

#include "app/base/ascii.h"
#include "app/content/source/ledger.h"

namespace phaseboard::content {
namespace {

constexpr std::string_view kQuestions = "questions/";
constexpr std::string_view kDiagrams = "diagrams/";
constexpr std::string_view kFirstFigure = "first-figure";

/// A title between double quotes, as YAML and DOT both read it.
std::string quotedTitle(std::string_view title) {
  std::string text = "\"";
  for (const char c : title) {
    if (c == '"' || c == '\\')
      text += '\\';
    text += c;
  }
  return text + '"';
}

Status checkTitle(std::string_view title) {
  const bool isBlank = title.find_first_not_of(" \t") == std::string_view::npos;
  if (isBlank || title.find_first_of("\r\n") != std::string_view::npos)
    return fail(ErrorKind::InvalidInput, "title", std::string(title));
  return {};
}

Status checkQuestion(const QuestionId& id) {
  if (!isSimpleId(id.value()))
    return fail(ErrorKind::InvalidInput, "question", id.value());
  return {};
}

std::string folderOf(const QuestionId& question) {
  return std::string(kQuestions) + question.value() + "/";
}

std::string questionText(const QuestionId& id, std::string_view title, bool hasFigure) {
  return "id: " + id.value() + "\ntitle: " + quotedTitle(title) +
         "\nsubtitle: One line for the library.\n" +
         (hasFigure ? "cover: " + std::string(kFirstFigure) + "\n" : "") +
         "interviewer: >-\n"
         "  What the interviewer says first.\n"
         "dialogue:\n"
         "  - id: ask-goal\n"
         "    ask: What should improve?\n"
         "    answer: What the interviewer would say.\n"
         "    why: What it decides.\n"
         "scope:\n"
         "  in:\n"
         "    - What you design.\n"
         "  out:\n"
         "    - What you leave out.\n"
         "assumptions:\n"
         "  - A number that you assume.\n";
}

std::string noteText(const QuestionId& question, const framework::Phase& phase, bool hasFigure) {
  const std::string point = phase.id.value() + "-first-point";
  return "question: " + question.value() + "\nphase: " + phase.id.value() +
         "\nsummary: >-\n"
         "  What to remember of this phase in two sentences.\n"
         "key_points:\n"
         "  - id: " +
         point +
         "\n"
         "    statement: One sentence that can be ticked.\n"
         "    why: The reason, for this question.\n"
         "    alternative: What one would do instead, and when.\n"
         "    level: mid\n" +
         (hasFigure ? "    parts: [" + std::string(kFirstFigure) + "/model]\ndiagrams:\n  - " +
                          std::string(kFirstFigure) + "\n"
                    : "");
}

std::string flowText(std::string_view id, std::string_view title) {
  return "digraph \"" + std::string(id) + "\" {\n  graph [title=" + quotedTitle(title) +
         ", tooltip=\"A request passes two parts. Say here what to notice.\"];\n"
         "  user [at=\"0,0\", class=actor, icon=\"user\", label=\"User\", sub=\"1 M a day\",\n"
         "        tooltip=\"Who asks. Say what they want and how often they come.\"];\n"
         "  gateway [at=\"1,0\", class=service, icon=\"server\", label=\"Gateway\", "
         "sub=\"5 ms\",\n"
         "        tooltip=\"What it does, why it is here, what breaks without it.\"];\n"
         "  model [at=\"2,0\", class=model, icon=\"brain\", label=\"Model\", sub=\"20 ms\",\n"
         "        tooltip=\"What it predicts, from what, and what breaks without it.\"];\n"
         "  user -> gateway [label=\"request\", step=1, tooltip=\"What is sent, how large it is "
         "and what it carries.\"];\n"
         "  gateway -> model [label=\"features\", step=2, tooltip=\"What the model is given, and "
         "from where it comes.\"];\n"
         "}\n";
}

std::string plotText(std::string_view id, std::string_view title) {
  return "id: " + std::string(id) + "\nkind: plot\ntitle: " + quotedTitle(title) +
         "\ndescription: >-\n"
         "  Say here what to notice in the curve.\n"
         "x: {label: threshold, min: 0, max: 1, ticks: [0, 0.5, 1]}\n"
         "y: {label: recall, min: 0, max: 1, ticks: [0, 0.5, 1]}\n"
         "series:\n"
         "  - {id: recall, class: service, draw: line, label: recall,\n"
         "     points: [[0, 1], [0.5, 0.9], [0.9, 0.7], [1, 0]],\n"
         "     explanation: What the curve shows and why it falls as it does.}\n"
         "marks:\n"
         "  - {id: chosen, class: policy, x: 0.9, label: chosen,\n"
         "     explanation: Why this point was chosen and what would move it.}\n"
         "  - {id: usual, class: metric, x: 0.5, label: usual,\n"
         "     explanation: Where one would cut if nobody chose a threshold.}\n";
}

/// Where the figure of a new question belongs: the phase that serves, or else the last one.
const framework::Phase& figurePhase(const framework::Framework& framework) {
  const framework::Phase* serving = framework.phase(PhaseId{"serve"});
  return serving == nullptr ? framework.phases.back() : *serving;
}

SourceFile noteFile(const QuestionId& question, const framework::Phase& phase, bool hasFigure) {
  return {folderOf(question) + std::to_string(phase.number) + "-" + phase.id.value() + ".yaml",
          noteText(question, phase, hasFigure)};
}

SourceName inQuestion(std::string_view rest) {
  const std::size_t slash = rest.find('/');
  if (slash == std::string_view::npos || !rest.ends_with(".yaml"))
    return {};
  SourceName name;
  name.question = QuestionId{std::string(rest.substr(0, slash))};
  const std::string_view file = rest.substr(slash + 1, rest.size() - slash - 6);
  const std::size_t dash = file.find('-');
  if (file == "question") {
    name.kind = SourceKind::Question;
  } else if (file == "prompts") {
    name.kind = SourceKind::Prompts;
  } else if (dash != std::string_view::npos && dash > 0 &&
             file.find_first_not_of("0123456789") == dash) {
    name.kind = SourceKind::Note;
    name.phase = PhaseId{std::string(file.substr(dash + 1))};
  }
  return name;
}

SourceName figureNamed(std::string_view rest) {
  for (const std::string_view ending : {".dot", ".yaml"}) {
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos || !rest.ends_with(ending))
      continue;
    return {SourceKind::Figure,
            QuestionId{std::string(rest.substr(0, slash))},
            {},
            DiagramId{std::string(rest.substr(0, rest.size() - ending.size()))}};
  }
  return {};
}

}  // namespace

SourceName sourceNamed(std::string_view file) {
  if (file.starts_with(kQuestions))
    return inQuestion(file.substr(kQuestions.size()));
  if (file.starts_with(kDiagrams))
    return figureNamed(file.substr(kDiagrams.size()));
  SourceName name;
  if (file == "pack.yaml")
    name.kind = SourceKind::Pack;
  else if (file == "concepts.yaml" || file.starts_with("concepts/"))
    name.kind = SourceKind::Concepts;
  return name;
}

SourceFile newPackSource() {
  return {"pack.yaml",
          "# Your own questions and figures. Phaseboard compiles this folder when a file is "
          "saved.\n"
          "id: own\nversion: 1.0.0\ntitle: My own questions\nlicence: private\n"};
}

Result<std::vector<SourceFile>> newQuestionSources(const QuestionId& id, std::string_view title,
                                                   const framework::Framework& framework) {
  PHASEBOARD_TRY(checkQuestion(id));
  PHASEBOARD_TRY(checkTitle(title));
  if (framework.phases.empty())
    return fail(ErrorKind::InvalidInput, "phase", "the framework has none");
  const framework::Phase& first = framework.phases.front();
  const framework::Phase& later = figurePhase(framework);
  PHASEBOARD_TRY_ASSIGN(SourceFile figure,
                        newFigureSource(DiagramId{id.value() + "/" + std::string(kFirstFigure)},
                                        NewFigureKind::Flow, "What happens to a request?"));
  std::vector<SourceFile> files{{folderOf(id) + "question.yaml", questionText(id, title, true)},
                                noteFile(id, first, first.id == later.id),
                                std::move(figure)};
  if (first.id != later.id)
    files.insert(files.end() - 1, noteFile(id, later, true));
  return files;
}

Result<SourceFile> newNoteSource(const QuestionId& question, const PhaseId& phase,
                                 const framework::Framework& framework) {
  PHASEBOARD_TRY(checkQuestion(question));
  const framework::Phase* known = framework.phase(phase);
  if (known == nullptr)
    return fail(ErrorKind::InvalidInput, "phase", phase.value());
  return noteFile(question, *known, false);
}

Result<SourceFile> newFigureSource(const DiagramId& id, NewFigureKind kind,
                                   std::string_view title) {
  PHASEBOARD_TRY(checkTitle(title));
  const std::size_t slash = id.value().find('/');
  const std::string name = slash == std::string::npos ? "" : id.value().substr(slash + 1);
  if (!isSimpleId(name) || !isSimpleId(id.value().substr(0, slash)))
    return fail(ErrorKind::InvalidInput, "figure", id.value());
  const std::string place = std::string(kDiagrams) + id.value();
  return kind == NewFigureKind::Flow ? SourceFile{place + ".dot", flowText(name, title)}
                                     : SourceFile{place + ".yaml", plotText(name, title)};
}

Result<SourceFile> newPromptsSource(const QuestionId& question,
                                    const framework::Framework& framework) {
  PHASEBOARD_TRY(checkQuestion(question));
  if (framework.phases.empty())
    return fail(ErrorKind::InvalidInput, "phase", "the framework has none");
  return SourceFile{folderOf(question) + "prompts.yaml",
                    "prompts:\n"
                    "  - id: first-prompt\n"
                    "    phase: " +
                        framework.phases.front().id.value() +
                        "\n"
                        "    question: What do you ask yourself?\n"
                        "    answer: Short enough to grade in ten seconds.\n"};
}

std::string idFromTitle(std::string_view title) {
  std::string id;
  for (const char c : title) {
    const char lower = lowered(c);
    if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9' && !id.empty()))
      id += lower;
    else if (!id.empty() && id.back() != '-' && static_cast<unsigned char>(c) < 0x80)
      id += '-';
  }
  constexpr std::size_t kLongestId = 64;
  id = id.substr(0, kLongestId);
  while (!id.empty() && id.back() == '-')
    id.pop_back();
  return id;
}

}  // namespace phaseboard::content
