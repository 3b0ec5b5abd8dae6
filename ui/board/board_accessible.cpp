// SPDX-License-Identifier: Apache-2.0
#include "ui/board/board_accessible.h"

#include <algorithm>
#include <map>
#include <vector>

#include <QAccessible>
#include <QAccessibleWidget>
#include <QStringList>

#include "ui/board/board_canvas.h"
#include "ui/board/board_words.h"
#include "ui/bridge/text.h"
#include "ui/widgets/accessible_item.h"

namespace phaseboard::ui {
namespace {

QString nameOfPart(const board::Document& document, board::ElementId id) {
  const auto* part = document.find<board::Part>(id);
  return part && !part->name.empty() ? toQt(part->name) : BoardCanvas::tr("Part without a name");
}

QString nameOfElement(const board::Document& document, const board::Element& element) {
  if (std::holds_alternative<board::Part>(element))
    return nameOfPart(document, board::idOf(element));
  if (const auto* edge = std::get_if<board::Edge>(&element)) {
    const QString ends = BoardCanvas::tr("From %1 to %2")
                             .arg(nameOfPart(document, edge->from), nameOfPart(document, edge->to));
    return edge->label.empty() ? ends : QStringLiteral("%1: %2").arg(ends, toQt(edge->label));
  }
  if (const auto* group = std::get_if<board::Group>(&element))
    return group->name.empty() ? BoardCanvas::tr("Group without a name") : toQt(group->name);
  if (const auto* text = std::get_if<board::Text>(&element))
    return toQt(text->text);
  return BoardCanvas::tr("Drawn by hand");
}

QString tiesOfPart(const board::Document& document, board::ElementId part) {
  QStringList feeds;
  QStringList fed;
  for (const board::Edge* edge : document.all<board::Edge>()) {
    if (edge->to == part)
      feeds.push_back(nameOfPart(document, edge->from));
    if (edge->from == part)
      fed.push_back(nameOfPart(document, edge->to));
  }
  QStringList sentences;
  if (!feeds.isEmpty())
    sentences.push_back(BoardCanvas::tr("Fed by %1.").arg(feeds.join(QStringLiteral(", "))));
  if (!fed.isEmpty())
    sentences.push_back(BoardCanvas::tr("Feeds %1.").arg(fed.join(QStringLiteral(", "))));
  return sentences.join(u' ');
}

QString describeElement(const board::Document& document, const board::Element& element) {
  QStringList sentences;
  if (const auto* part = std::get_if<board::Part>(&element)) {
    sentences.push_back(kindWords(part->kind) + u'.');
    sentences.push_back(tiesOfPart(document, part->id));
  } else if (const auto* edge = std::get_if<board::Edge>(&element)) {
    sentences.push_back(kindWords(edge->kind) + u'.');
  } else if (const auto* group = std::get_if<board::Group>(&element)) {
    QStringList names;
    for (const board::ElementId id : document.inside(*group))
      if (document.find<board::Part>(id))
        names.push_back(nameOfPart(document, id));
    sentences.push_back(BoardCanvas::tr("Holds %1.").arg(names.join(QStringLiteral(", "))));
  }
  if (const auto group = document.groupOf(board::idOf(element)))
    sentences.push_back(
        BoardCanvas::tr("In %1.").arg(nameOfElement(document, *document.find(*group))));
  return sentences.join(u' ').trimmed();
}

/// One element as a screen reader sees it.
class AccessibleElement : public AccessibleItem {
 public:
  AccessibleElement(BoardCanvas* canvas, board::ElementId id)
      : AccessibleItem(canvas), m_canvas(canvas), m_id(id) {}

  [[nodiscard]] bool isValid() const override { return element() != nullptr; }
  [[nodiscard]] board::ElementId id() const { return m_id; }

 protected:
  [[nodiscard]] QString name() const override {
    return nameOfElement(m_canvas->document(), *element());
  }
  [[nodiscard]] QString description() const override {
    return describeElement(m_canvas->document(), *element());
  }
  [[nodiscard]] QRectF box() const override {
    return m_canvas->toWidget().mapRect(m_canvas->boundsOf(m_id));
  }
  [[nodiscard]] bool isGroup() const override {
    return std::holds_alternative<board::Group>(*element());
  }
  [[nodiscard]] bool isChosen() const override { return m_canvas->selection().contains(m_id); }

 private:
  [[nodiscard]] const board::Element* element() const { return m_canvas->document().find(m_id); }

  BoardCanvas* m_canvas;
  board::ElementId m_id;
};

/// The canvas itself; owns its elements through Qt's table of interfaces.
class AccessibleCanvas : public QAccessibleWidget {
 public:
  explicit AccessibleCanvas(BoardCanvas* canvas)
      : QAccessibleWidget(canvas, QAccessible::Canvas), m_canvas(canvas) {}
  AccessibleCanvas(const AccessibleCanvas&) = delete;
  AccessibleCanvas& operator=(const AccessibleCanvas&) = delete;

  [[nodiscard]] int childCount() const override {
    return static_cast<int>(m_canvas->document().elements().size());
  }

  [[nodiscard]] QAccessibleInterface* child(int index) const override {
    const auto order = m_canvas->readingOrder();
    if (index < 0 || index >= static_cast<int>(order.size()))
      return nullptr;
    const board::ElementId id = order[static_cast<std::size_t>(index)];
    const auto [known, isNew] = m_children.try_emplace(id);
    if (isNew)
      known->second = QAccessible::registerAccessibleInterface(new AccessibleElement(m_canvas, id));
    return QAccessible::accessibleInterface(known->second);
  }

  [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override {
    const auto* element = dynamic_cast<const AccessibleElement*>(child);
    return element == nullptr ? -1 : indexOf(element->id());
  }

  [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override {
    const auto element = m_canvas->elementAt(m_canvas->mapFromGlobal(QPointF(x, y)));
    return element ? child(indexOf(*element)) : nullptr;
  }

  [[nodiscard]] QAccessibleInterface* focusChild() const override {
    const board::Selection& selection = m_canvas->selection();
    return selection.empty() ? nullptr : child(indexOf(*selection.begin()));
  }

  [[nodiscard]] int indexOf(board::ElementId id) const {
    const auto order = m_canvas->readingOrder();
    const auto at = std::find(order.begin(), order.end(), id);
    return at == order.end() ? -1 : static_cast<int>(at - order.begin());
  }

 protected:
  ~AccessibleCanvas() override {
    for (const auto& [id, child] : m_children)
      QAccessible::deleteAccessibleInterface(child);
  }

 private:
  BoardCanvas* m_canvas;
  // Made when somebody asks: most people never do.
  mutable std::map<board::ElementId, QAccessible::Id> m_children;
};

QAccessibleInterface* makeCanvas(const QString& /*key*/, QObject* object) {
  auto* canvas = qobject_cast<BoardCanvas*>(object);
  return canvas == nullptr ? nullptr : new AccessibleCanvas(canvas);
}

}  // namespace

void BoardAccessible::install() {
  static const bool kInstalled = (QAccessible::installFactory(makeCanvas), true);
  Q_UNUSED(kInstalled)
}

void BoardAccessible::announce(BoardCanvas* canvas, board::ElementId element) {
  if (!QAccessible::isActive())
    return;
  auto* interface = dynamic_cast<AccessibleCanvas*>(QAccessible::queryAccessibleInterface(canvas));
  if (interface != nullptr)
    announceItem(canvas, interface->indexOf(element));
}

}  // namespace phaseboard::ui
