// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QStringList>

#include "app/board/document.h"
#include "app/content/model.h"
#include "app/graphs/graph_difference.h"
#include "ui/widgets/label.h"

/// What came of a board that was compared with a figure, for eyes and in words. Ids of the board in
/// a difference begin with "board/" (`ops::judgeRebuild`).
namespace phaseboard::ui {

class DiagramView;

/// Everything of one kind that differs.
struct RebuildFinding {
  QString heading;  ///< "Missing"
  Tone tone = Tone::Normal;
  QStringList words;  ///< names of parts, of connections; never empty
};

/// The title of a part or connection of the reference; its id when it has none.
[[nodiscard]] QString partWords(const content::Diagram& reference, const PartId& part);

/// All that differs, the gravest first; empty when nothing does.
[[nodiscard]] std::vector<RebuildFinding> rebuildFindings(const content::Diagram& reference,
                                                          const board::Document& document,
                                                          const graphs::GraphDifference& found);

/// Shows the reference with what the board lacks, turns round or has besides drawn over it.
void showRebuild(DiagramView& view, const content::Diagram& reference,
                 const board::Document& document, const graphs::GraphDifference& found);

}  // namespace phaseboard::ui
