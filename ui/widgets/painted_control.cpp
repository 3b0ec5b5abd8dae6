// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/painted_control.h"

#include <memory>
#include <utility>

#include <QAccessibleWidget>
#include <QComboBox>
#include <QLabel>
#include <QStringList>

#include "ui/widgets/accessible_item.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/spoken_fields.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

/// The words that stand in a control without a name of its own, from top to bottom.
QString wordsInside(const QWidget* control) {
  constexpr qsizetype kMostWords = 6;
  QStringList words;
  for (const QWidget* inside : control->findChildren<QWidget*>()) {
    const auto* label = qobject_cast<const QLabel*>(inside);
    const auto* text = qobject_cast<const TextBlock*>(inside);
    const QString said = label ? label->text() : (text ? text->plainText() : QString());
    if (!said.isEmpty() && !inside->isHidden() && words.size() < kMostWords)
      words.push_back(said);
  }
  return words.join(QStringLiteral(", "));
}

/// One item of a control.
class AccessibleChoice : public AccessibleItem, public QAccessibleActionInterface {
 public:
  AccessibleChoice(QWidget* widget, PaintedControl* control, int index)
      : AccessibleItem(widget), m_control(control), m_index(index) {}

  [[nodiscard]] bool isValid() const override {
    return m_index < static_cast<int>(m_control->spokenItems().size());
  }
  [[nodiscard]] int index() const { return m_index; }
  [[nodiscard]] QAccessible::Role role() const override { return m_control->spokenItemRole(); }
  void* interface_cast(QAccessible::InterfaceType type) override {
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                : nullptr;
  }

  [[nodiscard]] QStringList actionNames() const override {
    return m_control->isPressable() ? QStringList{pressAction()} : QStringList();
  }
  void doAction(const QString& action) override {
    if (action == pressAction() && isValid() && m_control->isPressable())
      m_control->press(m_index);
  }
  [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }

 protected:
  [[nodiscard]] QString name() const override { return item().name; }
  [[nodiscard]] QString description() const override { return {}; }
  [[nodiscard]] QRectF box() const override { return item().box; }
  [[nodiscard]] bool isGroup() const override { return false; }
  [[nodiscard]] bool isChosen() const override { return m_control->spokenCurrent() == m_index; }

 private:
  [[nodiscard]] PaintedItem item() const {
    return m_control->spokenItems().at(static_cast<std::size_t>(m_index));
  }

  PaintedControl* m_control;
  int m_index;
};

/// The control itself; owns its items through Qt's table of interfaces.
class AccessibleControl : public QAccessibleWidget {
 public:
  AccessibleControl(QWidget* widget, PaintedControl* control)
      : QAccessibleWidget(widget), m_control(control) {}
  /// For a widget that does not speak itself: `speaker` does.
  AccessibleControl(QWidget* widget, std::unique_ptr<PaintedControl> speaker)
      : QAccessibleWidget(widget), m_speaker(std::move(speaker)), m_control(m_speaker.get()) {}
  ~AccessibleControl() override { dropItems(); }
  AccessibleControl(const AccessibleControl&) = delete;
  AccessibleControl& operator=(const AccessibleControl&) = delete;

  [[nodiscard]] QAccessible::Role role() const override { return m_control->spokenRole(); }
  [[nodiscard]] QAccessible::State state() const override {
    QAccessible::State state = QAccessibleWidget::state();
    m_control->addSpokenState(state);
    return state;
  }
  [[nodiscard]] QString text(QAccessible::Text kind) const override {
    const QString said = QAccessibleWidget::text(kind);
    return kind == QAccessible::Name && said.isEmpty() && state().focusable ? wordsInside(widget())
                                                                            : said;
  }

