// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/ops/desk.h"
#include "app/ops/step_changes.h"
#include "app/ports/notebook_store.h"

/// How the operations of the desk end.
namespace phaseboard::ops {

/// Nothing had to be done.
[[nodiscard]] inline OpOutcome unchanged(const char* operation) {
  return {operation, {}};
}

/// Commits `unit` as one step of undo.
[[nodiscard]] inline Result<OpOutcome> committed(ports::UnitOfWork& unit, const char* operation,
                                                 const std::string& subject, Instant at,
                                                 bool joinsPrevious = false) {
  PHASEBOARD_TRY(unit.commitStep({operation, subject, at, std::nullopt, joinsPrevious, {}}));
  return OpOutcome{operation, changesOf(operation, subject)};
}

}  // namespace phaseboard::ops
