// SPDX-License-Identifier: Apache-2.0
#include "ui/review/tick_list.h"

#include <algorithm>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/models/plain_text.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {

/// A check box and the statement beside it.
class TickList::Row : public QWidget {
 public:
  Row(const content::KeyPoint& point, const FormulaSource& formulas, QWidget* parent)
      : QWidget(parent), m_id(point.id), m_box(new QCheckBox(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    auto* text = new TextBlock(formulas, this);
    text->setMarkdown(toQt(point.statement));
    m_box->setObjectName(QStringLiteral("tick"));
    m_box->setAccessibleName(plainText(toQt(point.statement)));
    row->addWidget(m_box, 0, Qt::AlignTop);
    row->addWidget(text, 1);
  }
  [[nodiscard]] const ItemId& id() const { return m_id; }
  [[nodiscard]] QCheckBox* box() const { return m_box; }

 private:
  ItemId m_id;
  QCheckBox* m_box;
};

TickList::TickList(FormulaSource formulas, QWidget* parent)
    : QWidget(parent),
      m_formulas(std::move(formulas)),
      m_column(new QVBoxLayout(this)),
      m_count(new Label(QString(), TextRole::Small, Tone::Muted, this)) {
  setAccessibleName(tr("Key points"));
  m_count->setObjectName(QStringLiteral("tickCount"));
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(10);
  auto* head = new QHBoxLayout;
  head->addWidget(
      new Label(tr("Which of these did you cover?"), TextRole::Strong, Tone::Normal, this), 1);
  head->addWidget(m_count);
  m_column->addLayout(head);
}

void TickList::setPoints(const std::vector<content::KeyPoint>& points) {
  for (Row* row : m_rows)
    delete row;
  m_rows.clear();
  for (const content::KeyPoint& point : points) {
    auto* row = new Row(point, m_formulas, this);
    m_column->addWidget(row);
    row->box()->installEventFilter(this);
    connect(row->box(), &QCheckBox::toggled, this, [this] {
      updateCount();
      Q_EMIT tickChanged();
    });
    m_rows.push_back(row);
  }
  updateCount();
}

std::vector<ItemId> TickList::ticked() const {
  std::vector<ItemId> items;
  for (const Row* row : m_rows)
    if (row->box()->isChecked())
      items.push_back(row->id());
  return items;
}

bool TickList::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress)
    return QWidget::eventFilter(watched, event);
  const int key = static_cast<QKeyEvent*>(event)->key();
  if (key != Qt::Key_Up && key != Qt::Key_Down)
    return QWidget::eventFilter(watched, event);
  const auto at = std::find_if(m_rows.begin(), m_rows.end(),
                               [&](const Row* row) { return row->box() == watched; });
  const auto next = at - m_rows.begin() + (key == Qt::Key_Down ? 1 : -1);
  if (next >= 0 && next < count())
    m_rows[static_cast<std::size_t>(next)]->box()->setFocus();
  return true;
}

void TickList::start() {
  if (!m_rows.empty())
    m_rows.front()->box()->setFocus();
}

void TickList::updateCount() {
  m_count->setText(tr("%1 of %2").arg(ticked().size()).arg(m_rows.size()));
}

}  // namespace phaseboard::ui
