// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/ids.h"

namespace phaseboard::search {

/// What a hit is.
enum class HitKind {
  Question,
  Note,
  KeyPoint,
  Diagram,
  Part,
  Concept,
  Answer,
  Prompt,
  Annotation,
  Wording,  ///< of the user's, in the place of a shipped text; its id is the target
  Command   ///< of the program; no index has any
};

/// Stable text of the kind: "question", "note", "key-point", ...
[[nodiscard]] std::string_view name(HitKind kind);
[[nodiscard]] std::optional<HitKind> hitKindFromName(std::string_view name);

/// One word or phrase to find.
struct Term {
  std::string text;
  bool phrase = false;  ///< written between quotes: the words in this order
  bool prefix = false;  ///< the last word may go on; true for the word being typed, and for the
                        ///< last one when a filter is being typed
  friend bool operator==(const Term&, const Term&) = default;
};

/// What the user typed, taken apart. All terms must occur; filters narrow further.
struct Query {
  std::vector<Term> terms;
  std::optional<PhaseId> phase;        ///< `phase:serve`
  std::optional<QuestionId> question;  ///< `question:ad-click-prediction`
  std::optional<HitKind> kind;         ///< `kind:part`
  std::optional<std::string> tag;      ///< `tag:ask`; only annotations have tags
  bool isDue = false;                  ///< `is:due`
  /// Nothing but these ids; not typed, but filled in by who knows what is due.
  std::optional<std::vector<std::string>> only;

  [[nodiscard]] bool hasFilter() const { return phase || question || kind || tag || isDue; }
  [[nodiscard]] bool empty() const { return terms.empty() && !hasFilter(); }
  friend bool operator==(const Query&, const Query&) = default;
};

/// Never fails: what cannot be a filter is a word, an open quote ends with the text.
[[nodiscard]] Query parseQuery(std::string_view typed);

struct Hit {
  HitKind kind = HitKind::Note;
  std::string id;       ///< question, target, diagram or concept id, as fits the kind
  QuestionId question;  ///< empty for a concept
  PhaseId phase;        ///< empty where none applies
  std::string title;
  std::string snippet;  ///< plain text; matches between U+0002 and U+0003
  double score = 0;     ///< higher is better; comparable within one result only
};

}  // namespace phaseboard::search
