// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/tour_answers.h"

#include <algorithm>

#include <QImage>
#include <QPainter>

#include "app/answers/reference.h"
#include "ui/bridge/image_codec.h"

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
         "| one stage | one loss | 41 GB in memory |\n"
         "\n1. Rank by $p_i b_i$, not by $p_i$.\n2. Calibrate with\n\n"
         "```\np = p / (p + (1 - p) / w)\n```\n";
}

/// A sketch as somebody would paste one.
QImage pastedSketch() {
  constexpr QSize kSketch(320, 96);
  QImage sketch(kSketch, QImage::Format_RGB32);
  sketch.fill(Qt::white);
  QPainter painter(&sketch);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(Qt::black, 2));
  painter.drawRoundedRect(QRectF(12, 24, 108, 48), 8, 8);
  painter.drawRoundedRect(QRectF(200, 24, 108, 48), 8, 8);
  painter.drawLine(QPointF(120, 48), QPointF(200, 48));
  return sketch;
}

/// The text, with a picture behind it, as the second version of the answer.
Status writeVersions(Session& session, const answers::AnswerKey& key, const std::string& text) {
  PHASEBOARD_TRY(session.run([&](ops::Desk& desk) {
    return desk.writeAnswer(
        key, text.substr(0, text.find("\n| Option")) + "\nTwo stages cost one more model.\n");
  }));
  std::string whole = text;
  if (const TakenImage sketch = takeImage(pastedSketch()); sketch.image) {
    PHASEBOARD_TRY_ASSIGN(const auto added, session.runOnImages([&](ops::ImageOperations& images) {
      return images.addImage(key, *sketch.image);
    }));
    whole += "\n![Sketch](notebook:image/" + added.image.value() + ")\n";
  }
  PHASEBOARD_TRY(session.run([&](ops::Desk& desk) { return desk.writeAnswer(key, whole); }));
  return {};
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
    PHASEBOARD_TRY(writeVersions(session, {question->id, phase}, answerAbout(figure, note)));
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
