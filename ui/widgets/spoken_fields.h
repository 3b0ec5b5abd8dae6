// SPDX-License-Identifier: Apache-2.0
#pragma once

class QAccessibleInterface;
class QComboBox;

namespace phaseboard::ui {

class Label;

/// A box to choose from, with its accessible name (else the label whose buddy it is) as its name
/// and what is chosen as its value: Qt on this system tells only what is chosen, as if that were
/// the name.
[[nodiscard]] QAccessibleInterface* makeSpokenComboBox(QComboBox* box);

/// A label that heads what follows it: screen readers jump from heading to heading.
[[nodiscard]] QAccessibleInterface* makeSpokenHeading(Label* label);

}  // namespace phaseboard::ui
