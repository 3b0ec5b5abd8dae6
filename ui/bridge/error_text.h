// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "app/base/error.h"

namespace phaseboard::ui {

/// What went wrong and what can be done, in the user's language.
struct ErrorWords {
  QString sentence;  ///< "The disk is full: notebook.db"
  QString advice;    ///< "Free some space; your text is kept and will be written again."
};

[[nodiscard]] ErrorWords errorWords(const Error& error);

}  // namespace phaseboard::ui
