// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "diagrams/compiler/flow/router_grid.h"

namespace phaseboard::compiler {

/// Where a wire may begin or end: the grid point before the port.
struct Terminal {
  GridPoint point;
  Side side = Side::East;  ///< of the card
  QPointF port;
  double cost = 0;  ///< how unwelcome this side is
};

/// What a wire would rather do than go the shortest way.
struct Wishes {
  std::optional<Side> via;         ///< go along this side of the figure, outside everything
  std::optional<Terminal> near;    ///< keep the cross stretch of a bundle near this end
  std::vector<double> crossLines;  ///< ... and on one of these lines, where its mates turn
};

struct FoundPath {
  std::vector<GridPoint> corners;  ///< from the first grid point to the last
  Terminal start;
  Terminal goal;
};

/// Finds the cheapest way between two cards: short, with few bends and crossings.
///
/// One object serves many searches; it keeps its tables between them.
class PathSearch {
 public:
  explicit PathSearch(const RouterGrid& grid);

  /// @return nothing when the cards are walled in
  [[nodiscard]] std::optional<FoundPath> find(const std::vector<Terminal>& starts,
                                              const std::vector<Terminal>& goals,
                                              const Wishes& wishes);

 private:
  struct Queued {
    float cost = 0;  ///< so far and least to come
    std::size_t state = 0;
  };

  [[nodiscard]] float leastToCome(GridPoint from) const;
  [[nodiscard]] float stretchCost(std::size_t vertex, Side direction) const;
  [[nodiscard]] bool isNearEnd(QPointF here) const;
  [[nodiscard]] float reluctance(QPointF here, bool level) const;
  [[nodiscard]] float bendCost(std::size_t vertex) const;
  void reach(std::size_t state, float cost, std::size_t parent);
  void expand(std::size_t state);
  [[nodiscard]] FoundPath traced(std::size_t state, const std::vector<Terminal>& starts,
                                 const Terminal& goal) const;

  const RouterGrid& m_grid;
  std::vector<float> m_cost;
  std::vector<std::size_t> m_parent;
  std::vector<unsigned> m_seen;  ///< number of the search that last reached the state
  std::vector<unsigned> m_done;
  unsigned m_search = 0;
  std::vector<Queued> m_queue;  ///< a heap
  const std::vector<Terminal>* m_goals = nullptr;
  const std::vector<Terminal>* m_starts = nullptr;
  Wishes m_wishes;
};

}  // namespace phaseboard::compiler
