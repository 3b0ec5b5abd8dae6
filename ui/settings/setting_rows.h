// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QFormLayout;
class QSpinBox;
class QWidget;

/// Rows of the panels of Settings.
namespace phaseboard::ui {

inline constexpr int kSettingFieldWidth = 200;

[[nodiscard]] QSpinBox* makeNumberField(int least, int most, const QString& suffix,
                                        const QString& name);

/// A row whose name stands in the same column on every panel, in the middle of its field.
void addSettingRow(QFormLayout* form, const QString& name, QWidget* field);

}  // namespace phaseboard::ui
