// SPDX-License-Identifier: Apache-2.0
#pragma once

class QApplication;
class QWidget;

namespace phaseboard::ui {

/// Lets screen readers read a page from its top to its end, as it is laid out: Qt reads what lies
/// on a page in the order in which it was made, so that the name of a field may come after it.
/// Changes nothing that can be seen, and not where Tab leads.
void readAsLaidOut(QWidget* page);

/// Every dialog is read so from when it is shown, but for those of Qt.
void readDialogsAsLaidOut(QApplication& application);

}  // namespace phaseboard::ui
