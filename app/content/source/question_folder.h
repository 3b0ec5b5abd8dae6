// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/content/model.h"
#include "app/content/source/ledger.h"
#include "app/content/source/source_folder.h"
#include "app/ports/figure_compiler.h"

namespace phaseboard::content {

/// Reads `questions/<id>/`: question.yaml, one note for each phase named `<number>-<phase>.yaml`,
/// and prompts.yaml where there is one. Files that belong to none of these are reported. Figures
/// stay empty; notes are in the order of the phases. Without phases (their file could not be read)
/// the names of the files are believed, so that mistakes in notes are found all the same. Own
/// content may lack notes: then they are empty.
[[nodiscard]] Question readQuestionFolder(const SourceFolder& sources, const QuestionId& id,
                                          const framework::Framework& framework, Ledger& ledger);

/// The figures of the questions in `folder`: `<question>/<name>.dot` or `.yaml`, in the order of
/// their ids. Reports what is neither, a name that both endings have and folders of no question.
[[nodiscard]] std::vector<ports::FigureSource> findFigures(const SourceFolder& sources,
                                                           const std::string& folder,
                                                           const std::vector<Question>& questions,
                                                           Ledger& ledger);

}  // namespace phaseboard::content
