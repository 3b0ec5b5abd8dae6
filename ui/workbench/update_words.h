// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "app/content/contents.h"

namespace phaseboard::ui {

/// "+1 part, 2 explanations reworded, 1 key point removed".
[[nodiscard]] QString summaryOf(const content::QuestionUpdate& update);

/// "Reworded: explanation of cache", for one line of a list; with the last piece of its id.
[[nodiscard]] QString changeText(const content::ChangedContent& change);

}  // namespace phaseboard::ui
