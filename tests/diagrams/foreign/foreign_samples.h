// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "diagrams/foreign/foreign_picture.h"

namespace phaseboard::foreign {

/// One of tests/data/foreign-svg: "inkscape", "drawio", "excalidraw".
[[nodiscard]] std::string foreignSample(const std::string& name);

/// `inside` in an <svg> of 100 by 100 units.
[[nodiscard]] std::string inSvg(const std::string& inside);

/// The helper that the tests use: phaseboard-cli.
[[nodiscard]] HelperProgram testHelper();

}  // namespace phaseboard::foreign
