// SPDX-License-Identifier: Apache-2.0
#include "app/search/ranking.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "app/base/ascii.h"

namespace phaseboard::search {

std::vector<Hit> withNamedFirst(std::vector<Hit> hits, const Query& query) {
  std::string typed;
  for (const Term& term : query.terms)
    typed += (typed.empty() ? "" : " ") + lowered(term.text);
  if (typed.empty())
    return hits;
  const auto isNamed = [&](const Hit& hit) { return lowered(hit.title) == typed; };
  const auto isBegun = [&](const Hit& hit) {
    const std::string title = lowered(hit.title);
    return title.starts_with(typed) && title.find(' ', typed.size()) == std::string::npos;
  };
  const auto rest = std::stable_partition(hits.begin(), hits.end(), isNamed);
  if (query.terms.back().prefix)
    std::stable_partition(rest, hits.end(), isBegun);
  return hits;
}

std::vector<Hit> merged(std::vector<std::vector<Hit>> lists, int limit) {
  std::vector<Hit> all;
  for (std::vector<Hit>& list : lists) {
    double best = 0;
    for (const Hit& hit : list)
      best = std::max(best, hit.score);
    for (Hit& hit : list)
      hit.score = best > 0 ? std::max(0.0, hit.score) / best : 0;
    std::move(list.begin(), list.end(), std::back_inserter(all));
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Hit& a, const Hit& b) { return a.score > b.score; });
  keepFirstOfEach(all);
  const auto most = static_cast<std::size_t>(std::max(0, limit));
  if (all.size() > most)
    all.resize(most);
  return all;
}

void keepFirstOfEach(std::vector<Hit>& hits) {
  std::set<std::string_view> concepts;
  std::vector<Hit> kept;
  kept.reserve(hits.size());
  for (Hit& hit : hits) {
    kept.push_back(std::move(hit));
    // Nothing else can be in two packs.
    if (kept.back().kind == HitKind::Concept && !concepts.insert(kept.back().id).second)
      kept.pop_back();
  }
  hits = std::move(kept);
}

}  // namespace phaseboard::search
