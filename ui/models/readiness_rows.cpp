// SPDX-License-Identifier: Apache-2.0
#include "ui/models/readiness_rows.h"

#include "ui/bridge/text.h"

namespace phaseboard::ui {

std::vector<ReadinessMatrix::Column> readinessColumns(const ports::PackLibrary& pack) {
  std::vector<ReadinessMatrix::Column> columns;
  for (const framework::Phase& phase : pack.framework().phases)
    columns.push_back({phase.id, toQt(phase.shortTitle)});
  return columns;
}

std::vector<ReadinessMatrix::Row> readinessRows(const ports::PackLibrary& pack,
                                                const ops::ReadinessMap& readiness) {
  std::vector<ReadinessMatrix::Row> rows;
  for (const ports::QuestionCard& card : pack.questions()) {
    ReadinessMatrix::Row row{card.id, toQt(card.title), {}};
    for (const framework::Phase& phase : pack.framework().phases) {
      const auto cell = readiness.find({card.id, phase.id});
      row.cells.push_back(cell == readiness.end() ? review::Readiness{} : cell->second);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace phaseboard::ui
