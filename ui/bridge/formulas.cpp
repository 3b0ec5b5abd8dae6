// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/formulas.h"

#include <optional>

#include <QTransform>

#include "diagrams/scene/path_reader.h"
#include "ui/bridge/text.h"

namespace phaseboard::ui {

FormulaSource formulasOf(const ports::PackLibrary& pack) {
  return [&pack](const QString& tex) -> std::optional<FormulaShape> {
    const auto formula = pack.formula(fromQt(tex));
    if (!formula)
      return std::nullopt;
    constexpr double kUnitsPerEm = 1000;
    QTransform toEm;
    toEm.scale(1 / kUnitsPerEm, 1 / kUnitsPerEm);
    const QPainterPath outline = scene::readPath(formula->path).value_or(QPainterPath());
    return FormulaShape{toEm.map(outline), formula->width / kUnitsPerEm,
                        formula->ascent / kUnitsPerEm, formula->descent / kUnitsPerEm};
  };
}

}  // namespace phaseboard::ui
