// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/base/result.h"
#include "app/content/contents.h"

namespace phaseboard::ports {

/// What a notebook last saw of the packs. Changes go through `ops::UpdateOperations` only.
///
/// Writers work inside a unit of work of the notebook (`NotebookStore::begin`) and fail with
/// `Internal` outside. One thread.
class SeenContentStore {
 public:
  virtual ~SeenContentStore() = default;

  /// Of the packs that were looked at last; empty when none ever were.
  [[nodiscard]] virtual Result<std::string> seenStamp() const = 0;
  [[nodiscard]] virtual Result<content::Contents> seenContents() const = 0;

  [[nodiscard]] virtual Status writeSeenStamp(const std::string& stamp) = 0;
  [[nodiscard]] virtual Status writeSeen(const QuestionId& question,
                                         const content::QuestionContents& contents) = 0;
};

}  // namespace phaseboard::ports
