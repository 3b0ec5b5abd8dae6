// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/sequence.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "diagrams/compiler/charts/node_card.h"

namespace phaseboard::compiler {
namespace {

using chart::kMargin;

constexpr double kWrap = 120;
constexpr double kActorGap = 28;
constexpr double kRow = 46;
constexpr double kFirstRow = 48;    // from the actors to the first message
constexpr double kLastRow = 26;     // from the last message to the ends of the lifelines
constexpr double kSelfHeight = 20;  // of the loop of a message to oneself
constexpr double kSelfWidth = 34;
constexpr double kGroupTop = 28;  // extra room for the title of a frame
constexpr double kGroupBottom = 12;
constexpr double kGroupSide = 22;
constexpr double kBarHalf = 5;  // of the bar that says an actor is busy
constexpr double kBadgeRoom = 24;
constexpr double kLabelRise = 8;   // from the wire to the label's baseline
constexpr double kLabelRoom = 34;  // beside a label, for the head and the bars

/// The time during which an actor answers one call.
struct Busy {
  std::size_t actor = 0;
  std::size_t first = 0;
  std::size_t last = 0;
};

class SequenceDrawing {
 public:
  SequenceDrawing(const Sequence& sequence, ChartCanvas& canvas)
      : m_sequence(sequence), m_canvas(canvas) {}

  void draw() {
    measure();
    placeActors();
    placeRows();
    findBusy();
    m_canvas.begin(m_right + kMargin, m_bottom + kMargin);
    for (const Sequence::Group& group : m_sequence.groups)
      drawGroup(group);
    for (std::size_t i = 0; i < m_sequence.actors.size(); ++i)
      drawActor(i);
    for (std::size_t i = 0; i < m_sequence.messages.size(); ++i)
      drawMessage(i);
  }

 private:
  void measure() {
    for (const Entry& actor : m_sequence.actors) {
      m_cards.push_back(measureNode(actor, kWrap, m_canvas.problems()));
      m_cardHeight = std::max(m_cardHeight, m_cards.back().size.height());
    }
    for (const Sequence::Message& message : m_sequence.messages)
      m_times = std::max(m_times, widthOf(message.at, "tx"));
  }

  [[nodiscard]] double labelRoom(const Sequence::Message& message) const {
    return widthOf(message.entry.label, "te") + (m_sequence.isNumbered ? kBadgeRoom : 0) +
           kLabelRoom;
  }

  /// Widens the gaps between actors until each label fits between the lifelines it joins.
  void placeActors() {
    const double start = kMargin + (m_times > 0 ? m_times + 20 : 0);
    m_lines.push_back(start + m_cards.front().size.width() / 2);
    for (std::size_t i = 1; i < m_cards.size(); ++i) {
      double x =
          m_lines[i - 1] + (m_cards[i - 1].size.width() + m_cards[i].size.width()) / 2 + kActorGap;
      for (const Sequence::Message& message : m_sequence.messages) {
        const auto [low, high] = std::minmax(message.from, message.to);
        if (high == i && low < i)
          x = std::max(x, m_lines[low] + labelRoom(message));
        if (low == high && low == i - 1)
          x = std::max(x, m_lines[low] + kSelfWidth + labelRoom(message));
      }
      m_lines.push_back(x);
    }
    m_right = m_lines.back() + m_cards.back().size.width() / 2;
    for (const Sequence::Message& message : m_sequence.messages)
      if (message.from == message.to && message.from + 1 == m_cards.size())
        m_right = std::max(m_right, m_lines.back() + kSelfWidth + labelRoom(message));
  }

  void placeRows() {
    double y = kMargin + m_cardHeight + kFirstRow;
    for (std::size_t i = 0; i < m_sequence.messages.size(); ++i) {
      for (const Sequence::Group& group : m_sequence.groups)
        y += group.first == i ? kGroupTop : 0;
      m_rows.push_back(y);
      const Sequence::Message& message = m_sequence.messages[i];
      y += kRow + (message.from == message.to ? kSelfHeight : 0);
      for (const Sequence::Group& group : m_sequence.groups)
        y += group.last == i ? kGroupBottom : 0;
    }
    m_bottom = y - kRow + kLastRow;
  }

