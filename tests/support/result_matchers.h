// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gmock/gmock.h>

#include "app/base/result.h"

namespace phaseboard::test {

MATCHER(IsOk, negation ? "is a failure" : "is a success") {
  if (!arg.has_value())
    *result_listener << describe(arg.error());
  return arg.has_value();
}

MATCHER_P(FailsWith, kind, "fails with " + std::string(name(kind))) {
  if (arg.has_value()) {
    *result_listener << "it succeeded";
    return false;
  }
  *result_listener << describe(arg.error());
  return arg.error().kind == kind;
}

/// Whether it went well, without the value.
template <class Value>
[[nodiscard]] Status statusOf(const Result<Value>& result) {
  return result ? Status{} : Status(passOn(result));
}

}  // namespace phaseboard::test
