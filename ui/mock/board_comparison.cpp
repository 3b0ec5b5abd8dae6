// SPDX-License-Identifier: Apache-2.0
#include "ui/mock/board_comparison.h"

#include <algorithm>
#include <map>
#include <memory>

#include <QVBoxLayout>

#include "app/board/board_graph.h"
#include "diagrams/compiler/rebuild_overlay.h"
#include "diagrams/scene/scene.h"
#include "ui/bridge/text.h"
#include "ui/widgets/diagram_view.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {
namespace {

constexpr int kFigureHeight = 420;

QString titlesOf(const content::Diagram& figure, const std::vector<PartId>& ids) {
  QStringList titles;
  for (const PartId& id : ids)
    for (const content::Part& part : figure.parts)
      if (part.id == id)
        titles.push_back(toQt(part.title));
  return titles.join(QStringLiteral(", "));
}

/// Names of what only the board has; its ids begin with "board/".
QString drawnNames(const board::Document& document, const std::vector<PartId>& ids) {
  QStringList names;
  for (const auto& [element, id] : board::partIds(document)) {
    if (std::find(ids.begin(), ids.end(), PartId("board/" + id.value())) == ids.end())
      continue;
    if (const auto* part = document.find<board::Part>(element))
      names.push_back(toQt(part->name));
    else if (const auto* group = document.find<board::Group>(element))
      names.push_back(toQt(group->name));
  }
  return names.join(QStringLiteral(", "));
}

}  // namespace

BoardComparison::BoardComparison(QWidget* parent)
    : QWidget(parent),
      m_view(new DiagramView(this)),
      m_words(new Label({}, TextRole::Small, Tone::Normal, this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGrid);
  m_view->setFixedHeight(scaled(kFigureHeight));
  column->addWidget(m_view);
  m_words->setObjectName(QStringLiteral("boardFindings"));
  m_words->setWordWrap(true);
  column->addWidget(m_words);
}

void BoardComparison::show(const ops::BoardReport& report) {
  paintOver(report);
  const QStringList lines = comparisonLines(report);
  m_words->setText(lines.isEmpty() ? tr("Everything is there, and nothing else.")
                                   : lines.join(QStringLiteral("\n")));
}

void BoardComparison::paintOver(const ops::BoardReport& report) {
  auto plain = scene::Scene::read(report.reference.svg);
  if (!plain) {
    m_view->setScene(nullptr);
    return;
  }
  std::map<PartId, QRectF> boxes;
  for (const scene::Item& item : plain->items())
    if (item.kind == content::PartKind::Node)
      boxes.emplace(item.id, item.box);
  const auto overlay =
      compiler::rebuildOverlay(report.reference.svg, boxes, report.document, report.difference);
  auto whole = scene::Scene::read(overlay.svg);
  scene::Look look;
  const graphs::GraphDifference& found = report.difference;
  for (const auto* parts : {&found.missing, &found.edges.missing})
    for (const PartId& part : *parts)
      look.set(part, scene::Emphasis::Missing);
  for (const auto* parts : {&found.misplaced, &found.edges.reversed, &found.edges.relabelled})
    for (const PartId& part : *parts)
      look.set(part, scene::Emphasis::Changed);
  for (const PartId& part : overlay.extra)
    look.set(part, scene::Emphasis::Extra);
  m_view->setScene(std::make_shared<scene::Scene>(std::move(whole ? *whole : *plain)));
  m_view->setLook(look);
}

QStringList comparisonLines(const ops::BoardReport& report) {
  const graphs::GraphDifference& found = report.difference;
  const content::Diagram& figure = report.reference;
  QStringList lines;
  const auto add = [&lines](const QString& words, const QString& names) {
    if (!names.isEmpty())
      lines.push_back(words.arg(names));
  };
  add(BoardComparison::tr("Missing: %1"), titlesOf(figure, found.missing));
  add(BoardComparison::tr("Connections missing: %1"), titlesOf(figure, found.edges.missing));
  add(BoardComparison::tr("The other way round: %1"), titlesOf(figure, found.edges.reversed));
  add(BoardComparison::tr("In another group: %1"), titlesOf(figure, found.misplaced));
  add(BoardComparison::tr("Only on your board: %1"), drawnNames(report.document, found.extra));
  return lines;
}

}  // namespace phaseboard::ui
