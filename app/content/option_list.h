// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/content/model.h"

namespace phaseboard::content {

/// The options of a trade-off as one list in Markdown, "- **Option.** *Buys:* ... *Costs:* ...":
/// what its prompt shows, and what the user rewords as one text.
[[nodiscard]] std::string optionList(const std::vector<TradeOffOption>& options);

/// What such a list says. An entry of another form is an option without what it buys and costs, so
/// that nothing that the user wrote is lost; blank text has no options.
[[nodiscard]] std::vector<TradeOffOption> optionsOfList(std::string_view list);

/// An entry of a list in Markdown; what follows its first line is indented to stay in it.
[[nodiscard]] std::string listItem(std::string_view text);

}  // namespace phaseboard::content
