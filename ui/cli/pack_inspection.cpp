// SPDX-License-Identifier: Apache-2.0
#include "ui/cli/pack_inspection.h"

#include <sstream>

#include "db/pack/pack_file.h"
#include "db/pack/pack_reader.h"
#include "diagrams/scene/scene.h"
#include "ui/cli/offscreen.h"

namespace phaseboard::cli {
namespace {

struct Counts {
  std::size_t notes = 0;
  std::size_t keyPoints = 0;
  std::size_t diagrams = 0;
  std::size_t parts = 0;
  std::size_t prompts = 0;

  Counts& operator+=(const Counts& other) {
    notes += other.notes;
    keyPoints += other.keyPoints;
    diagrams += other.diagrams;
    parts += other.parts;
    prompts += other.prompts;
    return *this;
  }
};

Counts countsOf(const ports::QuestionCard& card) {
  return {static_cast<std::size_t>(card.notes), static_cast<std::size_t>(card.keyPoints),
          card.diagrams.size(), static_cast<std::size_t>(card.parts),
          static_cast<std::size_t>(card.prompts)};
}

std::string lineOf(const Counts& counts) {
  std::ostringstream line;
  line << counts.notes << " notes, " << counts.keyPoints << " key points, " << counts.diagrams
       << " diagrams, " << counts.parts << " parts, " << counts.prompts << " prompts";
  return line.str();
}

/// Figures, notes and prompts that cannot be read, or that the counts do not know.
Result<std::vector<std::string>> checkContents(const db::PackReader& pack) {
  std::vector<std::string> problems;
  for (const ports::QuestionCard& card : pack.questions()) {
    PHASEBOARD_TRY(pack.question(card.id));
    std::size_t parts = 0;
    for (const ports::DiagramCard& figure : card.diagrams) {
      PHASEBOARD_TRY_ASSIGN(const content::Diagram diagram, pack.diagram(figure.id));
      parts += diagram.parts.size();
      const auto scene = scene::Scene::read(diagram.svg);
      if (scene && !diagram.drawing.empty() &&
          scene::Scene::compile(diagram.svg) != diagram.drawing)
        problems.push_back(figure.id.value() + ": is not what its drawing was made of");
      if (!scene)
        problems.push_back(figure.id.value() + ": " + describe(scene.error()));
      else
        for (const content::Part& part : diagram.parts)
          if (scene->item(part.id) == nullptr)
            problems.push_back(figure.id.value() + ": part " + part.id.value() +
                               " is not in the figure");
    }
    if (parts != static_cast<std::size_t>(card.parts))
      problems.push_back(card.id.value() + ": the number of parts is wrong");
    for (const framework::Phase& phase : pack.framework().phases)
      PHASEBOARD_TRY(pack.note(card.id, phase.id));
  }
  PHASEBOARD_TRY(pack.concepts());
  for (const review::Prompt& prompt : pack.prompts())
    PHASEBOARD_TRY(pack.prompt(prompt.id));
  return problems;
}

}  // namespace

int listPack(const std::string& file, Console& console) {
  const auto opened = db::PackReader::open(file);
  if (!opened)
    return console.failed(opened.error());
  const db::PackReader& pack = **opened;
  const auto concepts = pack.concepts();
  if (!concepts)
    return console.failed(concepts.error());

  Counts all;
  Json byQuestion = Json::array();
  std::ostringstream text;
  for (const ports::QuestionCard& card : pack.questions()) {
    const Counts counts = countsOf(card);
    all += counts;
    byQuestion.push_back({{"id", card.id.value()},
                          {"notes", counts.notes},
                          {"key_points", counts.keyPoints},
                          {"diagrams", counts.diagrams},
                          {"parts", counts.parts},
                          {"prompts", counts.prompts}});
    text << "  " << card.id << ": " << lineOf(counts) << '\n';
  }
  std::ostringstream head;
  head << pack.info().title << " (" << pack.info().id << ' ' << pack.info().version << ", "
       << pack.info().licence << ")\n"
       << pack.questions().size() << " questions, " << pack.framework().phases.size() << " phases, "
       << concepts->size() << " concepts; " << lineOf(all) << '\n';
  return console.print(head.str() + text.str(), {{"pack", pack.info().id.value()},
                                                 {"version", pack.info().version},
                                                 {"questions", pack.questions().size()},
                                                 {"phases", pack.framework().phases.size()},
                                                 {"notes", all.notes},
                                                 {"key_points", all.keyPoints},
                                                 {"diagrams", all.diagrams},
                                                 {"parts", all.parts},
                                                 {"concepts", concepts->size()},
                                                 {"prompts", pack.prompts().size()},
                                                 {"by_question", byQuestion}});
}

int checkPack(const std::string& file, Console& console) {
  auto problems = db::checkPackFile(file);
  if (!problems)
    return console.failed(problems.error());
  if (problems->empty()) {
    const Offscreen offscreen;
    const auto opened = db::PackReader::open(file);
    if (!opened)
      return console.failed(opened.error());
    problems = checkContents(**opened);
    if (!problems)
      return console.failed(problems.error());
  }
  if (!problems->empty()) {
    Diagnostics said;
    for (const std::string& problem : *problems)
      said.push_back({file, 0, problem});
    return console.failed(said);
  }
  return console.print(file + ": sound\n", {{"ok", true}, {"file", file}});
}

}  // namespace phaseboard::cli
