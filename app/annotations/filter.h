// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "app/annotations/annotation.h"

namespace phaseboard::annotations {

/// Which annotations a list shows. What is not set lets everything through.
struct Filter {
  std::optional<QuestionId> question;
  std::optional<PhaseId> phase;  ///< empty id: the openings of questions
  std::optional<Colour> colour;
  std::optional<std::string> tag;
  bool onlyStarred = false;
  std::string text;  ///< each word must begin a word of note, passage, snapshot or tags

  friend bool operator==(const Filter&, const Filter&) = default;
};

/// Whether an annotation that stands in that question and phase is shown. O(length of its texts).
[[nodiscard]] bool passes(const Filter& filter, const Annotation& annotation,
                          const QuestionId& question, const PhaseId& phase);

}  // namespace phaseboard::annotations
