// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/cli_runner.h"

#include <cstdlib>

#include <gtest/gtest.h>
#include <sys/wait.h>

#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

std::string quoted(const std::string& argument) {
  std::string shell = "'";
  for (const char c : argument)
    shell += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return shell + "'";
}

}  // namespace

nlohmann::json CliRun::json() const {
  nlohmann::json parsed = nlohmann::json::parse(out, nullptr, false);
  if (!parsed.is_discarded())
    return parsed;
  ADD_FAILURE() << "not one JSON text: " << out;
  return nullptr;
}

CliRun runCli(const std::vector<std::string>& arguments) {
  const TemporaryFolder folder;
  std::string command = quoted(PHASEBOARD_CLI);
  for (const std::string& argument : arguments)
    command += ' ' + quoted(argument);
  command += " >" + quoted((folder / "out").string()) + " 2>" +
             quoted((folder / "complaints").string()) + " </dev/null";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, contentsOf(folder / "out"),
          contentsOf(folder / "complaints")};
}

}  // namespace phaseboard::test
