// SPDX-License-Identifier: Apache-2.0
#include "app/content/checks/prose_check.h"

#include <algorithm>

#include "app/content/checks/markdown_scan.h"

namespace phaseboard::content {
namespace {

Reference referenceOf(const MarkdownLink& link, const ProseUse& use) {
  if (link.scheme == "part")
    return {ReferenceKind::Part, fullPartId(use.question, link.target), use.place};
  if (link.scheme == "figure")
    return {ReferenceKind::Figure, fullFigureId(use.question, link.target), use.place};
  return {ReferenceKind::Concept, link.target, use.place};
}

}  // namespace

std::set<std::string> checkProse(Ledger& ledger, const std::map<std::string, Formula>& formulas,
                                 const std::vector<SpellingRule>& rules) {
  std::set<std::string> used;
  for (const ProseUse& use : ledger.prose) {
    const auto problem = [&](const std::string& message) {
      ledger.problems.push_back({use.place.file, use.place.line, message});
    };
    if (use.text.size() > kLongestField) {
      problem("a field is longer than " + std::to_string(kLongestField) + " bytes");
      continue;
    }
    std::string words = use.text;
    if (use.markdown) {
      MarkdownScan scan = scanMarkdown(use.text);
      std::for_each(scan.problems.begin(), scan.problems.end(), problem);
      for (const MarkdownLink& link : scan.links)
        ledger.references.push_back(referenceOf(link, use));
      for (const std::string& tex : scan.formulas)
        if (used.insert(tex); !ledger.isOwn && !formulas.contains(tex))
          problem("formula $" + tex + "$ is not in formulas.json");
      words = std::move(scan.words);
    }
    for (const Misspelling& found : findMisspellings(words, rules))
      problem("write \"" + found.use + "\", not \"" + found.written + "\"");
  }
  return used;
}

}  // namespace phaseboard::content
