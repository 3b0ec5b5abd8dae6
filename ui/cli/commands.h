// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <CLI/CLI.hpp>

#include "ui/cli/console.h"

/// One file `<group>_commands.cpp` for each group of commands. Its `add...Commands` declares them
/// on the command line, and each command's callback sets what is to be run once the line was read:
///
///     CLI::App* list = group->add_subcommand("list", "Count what a pack holds");
///     auto file = std::make_shared<std::string>();
///     list->add_option("FILE", *file, "A pack")->required();
///     list->callback([&chosen, file] { chosen = [file](Console& console) { ... }; });
///
/// `--json` is understood by every command and found in `Console::json`.
namespace phaseboard::cli {

/// What the command line asked for. Returns `kDone`, `kFailed` or `kUsage`.
using Command = std::function<int(Console&)>;

void addPackCommands(CLI::App& root, Command& chosen);
/// `fsrs replay|evaluate|optimise`.
void addFsrsCommands(CLI::App& root, Command& chosen);
/// `notebook check|stats|rebuild|backup|restore`.
void addNotebookCommands(CLI::App& root, Command& chosen);
/// `merge|sync`, of the group `notebook`.
void addMergeCommands(CLI::App& notebook, Command& chosen);
/// `review due|answer`.
void addReviewCommands(CLI::App& root, Command& chosen);
/// `diagram diff|open`.
void addDiagramCommands(CLI::App& root, Command& chosen);
/// `export` and `import`.
void addExchangeCommands(CLI::App& root, Command& chosen);
void addSearchCommand(CLI::App& root, Command& chosen);

}  // namespace phaseboard::cli
