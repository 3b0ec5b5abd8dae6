// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/tour_boards.h"

#include <cmath>
#include <map>

#include "app/board/arranging.h"
#include "app/board/drawing.h"
#include "app/ops/rebuild.h"
#include "ui/board/board_words.h"
#include "ui/board/card_pictures.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

using board::ElementId;

/// Draws stroke after stroke on one board.
class TourPen {
 public:
  TourPen(Session& session, board::BoardId board)
      : m_session(session), m_board(std::move(board)), m_guess(kindGuessFor(session)) {}

  [[nodiscard]] const board::Document& document() const { return m_history.document(); }

  [[nodiscard]] board::PartExtent extent() {
    return [this](const std::string& name, board::PartKind kind) {
      return m_cards.extent(name, kind);
    };
  }

  void draw(const board::Edit& edit) {
    const auto entry = m_history.draw(edit, m_session.now());
    if (entry && *entry)
      (void)m_session.runOnBoards(
          [&](ops::BoardOperations& boards) { return boards.drawOnBoard(m_board, **entry); });
  }

  ElementId part(const std::string& name, double x, double y) {
    const ElementId id = document().nextId();
    draw(board::placePart(document(), name, m_guess.of(name), {x, y}, extent()));
    return id;
  }

  void edge(ElementId from, ElementId to, const std::string& label = {},
            board::WireKind kind = board::WireKind::Flow) {
    const ElementId id = document().nextId();
    draw(board::connectParts(document(), from, to, kind));
    if (!label.empty())
      draw(board::relabel(document(), id, label));
  }

  void group(const board::Selection& parts, const std::string& name, board::GroupKind kind) {
    const ElementId id = document().nextId();
    draw(board::groupSelection(document(), parts, name));
    draw(board::changeGroupKind(document(), {id}, kind));
  }

  /// What somebody remembers of a figure: most of it.
  void rebuild(const content::Diagram& figure) {
    std::map<PartId, ElementId> places;
    int number = 0;
    for (const content::Part& one : figure.parts)
      if (one.kind == content::PartKind::Node && ++number % 4 != 0)
        places.emplace(one.id, part(one.title, number % 4 * 240.0, number / 4 * 130.0));
    number = 0;
    for (const content::Part& one : figure.parts) {
      if (one.kind != content::PartKind::Edge || !places.contains(*one.from) ||
          !places.contains(*one.to))
        continue;
      const bool isTurned = ++number % 4 == 0;
      edge(places.at(isTurned ? *one.to : *one.from), places.at(isTurned ? *one.from : *one.to),
           one.label);
    }
    if (places.size() > 2)
      edge(part("Response cache", 0, 420), places.begin()->second);
    draw(board::tidy(document()));
  }

 private:
  Session& m_session;
  board::BoardId m_board;
  board::KindGuess m_guess;
  board::History m_history;
  CardPictures m_cards;
};

void thinkAloud(TourPen& pen) {
  const ElementId user = pen.part("User", 0, 0);
  const ElementId gateway = pen.part("API gateway", 240, 0);
  const ElementId retrieval = pen.part("Candidate generation", 480, 0);
  const ElementId ranker = pen.part("Ranking model", 740, 0);
  const ElementId features = pen.part("Feature store", 480, 150);
  const ElementId log = pen.part("Event log", 240, 300);
  const ElementId trainer = pen.part("Training job", 740, 300);
  pen.edge(user, gateway, "request");
  pen.edge(gateway, retrieval);
  pen.edge(retrieval, ranker, "1,000");
  pen.edge(features, ranker, "vectors");
  pen.edge(gateway, log, "impressions", board::WireKind::Async);
  pen.edge(log, trainer, {}, board::WireKind::Batch);
  pen.edge(trainer, ranker, "weights", board::WireKind::Train);
  pen.group({gateway, retrieval, ranker, features}, "Online", board::GroupKind::Online);
  pen.group({log, trainer}, "Offline", board::GroupKind::Offline);
  pen.draw(board::tidy(pen.document()));
  const board::Box all = pen.document().bounds();
  pen.draw(board::writeText(pen.document(),
                            "p99 100 ms, two ads a page\nWhat if the store is down?",
                            {all.x, all.bottom() + 30, 190, 36}));
  std::vector<board::Point> loop;
  const board::Box store = pen.document().find<board::Part>(features)->box;
  for (int i = 0; i <= 40; ++i)
    loop.push_back({store.centre().x + (store.width * 0.62 + i * 0.3) * std::cos(i * 0.17),
                    store.centre().y + (store.height * 0.75 + i * 0.2) * std::sin(i * 0.17)});
  pen.draw(board::drawStroke(pen.document(), loop));
}

const ports::DiagramCard* shownFigure(const ports::PackLibrary& pack) {
  for (const ports::QuestionCard& question : pack.questions())
    for (const ports::DiagramCard& figure : question.diagrams)
      if (figure.kind == "flow" && question.kind == content::QuestionKind::Interview)
        return &figure;
  return nullptr;
}

}  // namespace

void sketchFromMemory(Session& session, const board::BoardId& board,
                      const content::Diagram& figure) {
  TourPen(session, board).rebuild(figure);
}

Result<std::vector<TourBoard>> drawTourBoards(Session& session) {
  std::vector<TourBoard> boards;
  const ports::DiagramCard* figure = shownFigure(session.pack());
  if (!session.boards() || figure == nullptr)
    return boards;
  PHASEBOARD_TRY_ASSIGN(const auto reference, session.pack().diagram(figure->id));
  const auto make = [&](const ops::NewBoard& board) {
    return session.runOnBoards(
        [&](ops::BoardOperations& operations) { return operations.createBoard(board); });
  };
  ops::NewBoard rebuild;
  rebuild.purpose = board::Purpose::Rebuild;
  rebuild.title = reference.title;
  rebuild.question = reference.question;
  rebuild.diagram = figure->id;
  rebuild.level = board::Level::NothingGiven;
  PHASEBOARD_TRY_ASSIGN(const auto finished, make(rebuild));
  TourPen pen(session, finished.board);
  pen.rebuild(reference);
  PHASEBOARD_TRY_ASSIGN(
      const auto judged,
      ops::judgeRebuild(session.pack(), figure->id, board::Level::NothingGiven, pen.document()));
  PHASEBOARD_TRY(session.runOnBoards([&](ops::BoardOperations& operations) {
    return operations.finishRebuild(finished.board, judged.score, {}, Millis{0});
  }));
  boards.push_back({u"board-compared"_s, finished.board});
  rebuild.level = board::Level::NamesHidden;
  rebuild.given = ops::givenFor(reference, *rebuild.level, pen.extent());
  PHASEBOARD_TRY_ASSIGN(const auto begun, make(rebuild));
  boards.push_back({u"board-rebuild"_s, begun.board});
  ops::NewBoard free;
  free.title = "Ad serving, first sketch";
  PHASEBOARD_TRY_ASSIGN(const auto thought, make(free));
  TourPen thinking(session, thought.board);
  thinkAloud(thinking);
  boards.push_back({u"board-drawn"_s, thought.board});
  return boards;
}

}  // namespace phaseboard::ui
