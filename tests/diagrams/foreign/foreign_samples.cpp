// SPDX-License-Identifier: Apache-2.0
#include "tests/diagrams/foreign/foreign_samples.h"

#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::foreign {

std::string foreignSample(const std::string& name) {
  return test::contentsOf(test::inSources("tests/data/foreign-svg/" + name + ".svg"));
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
