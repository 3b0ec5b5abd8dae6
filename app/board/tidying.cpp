// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "app/board/arranging.h"

namespace phaseboard::board {
namespace {

constexpr double kColumnGap = 64;
constexpr double kRowGap = 40;
constexpr double kBandGap = 46;
constexpr double kLetterWidth = 6.4;  ///< about, of an edge label
constexpr double kLabelRoom = 44;     ///< beside the words of a label
constexpr int kSweeps = 6;

struct TidyNode {
  const Part* part = nullptr;
  std::size_t band = 0;
  std::size_t column = 0;
  std::size_t row = 0;
  std::vector<std::size_t> feeds;  ///< by arrows, those that go backwards turned round
  std::vector<std::size_t> fedBy;
  Box box;
};

/// The parts that stand directly in one group, or in none.
struct Band {
  std::optional<ElementId> group;
  std::vector<std::vector<std::size_t>> columns;  ///< nodes by column, in the order of their rows
  std::size_t rows = 0;
  double padAbove = 0;
  double padBelow = 0;
};

class TidyLayout {
 public:
  explicit TidyLayout(const Document& document) : m_document(document) {
    for (const Part* part : document.all<Part>()) {
      m_places.emplace(part->id, m_nodes.size());
      m_nodes.push_back({part, 0, 0, 0, {}, {}, part->box});
    }
  }

  Edit run() {
    if (m_nodes.empty())
      return {};
    joinByArrows();
    makeColumns();
    makeBands();
    orderRows();
    clearRows();
    placeAll();
    return edit();
  }

 private:
  /// Edges against the order of a depth-first walk from the sources are turned round.
  void joinByArrows() {
    std::vector<std::vector<std::size_t>> out(m_nodes.size());
    std::vector<int> entering(m_nodes.size());
    for (const Edge* edge : m_document.all<Edge>()) {
      out[m_places.at(edge->from)].push_back(m_places.at(edge->to));
      ++entering[m_places.at(edge->to)];
    }
    std::vector<int> state(m_nodes.size());  // 0 not seen, 1 on the way, 2 done
    for (const bool sources : {true, false})
      for (std::size_t node = 0; node < m_nodes.size(); ++node)
        if (state[node] == 0 && (!sources || entering[node] == 0))
          walk(node, out, state);
  }

  void walk(std::size_t first, const std::vector<std::vector<std::size_t>>& out,
            std::vector<int>& state) {
    std::vector<std::pair<std::size_t, std::size_t>> way{{first, 0}};
    state[first] = 1;
    while (!way.empty()) {
      auto& [node, next] = way.back();
      if (next == out[node].size()) {
        state[node] = 2;
        m_finished.push_back(node);
        way.pop_back();
        continue;
      }
      const std::size_t from = node;
      const std::size_t to = out[node][next++];
      const bool isBackwards = state[to] == 1;
      m_nodes[isBackwards ? to : from].feeds.push_back(isBackwards ? from : to);
      m_nodes[isBackwards ? from : to].fedBy.push_back(isBackwards ? to : from);
      if (state[to] == 0) {
        state[to] = 1;
        way.emplace_back(to, 0);
      }
    }
  }

  /// As far left as the arrows allow; a source then moves up to what it feeds.
  void makeColumns() {
    for (auto node = m_finished.rbegin(); node != m_finished.rend(); ++node)
      for (const std::size_t to : m_nodes[*node].feeds)
        m_nodes[to].column = std::max(m_nodes[to].column, m_nodes[*node].column + 1);
    for (TidyNode& node : m_nodes) {
      if (!node.fedBy.empty() || node.feeds.empty())
        continue;
      std::size_t nearest = m_nodes[node.feeds.front()].column;
      for (const std::size_t to : node.feeds)
        nearest = std::min(nearest, m_nodes[to].column);
      node.column = nearest - 1;
    }
    for (const TidyNode& node : m_nodes)
      m_columns = std::max(m_columns, node.column + 1);
  }

  /// Bands from top to bottom: parts without a group, then each group with the groups inside it.
  void makeBands() {
    std::map<std::optional<ElementId>, std::vector<std::size_t>> members;
    for (std::size_t node = 0; node < m_nodes.size(); ++node)
      members[m_document.groupOf(m_nodes[node].part->id)].push_back(node);
    addBand(std::nullopt, members, 0);
    // The pads of a frame lie outside all bands that it holds.
    for (const auto& [group, span] : m_spans) {
      m_bands[span.first].padAbove += kGroupTitle + kGroupPadding;
      m_bands[span.second].padBelow += kGroupPadding;
    }
  }

