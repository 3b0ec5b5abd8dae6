// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "app/base/clock.h"
#include "app/base/result.h"
#include "ui/bridge/session.h"

namespace phaseboard::ui {

/// For the tour: the dialog of a damaged notebook before and after restoring, in both themes.
/// `InputOutput` when a picture cannot be written.
[[nodiscard]] Status drawTourRecovery(Session& session, const Clock& clock, const QString& folder);

}  // namespace phaseboard::ui
