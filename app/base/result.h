// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <type_traits>
#include <utility>

#include <tl/expected.hpp>

#include "app/base/error.h"

namespace phaseboard {

/// Either a value or an `Error`. Discarding one is a compiler warning.
///
/// For failures of the user or the disk. Absence that is normal is `std::optional`; our own
/// mistakes are `PHASEBOARD_ASSERT`.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using tl::expected<T, Error>::expected;
};

/// Success without a value.
using Status = Result<void>;

/// A failure, ready to be returned from any function with a `Result`.
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, std::string subject,
                                                std::string detail = {}) {
  return tl::unexpected<Error>(Error{kind, std::move(subject), std::move(detail)});
}

/// The failure of another result, passed on.
template <class T>
[[nodiscard]] tl::unexpected<Error> passOn(T&& failed) {
  return tl::unexpected<Error>(std::forward<T>(failed).error());
}

}  // namespace phaseboard

#define PHASEBOARD_CONCAT_INNER(a, b) a##b
#define PHASEBOARD_CONCAT(a, b) PHASEBOARD_CONCAT_INNER(a, b)

/// Returns from the enclosing function when `expression` failed.
#define PHASEBOARD_TRY(expression)                                         \
  do {                                                                     \
    if (auto phaseboardTried = (expression); !phaseboardTried.has_value()) \
      return ::phaseboard::passOn(std::move(phaseboardTried));             \
  } while (false)

/// Declares or assigns `target` from a successful `expression`, or returns its failure.
// NOLINTBEGIN(bugprone-macro-parentheses): a declaration cannot stand in parentheses
#define PHASEBOARD_TRY_ASSIGN(target, expression)                                         \
  auto PHASEBOARD_CONCAT(phaseboardTried, __LINE__) = (expression);                       \
  if (!PHASEBOARD_CONCAT(phaseboardTried, __LINE__).has_value())                          \
    return ::phaseboard::passOn(std::move(PHASEBOARD_CONCAT(phaseboardTried, __LINE__))); \
  target = std::move(*PHASEBOARD_CONCAT(phaseboardTried, __LINE__))
// NOLINTEND(bugprone-macro-parentheses)
