// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/ids.h"
#include "app/content/model.h"

/// What a question held, in few bytes, so that an update can be told in the words of its content:
/// one part more, two explanations reworded.
namespace phaseboard::content {

/// What can come, go and change. Stored by number: new ones come last.
enum class ContentKind : std::uint8_t {
  Opening,  ///< the interviewer's words, scope and assumptions
  DialogueLine,
  Summary,  ///< of a note
  Chapter,
  KeyPoint,
  TradeOff,
  Number,
  Pitfall,
  FollowUp,
  Figure,  ///< its title and description
  Part,    ///< what it is called and what it joins
  Explanation,
  Prompt  ///< an authored one
};

/// One thing with an id, and a hash of what it says.
struct ContentMark {
  ContentKind kind = ContentKind::Opening;
  std::string id;  ///< the full one: "question/item", "question#phase", "question/figure/part"
  std::uint64_t hash = 0;

  friend auto operator<=>(const ContentMark&, const ContentMark&) = default;
};

/// Of one question, sorted.
using QuestionContents = std::vector<ContentMark>;
using Contents = std::map<QuestionId, QuestionContents>;

/// @param question  with its notes and figures
[[nodiscard]] QuestionContents contentsOf(const Question& question);

enum class ContentChange { Added, Removed, Changed };

struct ChangedContent {
  ContentChange change = ContentChange::Changed;
  ContentKind kind = ContentKind::Opening;
  std::string id;  ///< of today; of then when it was removed

  friend auto operator<=>(const ChangedContent&, const ChangedContent&) = default;
};

/// What became of one question.
struct QuestionUpdate {
  QuestionId question;
  bool isNew = false;                   ///< it was not there; then `changes` is empty
  std::vector<ChangedContent> changes;  ///< added, then removed, then changed
};

/// What differs, question by question in the order of their ids; questions that are the same, and
/// those that are not there today, are left out. What was renamed is the same thing; an explanation
/// is told only where its part was there before and after.
///
/// @param renames  old id to the id of today, of questions, figures, parts and items
[[nodiscard]] std::vector<QuestionUpdate> compareContents(
    const Contents& before, const Contents& now,
    const std::map<std::string, std::string, std::less<>>& renames = {});

/// As bytes to be stored, and back; nothing for bytes that are not of this form.
[[nodiscard]] std::string packedContents(const QuestionContents& contents);
[[nodiscard]] std::optional<QuestionContents> readPackedContents(std::string_view bytes);

}  // namespace phaseboard::content
