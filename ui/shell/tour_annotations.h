// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ops/annotation_operations.h"
#include "app/ports/pack_library.h"

namespace phaseboard::ui {

/// Marks words, key points and parts of the question that the tour shows, and one place that is
/// gone since.
[[nodiscard]] Status annotatePlaces(const ports::PackLibrary& pack,
                                    ops::AnnotationOperations& annotations);

}  // namespace phaseboard::ui