  void addBand(std::optional<ElementId> group,
               const std::map<std::optional<ElementId>, std::vector<std::size_t>>& members,
               int depth) {
    const std::size_t first = m_bands.size();
    const auto own = members.find(group);
    if (own != members.end()) {
      Band band;
      band.group = group;
      band.columns.resize(m_columns);
      for (const std::size_t node : own->second) {
        m_nodes[node].band = m_bands.size();
        band.columns[m_nodes[node].column].push_back(node);
      }
      m_bands.push_back(std::move(band));
    }
    constexpr int kDeepest = 20;  // frames that hold each other cannot nest without end
    if (depth < kDeepest)
      for (const ElementId inner : groupsIn(group, members))
        addBand(inner, members, depth + 1);
    if (group && m_bands.size() > first)
      m_spans.emplace_back(*group, std::pair(first, m_bands.size() - 1));
  }

  /// Those whose parts come earliest along the arrows first.
  [[nodiscard]] std::vector<ElementId> groupsIn(
      std::optional<ElementId> group,
      const std::map<std::optional<ElementId>, std::vector<std::size_t>>& members) const {
    std::vector<std::pair<double, ElementId>> found;
    for (const Group* one : m_document.all<Group>()) {
      if (m_document.groupOf(one->id) != group)
        continue;
      double sum = 0;
      const auto own = members.find(one->id);
      if (own != members.end())
        for (const std::size_t node : own->second)
          sum += static_cast<double>(m_nodes[node].column);
      found.emplace_back(own == members.end() ? 0 : sum / static_cast<double>(own->second.size()),
                         one->id);
    }
    std::sort(found.begin(), found.end());
    std::vector<ElementId> ids;
    ids.reserve(found.size());
    for (const auto& [place, id] : found)
      ids.push_back(id);
    return ids;
  }

  /// Where a node would like to stand: at the mean of its neighbours, counted over all bands.
  [[nodiscard]] double wish(const TidyNode& node, bool forward) const {
    const auto& others = forward ? node.fedBy : node.feeds;
    const auto& instead = others.empty() ? (forward ? node.feeds : node.fedBy) : others;
    if (instead.empty())
      return rowOf(node);
    double sum = 0;
    for (const std::size_t other : instead)
      sum += rowOf(m_nodes[other]);
    return sum / static_cast<double>(instead.size());
  }

  [[nodiscard]] double rowOf(const TidyNode& node) const {
    return static_cast<double>(m_firstRow[node.band] + node.row);
  }

  void orderRows() {
    std::size_t row = 0;
    for (Band& band : m_bands) {
      for (const auto& column : band.columns) {
        band.rows = std::max(band.rows, column.size());
        for (std::size_t i = 0; i < column.size(); ++i)
          m_nodes[column[i]].row = i;
      }
      m_firstRow.push_back(row);
      row += band.rows;
    }
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
      const bool forward = sweep % 2 == 0;
      for (std::size_t i = 0; i < m_columns; ++i)
        for (std::size_t band = 0; band < m_bands.size(); ++band)
          sortColumn(band, forward ? i : m_columns - 1 - i, forward);
    }
  }

  /// Orders one column of a band by wish and gives each node the free row nearest to it.
  void sortColumn(std::size_t band, std::size_t column, bool forward) {
    auto& nodes = m_bands[band].columns[column];
    std::vector<std::pair<double, std::size_t>> wishes;
    for (const std::size_t node : nodes)
      wishes.emplace_back(wish(m_nodes[node], forward) - static_cast<double>(m_firstRow[band]),
                          node);
    std::stable_sort(wishes.begin(), wishes.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::size_t least = 0;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
      const std::size_t most = m_bands[band].rows - (wishes.size() - i);
      const auto wanted = static_cast<std::size_t>(std::max(0.0, std::round(wishes[i].first)));
      m_nodes[wishes[i].second].row = std::clamp(wanted, least, most);
      least = m_nodes[wishes[i].second].row + 1;
      nodes[i] = wishes[i].second;
    }
  }

  /// What stands in the way of a level arrow moves to another row of its band, a new one if need
  /// be.
  void clearRows() {
    for (std::size_t pass = 0; pass < m_nodes.size(); ++pass) {
      const std::optional<std::size_t> blocker = firstBlocker();
      if (!blocker)
        return;
      TidyNode& node = m_nodes[*blocker];
      std::size_t row = node.row + 1;
      while (nodeAt(node.band, row, node.column))
        ++row;
      node.row = row;
      m_bands[node.band].rows = std::max(m_bands[node.band].rows, row + 1);
    }
  }

