// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include "app/content/model.h"
#include "app/graphs/graph_difference.h"
#include "diagrams/scene/look.h"

namespace phaseboard::ui {

/// Two figures compared as graphs, ready to be shown side by side: what both have is grey, what one
/// lacks or says otherwise is coloured. Where a part stands plays no role.
struct FigureComparison {
  graphs::GraphDifference difference;
  scene::Look reference;  ///< how the first figure is to be shown
  scene::Look other;      ///< how the second one is
  QString summary;        ///< "62 % in common: 9 parts and 11 connections"
};

[[nodiscard]] FigureComparison compareFigures(const content::Diagram& reference,
                                              const content::Diagram& other);

/// One difference in words, with the part that it is about.
struct DifferenceLine {
  QString words;  ///< "Only in the first: Feature store"
  PartId part;    ///< of the first figure, or of the second
  bool isInOther = false;
};

/// Every difference, nodes before edges.
[[nodiscard]] std::vector<DifferenceLine> linesOf(const FigureComparison& comparison,
                                                  const content::Diagram& reference,
                                                  const content::Diagram& other);

}  // namespace phaseboard::ui
