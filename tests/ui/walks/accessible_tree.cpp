// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/walks/accessible_tree.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <QAbstractScrollArea>
#include <QDialog>
#include <QLayout>
#include <QMetaEnum>

#include "tests/ui/walks/walked_window.h"
#include "ui/bridge/text.h"
#include "ui/shell/screen.h"

namespace phaseboard::ui {
namespace {

std::string roleName(QAccessible::Role role) {
  const char* name = QMetaEnum::fromType<QAccessible::Role>().valueToKey(role);
  return name == nullptr ? std::to_string(role) : name;
}

std::string statesOf(const QAccessible::State& state) {
  std::string words;
  const auto add = [&](bool is, const char* word) {
    if (is)
      words += std::string(" ") + word;
  };
  add(state.focusable, "focusable");
  add(state.checkable, state.checked ? "checked" : "unchecked");
  add(state.expandable, state.expanded ? "expanded" : "collapsed");
  add(state.selected, "selected");
  add(state.disabled, "disabled");
  add(state.readOnly, "read-only");
  return words;
}

}  // namespace

AccessibleTree AccessibleTree::of(QWidget& root) {
  AccessibleTree tree;
  tree.visit(QAccessible::queryAccessibleInterface(&root), 0);
  if (qobject_cast<QDialog*>(&root) != nullptr)
    tree.checkOrder(root);
  return tree;
}

void AccessibleTree::dump(const std::string& name) const {
  if (const char* folder = std::getenv("PHASEBOARD_DUMP"))
    std::ofstream(std::filesystem::path(folder) / (name + ".txt")) << text;
}

/// What is read goes by the order of things, so the name of a field comes first, and a title before
/// what it is the title of.
void AccessibleTree::checkOrder(const QWidget& root) {
  for (QLayout* layout : root.findChildren<QLayout*>()) {
    const QObjectList& order = layout->parentWidget()->children();
    qsizetype last = -1;
    for (int at = 0; at < layout->count(); ++at) {
      QWidget* widget = layout->itemAt(at)->widget();
      if (widget == nullptr || !widget->isVisible())
        continue;
      if (order.indexOf(widget) < last)
        faults.push_back("read too early: " + describeWidget(widget));
      last = order.indexOf(widget);
    }
  }
}

void AccessibleTree::visit(QAccessibleInterface* item, int depth) {
  constexpr int kDeepest = 40;
  if (item == nullptr || !item->isValid() || item->state().invisible || depth > kDeepest)
    return;
  ++things;
  const std::string name = fromQt(item->text(QAccessible::Name).simplified().left(90));
  const std::string line = roleName(item->role()) + " \"" + name + '"' + statesOf(item->state());
  text.append(static_cast<std::size_t>(depth) * 2, ' ').append(line);
  if (const QString value = item->text(QAccessible::Value); !value.isEmpty())
    text += " = " + fromQt(value.simplified().left(90));
  if (const QString more = item->text(QAccessible::Description); !more.isEmpty())
    text += " (" + fromQt(more.simplified().left(90)) + ')';
  text += '\n';
  if (item->state().focusable)
    check(item, line);
  for (int i = 0; i < item->childCount(); ++i)
    visit(item->child(i), depth + 1);
}

void AccessibleTree::check(QAccessibleInterface* item, const std::string& line) {
  auto* widget = qobject_cast<QWidget*>(item->object());
  const std::string where = line + ' ' + (widget ? describeWidget(widget) : "");
  if (item->text(QAccessible::Name).trimmed().isEmpty())
    faults.push_back("no name: " + where);
  if (item->role() == QAccessible::ComboBox &&
      item->text(QAccessible::Name) == item->text(QAccessible::Value))
    faults.push_back("only its value: " + where);
  // Qt calls what it does not know a client; that is what an area that scrolls is.
  const bool isArea = qobject_cast<QAbstractScrollArea*>(widget) || qobject_cast<Screen*>(widget);
  if (item->role() == QAccessible::NoRole || (item->role() == QAccessible::Client && !isArea))
    faults.push_back("no role: " + where);
}

}  // namespace phaseboard::ui