  [[nodiscard]] std::optional<std::size_t> firstBlocker() const {
    for (const TidyNode& from : m_nodes)
      for (const std::size_t next : from.feeds) {
        const TidyNode& to = m_nodes[next];
        if (from.band != to.band || from.row != to.row)
          continue;
        const auto [left, right] = std::minmax(from.column, to.column);
        for (std::size_t column = left + 1; column < right; ++column)
          if (const auto between = nodeAt(from.band, from.row, column))
            return between;
      }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::size_t> nodeAt(std::size_t band, std::size_t row,
                                                  std::size_t column) const {
    for (const std::size_t node : m_bands[band].columns[column])
      if (m_nodes[node].row == row)
        return node;
    return std::nullopt;
  }

  [[nodiscard]] std::vector<double> columnAxes() const {
    std::vector<double> widths(m_columns, 0);
    std::vector<double> gaps(m_columns, kColumnGap);
    for (const TidyNode& node : m_nodes)
      widths[node.column] = std::max(widths[node.column], node.box.width);
    for (const Edge* edge : m_document.all<Edge>()) {
      const std::size_t one = m_nodes[m_places.at(edge->from)].column;
      const std::size_t other = m_nodes[m_places.at(edge->to)].column;
      if (!edge->label.empty() && one != other)
        gaps[std::min(one, other)] =
            std::max(gaps[std::min(one, other)],
                     static_cast<double>(edge->label.size()) * kLetterWidth + kLabelRoom);
    }
    std::vector<double> axes;
    double x = 0;
    for (std::size_t i = 0; i < m_columns; ++i) {
      axes.push_back(x + widths[i] / 2);
      x += widths[i] + gaps[i];
    }
    return axes;
  }

  void placeAll() {
    const auto axes = columnAxes();
    double y = 0;
    for (std::size_t band = 0; band < m_bands.size(); ++band) {
      y += m_bands[band].padAbove;
      std::vector<double> heights(m_bands[band].rows, 0);
      for (const TidyNode& node : m_nodes)
        if (node.band == band)
          heights[node.row] = std::max(heights[node.row], node.box.height);
      for (std::size_t row = 0; row < heights.size(); ++row) {
        for (TidyNode& node : m_nodes)
          if (node.band == band && node.row == row)
            node.box = boxAround({axes[node.column], y + heights[row] / 2}, node.box.width,
                                 node.box.height);
        y += heights[row] + kRowGap;
      }
      y += m_bands[band].padBelow + kBandGap - kRowGap;
    }
    Box before;
    Box now;
    for (const TidyNode& node : m_nodes) {
      before = united(before, node.part->box);
      now = united(now, node.box);
    }
    for (TidyNode& node : m_nodes)
      node.box = node.box.movedBy({std::round(before.x - now.x), std::round(before.y - now.y)});
  }

  /// The frame of a group around its parts and the frames inside it.
  Box frameOf(ElementId group, std::map<ElementId, Box>& frames) const {
    if (const auto known = frames.find(group); known != frames.end())
      return known->second;
    Box around;
    for (const TidyNode& node : m_nodes)
      if (m_document.groupOf(node.part->id) == group)
        around = united(around, node.box);
    for (const auto& [inner, span] : m_spans)
      if (m_document.groupOf(inner) == group)
        around = united(around, frameOf(inner, frames));
    around = around.grown(kGroupPadding);
    around.y -= kGroupTitle;
    around.height += kGroupTitle;
    frames.emplace(group, around);
    return around;
  }

  [[nodiscard]] Edit edit() const {
    Edit edit;
    for (const TidyNode& node : m_nodes) {
      Part after = *node.part;
      after.box = node.box;
      if (after != *node.part)
        edit.push_back({Element(*node.part), Element(after)});
    }
    std::map<ElementId, Box> frames;
    for (const auto& [id, span] : m_spans) {
      const Group& before = *m_document.find<Group>(id);
      Group after = before;
      after.box = frameOf(id, frames);
      if (after != before)
        edit.push_back({Element(before), Element(after)});
    }
    return edit;
  }

  const Document& m_document;
  std::vector<TidyNode> m_nodes;
  std::map<ElementId, std::size_t> m_places;
  std::vector<std::size_t> m_finished;  ///< nodes, those that feed others last
  std::size_t m_columns = 1;
  std::vector<Band> m_bands;
  std::vector<std::size_t> m_firstRow;  ///< of each band, counted over all
  std::vector<std::pair<ElementId, std::pair<std::size_t, std::size_t>>>
      m_spans;  ///< the bands, first and last, that each frame holds; inner groups first
};

}  // namespace

Edit tidy(const Document& document) {
  return TidyLayout(document).run();
}

}  // namespace phaseboard::board
