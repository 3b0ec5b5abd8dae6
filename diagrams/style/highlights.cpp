// SPDX-License-Identifier: Apache-2.0
#include "diagrams/style/highlights.h"

namespace phaseboard::style {
namespace {

struct PenRow {
  PenColours light;
  PenColours dark;
};

/// In the order of `Pen`.
const std::array<PenRow, kPens.size()>& penRows() {
  static const std::array<PenRow, kPens.size()> rows{{
      {{QColor(0xFFEFA3), QColor(0xA87500)}, {QColor(0x57480E), QColor(0xF2CC4E)}},
      {{QColor(0xCDEFC9), QColor(0x2B8439)}, {QColor(0x1D4728), QColor(0x6FD07E)}},
      {{QColor(0xCFE4FF), QColor(0x2868C8)}, {QColor(0x1A4064), QColor(0x79B4FF)}},
      {{QColor(0xFFD6E4), QColor(0xC03068)}, {QColor(0x59223E), QColor(0xFF8AB4)}},
      {{QColor(0xE4DAFF), QColor(0x7448CE)}, {QColor(0x412E69), QColor(0xBBA1FF)}},
  }};
  return rows;
}

}  // namespace

PenColours colours(ThemeName theme, Pen pen) {
  const PenRow& row = penRows().at(static_cast<std::size_t>(pen));
  return theme == ThemeName::Dark ? row.dark : row.light;
}

}  // namespace phaseboard::style
