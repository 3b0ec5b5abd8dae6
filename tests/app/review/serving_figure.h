// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/content/model.h"

namespace phaseboard::review::test {

inline content::Part servingNode(const std::string& id, const std::string& title) {
  content::Part part;
  part.id = PartId{id};
  part.title = title;
  part.label = title;
  part.explanation = title + " is needed.";
  return part;
}

inline content::Part servingEdge(const std::string& from, const std::string& to,
                                 const std::string& label) {
  content::Part part;
  part.id = PartId{from + "--" + to};
  part.kind = content::PartKind::Edge;
  part.title = from + " to " + to;
  part.label = label;
  part.explanation = "It carries " + label + ".";
  part.from = PartId{from};
  part.to = PartId{to};
  return part;
}

/// app -> fetch -> rank -> log, and app -> cache.
inline content::Diagram servingFigure() {
  content::Diagram figure;
  figure.id = DiagramId{"ads/path"};
  figure.question = QuestionId{"ads"};
  figure.phase = PhaseId{"serve"};
  figure.kind = "flow";
  figure.parts = {servingNode("app", "App"),
                  servingNode("fetch", "Fetcher"),
                  servingNode("rank", "Ranker"),
                  servingNode("cache", "Cache"),
                  servingNode("log", "Event log"),
                  servingEdge("app", "fetch", "request"),
                  servingEdge("fetch", "rank", "candidates"),
                  servingEdge("rank", "log", ""),
                  servingEdge("app", "cache", "request")};
  return figure;
}

}  // namespace phaseboard::review::test
