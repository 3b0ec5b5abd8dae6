// SPDX-License-Identifier: Apache-2.0
#include "app/answers/history.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace phaseboard::answers {

std::vector<Version> inOrder(std::vector<Version> versions) {
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < versions.size(); ++i)
    places[versions[i].uid] = i;
  std::vector<std::size_t> waitsFor(versions.size(), 0);
  std::multimap<std::size_t, std::size_t> children;
  for (std::size_t i = 0; i < versions.size(); ++i)
    for (const std::string& parent : versions[i].parents)
      if (const auto found = places.find(parent); found != places.end() && found->second != i) {
        ++waitsFor[i];
        children.emplace(found->second, i);
      }
  std::set<std::tuple<Instant, std::string, std::size_t>> ready;
  const auto makeReady = [&](std::size_t i) {
    ready.emplace(versions[i].writtenAt, versions[i].uid, i);
  };
  for (std::size_t i = 0; i < versions.size(); ++i)
    if (waitsFor[i] == 0)
      makeReady(i);
  std::vector<Version> ordered;
  std::set<std::size_t> left;
  for (std::size_t i = 0; i < versions.size(); ++i)
    left.insert(i);
  while (!left.empty()) {
    if (ready.empty())  // written over each other: no program of ours did that, but none is lost
      makeReady(*left.begin());
    const std::size_t next = std::get<2>(*ready.begin());
    ready.erase(ready.begin());
    if (left.erase(next) == 0)
      continue;
    const auto [from, to] = children.equal_range(next);
    for (auto child = from; child != to; ++child)
      if (--waitsFor[child->second] == 0)
        makeReady(child->second);
    ordered.push_back(std::move(versions[next]));
  }
  return ordered;
}

std::vector<Version> openEnds(const std::vector<Version>& versions) {
  std::set<std::string> writtenOver;
  for (const Version& version : versions)
    writtenOver.insert(version.parents.begin(), version.parents.end());
  std::vector<Version> ends;
  for (Version& version : inOrder(versions)) {
    if (writtenOver.contains(version.uid))
      continue;
    std::erase_if(ends, [&](const Version& end) { return end.text == version.text; });
    ends.push_back(std::move(version));
  }
  return ends;
}

}  // namespace phaseboard::answers
