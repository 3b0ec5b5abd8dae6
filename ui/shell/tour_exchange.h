// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "app/base/result.h"
#include "ui/bridge/session.h"
#include "ui/exchange/exchange_door.h"

namespace phaseboard::ui {

/// For the tour: the dialogs of export and import in both themes, the latter with prompts that
/// would come, and with a file that is refused. `InputOutput` when a picture cannot be written.
[[nodiscard]] Status drawTourExchange(Session& session, const ExchangeDoor& door,
                                      const QString& folder);

}  // namespace phaseboard::ui
