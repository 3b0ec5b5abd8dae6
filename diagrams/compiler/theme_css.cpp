// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/theme_css.h"

#include "diagrams/style/theme.h"

namespace phaseboard::compiler {

const std::vector<CssRule>& lightCss() {
  static const std::vector<CssRule> css = [] {
    std::vector<CssRule> made;
    for (const auto& rule : style::rules(style::ThemeName::Light))
      made.push_back({rule.selector, style::cssDeclarations(rule.set)});
    return made;
  }();
  return css;
}

}  // namespace phaseboard::compiler
