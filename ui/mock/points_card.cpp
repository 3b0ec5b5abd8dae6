// SPDX-License-Identifier: Apache-2.0
#include "ui/mock/points_card.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/mock/lit_text.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {

PointsCard::PointsCard(QWidget* head, const QString& empty, const std::string& text,
                       const std::vector<ops::PointReport>& points,
                       const std::vector<Statement>& statements, const FormulaSource& formulas,
                       QWidget* parent)
    : Card(parent) {
  column()->addWidget(head);
  auto* row = new QHBoxLayout;
  row->setSpacing(2 * kGrid);
  auto* written = new QVBoxLayout;
  if (text.empty()) {
    auto* nothing = new Label(empty, TextRole::Small, Tone::Muted, this);
    nothing->setWordWrap(true);
    written->addWidget(nothing);
  } else {
    m_text = new LitText(this);
    std::vector<std::vector<mock::Span>> spans;
    spans.reserve(points.size());
    for (const ops::PointReport& point : points)
      spans.push_back(point.mention.spans);
    m_text->setText(text, spans);
    written->addWidget(m_text);
  }
  written->addStretch(1);
  row->addLayout(written, 2);
  auto* expected = new QVBoxLayout;
  expected->setSpacing(2);
  for (std::size_t i = 0; i < points.size(); ++i)
    expected->addWidget(makePoint(points[i], statements[i], formulas, static_cast<int>(i)));
  expected->addStretch(1);
  row->addLayout(expected, 3);
  column()->addLayout(row);
}

QWidget* PointsCard::makePoint(const ops::PointReport& point, const Statement& statement,
                               const FormulaSource& formulas, int index) {
  auto* row = new Card(this);
  row->setFlat(true);
  row->column()->setContentsMargins(kGrid, 4, kGrid, 4);
  auto* line = new QHBoxLayout;
  line->setSpacing(10);
  auto* box = new QCheckBox(row);
  box->setObjectName(QStringLiteral("mockTick"));
  box->setChecked(point.isTicked);
  auto* words = new TextBlock(formulas, row);
  words->setMarkdown(statement.markdown);
  box->setAccessibleName(words->plainText());
  line->addWidget(box, 0, Qt::AlignTop);
  line->addWidget(words, 1);
  if (point.mention.isFound)
    line->addWidget(new Chip(tr("found"), style::Role::Metric, row), 0, Qt::AlignTop);
  if (!statement.mark.isEmpty())
    line->addWidget(new Chip(statement.mark, style::Role::Data, row), 0, Qt::AlignTop);
  row->column()->addLayout(line);
  m_boxes.emplace_back(point.id, box);
  connect(box, &QCheckBox::toggled, this,
          [this, id = point.id](bool isTicked) { Q_EMIT ticked(id, isTicked); });
  if (m_text)
    connect(row, &Card::hovered, m_text,
            [text = m_text, index](bool over) { text->emphasise(over ? index : -1); });
  return row;
}

void PointsCard::setTicks(const std::set<std::string>& ticked) {
  for (const auto& [id, box] : m_boxes) {
    const QSignalBlocker quiet(box);
    box->setChecked(ticked.contains(id));
  }
}

}  // namespace phaseboard::ui
