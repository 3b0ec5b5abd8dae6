// SPDX-License-Identifier: Apache-2.0
#include "app/answers/word_diff.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <optional>
#include <utility>

namespace phaseboard::answers {
namespace {

using Tokens = std::vector<std::string_view>;

bool isWordByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0;
}

bool isBlank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Whether the byte at `at` joins two parts of one word.
bool joinsWord(std::string_view text, std::size_t at) {
  return (text[at] == '-' || text[at] == '\'') && at > 0 && at + 1 < text.size() &&
         isWordByte(text[at - 1]) && isWordByte(text[at + 1]);
}

std::size_t endOfToken(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  if (isWordByte(text[at])) {
    while (end < text.size() && (isWordByte(text[end]) || joinsWord(text, end)))
      ++end;
  } else if (isBlank(text[at])) {
    // Line breaks stand alone: paragraphs that were joined or parted show as such.
    while (text[at] != '\n' && end < text.size() && isBlank(text[end]) && text[end] != '\n')
      ++end;
  }
  return end;
}

/// Words, runs of blanks, and each other sign by itself.
Tokens tokensOf(std::string_view text) {
  Tokens tokens;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = endOfToken(text, at);
    tokens.push_back(text.substr(at, end - at));
    at = end;
  }
  return tokens;
}

using Script = std::vector<std::pair<DiffKind, std::string_view>>;

/// Furthest reaching paths of each number of edits, for going back along the shortest.
using Trace = std::vector<std::vector<int>>;

Script walkBack(const Tokens& before, const Tokens& after, const Trace& trace) {
  Script script;
  int x = static_cast<int>(before.size());
  int y = static_cast<int>(after.size());
  for (int edits = static_cast<int>(trace.size()) - 1; edits >= 0; --edits) {
    const auto& reach = trace[static_cast<std::size_t>(edits)];
    const auto reachAt = [&](int k) { return *(reach.begin() + (k + edits + 1)); };
    const int k = x - y;
    const bool isAdded = k == -edits || (k != edits && reachAt(k - 1) < reachAt(k + 1));
    const int fromX = edits == 0 ? 0 : reachAt(isAdded ? k + 1 : k - 1);
    const int fromY = edits == 0 ? 0 : fromX - (isAdded ? k + 1 : k - 1);
    while (x > fromX && y > fromY) {
      script.emplace_back(DiffKind::Same, before[static_cast<std::size_t>(--x)]);
      --y;
    }
    if (edits == 0)
      break;
    if (isAdded)
      script.emplace_back(DiffKind::Added, after[static_cast<std::size_t>(--y)]);
    else
      script.emplace_back(DiffKind::Removed, before[static_cast<std::size_t>(--x)]);
  }
  std::reverse(script.begin(), script.end());
  return script;
}

/// Myers' greedy algorithm; nothing when more than `kMostEdits` would be needed.
std::optional<Script> shortestScript(const Tokens& before, const Tokens& after) {
  const int n = static_cast<int>(before.size());
  const int m = static_cast<int>(after.size());
  const int most = std::min(n + m, kMostEdits);
  std::vector<int> reach(static_cast<std::size_t>(2 * most + 3), 0);
  const auto at = [&](int k) -> int& { return *(reach.begin() + (k + most + 1)); };
  Trace trace;
  for (int edits = 0; edits <= most; ++edits) {
    trace.emplace_back(reach.begin() + (most - edits), reach.begin() + (most + edits + 3));
    for (int k = -edits; k <= edits; k += 2) {
      const bool isAdded = k == -edits || (k != edits && at(k - 1) < at(k + 1));
      int x = edits == 0 ? 0 : (isAdded ? at(k + 1) : at(k - 1) + 1);
      while (x < n && x - k < m &&
             before[static_cast<std::size_t>(x)] == after[static_cast<std::size_t>(x - k)])
        ++x;
      at(k) = x;
      if (x >= n && x - k >= m)
        return walkBack(before, after, trace);
    }
  }
  return std::nullopt;
}

void append(std::vector<DiffRun>& runs, DiffKind kind, std::string_view text) {
  if (text.empty())
    return;
  if (runs.empty() || runs.back().kind != kind)
    runs.push_back({kind, {}});
  runs.back().text += text;
}

bool isOnlyBlank(std::string_view text) {
  return text.find('\n') == std::string_view::npos &&
         std::all_of(text.begin(), text.end(), isBlank);
}

/// Runs of the script: replacements that only blanks part are one, removed before added.
std::vector<DiffRun> runsOf(const Script& script) {
  std::vector<DiffRun> runs;
  std::string removed;
  std::string added;
  std::string between;  // blanks after a change; they belong to it if another follows
  const auto flush = [&] {
    append(runs, DiffKind::Removed, removed);
    append(runs, DiffKind::Added, added);
    append(runs, DiffKind::Same, between);
    removed.clear();
    added.clear();
    between.clear();
  };
  for (const auto& [kind, text] : script) {
    const bool isReplacing = !removed.empty() && !added.empty();
    if (kind == DiffKind::Same && isReplacing && between.empty() && isOnlyBlank(text)) {
      between = text;
      continue;
    }
    if (kind == DiffKind::Same) {
      flush();
      append(runs, kind, text);
      continue;
    }
    if (!between.empty()) {
      removed += between;
      added += between;
      between.clear();
    }
    (kind == DiffKind::Removed ? removed : added) += text;
  }
  flush();
  return runs;
}

}  // namespace

std::vector<DiffRun> wordDiff(std::string_view before, std::string_view after) {
  Tokens old = tokensOf(before);
  Tokens now = tokensOf(after);
  Script script;
  std::size_t head = 0;
  while (head < old.size() && head < now.size() && old[head] == now[head])
    script.emplace_back(DiffKind::Same, old[head++]);
  Script tail;
  while (old.size() > head && now.size() > head && old.back() == now.back()) {
    tail.emplace_back(DiffKind::Same, old.back());
    old.pop_back();
    now.pop_back();
  }
  old.erase(old.begin(), old.begin() + static_cast<std::ptrdiff_t>(head));
  now.erase(now.begin(), now.begin() + static_cast<std::ptrdiff_t>(head));
  if (const auto middle = shortestScript(old, now)) {
    script.insert(script.end(), middle->begin(), middle->end());
  } else {
    for (const std::string_view token : old)
      script.emplace_back(DiffKind::Removed, token);
    for (const std::string_view token : now)
      script.emplace_back(DiffKind::Added, token);
  }
  script.insert(script.end(), tail.rbegin(), tail.rend());
  return runsOf(script);
}

int wordCount(std::string_view text) {
  const Tokens tokens = tokensOf(text);
  return static_cast<int>(std::count_if(tokens.begin(), tokens.end(), [](std::string_view token) {
    return isWordByte(token.front());
  }));
}

DiffCounts countsOf(const std::vector<DiffRun>& runs) {
  DiffCounts counts;
  for (const DiffRun& run : runs) {
    if (run.kind == DiffKind::Added)
      counts.added += wordCount(run.text);
    if (run.kind == DiffKind::Removed)
      counts.removed += wordCount(run.text);
  }
  return counts;
}

}  // namespace phaseboard::answers
