// SPDX-License-Identifier: Apache-2.0
#include "app/graphs/node_matching.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <string_view>

#include "app/graphs/assignment.h"

namespace phaseboard::graphs {
namespace {

constexpr double kSameId = 1;
constexpr double kSameName = 0.9;
constexpr double kSameConcept = 0.8;
constexpr double kSharedWords = 0.7;  // times the share of words; a half must be shared
constexpr double kSameRole = 0.02;
constexpr double kNeighbourhood = 0.05;  // at most; never more than what a name is worth

/// The words of a name in lower case; bytes outside ASCII belong to words as they are.
std::set<std::string> wordsOf(std::string_view name) {
  std::set<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty())
      words.insert(std::move(word));
    word.clear();
  };
  for (const char letter : name) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte >= 0x80 || std::isalnum(byte) != 0)
      word += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
    else
      finish();
  }
  finish();
  return words;
}

std::vector<std::set<std::string>> namesOf(const GraphNode& node) {
  std::vector<std::set<std::string>> names{wordsOf(node.title)};
  for (const std::string& synonym : node.synonyms)
    names.push_back(wordsOf(synonym));
  std::erase_if(names, [](const auto& words) { return words.empty(); });
  return names;
}

double sharedWords(const std::set<std::string>& one, const std::set<std::string>& other) {
  const auto shared = static_cast<double>(std::count_if(
      one.begin(), one.end(), [&](const auto& word) { return other.contains(word); }));
  return shared / (static_cast<double>(one.size() + other.size()) - shared);
}

double byName(const GraphNode& one, const GraphNode& other) {
  double best = 0;
  for (const auto& name : namesOf(one)) {
    for (const auto& otherName : namesOf(other)) {
      const double shared = sharedWords(name, otherName);
      best = std::max(best, shared == 1 ? kSameName : shared >= 0.5 ? shared * kSharedWords : 0);
    }
  }
  return best;
}

Worth worthByLikeness(const FigureGraph& reference, const FigureGraph& other) {
  Worth worth(reference.nodes.size(), std::vector<double>(other.nodes.size()));
  for (std::size_t row = 0; row < reference.nodes.size(); ++row)
    for (std::size_t column = 0; column < other.nodes.size(); ++column)
      worth[row][column] = likeness(reference.nodes[row], other.nodes[column]);
  return worth;
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
  if (one.isGroup != other.isGroup)
    return 0;
  const double role = one.role == other.role ? kSameRole : 0;
  if (!one.id.value().empty() && one.id == other.id)
    return kSameId + role;
  const bool sameConcept = one.conceptId && one.conceptId == other.conceptId;
  const double named = std::max(byName(one, other), sameConcept ? kSameConcept : 0.0);
  return named > 0 ? named + role : 0;
}

std::vector<std::optional<std::size_t>> matchNodes(const FigureGraph& reference,
                                                   const FigureGraph& other) {
  const Worth likely = worthByLikeness(reference, other);
  Worth worth = likely;
  for (std::size_t row = 0; row < worth.size(); ++row) {
    for (std::size_t column = 0; column < worth[row].size(); ++column) {
      if (likely[row][column] > 0)
        worth[row][column] += kNeighbourhood * agreement(reference, other, likely, row, column);
    }
  }
  return bestAssignment(worth);
}

}  // namespace phaseboard::graphs
