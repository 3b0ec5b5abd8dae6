// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/tour_annotations.h"

#include <optional>
#include <utility>

#include "app/annotations/placement.h"

namespace phaseboard::ui {
namespace {

using annotations::Anchor;
using annotations::Colour;
using annotations::TargetKind;
using annotations::targetsOf;
using annotations::TargetText;

class Marker {
 public:
  explicit Marker(ops::AnnotationOperations& annotations) : m_annotations(annotations) {}

  Status write(const Anchor& anchor, std::optional<Colour> colour, std::string note,
               std::vector<std::string> tags, bool isStarred = false) {
    PHASEBOARD_TRY(
        m_annotations.annotate(anchor, {colour, std::move(note), std::move(tags), isStarred}));
    return {};
  }

  /// The first words of a target, as if they had been marked.
  static Anchor firstWordsOf(const TargetText& target) {
    constexpr std::size_t kWords = 7;
    return anchorTo(target, target.text, 0, annotations::firstWords(target.text, kWords).size());
  }

 private:
  ops::AnnotationOperations& m_annotations;
};

Status markNote(Marker& marker, const content::Note& note) {
  const std::vector<TargetText> targets = targetsOf(note);
  int keyPoints = 0;
  for (const TargetText& target : targets) {
    if (target.kind == TargetKind::Note)
      PHASEBOARD_TRY(marker.write(Marker::firstWordsOf(target), Colour::Yellow, {}, {}));
    if (target.kind != TargetKind::KeyPoint)
      continue;
    if (keyPoints == 0)
      PHASEBOARD_TRY(marker.write(anchorTo(target), Colour::Green,
                                  "Say this **first**, with the number.", {"say-first"}, true));
    if (keyPoints == 1)
      PHASEBOARD_TRY(marker.write(Marker::firstWordsOf(target), Colour::Blue,
                                  "Ask what the budget is before committing.", {"ask"}));
    ++keyPoints;
  }
  Anchor gone = anchorTo(targets.back());
  gone.target = TargetId{note.question.value() + "/was-here-once"};
  gone.version += 1;
  return marker.write(gone, Colour::Pink, "Compare this with the feed question.", {"compare"});
}

Status markFigures(Marker& marker, const ports::PackLibrary& pack, const content::Note& note) {
  for (const DiagramId& id : note.diagrams) {
    PHASEBOARD_TRY_ASSIGN(const content::Diagram figure, pack.diagram(id));
    int nodes = 0;
    for (const content::Part& part : figure.parts) {
      if (part.kind != content::PartKind::Node || ++nodes % 4 != 2)
        continue;
      for (const TargetText& target : targetsOf(figure))
        if (target.id == content::partTarget(id, part.id))
          PHASEBOARD_TRY(marker.write(anchorTo(target),
                                      nodes > 4 ? std::optional(Colour::Violet) : std::nullopt,
                                      "What happens here when it is *slow*?", {"ask"}));
    }
  }
  return {};
}

}  // namespace

Status annotatePlaces(const ports::PackLibrary& pack, ops::AnnotationOperations& annotations) {
  constexpr std::size_t kShownPhase = 5;
  if (pack.framework().phases.size() <= kShownPhase)
    return {};
  for (const ports::QuestionCard& card : pack.questions()) {
    if (card.kind != content::QuestionKind::Interview)
      continue;
    PHASEBOARD_TRY_ASSIGN(const content::Note note,
                          pack.note(card.id, pack.framework().phases[kShownPhase].id));
    Marker marker(annotations);
    PHASEBOARD_TRY(markNote(marker, note));
    return markFigures(marker, pack, note);
  }
  return {};
}

}  // namespace phaseboard::ui
