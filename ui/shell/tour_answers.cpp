// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/tour_answers.h"

#include <algorithm>

#include "app/answers/reference.h"

namespace phaseboard::ui {
namespace {

using answers::linkTo;
using answers::ReferenceKind;

/// A text that speaks of the first nodes of the phase's first figure.
std::string answerAbout(const content::Diagram& figure, const content::Note& note) {
  std::string text = "## How I would begin\n\n";
  int told = 0;
  for (const content::Part& part : figure.parts) {
    if (part.kind != content::PartKind::Node || told == 3)
      continue;
    ++told;
    text +=
        "- " +
        linkTo(ReferenceKind::Part, content::partTarget(figure.id, part.id).value(), part.title) +
        " comes " + (told == 1 ? "first" : "next") + ": it has to be **fast** and simple.\n";
  }
  if (!note.keyPoints.empty())
    text += "\n" + note.keyPoints.front().statement + "\n";
  return text +
         "\n| Option | Buys | Costs |\n| --- | --- | --- |\n"
         "| two stages | 12 ms for 20 k ads | one more model |\n"
         "| one stage | one loss | 41 GB in memory |\n";
}

}  // namespace

Status writeTourAnswers(Session& session) {
  const ports::PackLibrary& pack = session.pack();
  const auto question =
      std::find_if(pack.questions().begin(), pack.questions().end(), [](const auto& card) {
        return card.kind == content::QuestionKind::Interview && !card.diagrams.empty();
      });
  constexpr std::size_t kWrittenPhase = 3;
  if (question == pack.questions().end() || pack.framework().phases.size() <= kWrittenPhase)
    return {};
  const PhaseId phase = pack.framework().phases[kWrittenPhase].id;
  for (const ports::DiagramCard& card : question->diagrams) {
    if (card.phase != phase)
      continue;
    PHASEBOARD_TRY_ASSIGN(const auto figure, pack.diagram(card.id));
    PHASEBOARD_TRY_ASSIGN(const auto note, pack.note(question->id, phase));
    const std::string text = answerAbout(figure, note);
    PHASEBOARD_TRY(session.run([&](ops::Desk& desk) {
      return desk.writeAnswer({question->id, phase}, text);
    }));
    for (const content::Part& part : figure.parts)
      if (part.kind == content::PartKind::Node) {
        const bookmarks::Spot spot{bookmarks::SpotKind::Part,
                                   content::partTarget(figure.id, part.id).value()};
        PHASEBOARD_TRY(session.runOnBookmarks([&](ops::BookmarkOperations& marks) {
          return marks.markPlace(spot, part.title, true, pack);
        }));
        return {};
      }
  }
  return {};
}

}  // namespace phaseboard::ui
