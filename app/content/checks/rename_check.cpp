// SPDX-License-Identifier: Apache-2.0
#include "app/content/checks/rename_check.h"

#include <algorithm>
#include <optional>

namespace phaseboard::content {
namespace {

/// "a/b#c" has the form "/#": only ids of one form can stand for each other.
std::string formOf(const std::string& id) {
  std::string form;
  std::copy_if(id.begin(), id.end(), std::back_inserter(form),
               [](char c) { return c == '/' || c == '#'; });
  return form;
}

/// Where the chain from `id` ends; nothing when it comes back to itself.
std::optional<std::string> endOf(const std::string& id,
                                 const std::map<std::string, std::string>& next) {
  std::string at = id;
  for (std::size_t steps = 0; steps <= next.size(); ++steps) {
    const auto step = next.find(at);
    if (step == next.end())
      return at;
    at = step->second;
  }
  return std::nullopt;
}

}  // namespace

std::map<std::string, std::string> resolveRenames(const std::vector<Rename>& renames,
                                                  const KnownIds& known, Ledger& ledger) {
  std::map<std::string, std::string> next;
  for (const Rename& rename : renames)
    next[rename.from] = rename.to;
  std::map<std::string, std::string> resolved;
  for (const Rename& rename : renames) {
    const auto problem = [&](const std::string& message) {
      ledger.problems.push_back({rename.place.file, rename.place.line, message});
    };
    const std::optional<std::string> end = endOf(rename.from, next);
    if (!end) {
      problem("rename of \"" + rename.from + "\" goes round in a circle");
      continue;
    }
    if (known.holds(rename.from))
      problem("\"" + rename.from + "\" is renamed and still exists");
    if (formOf(rename.from) != formOf(*end))
      problem("\"" + rename.from + "\" and \"" + *end + "\" are ids of different things");
    else if (known.conceptsRead && known.phasesRead && !known.holds(*end) &&
             !known.failed.contains(end->substr(0, end->rfind('/'))))
      problem("\"" + rename.from + "\" is renamed to \"" + *end + "\", which does not exist");
    resolved[rename.from] = *end;
  }
  return resolved;
}

}  // namespace phaseboard::content
