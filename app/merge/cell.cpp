// SPDX-License-Identifier: Apache-2.0
#include "app/merge/cell.h"

#include <array>

namespace phaseboard::merge {
namespace {

constexpr std::array<std::string_view, kSubjectCount> kSubjectNames{
    "image-data", "image",      "setting",    "favourite", "tick",     "override",
    "own-prompt", "annotation", "bookmark",   "version",   "shelf",    "flag",
    "board",      "mock",       "mock-stage", "mock-text", "mock-tick"};

}  // namespace

std::string_view name(Subject subject) {
  return kSubjectNames[static_cast<std::size_t>(subject)];
}

std::optional<Subject> subjectNamed(std::string_view text) {
  for (std::size_t i = 0; i < kSubjectNames.size(); ++i)
    if (text == kSubjectNames[i])
      return static_cast<Subject>(i);
  return std::nullopt;
}

bool beats(const Cell& a, const Cell& b) {
  if (a.stamp != b.stamp)
    return b.stamp < a.stamp;
  return b.fields < a.fields;
}

}  // namespace phaseboard::merge
