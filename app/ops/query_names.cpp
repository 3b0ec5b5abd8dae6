// SPDX-License-Identifier: Apache-2.0
#include "app/ops/query_names.h"

#include <algorithm>
#include <string>

#include "app/base/ascii.h"

namespace phaseboard::ops {
namespace {

bool isLetterOrDigit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

bool hasWordLike(std::string_view text, std::string_view typed) {
  const std::string small = lowered(text);
  for (std::size_t at = small.find(typed); at != std::string::npos; at = small.find(typed, at + 1))
    if (at == 0 || !isLetterOrDigit(small[at - 1]))
      return true;
  return false;
}

/// The id that has been typed, else the first that begins so, else the first that may be meant.
template <class Things>
auto meantBy(const std::string& typed, const Things& things) -> decltype(things.front().id) {
  decltype(things.front().id) begun;
  decltype(things.front().id) meant;
  for (const auto& thing : things) {
    if (thing.id.value() == typed)
      return thing.id;
    if (begun.value().empty() && thing.id.value().starts_with(typed))
      begun = thing.id;
    if (meant.value().empty() && mayMean(typed, thing.id.value(), thing.title))
      meant = thing.id;
  }
  return begun.value().empty() ? meant : begun;
}

}  // namespace

bool mayMean(std::string_view typed, std::string_view id, std::string_view title) {
  const std::string small = lowered(typed);
  return hasWordLike(id, small) || hasWordLike(title, small);
}

search::Query withKnownIds(search::Query query, const ports::PackLibrary& pack) {
  const auto& phases = pack.framework().phases;
  if (query.phase) {
    const std::string typed = query.phase->value();
    PhaseId meant = meantBy(typed, phases);
    for (const framework::Phase& phase : phases)
      if (typed == std::to_string(phase.number))
        meant = phase.id;
    if (!meant.value().empty())
      query.phase = meant;
  }
  if (query.question)
    if (const auto meant = meantBy(query.question->value(), pack.questions());
        !meant.value().empty())
      query.question = meant;
  return query;
}

}  // namespace phaseboard::ops
