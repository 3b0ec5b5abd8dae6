// SPDX-License-Identifier: Apache-2.0
#include "app/graphs/graph_difference.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>

#include "app/base/ascii.h"
#include "app/graphs/node_matching.h"

namespace phaseboard::graphs {
namespace {

constexpr double kReversedWorth = 0.5;
constexpr double kRelabelledWorth = 0.75;
constexpr double kMisplacedWorth = 0.75;
constexpr int kLeastAlike = 2;  // edges that a lookalike has in common

/// Letters and digits in lower case; other ASCII is left out.
std::string letters(const std::string& label) {
  std::string kept;
  for (const char letter : label) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte >= 0x80 || std::isalnum(byte) != 0)
      kept += lowered(letter);
  }
  return kept;
}

class Comparison {
 public:
  Comparison(const FigureGraph& reference, const FigureGraph& other)
      : m_reference(reference),
        m_other(other),
        m_partners(matchNodes(reference, other)),
        m_partnerOfEdge(reference.edges.size()),
        m_isTaken(other.edges.size()) {}

  GraphDifference run() {
    compareNodes();
    pairEdges([](const GraphEdge& one,
                 const GraphEdge& two) { return letters(one.label) == letters(two.label); },
              false, 1);
    pairEdges([](const GraphEdge&, const GraphEdge&) { return true; }, false, kRelabelledWorth);
    pairEdges([](const GraphEdge&, const GraphEdge&) { return true; }, true, kReversedWorth);
    listEdges();
    findLookalikes();
    const std::size_t all = m_reference.nodes.size() + m_reference.edges.size() +
                            m_other.nodes.size() + m_other.edges.size();
    m_found.score = all == 0 ? 1 : 2 * m_worth / static_cast<double>(all);
    return std::move(m_found);
  }

 private:
  struct EdgePartner {
    std::size_t edge = 0;
    double worth = 0;
  };

  void compareNodes() {
    std::vector<bool> isTaken(m_other.nodes.size());
    for (std::size_t i = 0; i < m_reference.nodes.size(); ++i) {
      const PartId& id = m_reference.nodes[i].id;
      if (!m_partners[i]) {
        m_found.missing.push_back(id);
        continue;
      }
      isTaken[*m_partners[i]] = true;
      m_found.common.emplace(id, m_other.nodes[*m_partners[i]].id);
      const bool isElsewhere = isMisplaced(i);
      if (isElsewhere)
        m_found.misplaced.push_back(id);
      m_worth += isElsewhere ? kMisplacedWorth : 1;
    }
    for (std::size_t i = 0; i < m_other.nodes.size(); ++i) {
      if (!isTaken[i])
        m_found.extra.push_back(m_other.nodes[i].id);
    }
  }

  /// Whether a node stands in a group that is not the partner of its own, while one of the two has
  /// a partner.
  [[nodiscard]] bool isMisplaced(std::size_t node) const {
    const auto own = m_reference.nodes[node].group;
    const auto other = m_other.nodes[*m_partners[node]].group;
    if (own && m_partners[*own])
      return other != m_partners[*own];
    return other && std::find(m_partners.begin(), m_partners.end(), other) != m_partners.end();
  }

  /// A missing and an extra node of one kind that are joined to the same partners.
  void findLookalikes() {
    std::vector<bool> isTaken(m_other.nodes.size());
    for (const auto& partner : m_partners)
      if (partner)
        isTaken[*partner] = true;
    for (std::size_t i = 0; i < m_reference.nodes.size(); ++i) {
      std::optional<std::size_t> best;
      int most = kLeastAlike - 1;
      for (std::size_t j = 0; j < m_other.nodes.size() && !m_partners[i]; ++j) {
        const bool isAlike = !isTaken[j] && !m_other.nodes[j].isGroup &&
                             m_other.nodes[j].role == m_reference.nodes[i].role;
        const int shared = isAlike ? sharedEdges(i, j) : 0;
        if (shared > most) {
          best = j;
          most = shared;
        }
      }
      if (best) {
        isTaken[*best] = true;
        m_found.lookalikes.emplace(m_reference.nodes[i].id, m_other.nodes[*best].id);
      }
    }
  }

  [[nodiscard]] int sharedEdges(std::size_t node, std::size_t other) const {
    int shared = 0;
    for (const GraphEdge& edge : m_reference.edges) {
      if (edge.from != node && edge.to != node)
        continue;
      const auto far = m_partners[edge.from == node ? edge.to : edge.from];
      shared +=
          far &&
          std::any_of(m_other.edges.begin(), m_other.edges.end(), [&](const GraphEdge& candidate) {
            return edge.from == node ? candidate.from == other && candidate.to == *far
                                     : candidate.to == other && candidate.from == *far;
          });
    }
    return shared;
  }

  /// Gives each edge without a partner the first free one between its partners that `fits`.
  template <class Fits>
  void pairEdges(const Fits& fits, bool reversed, double worth) {
    for (std::size_t i = 0; i < m_reference.edges.size(); ++i) {
      const GraphEdge& edge = m_reference.edges[i];
      auto from = m_partners[edge.from];
      auto to = m_partners[edge.to];
      if (m_partnerOfEdge[i] || !from || !to)
        continue;
      if (reversed)
        std::swap(from, to);
      for (std::size_t j = 0; j < m_other.edges.size(); ++j) {
        const GraphEdge& candidate = m_other.edges[j];
        if (!m_isTaken[j] && candidate.from == *from && candidate.to == *to &&
            fits(edge, candidate)) {
          m_isTaken[j] = true;
          m_partnerOfEdge[i] = EdgePartner{j, worth};
          m_worth += worth;
          break;
        }
      }
    }
  }

  void listEdges() {
    for (std::size_t i = 0; i < m_reference.edges.size(); ++i) {
      const PartId& id = m_reference.edges[i].id;
      const auto& partner = m_partnerOfEdge[i];
      if (!partner) {
        m_found.edges.missing.push_back(id);
        continue;
      }
      m_found.common.emplace(id, m_other.edges[partner->edge].id);
      if (partner->worth == kReversedWorth)
        m_found.edges.reversed.push_back(id);
      else if (partner->worth == kRelabelledWorth)
        m_found.edges.relabelled.push_back(id);
    }
    for (std::size_t j = 0; j < m_other.edges.size(); ++j) {
      if (!m_isTaken[j])
        m_found.edges.extra.push_back(m_other.edges[j].id);
    }
  }

  const FigureGraph& m_reference;
  const FigureGraph& m_other;
  std::vector<std::optional<std::size_t>> m_partners;
  std::vector<std::optional<EdgePartner>> m_partnerOfEdge;
  std::vector<bool> m_isTaken;
  GraphDifference m_found;
  double m_worth = 0;
};

}  // namespace

GraphDifference compareGraphs(const FigureGraph& reference, const FigureGraph& other) {
  return Comparison(reference, other).run();
}

}  // namespace phaseboard::graphs
