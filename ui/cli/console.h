// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>

#include <nlohmann/json.hpp>

#include "app/base/diagnostic.h"
#include "app/base/result.h"

namespace phaseboard::cli {

/// What a command exits with.
inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;  ///< the input is wrong or the disk refused
inline constexpr int kUsage = 2;   ///< the command line is wrong

/// Keys stay in the order in which they were written.
using Json = nlohmann::ordered_json;

/// Where commands write: results to `out`, complaints to `complaints`. With `--json` a command
/// writes exactly one object to `out`, also when it fails.
class Console {
 public:
  Console(std::ostream& out, std::ostream& complaints) : m_out(out), m_complaints(complaints) {}

  bool json = false;  ///< set by `--json` before a command runs

  /// The result of a command: `text` for people (written as it is), or `object` with `--json`.
  /// @return `kDone`
  [[nodiscard]] int print(const std::string& text, const Json& object);

  /// One line "phaseboard-cli: <error>"; with `--json` also `{"error": {...}}`.
  /// @return `kFailed`
  [[nodiscard]] int failed(const Error& error);

  /// Each mistake on its line, "file:line: message"; with `--json` also `{"errors": [...]}`.
  /// @return `kFailed`
  [[nodiscard]] int failed(const Diagnostics& problems);

  /// For output that is neither text nor JSON, such as CSV.
  [[nodiscard]] std::ostream& out() { return m_out; }

 private:
  std::ostream& m_out;
  std::ostream& m_complaints;
};

}  // namespace phaseboard::cli
