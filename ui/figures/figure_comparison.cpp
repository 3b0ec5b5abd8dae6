// SPDX-License-Identifier: Apache-2.0
#include "ui/figures/figure_comparison.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/graphs/figure_graph.h"
#include "ui/bridge/text.h"
#include "ui/figures/compare_dialog.h"

namespace phaseboard::ui {
namespace {

using graphs::GraphDifference;
using scene::Emphasis;
using scene::Look;

QString titleIn(const content::Diagram& figure, const PartId& id) {
  for (const content::Part& part : figure.parts)
    if (part.id == id)
      return toQt(part.title);
  return toQt(id.value());
}

void setAll(Look& look, const std::vector<PartId>& parts, Emphasis emphasis) {
  for (const PartId& part : parts)
    look.set(part, emphasis);
}

/// The partners in the other figure of parts of the reference.
std::vector<PartId> partners(const GraphDifference& difference, const std::vector<PartId>& parts) {
  std::vector<PartId> found;
  for (const PartId& part : parts)
    if (const auto partner = difference.common.find(part); partner != difference.common.end())
      found.push_back(partner->second);
  return found;
}

QString summaryOf(const GraphDifference& difference, const content::Diagram& reference) {
  int parts = 0;
  int edges = 0;
  for (const content::Part& part : reference.parts)
    if (difference.common.contains(part.id))
      ++(part.kind == content::PartKind::Edge ? edges : parts);
  return CompareDialog::tr("%1 % in common: %2 and %3")
      .arg(std::lround(difference.score * 100))
      .arg(CompareDialog::tr("%n part(s)", nullptr, parts),
           CompareDialog::tr("%n connection(s)", nullptr, edges));
}

}  // namespace

FigureComparison compareFigures(const content::Diagram& reference, const content::Diagram& other) {
  FigureComparison result;
  result.difference =
      graphs::compareGraphs(graphs::graphOf(reference.parts), graphs::graphOf(other.parts));
  const GraphDifference& difference = result.difference;
  result.reference.setOthers(Emphasis::Grey);
  result.other.setOthers(Emphasis::Grey);
  for (const auto& [one, partner] : difference.common) {
    result.reference.set(one, Emphasis::Grey);  // groups too, which `others` leaves alone
    result.other.set(partner, Emphasis::Grey);
  }
  setAll(result.reference, difference.missing, Emphasis::Missing);
  setAll(result.reference, difference.edges.missing, Emphasis::Missing);
  setAll(result.other, difference.extra, Emphasis::Extra);
  setAll(result.other, difference.edges.extra, Emphasis::Extra);
  for (const auto* changed : {&difference.edges.reversed, &difference.edges.relabelled}) {
    setAll(result.reference, *changed, Emphasis::Changed);
    setAll(result.other, partners(difference, *changed), Emphasis::Changed);
  }
  result.summary = summaryOf(difference, reference);
  return result;
}

std::vector<DifferenceLine> linesOf(const FigureComparison& comparison,
                                    const content::Diagram& reference,
                                    const content::Diagram& other) {
  std::vector<DifferenceLine> lines;
  const auto add = [&](const std::vector<PartId>& parts, const QString& words, bool isInOther) {
    for (const PartId& part : parts)
      lines.push_back({words.arg(titleIn(isInOther ? other : reference, part)), part, isInOther});
  };
  const GraphDifference& difference = comparison.difference;
  add(difference.missing, CompareDialog::tr("Only in the first: %1"), false);
  add(difference.extra, CompareDialog::tr("Only in the second: %1"), true);
  add(difference.edges.missing, CompareDialog::tr("Connection only in the first: %1"), false);
  add(difference.edges.extra, CompareDialog::tr("Connection only in the second: %1"), true);
  add(difference.edges.reversed, CompareDialog::tr("The other way round: %1"), false);
  add(difference.edges.relabelled, CompareDialog::tr("Says something else: %1"), false);
  return lines;
}

}  // namespace phaseboard::ui
