// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>
#include <QString>

class QAction;
class QWidget;

namespace phaseboard::ui {

/// Adds a command whose key works while the focus is on `page` or on something in it. What it does
/// is connected to `triggered`.
QAction* addPageCommand(QWidget* page, const QString& text, const QKeySequence& key);

}  // namespace phaseboard::ui
