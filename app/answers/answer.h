// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/base/ids.h"
#include "app/base/strong.h"
#include "app/base/study_day.h"

namespace phaseboard::answers {

/// Which answer: one question in one phase.
struct AnswerKey {
  QuestionId question;
  PhaseId phase;
  friend auto operator<=>(const AnswerKey&, const AnswerKey&) = default;
};

/// Number of a committed version in the notebook; later versions have larger numbers.
using VersionId = Strong<struct VersionIdTag, std::int64_t>;

/// A committed text.
struct Version {
  VersionId id;
  AnswerKey key;
  std::string text;  ///< Markdown
  Instant writtenAt;
  std::string uid = {};                   ///< names it in every notebook
  std::vector<std::string> parents = {};  ///< uids of the versions that it was written over
};

/// Text that was typed and is not committed yet. It survives a crash.
struct Draft {
  AnswerKey key;
  std::string text;
  std::optional<VersionId> basedOn;  ///< the version that was on the screen when typing began
  Instant savedAt;
};

}  // namespace phaseboard::answers
