// SPDX-License-Identifier: Apache-2.0
#include "tests/diagrams/foreign/foreign_samples.h"

#include <fstream>
#include <sstream>

namespace phaseboard::foreign {

std::string foreignSample(const std::string& name) {
  std::ifstream in(PHASEBOARD_SOURCE_DIR "/tests/data/foreign-svg/" + name + ".svg",
                   std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string inSvg(const std::string& inside) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
         "width=\"100\" height=\"100\">" +
         inside + "</svg>";
}

HelperProgram testHelper() {
  return {QStringLiteral(PHASEBOARD_CLI), {QLatin1String(kHelperOption)}};
}

}  // namespace phaseboard::foreign
