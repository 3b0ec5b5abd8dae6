// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace phaseboard::test {

struct CliRun {
  int code = -1;  ///< exit code; -1 when a signal ended it
  std::string out;
  std::string complaints;

  /// What `--json` printed; null, and a failed test, when it is not one JSON text.
  [[nodiscard]] nlohmann::json json() const;
};

/// Runs the built phaseboard-cli with these arguments and waits for its end.
[[nodiscard]] CliRun runCli(const std::vector<std::string>& arguments);

}  // namespace phaseboard::test
