// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagrams/compiler/charts/chart_canvas.h"

namespace phaseboard::compiler {

/// What an author writes for `kind: matrix`: a grid of cells with metric cards at the side, or a
/// heat map whose rows are the entries; see diagrams/catalogue/README.md.
struct Matrix {
  struct Cell {
    Entry entry;
    int row = 1;  ///< from 1, as the column
    int column = 1;
    std::string value;
  };
  struct Card {
    Entry entry;
    std::string value;
  };
  struct HeatRow {
    Entry entry;
    std::vector<double> values;
  };
  struct Heat {
    double min = 0;
    double max = 1;
    std::string unit;
  };

  std::string columnTitle;
  std::vector<std::string> columns;
  std::string rowTitle;
  std::vector<std::string> rows;
  std::vector<Cell> cells;
  std::vector<Card> cards;
  std::optional<Heat> heat;
  std::vector<HeatRow> heatRows;
};

[[nodiscard]] Matrix readMatrix(ChartFields& figure);

void drawMatrix(const Matrix& matrix, ChartCanvas& canvas);

}  // namespace phaseboard::compiler
