// SPDX-License-Identifier: Apache-2.0
#include "app/search/ranking.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace phaseboard::search {
namespace {

std::string folded(std::string text) {
  for (char& letter : text)
    if (letter >= 'A' && letter <= 'Z')
      letter = static_cast<char>(letter - 'A' + 'a');
  return text;
}

}  // namespace

std::vector<Hit> withNamedFirst(std::vector<Hit> hits, const Query& query) {
  std::string typed;
  for (const Term& term : query.terms)
    typed += (typed.empty() ? "" : " ") + folded(term.text);
  std::stable_partition(hits.begin(), hits.end(), [&](const Hit& hit) {
    return !typed.empty() && folded(hit.title) == typed;
  });
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
  const auto most = static_cast<std::size_t>(std::max(0, limit));
  if (all.size() > most)
    all.resize(most);
  return all;
}

}  // namespace phaseboard::search
