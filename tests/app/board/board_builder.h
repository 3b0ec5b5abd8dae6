// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "app/board/drawing.h"

/// Small boards for tests.
namespace phaseboard::test {

/// Every part is 140 by 60, whatever its name.
inline board::PartExtent anExtent() {
  return [](const std::string&, board::PartKind) { return board::Extent{140, 60}; };
}

/// Makes an edit that must fit.
inline void mustDraw(board::Document& document, const board::Edit& edit) {
  ASSERT_TRUE(document.apply(edit).has_value());
}

/// Parts 1, 2, 3 ... in a row, each connected to the next.
inline board::Document aChain(const std::vector<std::string>& names) {
  board::Document document;
  double x = 0;
  for (const std::string& name : names) {
    mustDraw(document,
             board::placePart(document, name, board::PartKind::Process, {x, 0}, anExtent()));
    x += 240;
  }
  const auto count = static_cast<std::int64_t>(names.size());
  for (std::int64_t id = 1; id < count; ++id)
    mustDraw(document,
             board::connectParts(document, board::ElementId{id}, board::ElementId{id + 1}));
  return document;
}

/// A board of `parts` parts in groups of ten, with about five edges to four parts: like one big
/// drawing of a person.
inline board::Document aLargeBoard(int parts) {
  board::Document document;
  constexpr int kAcross = 20;
  for (int i = 0; i < parts; ++i) {
    const auto kind = board::kPartKinds[static_cast<std::size_t>(i) % board::kPartKinds.size()];
    mustDraw(document, board::placePart(document, "Part number " + std::to_string(i), kind,
                                        {i % kAcross * 230.0, i / kAcross * 130.0}, anExtent()));
  }
  for (int i = 1; i < parts; ++i) {
    mustDraw(document, board::connectParts(document, board::ElementId{i}, board::ElementId{i + 1}));
    if (i % 4 == 0 && i > kAcross)
      mustDraw(document, board::connectParts(document, board::ElementId{i - kAcross},
                                             board::ElementId{i + 1}));
  }
  return document;
}

}  // namespace phaseboard::test
