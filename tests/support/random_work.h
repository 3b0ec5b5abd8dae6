// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "tests/support/notebook_sample.h"

namespace phaseboard::test {

/// Somebody who does whatever comes to mind: operations of every kind in any order, on prompts,
/// texts and days chosen by chance, with undo and redo in between and a clock that sometimes jumps.
class RandomWork {
 public:
  explicit RandomWork(std::uint64_t seed) : m_chance(seed) {}

  /// One operation; fails only as no operation may, whatever it was asked: an operation that has
  /// nothing to work on, or was asked nonsense, counts as done.
  [[nodiscard]] Status step(OpenDesk& open);

  /// The last ones, for a message.
  [[nodiscard]] std::string lastSteps() const;

 private:
  [[nodiscard]] std::size_t below(std::size_t count) { return m_chance.next() % count; }
  [[nodiscard]] review::Prompt prompt();
  [[nodiscard]] answers::AnswerKey key();
  [[nodiscard]] Status runDeskOperation(OpenDesk& open);
  [[nodiscard]] Status correct(OpenDesk& open);
  void passTime(OpenDesk& open);

  SeededChance m_chance;
  std::vector<NamedOperation> m_operations = everyOperation();
  std::vector<std::string> m_names;
};

/// The rows that undo answers for; what only grows, drafts and the steps themselves are left out.
[[nodiscard]] std::string undoableDumpOf(db::SqliteNotebookStore& store);

}  // namespace phaseboard::test
