// SPDX-License-Identifier: Apache-2.0
#include <set>
#include <utility>

#include "diagrams/compiler/charts/matrix.h"

namespace phaseboard::compiler {
namespace {

constexpr std::size_t kMostCells = 6;  // a side
constexpr std::size_t kMostHeatRows = 12;
constexpr std::size_t kMostHeatColumns = 24;

void readCells(ChartFields& figure, Matrix& matrix) {
  std::set<std::pair<int, int>> taken;
  const auto rows = static_cast<int>(matrix.rows.size());
  const auto columns = static_cast<int>(matrix.columns.size());
  for (const YAML::Node& node : figure.list("cells", 1, kMostCells * kMostCells)) {
    ChartFields fields = itemFields(node, "cell", figure.problems());
    Matrix::Cell cell;
    cell.entry = fields.entry({.otherwise = "data"});
    cell.row = fields.wholeNumber("row", 1, rows).value_or(0);
    cell.column = fields.wholeNumber("column", 1, columns).value_or(0);
    cell.value = fields.text("value");
    if (cell.row == 0 || cell.column == 0)
      fields.complain("needs a 'row' and a 'column' of the grid");
    else if (!taken.emplace(cell.row, cell.column).second)
      fields.complain("stands where another cell is");
    fields.finish();
    matrix.cells.push_back(std::move(cell));
  }
  if (taken.size() != matrix.rows.size() * matrix.columns.size())
    figure.complain("has " + std::to_string(taken.size()) + " of the " +
                    std::to_string(rows * columns) + " cells of its grid");
}

void readCards(ChartFields& figure, Matrix& matrix) {
  for (const YAML::Node& node : figure.list("cards", 0, 5)) {
    ChartFields fields = itemFields(node, "card", figure.problems());
    Matrix::Card card;
    card.entry = fields.entry({.otherwise = "metric"});
    card.value = fields.requiredText("value");
    fields.finish();
    matrix.cards.push_back(std::move(card));
  }
}

void readHeat(ChartFields& figure, ChartFields& rows, Matrix& matrix) {
  ChartFields heat = *figure.mapping("heat");
  Matrix::Heat scale;
  const std::string className = heat.text("class");
  scale.min = heat.requiredNumber("min");
  scale.max = heat.requiredNumber("max");
  scale.unit = heat.text("unit");
  if (scale.min >= scale.max)
    heat.complain("needs a 'min' below its 'max'");
  heat.finish();
  matrix.heat = scale;
  for (const YAML::Node& node : rows.list("entries", 2, kMostHeatRows)) {
    ChartFields fields = itemFields(node, "row", figure.problems());
    Matrix::HeatRow row;
    row.entry = fields.entry({.otherwise = className.empty() ? "service" : className});
    row.values = fields.numbers("values");
    if (row.values.size() != matrix.columns.size())
      fields.complain("needs one value for each of the " + std::to_string(matrix.columns.size()) +
                      " columns");
    for (const double value : row.values)
      if (value < scale.min || value > scale.max)
        fields.complain("has the value " + svgNumber(value) + " outside the scale");
    fields.finish();
    matrix.heatRows.push_back(std::move(row));
  }
}

}  // namespace

Matrix readMatrix(ChartFields& figure) {
  Matrix matrix;
  const bool isHeat = figure.has("heat");
  if (auto columns = figure.mapping("columns")) {
    matrix.columnTitle = columns->text("title");
    matrix.columns = columns->texts("labels");
    if (matrix.columns.size() < 2 ||
        matrix.columns.size() > (isHeat ? kMostHeatColumns : kMostCells))
      columns->complain("needs between 2 and " +
                        std::to_string(isHeat ? kMostHeatColumns : kMostCells) + " labels");
    columns->finish();
  } else {
    figure.complain("has no 'columns'");
  }
  auto rows = figure.mapping("rows");
  if (!rows) {
    figure.complain("has no 'rows'");
    return matrix;
  }
  matrix.rowTitle = rows->text("title");
  if (isHeat) {
    readHeat(figure, *rows, matrix);
  } else {
    matrix.rows = rows->texts("labels");
    if (matrix.rows.size() < 2 || matrix.rows.size() > kMostCells)
      rows->complain("needs between 2 and 6 labels");
    readCells(figure, matrix);
  }
  rows->finish();
  readCards(figure, matrix);
  figure.finish();
  return matrix;
}

}  // namespace phaseboard::compiler
