// SPDX-License-Identifier: Apache-2.0
#include "ui/board/rebuild_findings.h"

#include <map>
#include <memory>
#include <utility>

#include <QCoreApplication>

#include "app/board/board_graph.h"
#include "diagrams/compiler/rebuild_overlay.h"
#include "diagrams/scene/scene.h"
#include "ui/bridge/text.h"
#include "ui/widgets/diagram_view.h"

namespace phaseboard::ui {
namespace {

QString findingText(const char* text) {
  return QCoreApplication::translate("RebuildFindings", text);
}

/// The words for what is on the board, by "board/...".
std::map<PartId, QString> boardWords(const board::Document& document) {
  std::map<PartId, QString> words;
  for (const auto& [id, part] : board::partIds(document)) {
    QString text;
    if (const auto* one = document.find<board::Part>(id))
      text = toQt(one->name);
    else if (const auto* group = document.find<board::Group>(id))
      text = toQt(group->name);
    else if (const auto* edge = document.find<board::Edge>(id))
      text = QStringLiteral("%1 → %2").arg(toQt(document.find<board::Part>(edge->from)->name),
                                           toQt(document.find<board::Part>(edge->to)->name));
    words.emplace(PartId("board/" + part.value()), text);
  }
  return words;
}

/// Collects the findings of one comparison.
class FindingList {
 public:
  FindingList(const content::Diagram& reference, const board::Document& document)
      : m_reference(reference), m_drawn(boardWords(document)) {}

  void add(const QString& heading, Tone tone, QStringList words) {
    if (!words.isEmpty())
      m_findings.push_back({heading, tone, std::move(words)});
  }

  [[nodiscard]] QStringList named(const std::vector<PartId>& parts) const {
    QStringList words;
    for (const PartId& part : parts)
      words.push_back(partWords(m_reference, part));
    return words;
  }

  [[nodiscard]] QStringList drawn(const std::vector<PartId>& parts) const {
    QStringList words;
    for (const PartId& part : parts)
      if (const auto known = m_drawn.find(part); known != m_drawn.end())
        words.push_back(known->second);
    return words;
  }

  /// With what may have been meant by them.
  [[nodiscard]] QStringList missing(const graphs::GraphDifference& found) const {
    QStringList words;
    for (const PartId& part : found.missing) {
      const auto alike = found.lookalikes.find(part);
      const auto name =
          alike == found.lookalikes.end() ? m_drawn.end() : m_drawn.find(alike->second);
      words.push_back(name == m_drawn.end() ? partWords(m_reference, part)
                                            : findingText("%1 (did you mean it by “%2”?)")
                                                  .arg(partWords(m_reference, part), name->second));
    }
    return words;
  }

  std::vector<RebuildFinding> take() { return std::move(m_findings); }

 private:
  const content::Diagram& m_reference;
  std::map<PartId, QString> m_drawn;
  std::vector<RebuildFinding> m_findings;
};

}  // namespace

QString partWords(const content::Diagram& reference, const PartId& part) {
  for (const content::Part& one : reference.parts)
    if (one.id == part)
      return toQt(one.title);
  return toQt(part.value());
}

std::vector<RebuildFinding> rebuildFindings(const content::Diagram& reference,
                                            const board::Document& document,
                                            const graphs::GraphDifference& found) {
  FindingList list(reference, document);
  list.add(findingText("Missing"), Tone::Bad, list.missing(found));
  list.add(findingText("Missing connections"), Tone::Bad, list.named(found.edges.missing));
  list.add(findingText("In another group"), Tone::Warn, list.named(found.misplaced));
  list.add(findingText("The other way round"), Tone::Warn, list.named(found.edges.reversed));
  list.add(findingText("Labelled otherwise"), Tone::Warn, list.named(found.edges.relabelled));
  list.add(findingText("Only on your board"), Tone::Good, list.drawn(found.extra));
  list.add(findingText("Connections only on your board"), Tone::Good,
           list.drawn(found.edges.extra));
  return list.take();
}

void showRebuild(DiagramView& view, const content::Diagram& reference,
                 const board::Document& document, const graphs::GraphDifference& found) {
  auto plain = scene::Scene::read(reference.svg);
  if (!plain) {
    view.setScene(nullptr);
    view.setEmptyText(findingText("The figure cannot be drawn"));
    return;
  }
  std::map<PartId, QRectF> boxes;
  for (const scene::Item& item : plain->items())
    if (item.kind == content::PartKind::Node)
      boxes.emplace(item.id, item.box);
  const auto overlay = compiler::rebuildOverlay(reference.svg, boxes, document, found);
  auto whole = scene::Scene::read(overlay.svg);
  scene::Look look;
  for (const auto* parts : {&found.missing, &found.edges.missing})
    for (const PartId& part : *parts)
      look.set(part, scene::Emphasis::Missing);
  for (const auto* parts : {&found.misplaced, &found.edges.reversed, &found.edges.relabelled})
    for (const PartId& part : *parts)
      look.set(part, scene::Emphasis::Changed);
  for (const PartId& part : overlay.extra)
    look.set(part, scene::Emphasis::Extra);
  view.setScene(std::make_shared<scene::Scene>(std::move(whole ? *whole : *plain)));
  view.setLook(look);
}

}  // namespace phaseboard::ui
