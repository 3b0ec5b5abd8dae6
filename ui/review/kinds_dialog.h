// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/ids.h"

class QWidget;

namespace phaseboard::ui {

class Session;

/// Lets the user switch kinds of prompts on and off, for all questions or for one. Every switch
/// holds at once and can be undone.
///
/// @param question  the one that can be chosen at once; may be empty
void chooseKinds(Session& session, const QuestionId& question, QWidget* parent);

}  // namespace phaseboard::ui
