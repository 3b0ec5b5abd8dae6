// SPDX-License-Identifier: Apache-2.0
#include <exception>
#include <iostream>

#include "diagrams/foreign/svg_helper.h"
#include "ui/cli/commands.h"

namespace {

using phaseboard::cli::Command;
using phaseboard::cli::Console;

int run(int argc, char** argv) {
  CLI::App root{"Phaseboard without a screen", "phaseboard-cli"};
  root.set_version_flag("--version", std::string("phaseboard-cli ") + PHASEBOARD_VERSION);
  root.require_subcommand(1);
  root.fallthrough();
  Console console(std::cout, std::cerr);
  root.add_flag("--json", console.json, "Print one JSON object");

  Command chosen;
  phaseboard::cli::addPackCommands(root, chosen);
  phaseboard::cli::addFsrsCommands(root, chosen);
  phaseboard::cli::addNotebookCommands(root, chosen);
  phaseboard::cli::addReviewCommands(root, chosen);
  phaseboard::cli::addDiagramCommands(root, chosen);
  phaseboard::cli::addExchangeCommands(root, chosen);
  phaseboard::cli::addSearchCommand(root, chosen);
  try {
    root.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return root.exit(error) == 0 ? phaseboard::cli::kDone : phaseboard::cli::kUsage;
  }
  const int code = chosen(console);
  std::cout.flush();
  if (!std::cout)
    return console.failed(phaseboard::Error{phaseboard::ErrorKind::InputOutput, "standard output",
                                            "not all of it could be written"});
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  if (phaseboard::foreign::isSvgHelperWanted(argc, argv))
    return phaseboard::foreign::runSvgHelper();
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "phaseboard-cli: " << error.what() << '\n';
    return phaseboard::cli::kFailed;
  }
}
