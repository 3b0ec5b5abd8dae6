// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/tour_own_content.h"

#include <algorithm>
#include <string>

#include "app/content/own_sources.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/workbench/workshop.h"

namespace phaseboard::ui {
namespace {

/// The first node of the first figure of an interview question.
Result<Place> rewordSomePart(Session& session) {
  for (const ports::QuestionCard& card : session.pack().questions()) {
    if (card.kind != content::QuestionKind::Interview || card.diagrams.empty())
      continue;
    PHASEBOARD_TRY_ASSIGN(const auto figure, session.pack().diagram(card.diagrams.front().id));
    const auto part = std::find_if(figure.parts.begin(), figure.parts.end(), [](const auto& one) {
      return one.kind == content::PartKind::Node;
    });
    if (part == figure.parts.end())
      continue;
    PHASEBOARD_TRY(session.run([&](ops::Desk& desk) {
      return desk.overrideText(content::partTarget(figure.id, part->id).value(), "explanation",
                               "In **my** words: without it the rest has nothing to stand on.",
                               part->explanation);
    }));
    return Place{.screen = ScreenName::Study,
                 .question = card.id,
                 .phase = figure.phase,
                 .diagram = figure.id,
                 .part = part->id};
  }
  return Place{};
}

}  // namespace

Result<TourOwnContent> writeTourOwnContent(Session& session, Workshop& workshop) {
  const framework::Framework& framework = session.pack().framework();
  const QuestionId question{"cafe-search"};
  PHASEBOARD_TRY_ASSIGN(auto files,
                        content::newQuestionSources(question, "Search in a café guide", framework));
  TourOwnContent own;
  own.figure = Place{.screen = ScreenName::Workbench, .source = files.back().name};
  content::SourceFile& note = files.at(1);
  own.mistake = Place{.screen = ScreenName::Workbench, .source = note.name};
  const std::string right = "level: mid";
  note.text.replace(note.text.find(right), right.size(),
                    "level: junior\n    parts: [first-figure/cache]");
  PHASEBOARD_TRY(workshop.create(std::move(files)));
  PHASEBOARD_TRY_ASSIGN(own.reworded, rewordSomePart(session));
  // About a question that was deleted since.
  PHASEBOARD_TRY(session.run([&](ops::Desk& desk) {
    return desk.writeAnswer({QuestionId{"parcel-eta"}, framework.phases.at(1).id},
                            "Regress the **travel time**; the deadline is a quantile of it.");
  }));
  return own;
}

}  // namespace phaseboard::ui
