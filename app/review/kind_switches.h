// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "app/base/ids.h"
#include "app/review/prompt.h"

namespace phaseboard::review {

/// Which kinds of prompts the user wants to be asked: for all questions, and for single ones.
///
/// A value; all kinds are on at first. Switching a kind off hides its prompts and touches no
/// schedule: they come back as they were.
class KindSwitches {
 public:
  /// What holds for a question that says nothing of its own.
  [[nodiscard]] bool isOn(PromptKind kind) const { return !m_off.contains(kind); }
  [[nodiscard]] bool isOn(PromptKind kind, const QuestionId& question) const;
  [[nodiscard]] bool asks(const Prompt& prompt) const { return isOn(prompt.kind, prompt.question); }

  void set(PromptKind kind, bool on);

  /// What a question says of its own; nothing to follow the general switch again.
  void set(PromptKind kind, const QuestionId& question, std::optional<bool> on);
  [[nodiscard]] std::optional<bool> ownSwitch(PromptKind kind, const QuestionId& question) const;

  [[nodiscard]] const std::map<QuestionId, std::map<PromptKind, bool>>& questions() const {
    return m_questions;
  }

  /// "click-part,number": the kinds that are off. For storing.
  [[nodiscard]] std::string generalText() const;
  /// "+click-part,-number": what a question says.
  [[nodiscard]] std::string textOf(const QuestionId& question) const;

  /// Reads what the two above wrote. Kinds that are not known (of a later program) are passed over.
  void readGeneral(std::string_view text);
  void readQuestion(const QuestionId& question, std::string_view text);

  friend bool operator==(const KindSwitches&, const KindSwitches&) = default;

 private:
  std::set<PromptKind> m_off;
  std::map<QuestionId, std::map<PromptKind, bool>> m_questions;
};

}  // namespace phaseboard::review
