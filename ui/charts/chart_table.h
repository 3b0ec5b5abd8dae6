// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace phaseboard::ui {

/// The numbers behind a chart, in words: for screen readers, for copying, and for who prefers a
/// table.
struct ChartTable {
  QStringList head;
  QList<QStringList> rows;
};

/// Lines with tabs between the cells, as spreadsheets take them.
[[nodiscard]] QString tabSeparated(const ChartTable& table);

}  // namespace phaseboard::ui
