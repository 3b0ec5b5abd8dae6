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

const UsualWords& usualWords(Expected expected) {
  static const std::map<Expected, UsualWords> words{
      {Expected::Starved, {{}, {}, true}},
      {Expected::StandIn,
       {{"fallback", "fall back", "previous version", "simpler model", "without personal",
         "last known", "stand in"},
        {"default", "cache", "heuristic", "popular", "backup", "replica", "baseline", "serve",
         "instead", "rule"},
        false}},
      {Expected::Notice,
       {{"alert", "alarm", "health check", "error rate", "dashboard", "monitoring"},
        {"metric", "canary", "lag", "age", "threshold", "page", "drop in", "watch"},
        false}},
      {Expected::Deadline,
       {{"deadline", "timeout", "time out", "give up", "cut off"},
        {"budget", "wait", "limit", "after", "ms"},
        false}},
      {Expected::Stale,
       {{"stale", "last known", "time to live", "ttl", "bounded age", "old values"},
        {"old", "previous", "cache", "bound", "age", "hour", "yesterday"},
        false}},
      {Expected::Backlog,
       {{"replay", "catch up", "backfill", "idempotent", "deduplicate", "exactly once",
         "reprocess"},
        {"backlog", "queue", "twice", "again", "later"},
        false}},
      {Expected::Path,
       {{"bottleneck", "first to break", "breaks first", "saturate", "hot spot"},
        {"break", "limit", "first", "fan out"},
        false}},
      {Expected::Grow,
       {{"shard", "partition", "replicate", "scale out", "more hosts", "autoscale",
         "scale horizontally"},
        {"replica", "region", "split", "copy", "more", "double"},
        false}},
      {Expected::Degrade,
       {{"degrade", "shed load", "load shedding", "fewer candidates", "admission control",
         "rate limit", "smaller model"},
        {"shed", "drop", "queue", "cheaper", "distil", "skip", "fewer"},
        false}},
      {Expected::Cost,
       {{"per request", "dollar", "usd", "more expensive", "cost per"},
        {"cost", "price", "hosts", "budget", "gpu", "double", "percent", "times"},
        false}},
      {Expected::Window,
       {{"attribution window", "watermark", "delay the join", "late join", "matured",
         "wait for labels"},
        {"window", "wait", "attribution", "join", "hours", "day", "late"},
        false}},
      {Expected::EarlyNegatives,
       {{"false negative", "censored", "importance weight", "delayed feedback", "survival",
         "unlabelled", "fake negative"},
        {"not yet", "unknown", "correction", "negative", "missing"},
        false}},
      {Expected::EarlySignals,
       {{"proxy", "early signal", "leading indicator", "prediction distribution", "dwell time"},
        {"drift", "calibration", "dwell", "shadow", "early", "score distribution"},
        false}},
      {Expected::ColdStart,
       {{"cold start", "transfer learning", "no history", "content features", "global model",
         "fine tune", "exploration"},
        {"transfer", "prior", "explore", "bootstrap", "history", "popular"},
        false}},
      {Expected::LocalRules,
       {{"regulation", "currency", "data residency", "local law", "languages"},
        {"law", "language", "local", "policy", "consent", "holiday", "legal"},
        false}},
      {Expected::Slices,
       {{"per market", "per country", "by country", "by market", "separate slice"},
        {"slice", "segment", "holdout", "country", "market", "metric", "alone"},
        false}},
      {Expected::Copies,
       {{"every copy", "all copies", "lineage", "tombstone"},
        {"log", "backup", "cache", "training set", "feature store", "index", "delete"},
        false}},
      {Expected::Retrain,
       {{"retrain", "unlearn", "next training", "drop the row"},
        {"rebuild", "embedding", "model", "forget", "without"},
        false}},
      {Expected::Proof,
       {{"audit", "proof", "request id", "confirmation"},
        {"days", "deadline", "verify", "sla", "check", "within"},
        false}}};
  static const UsualWords none;
  const auto found = words.find(expected);
  return found == words.end() ? none : found->second;
}

}  // namespace phaseboard::mock
