// SPDX-License-Identifier: Apache-2.0
#include "ui/study/key_point_list.h"

#include <algorithm>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/review/typed_answer.h"
#include "ui/bridge/text.h"
#include "ui/models/plain_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {
constexpr int kMostHeight = 280;
constexpr int kLeastHeight = 120;

QString gradeName(memory::Rating rating) {
  switch (rating) {
    case memory::Rating::Again:
      return KeyPointList::tr("Again");
    case memory::Rating::Hard:
      return KeyPointList::tr("Hard");
    case memory::Rating::Good:
      return KeyPointList::tr("Good");
    case memory::Rating::Easy:
      return KeyPointList::tr("Easy");
  }
  return {};
}

}  // namespace

/// A check box and the statement beside it.
class KeyPointList::Row : public QWidget {
 public:
  Row(const content::KeyPoint& point, const FormulaSource& formulas)
      : m_id(point.id),
        m_box(new QCheckBox),
        m_text(new TextBlock(formulas)),
        m_said(new Label(tr("in your text"), TextRole::Caption, Tone::Accent)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    m_text->setRole(TextRole::Small);
    m_text->setMarkdown(toQt(point.statement));
    m_box->setAccessibleName(plainText(toQt(point.statement)));
    row->addWidget(m_box, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_said, 0, Qt::AlignTop);
    m_said->setToolTip(
        tr("Your answer has the words of this point. Whether it says it is for you "
           "to judge."));
    m_said->hide();
  }
  void setSaid(bool said) {
    m_said->setVisible(said);
    m_box->setAccessibleDescription(said ? m_said->text() : QString());
  }
  [[nodiscard]] const ItemId& id() const { return m_id; }
  [[nodiscard]] QCheckBox* box() const { return m_box; }

 private:
  ItemId m_id;
  QCheckBox* m_box;
  TextBlock* m_text;
  Label* m_said;
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
  m_title->setElided(true);
  m_count = new Label(QString(), TextRole::Small, Tone::Muted);
  head->addWidget(m_title, 1);
  head->addWidget(m_count);
  card->column()->addLayout(head);
  m_head = card;
  auto* area = new QScrollArea(this);
  area->setWidgetResizable(true);
  area->setFocusPolicy(Qt::NoFocus);  // what lies on it is reached, and scrolls it
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* page = new QWidget;
  m_column = new QVBoxLayout(page);
  m_column->setContentsMargins(2, 4, 8, 4);
  m_column->setSpacing(10);
  area->setWidget(page);
  area->setMinimumHeight(kLeastHeight);  // large text must not push the foot over it
  atTextSize(area, [area] { area->setMaximumHeight(scaled(kMostHeight)); });
  area->hide();
  m_body = area;
  column->addWidget(card);
  column->addWidget(area);
  column->addWidget(makeFoot());
  connect(card, &Card::activated, this, [this] { setOpen(!m_open); });
}

QWidget* KeyPointList::makeFoot() {
  m_foot = new QWidget(this);
  auto* row = new QHBoxLayout(m_foot);
  row->setContentsMargins(2, 4, 0, 0);
  m_suggestion = new Label(QString(), TextRole::Small, Tone::Muted);
  m_suggestion->setObjectName(QStringLiteral("suggestedGrade"));
  m_suggestion->setElided(true);
  m_grade = makeButton(QString(), ButtonKind::Plain, m_foot);
  m_grade->setObjectName(QStringLiteral("gradePhase"));
  row->addWidget(m_suggestion, 1);
  row->addWidget(m_grade);
  connect(m_grade, &QPushButton::clicked, this, &KeyPointList::gradeRequested);
  m_foot->hide();
  return m_foot;
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

std::vector<ItemId> KeyPointList::ticked() const {
  std::vector<ItemId> ticked;
  for (const Row* row : m_rows)
    if (row->box()->isChecked())
      ticked.push_back(row->id());
  return ticked;
}

void KeyPointList::setSaid(const std::vector<ItemId>& said) {
  for (Row* row : m_rows)
    row->setSaid(std::find(said.begin(), said.end(), row->id()) != said.end());
}

void KeyPointList::setGradable(bool gradable) {
  m_isGradable = gradable;
  updateHead();
}

std::optional<memory::Rating> KeyPointList::suggested() const {
  const auto count = static_cast<int>(ticked().size());
  return count == 0 ? std::nullopt
                    : review::ratingFromTicks(count, static_cast<int>(m_rows.size()));
}

void KeyPointList::setOpen(bool open) {
  m_open = open;
  m_body->setVisible(open);
  updateHead();
  if (open)
    Q_EMIT opened();
}

void KeyPointList::updateHead() {
  m_count->setText(tr("%1 of %2").arg(ticked().size()).arg(m_rows.size()));
  m_title->setText(m_open ? tr("Which of these did you say?") : tr("Check against the key points"));
  const auto rating = suggested();
  m_foot->setVisible(m_open && m_isGradable);
  m_grade->setVisible(rating.has_value());
  m_suggestion->setText(rating ? tr("Suggested for “Answer this phase”")
                               : tr("Ticks suggest a grade for “Answer this phase”."));
  if (rating)
    m_grade->setText(tr("Grade as %1").arg(gradeName(*rating)));
}

}  // namespace phaseboard::ui
