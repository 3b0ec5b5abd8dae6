// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/content/model.h"

namespace phaseboard::exchange {

/// A mark of the user's, ready to be written down.
struct PaperAnnotation {
  std::string place;  ///< what it is about
  std::string quote;  ///< the words that are marked; may be empty
  std::string note;   ///< Markdown; may be empty
  std::vector<std::string> tags;
  bool isStarred = false;
};

struct PaperFigure {
  DiagramId id;
  std::string title;
  std::string description;
};

/// One phase of a question, with what the user made of it.
struct PaperNote {
  framework::Phase phase;
  content::Note note;
  std::vector<PaperFigure> figures;  ///< in reading order
  std::string answer;                ///< the user's own; may be empty
  std::vector<PaperAnnotation> annotations;
};

/// One question, whole.
struct QuestionPaper {
  content::Question question;                ///< its opening
  std::vector<PaperAnnotation> annotations;  ///< on the opening, and those without a place
  std::vector<PaperNote> notes;
};

/// What stands in the text for a figure.
using FigureMark = std::function<std::string(const PaperFigure&)>;

/// The question as one Markdown file. Formulas stay TeX between dollars. Links to figures lead
/// where `linkOf` says; those to concepts and parts become their words.
///
/// @param linkOf  the address of a figure; empty for none
[[nodiscard]] std::string markdownOf(const QuestionPaper& paper, const FigureMark& figure,
                                     const std::function<std::string(const DiagramId&)>& linkOf);

}  // namespace phaseboard::exchange
