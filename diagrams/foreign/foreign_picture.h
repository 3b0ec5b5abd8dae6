// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QImage>
#include <QRectF>
#include <QString>
#include <QStringList>

#include "app/base/result.h"
#include "diagrams/foreign/foreign_figure.h"

namespace phaseboard::foreign {

/// A foreign figure, painted.
struct ForeignPicture {
  QImage image;
  double scale = 1;           ///< pixels per unit of the canvas
  std::vector<QRectF> boxes;  ///< of each part, in units; empty for one that paints nothing
};

/// How the helper is started.
struct HelperProgram {
  QString program;
  QStringList arguments;
};

/// What a program of ours is started with to be the helper (`runSvgHelper`).
inline constexpr const char* kHelperOption = "--svg-helper";

/// This very program as its own helper.
[[nodiscard]] HelperProgram ownHelper();

/// Pixels per unit for a canvas of `size`: sharp at twice its size, within the limits.
[[nodiscard]] double pictureScale(const QSizeF& size);

/// The size in whole pixels of the picture of a canvas of `size`.
[[nodiscard]] QSize pictureSize(const QSizeF& size);

/// Has `figure` painted by Qt SVG in a process of its own, which has two seconds of the processor,
/// 512 MB, no file and no network, and ends with the answer.
///
/// Blocks for up to ten seconds: call it from a worker. What comes back is checked.
/// @return `InvalidInput` (subject "figure") when the helper was stopped by its limits;
///         `Internal` when it could not be started
[[nodiscard]] Result<ForeignPicture> paintForeignFigure(const ForeignFigure& figure,
                                                        const HelperProgram& helper);

}  // namespace phaseboard::foreign
