// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/diagram_accessible.h"

#include <algorithm>
#include <vector>

#include <QAccessible>
#include <QAccessibleWidget>
#include <QStringList>

#include "ui/widgets/accessible_item.h"
#include "ui/widgets/diagram_view.h"

namespace phaseboard::ui {
namespace {

using content::PartKind;
using scene::Emphasis;

/// Whether the words of a part would give away what is hidden: its own, or those of its ends.
bool isHidden(const DiagramView& view, const PartId& part) {
  const scene::Item& item = *view.scene()->item(part);
  return view.isMasked(part) ||
         (item.kind == PartKind::Edge && (view.isMasked(*item.from) || view.isMasked(*item.to)));
}

QString shownTitle(const DiagramView& view, const PartId& part) {
  if (!isHidden(view, part))
    return view.scene()->item(part)->title;
  return view.isMasked(part) ? DiagramView::tr("Hidden part") : DiagramView::tr("Connection");
}

QString titles(const DiagramView& view, const std::vector<PartId>& parts) {
  QStringList all;
  for (const PartId& part : parts)
    all.push_back(shownTitle(view, part));
  return all.join(QStringLiteral(", "));
}

/// The nodes at the other ends of `edges`.
std::vector<PartId> farEnds(const scene::Scene& scene, const std::vector<PartId>& edges,
                            bool tails) {
  std::vector<PartId> ends;
  for (const PartId& id : edges) {
    const scene::Item& edge = *scene.item(id);
    if (edge.kind == PartKind::Edge)
      ends.push_back(tails ? *edge.from : *edge.to);
  }
  return ends;
}

QString surroundings(const DiagramView& view, const scene::Item& item) {
  const scene::Scene& scene = *view.scene();
  if (item.kind == PartKind::Edge)
    return DiagramView::tr("From %1 to %2.")
        .arg(shownTitle(view, *item.from), shownTitle(view, *item.to));
  if (item.kind == PartKind::Group)
    return DiagramView::tr("Holds %1.").arg(titles(view, scene.neighbours(item.id)));
  QStringList sentences;
  const auto feeds = farEnds(scene, scene.upstream(item.id), true);
  const auto fed = farEnds(scene, scene.downstream(item.id), false);
  if (!feeds.empty())
    sentences.push_back(DiagramView::tr("Fed by %1.").arg(titles(view, feeds)));
  if (!fed.empty())
    sentences.push_back(DiagramView::tr("Feeds %1.").arg(titles(view, fed)));
  return sentences.join(QLatin1Char(' '));
}

/// One part as a screen reader sees it.
class AccessiblePart : public AccessibleItem {
 public:
  AccessiblePart(DiagramView* view, PartId part)
      : AccessibleItem(view), m_view(view), m_part(std::move(part)) {}

  [[nodiscard]] bool isValid() const override { return item() != nullptr; }
  [[nodiscard]] const PartId& part() const { return m_part; }

 protected:
  [[nodiscard]] QString name() const override { return shownTitle(*m_view, m_part); }
  [[nodiscard]] QString description() const override {
    const QString around = surroundings(*m_view, *item());
    return isHidden(*m_view, m_part) ? around : item()->description + QLatin1Char(' ') + around;
  }
  [[nodiscard]] QRectF box() const override { return m_view->toWidget().mapRect(item()->bounds); }
  [[nodiscard]] bool isGroup() const override { return item()->kind == PartKind::Group; }
  [[nodiscard]] bool isChosen() const override { return m_view->currentPart() == m_part; }

 private:
  [[nodiscard]] const scene::Item* item() const {
    return m_view->scene() == nullptr ? nullptr : m_view->scene()->item(m_part);
  }

  DiagramView* m_view;
  PartId m_part;
};

/// The view itself; owns its parts through Qt's table of interfaces.
class AccessibleView final : public QAccessibleWidget {
 public:
  explicit AccessibleView(DiagramView* view)
      : QAccessibleWidget(view, QAccessible::Graphic), m_view(view) {}
  AccessibleView(const AccessibleView&) = delete;
  AccessibleView& operator=(const AccessibleView&) = delete;
  ~AccessibleView() override { dropChildren(); }

  [[nodiscard]] int childCount() const override {
    return m_view->scene() == nullptr ? 0
                                      : static_cast<int>(m_view->scene()->readingOrder().size());
  }

  [[nodiscard]] QAccessibleInterface* child(int index) const override {
    if (index < 0 || index >= childCount())
      return nullptr;
    const std::vector<PartId>& order = m_view->scene()->readingOrder();
    if (m_parts != order) {
      dropChildren();
      m_parts = order;
      for (const PartId& part : order)
        m_children.push_back(
            QAccessible::registerAccessibleInterface(new AccessiblePart(m_view, part)));
    }
    return QAccessible::accessibleInterface(m_children[static_cast<std::size_t>(index)]);
  }

  [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override {
    const auto* part = dynamic_cast<const AccessiblePart*>(child);
    return part == nullptr ? -1 : indexOf(part->part());
  }

  [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override {
    const auto part = m_view->partAtWidget(m_view->mapFromGlobal(QPointF(x, y)));
    return part ? child(indexOf(*part)) : nullptr;
  }

  [[nodiscard]] QAccessibleInterface* focusChild() const override {
    const auto part = m_view->currentPart();
    return part ? child(indexOf(*part)) : nullptr;
  }

  [[nodiscard]] int indexOf(const PartId& part) const {
    const auto& order = m_view->scene()->readingOrder();
    const auto at = std::find(order.begin(), order.end(), part);
    return at == order.end() ? -1 : static_cast<int>(at - order.begin());
  }

  void dropChildren() const {
    for (const QAccessible::Id child : m_children)
      QAccessible::deleteAccessibleInterface(child);
    m_children.clear();
  }

 private:
  DiagramView* m_view;
  // Made when somebody asks: most people never do.
  mutable std::vector<QAccessible::Id> m_children;
  mutable std::vector<PartId> m_parts;  ///< whose children these are
};

QAccessibleInterface* make(const QString& /*key*/, QObject* object) {
  auto* view = qobject_cast<DiagramView*>(object);
  return view == nullptr ? nullptr : new AccessibleView(view);
}

}  // namespace

void DiagramAccessible::install() {
  static const bool kInstalled = (QAccessible::installFactory(make), true);
  Q_UNUSED(kInstalled)
}

void DiagramAccessible::announce(DiagramView* view, const PartId& part) {
  if (!QAccessible::isActive())
    return;
  auto* interface = dynamic_cast<AccessibleView*>(QAccessible::queryAccessibleInterface(view));
  if (interface != nullptr)
    announceItem(view, interface->indexOf(part));
}

}  // namespace phaseboard::ui
