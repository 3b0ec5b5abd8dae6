// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "app/content/own_sources.h"

class QWidget;

namespace phaseboard::ui {

class Workshop;

/// What can be begun.
enum class NewSource { Question, Note, Figure, Prompts };

/// Asks what a new source is called and makes its files. Says in place what is wrong: a name that
/// cannot be an id, or an id that a question has already.
///
/// @param question  the one that notes, figures and prompts are for
/// @return the file to begin with; nothing when it was cancelled or could not be written
[[nodiscard]] std::optional<QString> makeSource(Workshop& workshop, NewSource what,
                                                const QString& question, QWidget* parent);

}  // namespace phaseboard::ui