  /// A call and the next reply in the other direction bracket the time in which its receiver works.
  void findBusy() {
    for (std::size_t i = 0; i < m_sequence.messages.size(); ++i) {
      const Sequence::Message& call = m_sequence.messages[i];
      if (call.isReply || call.from == call.to)
        continue;
      for (std::size_t j = i + 1; j < m_sequence.messages.size(); ++j) {
        const Sequence::Message& reply = m_sequence.messages[j];
        if (reply.from == call.from && reply.to == call.to)
          break;
        if (reply.isReply && reply.from == call.to && reply.to == call.from) {
          m_busy.push_back({call.to, i, j});
          break;
        }
      }
    }
  }

  [[nodiscard]] double halfBar(std::size_t actor, std::size_t message) const {
    const bool busy = std::any_of(m_busy.begin(), m_busy.end(), [&](const Busy& each) {
      return each.actor == actor && each.first <= message && message <= each.last;
    });
    return busy ? kBarHalf : 0;
  }

  /// How many groups hold this one, so that inner frames stand inside outer ones.
  [[nodiscard]] double depthOf(const Sequence::Group& group) const {
    return static_cast<double>(std::count_if(
        m_sequence.groups.begin(), m_sequence.groups.end(), [&](const Sequence::Group& other) {
          return &other != &group && other.first <= group.first && group.last <= other.last;
        }));
  }

  [[nodiscard]] QRectF frameOf(const Sequence::Group& group) const {
    std::size_t low = m_lines.size();
    std::size_t high = 0;
    double right = 0;
    for (std::size_t i = group.first; i <= group.last; ++i) {
      const Sequence::Message& message = m_sequence.messages[i];
      low = std::min({low, message.from, message.to});
      high = std::max({high, message.from, message.to});
      if (message.from == message.to)
        right = std::max(right, m_lines[message.to] + kSelfWidth + labelRoom(message) - 20);
    }
    const double depth = depthOf(group);
    double inner = 0;  // frames inside this one at the same first or last message push it out
    double innerBelow = 0;
    for (const Sequence::Group& other : m_sequence.groups)
      if (&other != &group && group.first <= other.first && other.last <= group.last) {
        inner += other.first == group.first ? kGroupTop : 0;
        innerBelow += other.last == group.last ? kGroupBottom : 0;
      }
    const double side = std::max(10.0, kGroupSide + 8 - depth * 8);
    const double top = m_rows[group.first] - kGroupTop - 24 - inner;
    const Sequence::Message& last = m_sequence.messages[group.last];
    const double bottom = m_rows[group.last] + (last.from == last.to ? kSelfHeight : 0) +
                          kGroupBottom + 4 + innerBelow;
    return {QPointF(m_lines[low] - side, top),
            QPointF(std::max(right, m_lines[high] + side), bottom)};
  }

  void drawGroup(const Sequence::Group& group) {
    const QRectF box = frameOf(group);
    m_canvas.openGroup(group.entry);
    m_canvas.svg().rect("lane", box, 12);
    const std::string title = laneTitle(group.entry);
    const QRectF room = titleRoom(box, widthOf(title, "tz"));
    m_canvas.text("tz", QPointF(room.left(), box.top() + 18), title);
    m_canvas.close();
    m_canvas.fit(group.entry, title, "tz", room.width());
  }

  /// Between the first two lifelines that leave `width`, else between those furthest apart.
  [[nodiscard]] QRectF titleRoom(const QRectF& frame, double width) const {
    constexpr double kAir = 12;
    QRectF best;
    double left = frame.left();
    for (std::size_t i = 0; i <= m_lines.size(); ++i) {
      const double right = i < m_lines.size() ? std::min(m_lines[i], frame.right()) : frame.right();
      if (right - left - 2 * kAir > best.width())
        best = QRectF(left + kAir, frame.top(), right - left - 2 * kAir, 20);
      if (best.width() >= width || right >= frame.right())
        break;
      left = std::max(left, right);
    }
    return best;
  }

