// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/theme_css.h"

#include <algorithm>
#include <set>

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

std::string withTheme(std::string_view svg, style::ThemeName theme) {
  constexpr std::string_view kOpen = "<style>";
  const std::size_t open = svg.find(kOpen);
  const std::size_t begin = open == std::string_view::npos ? open : open + kOpen.size();
  const std::size_t end = svg.find("</style>", std::min(begin, svg.size()));
  if (end == std::string_view::npos)
    return std::string(svg);
  std::set<std::string, std::less<>> used;
  for (std::size_t at = begin; at < end;) {
    const std::size_t lineEnd = std::min(svg.find('\n', at), end);
    const std::string_view line = svg.substr(at, lineEnd - at);
    used.emplace(line.substr(0, std::min(line.find('{'), line.size())));
    at = lineEnd + 1;
  }
  std::string themed(svg.substr(0, begin));
  themed += '\n';
  for (const auto& rule : style::rules(theme))
    if (used.contains(rule.selector))
      themed += rule.selector + '{' + style::cssDeclarations(rule.set) + "}\n";
  return themed.append(svg.substr(end));
}

}  // namespace phaseboard::compiler
