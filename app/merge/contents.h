// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/base/ids.h"
#include "app/merge/cell.h"
#include "app/merge/trail.h"
#include "app/review/review_event.h"

namespace phaseboard::merge {

/// The events of one prompt, and where the prompt belongs.
struct Log {
  PromptId prompt;
  std::optional<QuestionId> question;
  std::optional<PhaseId> phase;
  std::vector<review::ReviewEvent> events;  ///< oldest first, each id once
};

/// A notebook, or a part of one, as far as merging is concerned.
///
/// `add` is a union: it does not matter in which order things come, nor how often.
class Contents {
 public:
  void add(Cell cell);
  void add(Trail trail);
  /// Where the prompt belongs is what the log with the newest event says.
  void add(Log log);
  void add(const Contents& other);

  [[nodiscard]] const std::map<std::pair<Subject, std::string>, Cell>& cells() const {
    return m_cells;
  }
  /// By subject and root; settled.
  [[nodiscard]] const std::map<std::pair<Subject, std::string>, std::vector<Trail>>& trails()
      const {
    return m_trails;
  }
  [[nodiscard]] const std::map<PromptId, Log>& logs() const { return m_logs; }
  [[nodiscard]] bool isEmpty() const {
    return m_cells.empty() && m_trails.empty() && m_logs.empty();
  }

 private:
  std::map<std::pair<Subject, std::string>, Cell> m_cells;
  std::map<std::pair<Subject, std::string>, std::vector<Trail>> m_trails;
  std::map<PromptId, Log> m_logs;
};

/// Whether the place that `a` names holds against that of `b`: the log with the newest event says
/// it. Events are in order.
[[nodiscard]] bool placesBetter(const Log& a, const Log& b);

}  // namespace phaseboard::merge
