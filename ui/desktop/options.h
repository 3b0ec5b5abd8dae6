// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QString>
#include <QStringList>

namespace phaseboard::ui {

/// What the command line asks for.
struct Options {
  QString notebook;    ///< empty: the one in the user's data folder
  QString ownContent;  ///< folder of the user's own questions; empty: beside the notebook
  QStringList packs;   ///< to be opened together; empty: the one that comes with the program
  std::optional<QString> tour;  ///< the folder for pictures of every screen
  int textPercent = 100;        ///< the size of text in those pictures
};

/// Reads the arguments. Ends the program after `--help`, `--version` and wrong arguments.
[[nodiscard]] Options readOptions(const QStringList& arguments);

}  // namespace phaseboard::ui
