// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <QWidget>

namespace phaseboard::ui {

class Session;

/// Below a text of the user's that stands in the place of a shipped one: says so, shows the
/// original on request, and says when that changed since.
///
/// Null when nothing of the target was reworded.
[[nodiscard]] QWidget* makeRewordedLine(Session& session, const std::string& target);

}  // namespace phaseboard::ui
