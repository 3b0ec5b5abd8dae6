// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "app/content/checks/markdown_scan.h"

namespace phaseboard::content {

/// Scans the text of one paragraph, list item or table cell and adds what it finds to `scan`.
void scanMarkdownLine(std::string_view text, MarkdownScan& scan);

}  // namespace phaseboard::content
