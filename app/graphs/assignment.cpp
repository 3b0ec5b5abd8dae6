// SPDX-License-Identifier: Apache-2.0
#include "app/graphs/assignment.h"

#include <algorithm>
#include <limits>

namespace phaseboard::graphs {
namespace {

/// The Hungarian method with potentials, on a square of costs. Index 0 of rows and columns stands
/// for "none yet".
class Matching {
 public:
  explicit Matching(const Worth& worth)
      : m_worth(worth),
        m_size(std::max(worth.size(), worth.empty() ? 0 : worth.front().size())),
        m_rowPotential(m_size + 1),
        m_columnPotential(m_size + 1),
        m_rowOf(m_size + 1),
        m_before(m_size + 1) {
    for (std::size_t row = 1; row <= m_size; ++row)
      addRow(row);
  }

  [[nodiscard]] std::vector<std::optional<std::size_t>> pairs() const {
    std::vector<std::optional<std::size_t>> columns(m_worth.size());
    for (std::size_t column = 1; column <= m_size; ++column) {
      if (const std::size_t row = m_rowOf[column]; cost(row, column) < 0)
        columns[row - 1] = column - 1;
    }
    return columns;
  }

 private:
  [[nodiscard]] double cost(std::size_t row, std::size_t column) const {
    const bool isReal = row <= m_worth.size() && column <= m_worth[row - 1].size();
    return isReal ? -m_worth[row - 1][column - 1] : 0;
  }

  /// Finds a place for one more row along the cheapest chain of exchanges.
  void addRow(std::size_t row) {
    std::vector<double> slack(m_size + 1, std::numeric_limits<double>::infinity());
    std::vector<bool> isReached(m_size + 1);
    m_rowOf[0] = row;
    std::size_t column = 0;
    do {
      isReached[column] = true;
      column = nextColumn(column, slack, isReached);
    } while (m_rowOf[column] != 0);
    while (column != 0) {
      m_rowOf[column] = m_rowOf[m_before[column]];
      column = m_before[column];
    }
  }

  std::size_t nextColumn(std::size_t from, std::vector<double>& slack,
                         const std::vector<bool>& isReached) {
    const std::size_t row = m_rowOf[from];
    std::size_t nearest = 0;
    double step = std::numeric_limits<double>::infinity();
    for (std::size_t column = 1; column <= m_size; ++column) {
      if (isReached[column])
        continue;
      const double reduced = cost(row, column) - m_rowPotential[row] - m_columnPotential[column];
      if (reduced < slack[column]) {
        slack[column] = reduced;
        m_before[column] = from;
      }
      if (slack[column] < step) {
        step = slack[column];
        nearest = column;
      }
    }
    for (std::size_t column = 0; column <= m_size; ++column) {
      if (isReached[column]) {
        m_rowPotential[m_rowOf[column]] += step;
        m_columnPotential[column] -= step;
      } else {
        slack[column] -= step;
      }
    }
    return nearest;
  }

  const Worth& m_worth;
  std::size_t m_size;
  std::vector<double> m_rowPotential;
  std::vector<double> m_columnPotential;
  std::vector<std::size_t> m_rowOf;   ///< column -> row
  std::vector<std::size_t> m_before;  ///< column -> the column before it in the chain
};

}  // namespace

std::vector<std::optional<std::size_t>> bestAssignment(const Worth& worth) {
  return Matching(worth).pairs();
}

}  // namespace phaseboard::graphs
