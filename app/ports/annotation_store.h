// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "app/annotations/annotation.h"
#include "app/base/result.h"

namespace phaseboard::ports {

/// The annotations of a notebook. Changes go through `ops::AnnotationOperations` only.
///
/// Writers work inside a unit of work of the notebook (`NotebookStore::begin`) and fail with
/// `Internal` outside. One thread.
class AnnotationStore {
 public:
  virtual ~AnnotationStore() = default;

  /// All of them, oldest first.
  [[nodiscard]] virtual Result<std::vector<annotations::Annotation>> annotations() const = 0;

  [[nodiscard]] virtual Result<std::optional<annotations::Annotation>> annotation(
      const annotations::AnnotationId& id) const = 0;

  /// Writes a new one, or everything of a known one but when it was made.
  [[nodiscard]] virtual Status writeAnnotation(const annotations::Annotation& annotation) = 0;
  [[nodiscard]] virtual Status removeAnnotation(const annotations::AnnotationId& id) = 0;
};

}  // namespace phaseboard::ports
