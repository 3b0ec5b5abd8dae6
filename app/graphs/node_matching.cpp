// SPDX-License-Identifier: Apache-2.0
#include "app/graphs/node_matching.h"

#include <algorithm>
#include <string>
#include <utility>

#include "app/graphs/assignment.h"
#include "app/graphs/names.h"

namespace phaseboard::graphs {
namespace {

constexpr double kSameId = 1;
constexpr double kSameName = 0.9;
constexpr double kSameConcept = 0.8;
constexpr double kSharedWords = 0.7;  // times the share of words
constexpr double kSameRole = 0.02;
constexpr double kLeastShared = 0.5;
constexpr double kSameMembers = 0.6;
constexpr int kRounds = 4;
constexpr double kNeighbourhood = 0.05;  // at most; never more than what a name is worth

struct Names {
  std::vector<Name> all;
};

Names namesOf(const GraphNode& node) {
  Names names;
  names.all.emplace_back(node.title);
  for (const std::string& synonym : node.synonyms)
    names.all.emplace_back(synonym);
  return names;
}

double byName(const Names& one, const Names& other) {
  double best = 0;
  for (const Name& name : one.all)
    for (const Name& otherName : other.all) {
      const double shared = name.likeness(otherName);
      best = std::max(best, shared >= Name::kForgiven ? kSameName * shared
                            : shared >= kLeastShared  ? shared * kSharedWords
                                                      : 0);
    }
  return best;
}

double likenessOf(const GraphNode& one, const Names& names, const GraphNode& other,
                  const Names& otherNames) {
  if (one.isGroup != other.isGroup)
    return 0;
  const double role = one.role == other.role ? kSameRole : 0;
  if (!one.id.value().empty() && one.id == other.id)
    return kSameId + role;
  const bool sameConcept = one.conceptId && one.conceptId == other.conceptId;
  const double named = std::max(byName(names, otherNames), sameConcept ? kSameConcept : 0.0);
  return named > 0 ? named + role : 0;
}

Worth worthByLikeness(const FigureGraph& reference, const FigureGraph& other) {
  std::vector<Names> names;
  for (const GraphNode& node : other.nodes)
    names.push_back(namesOf(node));
  Worth worth(reference.nodes.size(), std::vector<double>(other.nodes.size()));
  for (std::size_t row = 0; row < reference.nodes.size(); ++row) {
    const Names own = namesOf(reference.nodes[row]);
    for (std::size_t column = 0; column < other.nodes.size(); ++column)
      worth[row][column] =
          likenessOf(reference.nodes[row], own, other.nodes[column], names[column]);
  }
  return worth;
}

using Pairs = std::vector<std::optional<std::size_t>>;

/// The share of edges at `row` that have one at `column` between the very partners.
double agreement(const FigureGraph& reference, const FigureGraph& other, const Pairs& pairs,
                 std::size_t row, std::size_t column) {
  int edges = 0;
  int found = 0;
  for (const GraphEdge& edge : reference.edges) {
    if (edge.from != row && edge.to != row)
      continue;
    ++edges;
    const auto far = pairs[edge.from == row ? edge.to : edge.from];
    found +=
        far && std::any_of(other.edges.begin(), other.edges.end(), [&](const GraphEdge& candidate) {
          return edge.from == row ? candidate.from == column && candidate.to == *far
                                  : candidate.to == column && candidate.from == *far;
        });
  }
  return edges == 0 ? 0 : static_cast<double>(found) / edges;
}

double worthOf(const FigureGraph& reference, const FigureGraph& other, const Worth& likely,
               const Pairs& pairs) {
  double sum = 0;
  for (std::size_t row = 0; row < pairs.size(); ++row)
    if (pairs[row])
      sum += likely[row][*pairs[row]] +
             kNeighbourhood * agreement(reference, other, pairs, row, *pairs[row]);
  return sum;
}

/// How alike two groups are by the nodes that they hold: those of both among all.
double sharedMembers(const FigureGraph& reference, const FigureGraph& other, const Pairs& pairs,
                     std::size_t group, std::size_t otherGroup) {
  int one = 0;
  int both = 0;
  for (std::size_t row = 0; row < reference.nodes.size(); ++row) {
    if (reference.nodes[row].group != group)
      continue;
    ++one;
    both += pairs[row] && other.nodes[*pairs[row]].group == otherGroup;
  }
  const auto two = std::count_if(other.nodes.begin(), other.nodes.end(),
                                 [&](const GraphNode& node) { return node.group == otherGroup; });
  const int all = one + static_cast<int>(two) - both;
  return all == 0 ? 0 : static_cast<double>(both) / all;
}

/// Gives groups the worth of what they hold where that is more than their names give.
void addMembers(const FigureGraph& reference, const FigureGraph& other, const Pairs& pairs,
                Worth& worth) {
  for (std::size_t row = 0; row < reference.nodes.size(); ++row)
    for (std::size_t column = 0; column < other.nodes.size(); ++column) {
      if (!reference.nodes[row].isGroup || !other.nodes[column].isGroup)
        continue;
      const double shared = sharedMembers(reference, other, pairs, row, column);
      if (shared >= kLeastShared)
        worth[row][column] = std::max(worth[row][column], shared * kSameMembers);
    }
}

/// The share of edges at `row` that have one between the likely partners at `column`.
double agreement(const FigureGraph& reference, const FigureGraph& other, const Worth& worth,
                 std::size_t row, std::size_t column) {
  int edges = 0;
  int found = 0;
  for (const GraphEdge& edge : reference.edges) {
    if (edge.from != row && edge.to != row)
      continue;
    ++edges;
    const std::size_t far = edge.from == row ? edge.to : edge.from;
    found += std::any_of(other.edges.begin(), other.edges.end(), [&](const GraphEdge& candidate) {
      const bool leaves = edge.from == row && candidate.from == column;
      const bool enters = edge.to == row && candidate.to == column;
      return (leaves && worth[far][candidate.to] > 0) || (enters && worth[far][candidate.from] > 0);
    });
  }
  return edges == 0 ? 0 : static_cast<double>(found) / edges;
}

}  // namespace

double likeness(const GraphNode& one, const GraphNode& other) {
  return likenessOf(one, namesOf(one), other, namesOf(other));
}

std::vector<std::optional<std::size_t>> matchNodes(const FigureGraph& reference,
                                                   const FigureGraph& other) {
  Worth likely = worthByLikeness(reference, other);
  Worth worth = likely;
  for (std::size_t row = 0; row < worth.size(); ++row)
    for (std::size_t column = 0; column < worth[row].size(); ++column)
      if (likely[row][column] > 0)
        worth[row][column] += kNeighbourhood * agreement(reference, other, likely, row, column);
  Pairs best = bestAssignment(worth);
  addMembers(reference, other, best, likely);
  double most = -1;
  for (int round = 0; round < kRounds; ++round) {
    worth = likely;
    for (std::size_t row = 0; row < worth.size(); ++row)
      for (std::size_t column = 0; column < worth[row].size(); ++column)
        if (likely[row][column] > 0)
          worth[row][column] += kNeighbourhood * agreement(reference, other, best, row, column);
    Pairs pairs = bestAssignment(worth);
    const double sum = worthOf(reference, other, likely, pairs);
    if (sum <= most)
      break;
    most = sum;
    best = std::move(pairs);
  }
  return best;
}

}  // namespace phaseboard::graphs
