// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string_view>

#include "diagrams/compiler/charts/table.h"
#include "diagrams/style/palette.h"

namespace phaseboard::compiler {
namespace {

constexpr std::array<std::string_view, 4> kMarks{"yes", "no", "partly", ""};

Table::Cell readCell(const YAML::Node& node, ChartFields& row) {
  Table::Cell cell;
  cell.line = lineOf(node);
  if (node.IsScalar()) {
    cell.text = node.Scalar();
    return cell;
  }
  ChartFields fields(node, "a cell of " + row.subject(), row.problems());
  cell.text = fields.text("text");
  cell.mark = fields.choice("mark", kMarks, "");
  cell.chip = fields.text("chip");
  cell.chipClass = fields.text("class");
  if (cell.chipClass.empty())
    cell.chipClass = "data";
  if (!style::roleNamed(cell.chipClass))
    fields.complain("has the unknown class '" + cell.chipClass + "'");
  fields.finish();
  return cell;
}

}  // namespace

Table readTable(ChartFields& figure) {
  Table table;
  table.corner = figure.text("corner");
  for (const YAML::Node& node : figure.list("columns", 2, 6)) {
    ChartFields fields = itemFields(node, "column", figure.problems());
    Table::Column column;
    column.entry = fields.entry({.otherwise = "data"});
    column.isChosen = fields.flag("chosen", false);
    fields.finish();
    table.columns.push_back(std::move(column));
  }
  for (const YAML::Node& node : figure.list("rows", 2, 8)) {
    ChartFields fields = itemFields(node, "row", figure.problems());
    Table::Row row;
    row.entry = fields.entry({.otherwise = "data", .hasIcon = true});
    row.isChosen = fields.flag("chosen", false);
    for (const YAML::Node& cell : fields.list("cells", 0, 6))
      row.cells.push_back(readCell(cell, fields));
    if (row.cells.size() != table.columns.size())
      fields.complain("has " + std::to_string(row.cells.size()) + " cells for " +
                      std::to_string(table.columns.size()) + " columns");
    fields.finish();
    table.rows.push_back(std::move(row));
  }
  figure.finish();
  return table;
}

}  // namespace phaseboard::compiler
