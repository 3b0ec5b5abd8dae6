// SPDX-License-Identifier: Apache-2.0
#include "db/pack/match_text.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace phaseboard::db {
namespace {

/// A term without letters or digits has no token; FTS5 would find nothing for the whole query.
bool hasToken(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
  });
}

}  // namespace

std::string matchText(const std::vector<search::Term>& terms) {
  std::string match;
  for (const search::Term& term : terms) {
    if (!hasToken(term.text))
      continue;
    if (!match.empty())
      match += " AND ";
    match += '"';
    for (const char c : term.text) {
      if (c == '"')
        match += '"';
      match += c == '\0' ? ' ' : c;
    }
    match += term.prefix ? "\"*" : "\"";
  }
  return match;
}

std::string jsonList(const std::vector<std::string>& texts) {
  constexpr int kOnOneLine = -1;
  return nlohmann::json(texts).dump(kOnOneLine, ' ', false,
                                    nlohmann::json::error_handler_t::replace);
}

}  // namespace phaseboard::db
