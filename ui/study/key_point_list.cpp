// SPDX-License-Identifier: Apache-2.0
#include "ui/study/key_point_list.h"

#include <algorithm>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/models/plain_text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {
constexpr int kMostHeight = 280;
}

/// A check box and the statement beside it.
class KeyPointList::Row : public QWidget {
 public:
  Row(const content::KeyPoint& point, const FormulaSource& formulas)
      : m_id(point.id), m_box(new QCheckBox), m_text(new TextBlock(formulas)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    m_text->setRole(TextRole::Small);
    m_text->setMarkdown(toQt(point.statement));
    m_box->setAccessibleName(plainText(toQt(point.statement)));
    row->addWidget(m_box, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
  }
  [[nodiscard]] const ItemId& id() const { return m_id; }
  [[nodiscard]] QCheckBox* box() const { return m_box; }

 private:
  ItemId m_id;
  QCheckBox* m_box;
  TextBlock* m_text;
};

KeyPointList::KeyPointList(FormulaSource formulas, QWidget* parent)
    : QWidget(parent), m_formulas(std::move(formulas)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  auto* card = new Card(this);
  card->setInteractive(true);
  card->column()->setContentsMargins(14, 10, 14, 10);
  auto* head = new QHBoxLayout;
  m_title = new Label(tr("Check against the key points"), TextRole::Strong);
  m_count = new Label(QString(), TextRole::Small, Tone::Muted);
  head->addWidget(m_title, 1);
  head->addWidget(m_count);
  card->column()->addLayout(head);
  m_head = card;
  auto* area = new QScrollArea(this);
  area->setWidgetResizable(true);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* page = new QWidget;
  m_column = new QVBoxLayout(page);
  m_column->setContentsMargins(2, 4, 8, 4);
  m_column->setSpacing(10);
  area->setWidget(page);
  area->setMinimumHeight(scaled(kMostHeight));
  area->setMaximumHeight(scaled(kMostHeight));
  area->hide();
  m_body = area;
  column->addWidget(card);
  column->addWidget(area);
  connect(card, &Card::activated, this, [this] { setOpen(!m_open); });
}

void KeyPointList::setPoints(const std::vector<content::KeyPoint>& points) {
  for (Row* row : m_rows)
    row->deleteLater();
  m_rows.clear();
  while (QLayoutItem* item = m_column->takeAt(0))
    delete item;
  for (const content::KeyPoint& point : points) {
    auto* row = new Row(point, m_formulas);
    m_rows.push_back(row);
    m_column->addWidget(row);
    connect(row->box(), &QCheckBox::clicked, this, [this, row](bool ticked) {
      updateHead();
      Q_EMIT tickChanged(row->id(), ticked);
    });
  }
  m_column->addStretch(1);
  setVisible(!points.empty());
  setOpen(false);
}

void KeyPointList::setTicked(const std::vector<ItemId>& ticked) {
  for (Row* row : m_rows)
    row->box()->setChecked(std::find(ticked.begin(), ticked.end(), row->id()) != ticked.end());
  updateHead();
}

void KeyPointList::setOpen(bool open) {
  m_open = open;
  m_body->setVisible(open);
  updateHead();
}

void KeyPointList::updateHead() {
  const auto ticked = std::count_if(m_rows.begin(), m_rows.end(),
                                    [](const Row* row) { return row->box()->isChecked(); });
  m_count->setText(tr("%1 of %2").arg(ticked).arg(m_rows.size()));
  m_title->setText(m_open ? tr("Which of these did you say?") : tr("Check against the key points"));
}

}  // namespace phaseboard::ui
