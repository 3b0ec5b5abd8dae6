// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "app/base/result.h"
#include "ui/bridge/session.h"
#include "ui/merge/merge_door.h"

namespace phaseboard::ui {

/// The answer that the tour's two notebooks have each of its own.
[[nodiscard]] answers::AnswerKey tourConflictKey(const ports::PackLibrary& pack);

/// What the other notebook of the tour says there.
inline constexpr const char* kTourOtherText =
    "Two towers retrieve a few thousand ads; a gradient boosted ranker scores them with the "
    "features of the moment. Calibrate last, on data of yesterday.\n\nTrees are quick to retrain.";

/// For the tour: the dialog of a merge, empty and with what would come, and an answer that was
/// written on two devices, in both themes. Merges `other`.
[[nodiscard]] Status drawTourMerge(Session& session, const MergeDoor& door, const QString& other,
                                   const QString& folder);

}  // namespace phaseboard::ui
