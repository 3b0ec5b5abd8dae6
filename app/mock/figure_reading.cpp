// SPDX-License-Identifier: Apache-2.0
#include "app/mock/figure_reading.h"

#include <algorithm>
#include <map>

#include "app/mock/words.h"

namespace phaseboard::mock {
namespace {

bool isOneOf(std::string_view role, const std::vector<std::string_view>& roles) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

bool works(const content::Part& part) {
  return part.kind == content::PartKind::Node &&
         isOneOf(part.shape, {"service", "process", "store", "model", "queue", "policy"});
}

bool saysLabels(const std::string& text) {
  for (const PlacedWord& word : placedWords(text))
    for (const std::u32string_view sought :
         {U"label", U"labels", U"feedback", U"click", U"outcome", U"attribution", U"conversion"})
      if (word.word == sought)
        return true;
  return false;
}

void addOnce(std::vector<std::string>& list, const std::string& title) {
  if (!title.empty() && std::find(list.begin(), list.end(), title) == list.end())
    list.push_back(title);
}

}  // namespace

std::vector<const content::Part*> FigureReading::inTheMiddle() const {
  std::vector<const content::Part*> found;
  for (const content::Part& part : m_figure.parts) {
    const auto touches = [&](const std::optional<PartId> content::Part::*end) {
      return std::any_of(m_figure.parts.begin(), m_figure.parts.end(), [&](const auto& edge) {
        return edge.kind == content::PartKind::Edge && edge.*end == part.id;
      });
    };
    if (works(part) && touches(&content::Part::from) && touches(&content::Part::to))
      found.push_back(&part);
  }
  return found;
}

std::vector<const content::Part*> FigureReading::carrying() const {
  std::vector<const content::Part*> found;
  for (const content::Part& edge : m_figure.parts) {
    if (edge.kind != content::PartKind::Edge || edge.label.empty() ||
        isOneOf(edge.shape, {"control", "ref"}))
      continue;
    const content::Part* from = node(edge.from);
    const content::Part* to = node(edge.to);
    if (from && to && works(*from) && works(*to))
      found.push_back(&edge);
  }
  return found;
}

std::vector<const content::Part*> FigureReading::labelParts() const {
  std::vector<const content::Part*> found;
  for (const content::Part& part : m_figure.parts) {
    const bool isNamed =
        saysLabels(part.title) || (part.conceptId && saysLabels(part.conceptId->value()));
    if (part.kind == content::PartKind::Node && isNamed &&
        isOneOf(part.shape, {"process", "data", "queue", "store"}))
      found.push_back(&part);
  }
  return found;
}

std::vector<std::string> FigureReading::path() const {
  std::map<int, const content::Part*> steps;
  for (const content::Part& part : m_figure.parts)
    if (part.kind == content::PartKind::Edge && part.step)
      steps[*part.step] = &part;
  std::vector<std::string> titles;
  for (const auto& [step, edge] : steps) {
    const content::Part* to = node(edge->to);
    if (to && works(*to))
      addOnce(titles, to->title);
  }
  if (titles.empty())
    for (const content::Part* part : inTheMiddle())
      addOnce(titles, part->title);
  return titles;
}

std::vector<std::string> FigureReading::titlesOf(const std::vector<std::string_view>& roles) const {
  std::vector<std::string> titles;
  for (const content::Part& part : m_figure.parts)
    if (part.kind == content::PartKind::Node && isOneOf(part.shape, roles))
      addOnce(titles, part.title);
  return titles;
}

std::vector<std::string> FigureReading::titlesAfter(const content::Part& part) const {
  std::vector<std::string> titles;
  for (const content::Part& edge : m_figure.parts)
    if (edge.kind == content::PartKind::Edge && edge.from == part.id)
      addOnce(titles, titleOf(edge.to));
  return titles;
}

std::string FigureReading::titleOf(const std::optional<PartId>& part) const {
  const content::Part* found = node(part);
  return found ? found->title : std::string();
}

FollowUp FigureReading::about(Rule rule, content::Level level, const content::Part& part) const {
  const TargetId target = content::partTarget(m_figure.id, part.id);
  return {std::string(nameOf(rule)) + ":" + target.value(), rule, level, {}, {}, {}, {}};
}

FollowUp FigureReading::aboutAll(Rule rule, content::Level level) const {
  return {std::string(nameOf(rule)) + ":" + m_figure.id.value(), rule, level, {}, {}, {}, {}};
}

const content::Part* FigureReading::node(const std::optional<PartId>& id) const {
  const auto found =
      std::find_if(m_figure.parts.begin(), m_figure.parts.end(), [&](const content::Part& part) {
        return id && part.id == *id && part.kind == content::PartKind::Node;
      });
  return found == m_figure.parts.end() ? nullptr : &*found;
}

std::vector<std::string> usualWords(Expected expected) {
  static const std::map<Expected, std::vector<std::string>> words{
      {Expected::StandIn,
       {"fallback", "fall back", "default", "cached", "cache", "previous version", "heuristic",
        "popular", "simpler model", "backup", "replica", "baseline", "without personal"}},
      {Expected::Notice,
       {"alert", "monitor", "metric", "dashboard", "alarm", "health check", "canary", "page",
        "error rate", "age of", "lag"}},
      {Expected::Deadline, {"deadline", "timeout", "time out", "budget", "give up", "cut off"}},
      {Expected::Stale,
       {"stale", "old", "last known", "previous", "cached", "bounded", "age", "ttl",
        "time to live"}},
      {Expected::Backlog,
       {"replay", "catch up", "backfill", "idempotent", "deduplicate", "exactly once", "backlog",
        "reprocess"}},
      {Expected::Path, {"bottleneck", "first to break", "saturate", "hot spot"}},
      {Expected::Grow,
       {"shard", "partition", "replica", "replicate", "scale out", "more hosts", "autoscale",
        "region"}},
      {Expected::Degrade,
       {"degrade", "shed", "fewer candidates", "drop", "admission", "queue", "rate limit",
        "cheaper", "distil", "smaller model"}},
      {Expected::Cost, {"cost", "price", "hosts", "budget", "dollar", "usd", "per request", "gpu"}},
      {Expected::Window,
       {"window", "wait", "attribution", "watermark", "delay the join", "late join", "matured"}},
      {Expected::EarlyNegatives,
       {"false negative", "not yet", "unknown", "censored", "importance weight", "delayed feedback",
        "correction", "survival", "unlabelled"}},
      {Expected::EarlySignals,
       {"proxy", "early signal", "leading", "drift", "calibration", "dwell",
        "prediction distribution", "shadow"}},
      {Expected::ColdStart,
       {"cold start", "transfer", "no history", "content features", "prior", "global model",
        "fine tune", "explore", "exploration", "bootstrap"}},
      {Expected::LocalRules,
       {"law", "regulation", "language", "currency", "local", "policy", "consent", "holiday"}},
      {Expected::Slices,
       {"slice", "per market", "per country", "segment", "by country", "holdout"}},
      {Expected::Copies,
       {"log", "backup", "cache", "training set", "feature store", "every copy", "lineage",
        "tombstone"}},
      {Expected::Retrain,
       {"retrain", "unlearn", "next training", "rebuild", "embedding", "drop the row"}},
      {Expected::Proof, {"audit", "days", "deadline", "proof", "verify", "request id", "sla"}}};
  const auto found = words.find(expected);
  return found == words.end() ? std::vector<std::string>() : found->second;
}

}  // namespace phaseboard::mock
