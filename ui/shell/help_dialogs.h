// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

#include "app/ports/pack_library.h"

class QAction;
class QWidget;

namespace phaseboard::ui {

/// Lists every command that has a key.
void showKeysDialog(const QList<QAction*>& commands, QWidget* parent);

/// Says what this is, which version, and which pack is open.
void showAboutDialog(const std::vector<ports::PackInfo>& packs, QWidget* parent);

}  // namespace phaseboard::ui
