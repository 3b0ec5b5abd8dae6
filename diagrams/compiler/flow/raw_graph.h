// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

/// A DOT source as it was written: ids, attributes as text, and the line of each statement.
namespace phaseboard::compiler {

/// Only attributes that the author set; those left to an empty default are absent.
using RawAttributes = std::map<std::string, std::string>;

struct RawNode {
  std::string id;
  RawAttributes attributes;
  int line = 0;
  bool isDeclared = false;            ///< false when it is only named as the end of an edge
  std::vector<std::string> clusters;  ///< clusters that name it, in source order
};

struct RawEdge {
  std::string from;
  std::string to;
  RawAttributes attributes;
  int line = 0;
};

struct RawCluster {
  std::string id;      ///< without "cluster_"
  std::string parent;  ///< "" at the top
  RawAttributes attributes;
  int line = 0;
};

/// Nodes, edges and clusters in the order of the source.
struct RawGraph {
  std::string name;
  int line = 0;
  RawAttributes attributes;
  std::vector<RawNode> nodes;
  std::vector<RawEdge> edges;
  std::vector<RawCluster> clusters;
};

}  // namespace phaseboard::compiler
