// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/ids.h"
#include "app/content/model.h"

namespace phaseboard::annotations {

enum class TargetKind { Part, KeyPoint, Item, Note, Opening };

/// Something in a pack that can be annotated, with all its words.
struct TargetText {
  TargetId id;
  TargetKind kind = TargetKind::Item;
  QuestionId question;
  PhaseId phase;  ///< empty: the opening of the question
  std::optional<DiagramId> diagram;
  std::string title;          ///< plain; what to call it in a list
  std::string text;           ///< plain; every field of it, one per line, without formulas
  std::uint64_t version = 0;  ///< changes with `title` and `text`, with nothing else
};

/// What is read of a field: without marks and without formulas.
[[nodiscard]] std::string readableText(std::string_view markdown);

/// The note itself, then its items.
[[nodiscard]] std::vector<TargetText> targetsOf(const content::Note& note);

/// The opening of a question, then the lines of its dialogue.
[[nodiscard]] std::vector<TargetText> targetsOf(const content::Question& question);

/// The parts of a figure.
[[nodiscard]] std::vector<TargetText> targetsOf(const content::Diagram& diagram);

}  // namespace phaseboard::annotations
