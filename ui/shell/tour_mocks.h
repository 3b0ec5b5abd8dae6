// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/result.h"
#include "app/mock/plan.h"

namespace phaseboard::ui {

class Session;

/// Rehearses an interview three times by operations only; the newest has ticks and waits for its
/// debrief to be confirmed. Its id; empty in a session without mock interviews.
[[nodiscard]] Result<mock::MockId> rehearseForTour(Session& session);

/// Begins one more, and leaves it in the middle.
[[nodiscard]] Status beginMockForTour(Session& session);

}  // namespace phaseboard::ui
