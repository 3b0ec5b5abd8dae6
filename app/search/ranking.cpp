// SPDX-License-Identifier: Apache-2.0
#include "app/search/ranking.h"

#include <algorithm>
#include <iterator>

namespace phaseboard::search {

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
  const auto most = static_cast<std::size_t>(std::max(0, limit));
  if (all.size() > most)
    all.resize(most);
  return all;
}

}  // namespace phaseboard::search