  void drawActor(std::size_t index) {
    const NodeCard& card = m_cards[index];
    const double x = m_lines[index];
    const QRectF box(x - card.size.width() / 2, kMargin, card.size.width(), m_cardHeight);
    m_canvas.openNode(card.entry, "actor-line");
    m_canvas.svg().path("guide dashed", PathData().move({x, box.bottom() + 3}).line({x, m_bottom}));
    for (const Busy& busy : m_busy)
      if (busy.actor == index)
        m_canvas.svg().rect("cap",
                            QRectF(x - kBarHalf, m_rows[busy.first] - 5, 2 * kBarHalf,
                                   m_rows[busy.last] - m_rows[busy.first] + 10),
                            4);
    drawNode(m_canvas, card, box);
    m_canvas.close();
    m_canvas.claim(card.entry, box);
  }

  void drawMessage(std::size_t index) {
    const Sequence::Message& message = m_sequence.messages[index];
    const double y = m_rows[index];
    const std::optional<int> step =
        m_sequence.isNumbered ? std::optional(static_cast<int>(index) + 1) : std::nullopt;
    m_canvas.openEdge(message.entry, m_sequence.actors[message.from].id,
                      m_sequence.actors[message.to].id, step);
    if (!message.at.empty())
      m_canvas.block("tx", QPointF(kMargin + m_times, y), {message.at}, 0, Align::Right);
    const double fromX = m_lines[message.from];
    const double toX = m_lines[message.to];
    if (message.from == message.to) {
      const double edge = fromX + halfBar(message.from, index);
      m_canvas.wire(
          {QPointF(edge, y - 4), QPointF(fromX + kSelfWidth, y - 4),
           QPointF(fromX + kSelfWidth, y - 4 + kSelfHeight), QPointF(edge, y - 4 + kSelfHeight)},
          message.isReply);
      drawLabel(message, step, fromX + kSelfWidth + 8, y - 4 + kSelfHeight / 2 + capRise("te"));
    } else {
      const double sign = toX > fromX ? 1 : -1;
      m_canvas.wire({QPointF(fromX + sign * halfBar(message.from, index), y),
                     QPointF(toX - sign * halfBar(message.to, index), y)},
                    message.isReply);
      const double width =
          widthOf(message.entry.label, "te") + (m_sequence.isNumbered ? kBadgeRoom : 0);
      drawLabel(message, step, (fromX + toX - width) / 2, y - kLabelRise);
    }
    m_canvas.close();
  }

  void drawLabel(const Sequence::Message& message, std::optional<int> step, double x,
                 double baseline) {
    const double width = widthOf(message.entry.label, "te") + (step ? kBadgeRoom : 0);
    const double middle = baseline - capRise("te");
    m_canvas.svg().rect(chipOf(message), QRectF(x - 4, middle - 10, width + 8, 17), 4);
    if (step) {
      m_canvas.badge(QPointF(x + 9, middle - 1), *step);
      x += kBadgeRoom;
    }
    m_canvas.text("te", QPointF(x, baseline), message.entry.label);
  }

  /// Labels cover the lifelines they cross, in the colour of the frame behind them.
  [[nodiscard]] std::string chipOf(const Sequence::Message& message) const {
    const auto index = static_cast<std::size_t>(&message - m_sequence.messages.data());
    std::string chip = "chip";
    for (const Sequence::Group& group : m_sequence.groups)
      if (group.first <= index && index <= group.last)
        chip = "chip " + group.entry.className;
    return chip;
  }

  const Sequence& m_sequence;
  ChartCanvas& m_canvas;
  std::vector<NodeCard> m_cards;
  std::vector<double> m_lines;  ///< x of the lifelines
  std::vector<double> m_rows;   ///< y of the messages
  std::vector<Busy> m_busy;
  double m_cardHeight = 0;
  double m_times = 0;
  double m_right = 0;
  double m_bottom = 0;
};

}  // namespace

void drawSequence(const Sequence& sequence, ChartCanvas& canvas) {
  SequenceDrawing(sequence, canvas).draw();
}

}  // namespace phaseboard::compiler
