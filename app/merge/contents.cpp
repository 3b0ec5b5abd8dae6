// SPDX-License-Identifier: Apache-2.0
#include "app/merge/contents.h"

#include <algorithm>
#include <tuple>

namespace phaseboard::merge {
namespace {

Uuid newestOf(const Log& log) {
  return log.events.empty() ? Uuid() : log.events.back().id;
}

}  // namespace

bool placesBetter(const Log& a, const Log& b) {
  if (!a.question || !b.question)
    return a.question.has_value() && !b.question;
  const Uuid newestOfA = newestOf(a);
  const Uuid newestOfB = newestOf(b);
  return std::tie(newestOfB, b.question, b.phase) < std::tie(newestOfA, a.question, a.phase);
}

void Contents::add(Cell cell) {
  const std::pair place{cell.subject, cell.key};
  const auto found = m_cells.find(place);
  if (found == m_cells.end())
    m_cells.emplace(place, std::move(cell));
  else if (beats(cell, found->second))
    found->second = std::move(cell);
}

void Contents::add(Trail trail) {
  std::vector<Trail>& known = m_trails[{trail.subject, rootOf(trail.id)}];
  known.push_back(std::move(trail));
  known = settled(std::move(known));
}

void Contents::add(Log log) {
  const auto [found, isNew] = m_logs.try_emplace(log.prompt, log);
  if (isNew)
    return;
  Log& known = found->second;
  if (placesBetter(log, known)) {
    known.question = log.question;
    known.phase = log.phase;
  }
  const auto isEarlier = [](const review::ReviewEvent& a, const review::ReviewEvent& b) {
    return a.id < b.id;
  };
  std::vector<review::ReviewEvent> all;
  std::set_union(known.events.begin(), known.events.end(), log.events.begin(), log.events.end(),
                 std::back_inserter(all), isEarlier);
  known.events = std::move(all);
}

void Contents::add(const Contents& other) {
  for (const auto& [place, cell] : other.m_cells)
    add(cell);
  for (const auto& [place, trails] : other.m_trails)
    for (const Trail& trail : trails)
      add(trail);
  for (const auto& [prompt, log] : other.m_logs)
    add(log);
}

}  // namespace phaseboard::merge