  [[nodiscard]] int childCount() const override {
    return itemCount() > 0 ? itemCount() : QAccessibleWidget::childCount();
  }
  [[nodiscard]] QAccessibleInterface* child(int index) const override {
    if (itemCount() == 0)
      return QAccessibleWidget::child(index);
    return index >= 0 && index < itemCount() ? item(index) : nullptr;
  }
  [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override {
    const auto* choice = dynamic_cast<const AccessibleChoice*>(child);
    return choice ? choice->index() : QAccessibleWidget::indexOfChild(child);
  }
  [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override {
    const auto items = m_control->spokenItems();
    const QPoint here = widget()->mapFromGlobal(QPoint(x, y));
    for (std::size_t i = 0; i < items.size(); ++i)
      if (items[i].box.contains(here))
        return item(static_cast<int>(i));
    return items.empty() ? QAccessibleWidget::childAt(x, y) : nullptr;
  }
  [[nodiscard]] QAccessibleInterface* focusChild() const override {
    const int current = m_control->spokenCurrent();
    return current >= 0 && current < itemCount() ? item(current) : QAccessibleWidget::focusChild();
  }

  [[nodiscard]] QStringList actionNames() const override {
    const bool isButton = m_control->isPressable() && itemCount() == 0;
    return isButton ? QStringList{pressAction()} + QAccessibleWidget::actionNames()
                    : QAccessibleWidget::actionNames();
  }
  void doAction(const QString& action) override {
    if (action == pressAction() && widget()->isEnabled() && m_control->isPressable())
      m_control->press(-1);
    else
      QAccessibleWidget::doAction(action);
  }

 private:
  [[nodiscard]] int itemCount() const { return static_cast<int>(m_control->spokenItems().size()); }

  [[nodiscard]] QAccessibleInterface* item(int index) const {
    const auto at = static_cast<std::size_t>(index);
    while (m_items.size() <= at)
      m_items.push_back(QAccessible::registerAccessibleInterface(
          new AccessibleChoice(widget(), m_control, static_cast<int>(m_items.size()))));
    return QAccessible::accessibleInterface(m_items[at]);
  }

  void dropItems() const {
    for (const QAccessible::Id known : m_items)
      QAccessible::deleteAccessibleInterface(known);
    m_items.clear();
  }

  std::unique_ptr<PaintedControl> m_speaker;
  PaintedControl* m_control;
  mutable std::vector<QAccessible::Id> m_items;  ///< made when somebody asks
};

/// A card that can be pressed is a button; another one only holds things together.
class CardSpeaker : public PaintedControl {
 public:
  explicit CardSpeaker(Card* card) : m_card(card) {}
  [[nodiscard]] QAccessible::Role spokenRole() const override {
    return isPressable() ? QAccessible::Button : QAccessible::Grouping;
  }
  void addSpokenState(QAccessible::State& state) const override {
    state.selected = m_card->isChosen();
  }
  [[nodiscard]] bool isPressable() const override { return m_card->focusPolicy() != Qt::NoFocus; }
  void press(int) override { Q_EMIT m_card->activated(); }

 private:
  Card* m_card;
};

/// Text is text; with links in it, it can be reached by Tab.
class TextSpeaker : public PaintedControl {
 public:
  explicit TextSpeaker(const TextBlock* text) : m_text(text) {}
  [[nodiscard]] QAccessible::Role spokenRole() const override {
    const bool hasLinks = (m_text->focusPolicy() & Qt::TabFocus) != 0;
    return hasLinks ? QAccessible::Paragraph : QAccessible::StaticText;
  }

 private:
  const TextBlock* m_text;
};

QAccessibleInterface* makeControl(const QString& /*key*/, QObject* object) {
  auto* widget = qobject_cast<QWidget*>(object);
  if (widget == nullptr)
    return nullptr;
  if (auto* control = dynamic_cast<PaintedControl*>(object))
    return new AccessibleControl(widget, control);
  if (auto* card = qobject_cast<Card*>(object))
    return new AccessibleControl(widget, std::make_unique<CardSpeaker>(card));
  if (const auto* text = qobject_cast<TextBlock*>(object))
    return new AccessibleControl(widget, std::make_unique<TextSpeaker>(text));
  if (auto* box = qobject_cast<QComboBox*>(object))
    return makeSpokenComboBox(box);
  if (auto* label = qobject_cast<Label*>(object); label && label->isHeading())
    return makeSpokenHeading(label);
  return nullptr;
}

/// Tells of the state that `mark` sets.
template <typename Mark>
void announceChange(QWidget* control, Mark mark) {
  if (!QAccessible::isActive())
    return;
  QAccessible::State changed;
  mark(changed);
  QAccessibleStateChangeEvent event(control, changed);
  QAccessible::updateAccessibility(&event);
}

}  // namespace

void PaintedControl::install() {
  static const bool kInstalled = (QAccessible::installFactory(makeControl), true);
  Q_UNUSED(kInstalled)
}

void announceCurrent(QWidget* control) {
  const auto* painted = dynamic_cast<PaintedControl*>(control);
  if (QAccessible::isActive() && control->hasFocus() && painted && painted->spokenCurrent() >= 0)
    announceItem(control, painted->spokenCurrent());
}

void announceChecked(QWidget* control) {
  announceChange(control, [](QAccessible::State& state) { state.checked = true; });
}

void announceChosen(QWidget* control) {
  announceChange(control, [](QAccessible::State& state) { state.selected = true; });
}

void announceExpanded(QWidget* control) {
  announceChange(control, [](QAccessible::State& state) { state.expanded = true; });
}

}  // namespace phaseboard::ui
