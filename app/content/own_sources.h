// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/framework/framework.h"

/// The sources of the user's own content: what each file is by its name, and what a new one begins
/// with.
namespace phaseboard::content {

enum class SourceKind { Pack, Question, Note, Prompts, Figure, Concepts, Other };

/// What the name of a source says about it.
struct SourceName {
  SourceKind kind = SourceKind::Other;
  QuestionId question;  ///< of a question, a note, prompts or a figure
  PhaseId phase;        ///< of a note
  DiagramId figure;     ///< of a figure
};

/// @param file  relative to the folder of the sources, with '/'
[[nodiscard]] SourceName sourceNamed(std::string_view file);

/// A file to be written, and what is to be in it.
struct SourceFile {
  std::string name;
  std::string text;
};

/// The header that every folder of own content has.
[[nodiscard]] SourceFile newPackSource();

/// A question that compiles as it stands: its opening, a note on the first phase, and one on a
/// later phase with a figure. `InvalidInput` with the subject "question" for an id that is none,
/// "title" for an empty title or one of several lines.
[[nodiscard]] Result<std::vector<SourceFile>> newQuestionSources(
    const QuestionId& id, std::string_view title, const framework::Framework& framework);

/// A note with one key point. `InvalidInput` (subject "phase") for a phase that is none.
[[nodiscard]] Result<SourceFile> newNoteSource(const QuestionId& question, const PhaseId& phase,
                                               const framework::Framework& framework);

enum class NewFigureKind { Flow, Plot };

/// A figure that compiles. A note still has to list it. `InvalidInput` (subject "figure") for an id
/// that is none.
[[nodiscard]] Result<SourceFile> newFigureSource(const DiagramId& id, NewFigureKind kind,
                                                 std::string_view title);

/// A question and its answer. `InvalidInput` (subject "phase") without a phase.
[[nodiscard]] Result<SourceFile> newPromptsSource(const QuestionId& question,
                                                  const framework::Framework& framework);

/// The id that a title suggests: "Café search, 2nd try" is "caf-search-2nd-try". Empty when nothing
/// of it can stand in an id.
[[nodiscard]] std::string idFromTitle(std::string_view title);

}  // namespace phaseboard::content
