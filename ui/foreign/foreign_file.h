// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "app/base/result.h"
#include "diagrams/foreign/foreign_picture.h"

namespace phaseboard::ui {

/// A figure that another program made, with its picture.
struct OpenedForeign {
  foreign::ForeignFigure figure;
  foreign::ForeignPicture picture;
};

/// Reads, checks and paints an SVG file. For a worker: it takes from a tenth of a second to some
/// seconds.
/// @return `NotFound` or `InputOutput` (subject: the file), or why the figure was refused
[[nodiscard]] Result<OpenedForeign> openForeignFile(const QString& file,
                                                    const foreign::HelperProgram& helper);

}  // namespace phaseboard::ui
