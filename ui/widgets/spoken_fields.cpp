// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/spoken_fields.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QComboBox>

#include "ui/widgets/label.h"

namespace phaseboard::ui {
namespace {

class SpokenComboBox : public QAccessibleWidget {
 public:
  explicit SpokenComboBox(QComboBox* box)
      : QAccessibleWidget(box, QAccessible::ComboBox), m_box(box) {}

  [[nodiscard]] QString text(QAccessible::Text kind) const override {
    if (kind == QAccessible::Value)
      return m_box->currentText();
    const QString said = QAccessibleWidget::text(kind);
    return kind == QAccessible::Name && said.isEmpty() ? m_box->currentText() : said;
  }
  [[nodiscard]] QAccessible::State state() const override {
    QAccessible::State state = QAccessibleWidget::state();
    state.expandable = state.hasPopup = true;
    state.expanded = m_box->view()->isVisible();
    state.collapsed = !state.expanded;
    return state;
  }

  [[nodiscard]] int childCount() const override { return 1; }
  [[nodiscard]] QAccessibleInterface* child(int index) const override {
    return index == 0 ? QAccessible::queryAccessibleInterface(m_box->view()) : nullptr;
  }
  [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override {
    return child != nullptr && child->object() == m_box->view() ? 0 : -1;
  }

  [[nodiscard]] QStringList actionNames() const override {
    return QStringList{showMenuAction(), pressAction()} + QAccessibleWidget::actionNames();
  }
  void doAction(const QString& action) override {
    if (action != showMenuAction() && action != pressAction())
      return QAccessibleWidget::doAction(action);
    if (!m_box->isEnabled())
      return;
    if (m_box->view()->isVisible())
      m_box->hidePopup();
    else
      m_box->showPopup();
  }

 private:
  QComboBox* m_box;
};

class SpokenHeading : public QAccessibleWidget {
 public:
  explicit SpokenHeading(Label* label)
      : QAccessibleWidget(label, QAccessible::Heading), m_label(label) {}

  [[nodiscard]] QString text(QAccessible::Text kind) const override {
    const QString said = QAccessibleWidget::text(kind);
    return kind == QAccessible::Name && said.isEmpty() ? m_label->text() : said;
  }

 private:
  Label* m_label;
};

}  // namespace

QAccessibleInterface* makeSpokenComboBox(QComboBox* box) {
  return new SpokenComboBox(box);
}

QAccessibleInterface* makeSpokenHeading(Label* label) {
  return new SpokenHeading(label);
}

}  // namespace phaseboard::ui
