// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>

#include "ui/bridge/session.h"

namespace phaseboard::ui {

/// One way to go on with a filter that is being typed.
struct FilterChoice {
  QString filter;  ///< "phase:serve"
  QString words;   ///< what it stands for: "Serve"
  QString typed;   ///< the whole text of the box with it, ready for the next word
};

/// How the last word of `typed` can go on, where it is a filter that is not complete: `phase:`,
/// `question:`, `kind:`, `tag:` and `is:` with what there is for each. What begins
/// so comes first, then the order of the pack.
[[nodiscard]] std::vector<FilterChoice> filterChoices(Session& session, const QString& typed);

/// Whether the last word is a filter, whatever its value; blanks behind it do not matter.
[[nodiscard]] bool endsWithFilter(const QString& typed);

/// Whether the last word is a filter without its value: what it is to find is not said yet.
[[nodiscard]] bool endsWithOpenFilter(const QString& typed);

}  // namespace phaseboard::ui
