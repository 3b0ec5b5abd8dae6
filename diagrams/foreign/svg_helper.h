// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace phaseboard::foreign {

/// The helper process: reads a request from standard input, paints it with Qt SVG within its
/// limits, writes the answer to standard output.
///
/// Started by `paintForeignFigure` alone, before any QGuiApplication exists.
/// @return the exit code: 0, or a small number that says how far it came
[[nodiscard]] int runSvgHelper();

/// Whether the command line asks for that.
[[nodiscard]] bool isSvgHelperWanted(int argc, const char* const* argv);

}  // namespace phaseboard::foreign
