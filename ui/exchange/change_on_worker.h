// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QString>

#include "app/base/result.h"
#include "app/exchange/progress.h"
#include "app/ops/desk.h"
#include "ui/bridge/session.h"
#include "ui/exchange/exchange_door.h"

class QWidget;

namespace phaseboard::ui {

/// One operation on a notebook that was lent, with the packs opened for it.
using LentWork = std::function<Result<ops::OpOutcome>(
    ports::NotebookStore& notebook, const ports::PackLibrary& pack, const exchange::Progress&)>;

/// Runs an operation that changes much on a worker, behind a dialog that says how far it is and can
/// stop it, and then tells everybody. What the window would have to read anew, the table of
/// prompts, is read on the worker too.
///
/// @param title  "Importing…"
/// @return what failed, told to nobody else; `exchange::isStopped` when the user stopped it
[[nodiscard]] Status changeOnWorker(const QString& title, QWidget* parent, Session& session,
                                    const ExchangeDoor& door, const LentWork& work);

}  // namespace phaseboard::ui
