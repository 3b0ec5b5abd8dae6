// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include "app/base/result.h"
#include "app/content/model.h"
#include "diagrams/scene/scene.h"
#include "diagrams/style/palette.h"

class QPrinter;

namespace phaseboard::ui {

enum class FigureFormat { Png, Svg, Pdf };

struct FigureExport {
  FigureFormat format = FigureFormat::Png;
  style::ThemeName theme = style::ThemeName::Light;
  double scale = 2;  ///< of a PNG: pixels per unit
};

/// "png", "svg" or "pdf".
[[nodiscard]] QString endingOf(FigureFormat format);

/// "ad-click-prediction-serving.light.png".
[[nodiscard]] QString fileNameFor(const DiagramId& figure, const FigureExport& how);

/// A figure as a file. A PDF is one page of the size of the figure, its lines and letters stay
/// vectors; an SVG carries the colours of the theme. Nothing is written.
///
/// @return `Damaged` for a figure that cannot be read, `InvalidInput` (subject "scale") for a PNG
///         with more than 20,000 pixels a side.
[[nodiscard]] Result<QByteArray> exportFigure(const content::Diagram& figure,
                                              const FigureExport& how);

/// Writes a file whole or not at all; an older one of that name gives way. `InputOutput` with the
/// name when it cannot be written.
[[nodiscard]] Status writeWhole(const QString& path, const QByteArray& bytes);

/// Prints a figure on one page, as large as it fits between the margins, with its title below.
[[nodiscard]] Status printFigure(const scene::Scene& figure, style::ThemeName theme,
                                 QPrinter& printer);

}  // namespace phaseboard::ui
