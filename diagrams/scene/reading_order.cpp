// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/reading_order.h"

#include <algorithm>
#include <limits>
#include <unordered_set>

namespace phaseboard::scene {
namespace {

using content::PartKind;

double area(const QRectF& box) {
  return box.width() * box.height();
}

class Walk {
 public:
  explicit Walk(const std::vector<Item>& items) : m_items(items) {}

  std::vector<PartId> order() {
    for (const Item& item : m_items) {
      if (item.kind == PartKind::Node)
        visitNode(item);
    }
    for (const Item& item : m_items)
      visit(item);  // groups without nodes, edges between groups
    return std::move(m_order);
  }

 private:
  void visit(const Item& item) {
    if (m_seen.insert(item.id.value()).second)
      m_order.push_back(item.id);
  }

  void visitGroups(const Item& inner) {
    const auto around = groupAround(m_items, inner);
    if (!around || m_seen.contains(around->value()))
      return;
    const auto group = std::find_if(m_items.begin(), m_items.end(),
                                    [&](const Item& item) { return item.id == *around; });
    visitGroups(*group);
    visit(*group);
  }

  void visitNode(const Item& node) {
    visitGroups(node);
    visit(node);
    std::vector<const Item*> leaving;
    for (const Item& item : m_items) {
      if (item.from == node.id)
        leaving.push_back(&item);
    }
    const auto number = [](const Item* edge) {
      return edge->step > 0 ? edge->step : std::numeric_limits<int>::max();
    };
    std::stable_sort(leaving.begin(), leaving.end(), [&](const Item* one, const Item* other) {
      return number(one) < number(other);
    });
    for (const Item* edge : leaving)
      visit(*edge);
  }

  const std::vector<Item>& m_items;
  std::unordered_set<std::string> m_seen;
  std::vector<PartId> m_order;
};

}  // namespace

std::optional<PartId> groupAround(const std::vector<Item>& items, const Item& inner) {
  const Item* smallest = nullptr;
  for (const Item& item : items) {
    const bool holds = item.kind == PartKind::Group && item.id != inner.id &&
                       item.box.contains(inner.box) && area(item.box) > area(inner.box);
    if (holds && (smallest == nullptr || area(item.box) < area(smallest->box)))
      smallest = &item;
  }
  return smallest == nullptr ? std::nullopt : std::optional(smallest->id);
}

std::vector<PartId> orderForReading(const std::vector<Item>& items) {
  return Walk(items).order();
}

}  // namespace phaseboard::scene
