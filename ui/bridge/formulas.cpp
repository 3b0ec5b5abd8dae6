// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/formulas.h"

#include <optional>

#include <QTransform>

#include "ui/bridge/text.h"
#include "ui/widgets/path_data.h"

namespace phaseboard::ui {

FormulaSource formulasOf(const ports::PackLibrary& pack) {
  return [&pack](const QString& tex) -> std::optional<FormulaShape> {
    const auto formula = pack.formula(fromQt(tex));
    if (!formula)
      return std::nullopt;
    constexpr double kUnitsPerEm = 1000;
    QTransform toEm;
    toEm.scale(1 / kUnitsPerEm, 1 / kUnitsPerEm);
    return FormulaShape{toEm.map(pathFromData(formula->path)), formula->width / kUnitsPerEm,
                        formula->ascent / kUnitsPerEm, formula->descent / kUnitsPerEm};
  };
}

}  // namespace phaseboard::ui
