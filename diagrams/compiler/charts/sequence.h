// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "diagrams/compiler/charts/chart_canvas.h"

namespace phaseboard::compiler {

/// What an author writes for `kind: sequence`; see diagrams/catalogue/README.md.
struct Sequence {
  struct Message {
    Entry entry;
    std::size_t from = 0;  ///< index of an actor, as `to`
    std::size_t to = 0;
    bool isReply = false;
    std::string at;
  };
  struct Group {
    Entry entry;
    std::size_t first = 0;  ///< index of a message, as `last`
    std::size_t last = 0;
  };

  bool isNumbered = true;
  std::vector<Entry> actors;
  std::vector<Message> messages;
  std::vector<Group> groups;
};

[[nodiscard]] Sequence readSequence(ChartFields& figure);

void drawSequence(const Sequence& sequence, ChartCanvas& canvas);

}  // namespace phaseboard::compiler
