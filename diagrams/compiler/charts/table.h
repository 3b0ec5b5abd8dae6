// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "diagrams/compiler/charts/chart_canvas.h"

namespace phaseboard::compiler {

/// What an author writes for `kind: table`; see diagrams/catalogue/README.md.
struct Table {
  struct Cell {
    std::string text;
    std::string mark;  ///< "yes", "no", "partly" or nothing
    std::string chip;
    std::string chipClass;
    int line = 0;
  };
  struct Column {
    Entry entry;
    bool isChosen = false;
  };
  struct Row {
    Entry entry;
    bool isChosen = false;
    std::vector<Cell> cells;
  };

  std::string corner;
  std::vector<Column> columns;
  std::vector<Row> rows;
};

[[nodiscard]] Table readTable(ChartFields& figure);

void drawTable(const Table& table, ChartCanvas& canvas);

}  // namespace phaseboard::compiler
