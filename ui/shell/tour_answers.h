// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/session.h"

namespace phaseboard::ui {

/// What the pictures of answers need: an answer with a reference, a table and a formula, and two
/// marked places, in the first interview question.
[[nodiscard]] Status writeTourAnswers(Session& session);

}  // namespace phaseboard::ui
