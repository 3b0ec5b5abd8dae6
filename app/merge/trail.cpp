// SPDX-License-Identifier: Apache-2.0
#include "app/merge/trail.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "app/base/bytes.h"
#include "app/base/hash.h"

namespace phaseboard::merge {
namespace {

/// From all steps up to the one at which it parts: two branches may part with the same step.
std::string branchId(const std::string& root, std::size_t place, const Trail& branch) {
  Fnv64 sum;
  for (std::size_t i = 0; i <= place; ++i)
    sum.addNumber(static_cast<std::uint64_t>(branch.steps[i].at.value()))
        .addNumber(branch.steps[i].bytes.size())
        .add(branch.steps[i].bytes);
  const std::uint64_t hash = sum.value();
  std::string digits;
  for (unsigned shift = 0; shift < 64; shift += 8)
    digits += static_cast<char>((hash >> shift) & 0xffU);
  return root + kBranchMark + toHex(digits);
}

/// Follows trails that are equal up to `place`, none the beginning of another, under the name `id`.
void settleFrom(std::size_t place, const std::string& id, std::vector<Trail> trails,
                std::vector<Trail>& out) {
  for (; trails.size() > 1; ++place) {
    std::map<Step, std::vector<Trail>> ways;
    for (Trail& trail : trails) {
      const Step way = trail.steps[place];
      ways[way].push_back(std::move(trail));
    }
    trails = std::move(ways.begin()->second);
    for (auto way = std::next(ways.begin()); way != ways.end(); ++way) {
      const std::string branch = branchId(rootOf(id), place, way->second.front());
      settleFrom(place + 1, branch, std::move(way->second), out);
    }
  }
  trails.front().id = id;
  out.push_back(std::move(trails.front()));
}

/// Drops every trail that is the beginning of another. In order, it stands right before one of
/// them.
std::vector<Trail> longest(std::vector<Trail> trails) {
  std::sort(trails.begin(), trails.end(),
            [](const Trail& a, const Trail& b) { return a.steps < b.steps; });
  std::vector<Trail> kept;
  for (Trail& trail : trails) {
    const auto begins = [](const Trail& a, const Trail& b) {
      return a.steps.size() <= b.steps.size() &&
             std::equal(a.steps.begin(), a.steps.end(), b.steps.begin());
    };
    if (!kept.empty() && begins(kept.back(), trail))
      kept.pop_back();
    kept.push_back(std::move(trail));
  }
  return kept;
}

}  // namespace

std::string rootOf(std::string_view id) {
  return std::string(id.substr(0, id.find(kBranchMark)));
}

std::vector<Trail> settled(std::vector<Trail> trails) {
  std::vector<Trail> out;
  if (trails.empty())
    return out;
  const std::string root = rootOf(trails.front().id);
  settleFrom(0, root, longest(std::move(trails)), out);
  std::sort(out.begin(), out.end(), [](const Trail& a, const Trail& b) { return a.id < b.id; });
  return out;
}

}  // namespace phaseboard::merge
