// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/content/model.h"
#include "app/review/prompt.h"
#include "app/review/typed_answer.h"

namespace phaseboard::review {

/// How a prompt is answered before its answer is shown.
enum class AnswerWay {
  Say,     ///< aloud or in the mind, or typed
  Click,   ///< by pointing at a part of the figure
  Choose,  ///< by taking one of the options
  Write,   ///< at length
  Draw     ///< on a board; the figure is not shown before
};

struct SheetOption {
  std::string text;
  bool isRight = false;

  friend bool operator==(const SheetOption&, const SheetOption&) = default;
};

/// What is put before the user when a prompt is asked: what its figure hides and points at, and how
/// it is answered. Worked out from ids and the figure at that moment; nothing of it is stored.
struct PromptSheet {
  AnswerWay way = AnswerWay::Say;
  std::vector<PartId> covered;    ///< hidden in the figure
  bool coversEdgeLabels = false;  ///< of the edges that touch what is covered, too
  std::vector<PartId> marked;     ///< pointed at from the start
  std::vector<PartId> right;      ///< uncovered with the answer, and nothing else; a click on any
                                  ///< of them is right
  std::vector<SheetOption> options;
  bool tellsPlace = true;  ///< whether figure and phase may be named above the question
  bool hasTicks = false;   ///< its key points can be ticked against the answer
};

/// Options that are offered for the next hop, the right one included.
inline constexpr std::size_t kHopOptions = 4;

/// @param diagram  the figure of the prompt; null for none
[[nodiscard]] PromptSheet sheetFor(const Prompt& prompt, const content::Diagram* diagram,
                                   const framework::Framework& framework);

/// What a typed answer to `prompt` is compared with: a title with what it is shortened to and the
/// names of its concept, a label, a number, or a short answer in full. Not typable when the answer
/// is longer than that.
///
/// @param idea    the prompt's concept, if it has one
/// @param number  what a Number prompt asks for; null for other kinds
[[nodiscard]] ExpectedAnswer expectedAnswer(const Prompt& prompt, const content::Diagram* diagram,
                                            const content::Concept* idea,
                                            const content::Number* number);

}  // namespace phaseboard::review
