// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/content/model.h"
#include "app/content/source/ledger.h"
#include "app/ports/figure_compiler.h"

namespace phaseboard::content {

/// Compiles all figures on `workers` threads (1 or more); results stand in the order of `figures`
/// and do not depend on the number of threads.
[[nodiscard]] std::vector<ports::FigureResult> compileFigures(
    const std::vector<ports::FigureSource>& figures, const std::map<std::string, Formula>& formulas,
    const ports::FigureCompiler& compiler, int workers);

/// Puts each figure into its question, in the order of the notes that list them, and enters what it
/// says into the ledger: its texts, concepts and phases, with the lines where they stand.
/// Reports a figure that no note lists, once all `phases` notes of its question could be read (0:
/// it is not known how many there are). A figure that failed to compile is entered nowhere; its
/// problems are in the ledger.
void placeFigures(const std::vector<ports::FigureSource>& sources,
                  std::vector<ports::FigureResult> results, std::size_t phases,
                  std::vector<Question>& questions, Ledger& ledger);

}  // namespace phaseboard::content
