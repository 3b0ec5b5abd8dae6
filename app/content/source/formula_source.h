// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "app/content/model.h"
#include "app/content/source/ledger.h"
#include "app/content/source/source_tree.h"

namespace phaseboard::content {

/// `formulas.json`: TeX sources and their outlines, in 1/1000 em with y down.
///
/// A formula is either one "path", or placements "use": [[glyph, x, y, scale], ...] of shared
/// "glyphs" and filled "rects": [[x, y, width, height], ...]; these are joined to one path here.
[[nodiscard]] std::map<std::string, Formula> readFormulas(const SourceNode& root,
                                                          const FileLog& log);

}  // namespace phaseboard::content
