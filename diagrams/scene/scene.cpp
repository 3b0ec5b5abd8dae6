// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/scene.h"

#include <algorithm>
#include <utility>

#include <QPainter>

#include "diagrams/scene/compiled_drawing.h"
#include "diagrams/scene/figure_reader.h"
#include "diagrams/scene/item_shapes.h"
#include "diagrams/scene/paint_cache.h"
#include "diagrams/scene/reading_order.h"
#include "diagrams/scene/scene_painter.h"
#include "diagrams/scene/touch.h"

namespace phaseboard::scene {

using content::PartKind;

namespace {

/// A figure in the subset with its items completed.
Result<Drawing> drawingOf(std::string_view svg) {
  PHASEBOARD_TRY_ASSIGN(Drawing drawing, readFigure(svg));
  for (const Item& item : drawing.items) {
    for (const auto& end : {item.from, item.to}) {
      if (end && !drawing.index.contains(end->value()))
        return fail(ErrorKind::Damaged, "figure",
                    "edge \"" + item.id.value() + "\" ends at unknown \"" + end->value() + "\"");
    }
  }
  shapeItems(drawing);
  return drawing;
}

std::vector<PartId> idsAt(const std::vector<Item>& items, const std::vector<std::size_t>& order) {
  std::vector<PartId> ids;
  ids.reserve(order.size());
  for (const std::size_t at : order)
    ids.push_back(items[at].id);
  return ids;
}

}  // namespace

Result<Scene> Scene::read(std::string_view svg) {
  PHASEBOARD_TRY_ASSIGN(Drawing drawing, drawingOf(svg));
  return Scene(std::move(drawing));
}

Result<Scene> Scene::read(std::string_view svg, std::string_view compiled) {
  auto kept = compiled.empty() ? std::nullopt : readCompiled(compiled, svg);
  if (!kept)
    return read(svg);
  shapeItems(kept->drawing);
  std::vector<PartId> order = idsAt(kept->drawing.items, kept->readingOrder);
  return Scene(std::move(kept->drawing), std::move(order));
}

Result<std::string> Scene::compile(std::string_view svg) {
  PHASEBOARD_TRY_ASSIGN(const Drawing drawing, drawingOf(svg));
  std::vector<std::size_t> order;
  for (const PartId& part : orderForReading(drawing.items))
    order.push_back(drawing.index.at(part.value()));
  return writeCompiled(drawing, order, svg);
}

Scene::Scene(Drawing drawing) : Scene(std::move(drawing), {}) {
  m_readingOrder = orderForReading(m_drawing->items);
}

Scene::Scene(Drawing drawing, std::vector<PartId> readingOrder)
    : m_drawing(std::make_unique<const Drawing>(std::move(drawing))),
      m_paints(std::make_unique<PaintCache>(m_drawing->styles)),
      m_readingOrder(std::move(readingOrder)) {}

Scene::Scene(Scene&&) noexcept = default;
Scene& Scene::operator=(Scene&&) noexcept = default;
Scene::~Scene() = default;

QSizeF Scene::size() const {
  return m_drawing->size;
}

const QString& Scene::title() const {
  return m_drawing->title;
}

const QString& Scene::description() const {
  return m_drawing->description;
}

const std::vector<Item>& Scene::items() const {
  return m_drawing->items;
}

const Item* Scene::item(const PartId& part) const {
  const auto found = m_drawing->index.find(part.value());
  return found == m_drawing->index.end() ? nullptr : &m_drawing->items[found->second];
}

const std::vector<PartId>& Scene::readingOrder() const {
  return m_readingOrder;
}

std::optional<PartId> Scene::partAt(QPointF point) const {
  const auto& items = m_drawing->items;
  const auto hit = std::find_if(items.rbegin(), items.rend(),
                                [point](const Item& item) { return isTouched(item, point); });
  return hit == items.rend() ? std::nullopt : std::optional(hit->id);
}

std::optional<PartId> Scene::groupOf(const PartId& part) const {
  const Item* inner = item(part);
  return inner == nullptr ? std::nullopt : groupAround(items(), *inner);
}

std::vector<PartId> Scene::neighbours(const PartId& part) const {
  const Item* centre = item(part);
  if (centre == nullptr)
    return {};
  std::vector<PartId> found;
  for (const PartId& id : m_readingOrder) {
    const Item& other = *item(id);
    const bool isEnd = centre->from == id || centre->to == id;
    const bool touches = other.from == part || other.to == part;
    const bool across = std::any_of(items().begin(), items().end(), [&](const Item& edge) {
      return (edge.from == part && edge.to == id) || (edge.to == part && edge.from == id);
    });
    const bool inside = centre->kind == PartKind::Group && other.kind == PartKind::Node &&
                        groupAround(items(), other) == part;
    if (id != part && (isEnd || touches || across || inside))
      found.push_back(id);
  }
  return found;
}

std::vector<PartId> Scene::upstream(const PartId& part) const {
  const Item* centre = item(part);
  if (centre == nullptr)
    return {};
  if (centre->from)
    return {*centre->from};
  std::vector<PartId> found;
  std::copy_if(m_readingOrder.begin(), m_readingOrder.end(), std::back_inserter(found),
               [&](const PartId& id) { return item(id)->to == part; });
  return found;
}

std::vector<PartId> Scene::downstream(const PartId& part) const {
  const Item* centre = item(part);
  if (centre == nullptr)
    return {};
  if (centre->to)
    return {*centre->to};
  std::vector<PartId> found;
  std::copy_if(m_readingOrder.begin(), m_readingOrder.end(), std::back_inserter(found),
               [&](const PartId& id) { return item(id)->from == part; });
  return found;
}

std::vector<PartId> Scene::allUpstream(const PartId& part) const {
  return reached(part, Along::AgainstArrows);
}

std::vector<PartId> Scene::allDownstream(const PartId& part) const {
  return reached(part, Along::WithArrows);
}

std::vector<PartId> Scene::reached(const PartId& part, Along along) const {
  const auto start = m_drawing->index.find(part.value());
  if (start == m_drawing->index.end())
    return {};
  const auto& items = m_drawing->items;
  std::vector<bool> isReached(items.size());
  std::vector<std::size_t> waiting{start->second};
  const auto reach = [&](std::size_t at) {
    if (!isReached[at])
      waiting.push_back(at);
    isReached[at] = true;
  };
  while (!waiting.empty()) {
    const Item& here = items[waiting.back()];
    waiting.pop_back();
    if (const auto& end = along == Along::WithArrows ? here.to : here.from)
      reach(m_drawing->index.at(end->value()));
    for (std::size_t i = 0; i < items.size(); ++i) {
      if ((along == Along::WithArrows ? items[i].from : items[i].to) == here.id)
        reach(i);
    }
  }
  std::vector<PartId> found;
  std::copy_if(
      m_readingOrder.begin(), m_readingOrder.end(), std::back_inserter(found),
      [&](const PartId& id) { return id != part && isReached[m_drawing->index.at(id.value())]; });
  return found;
}

void Scene::paint(QPainter& painter, style::ThemeName theme, const Look& look,
                  const QRectF& exposed, Backdrop backdrop) const {
  const QRectF visible = exposed.isNull() ? bounds() : exposed & bounds();
  if (visible.isEmpty())
    return;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  if (backdrop == Backdrop::Canvas)
    painter.fillRect(visible, style::colour(theme, style::Neutral::Canvas));
  ScenePainter(painter, *m_drawing, *m_paints, theme, look).paint({visible});
  painter.restore();
}

void Scene::paintPieces(QPainter& painter, style::ThemeName theme, const Look& look,
                        const std::vector<QRectF>& pieces) const {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  ScenePainter(painter, *m_drawing, *m_paints, theme, look).paint(pieces);
  painter.restore();
}

void Scene::paintParts(QPainter& painter, style::ThemeName theme, const Look& look,
                       const std::set<PartId>& parts, const Look* below) const {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  ScenePainter(painter, *m_drawing, *m_paints, theme, look).paintParts(parts, below);
  painter.restore();
}

std::vector<QRectF> Scene::paintBoxesOf(const PartId& part) const {
  const auto found = m_drawing->index.find(part.value());
  if (found == m_drawing->index.end())
    return {};
  std::vector<QRectF> boxes = scene::paintBoxesOf(*m_drawing, found->second);
  for (QRectF& box : boxes)
    box.adjust(-kEmphasisReach, -kEmphasisReach, kEmphasisReach, kEmphasisReach);
  return boxes;
}

QPainterPath Scene::inkOf(const PartId& part) const {
  const auto found = m_drawing->index.find(part.value());
  return found == m_drawing->index.end() ? QPainterPath() : scene::inkOf(*m_drawing, found->second);
}

}  // namespace phaseboard::scene
