// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/annotations/annotation.h"
#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/ops/desk.h"

namespace phaseboard::ports {
class AnnotationStore;
class NotebookStore;
}  // namespace phaseboard::ports

namespace phaseboard::ops {

struct AnnotationOutcome : OpOutcome {
  annotations::AnnotationId annotation;
};

/// Everything that can be done to annotations, as `Desk` for the rest: each operation is one
/// transaction with one sync, wholly or not at all, and one step of undo.
class AnnotationOperations {
 public:
  /// All four outlive it; `annotations` keeps its rows in `notebook`.
  AnnotationOperations(ports::NotebookStore& notebook, ports::AnnotationStore& annotations,
                       const Clock& clock, Chance& chance);

  /// For reading.
  [[nodiscard]] const ports::AnnotationStore& store() const { return m_annotations; }

  /// Tags are normalised. `InvalidInput` with the subject "annotation" when there is nothing in
  /// it, "note" when it is too long, "tags" for too many or too long ones, "target" without one.
  Result<AnnotationOutcome> annotate(const annotations::Anchor& anchor,
                                     annotations::Content content);

  /// Changes what it says; one that says nothing any more is removed. Typing within a few seconds
  /// is one step. `NotFound` for an unknown id, else as `annotate`.
  Result<OpOutcome> editAnnotation(const annotations::AnnotationId& id,
                                   annotations::Content content);

  /// `NotFound` for an unknown id.
  Result<OpOutcome> removeAnnotation(const annotations::AnnotationId& id);

  /// Ties it to another place. `NotFound` for an unknown id.
  Result<OpOutcome> reattachAnnotation(const annotations::AnnotationId& id,
                                       const annotations::Anchor& anchor);

 private:
  [[nodiscard]] Result<annotations::Annotation> existing(const annotations::AnnotationId& id) const;

  ports::NotebookStore& m_notebook;
  ports::AnnotationStore& m_annotations;
  const Clock& m_clock;
  Chance& m_chance;
};

}  // namespace phaseboard::ops
