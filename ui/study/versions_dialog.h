// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "app/answers/answer.h"
#include "ui/bridge/session.h"

namespace phaseboard::ui {

/// Shows the versions of an answer, newest first, and lets one be chosen to be restored.
[[nodiscard]] std::optional<answers::VersionId> chooseVersion(
    Session& session, const std::vector<answers::Version>& versions, QWidget* parent);

}  // namespace phaseboard::ui
