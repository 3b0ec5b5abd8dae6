// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <QString>

class QWidget;

namespace phaseboard::ui {

class Session;

/// Lets the user put words of their own in the place of the texts of one target: an item of a note,
/// a note's summary, a line of a dialogue, or a part. What is shipped stays in sight beside them
/// and can be brought back. Changes nothing when it is cancelled.
///
/// @param target  "question/item", "question#phase", "question" or "question/figure/part"
void rewordTarget(Session& session, const std::string& target, QWidget* parent);

/// Whether there is anything to reword there.
[[nodiscard]] bool canReword(const Session& session, const std::string& target);

/// "Why", "Explanation", ...: a field as people call it.
[[nodiscard]] QString fieldText(const std::string& field);

}  // namespace phaseboard::ui
