// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/review/prompt.h"

class QWidget;

namespace phaseboard::ui {

class Session;

/// Lets the user put their own words in the place of a prompt's question and answer, or bring the
/// original back. Changes nothing when it is cancelled.
void editPrompt(Session& session, const review::Prompt& prompt, QWidget* parent);

}  // namespace phaseboard::ui
