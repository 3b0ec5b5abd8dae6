// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include <QRectF>

#include "app/base/ids.h"
#include "app/board/document.h"
#include "app/graphs/graph_difference.h"

namespace phaseboard::compiler {

/// A figure with what somebody drew besides: extra parts in a row below it, extra edges between the
/// parts that they join.
struct RebuildOverlay {
  std::string svg;
  std::vector<PartId> extra;  ///< ids of what was added: those of the board, "board-" before them
};

/// @param svg    the reference, as our compiler wrote it
/// @param boxes  of its nodes
/// @param found  reference against `document`; ids of the board are those of `board::partIds` with
///               "board/" before them
[[nodiscard]] RebuildOverlay rebuildOverlay(const std::string& svg,
                                            const std::map<PartId, QRectF>& boxes,
                                            const board::Document& document,
                                            const graphs::GraphDifference& found);

}  // namespace phaseboard::compiler
