// SPDX-License-Identifier: Apache-2.0
#include "ui/mock/miss_list.h"

#include <algorithm>
#include <utility>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

constexpr std::size_t kMostShownMisses = 40;

Label* missAdvice(const QString& text) {
  auto* label = new Label(text, TextRole::Small, Tone::Muted);
  label->setWordWrap(true);
  return label;
}

}  // namespace

MissList::MissList(FormulaSource formulas, QWidget* parent)
    : Card(parent),
      m_formulas(std::move(formulas)),
      m_lines(new QVBoxLayout),
      m_confirm(makeButton({}, ButtonKind::Primary, this)) {
  column()->addWidget(new Label(tr("Ask me what I missed"), TextRole::Heading));
  column()->addWidget(
      missAdvice(tr("Chosen prompts count as not known, and come back in review today.")));
  m_lines->setSpacing(6);
  column()->addLayout(m_lines);
  m_confirm->setObjectName(QStringLiteral("confirmDebrief"));
  connect(m_confirm, &QPushButton::clicked, this, &MissList::confirm);
  column()->addWidget(m_confirm, 0, Qt::AlignLeft);
}

void MissList::setReport(const ops::MockReport& report) {
  while (QLayoutItem* item = m_lines->takeAt(0)) {
    if (item->widget()) {
      item->widget()->hide();
      item->widget()->deleteLater();
    }
    delete item;
  }
  m_chosen.clear();
  const bool isFirst = !report.info.outcome;
  const std::size_t shown = std::min(kMostShownMisses, report.misses.size());
  for (std::size_t i = 0; i < shown; ++i)
    addLine(report.misses[i],
            isFirst && i < kMostChosen && !m_refused.contains(report.misses[i].prompt.id));
  if (shown == 0)
    m_lines->addWidget(missAdvice(tr("Nothing was missed.")));
  else if (shown < report.misses.size())
    m_lines->addWidget(missAdvice(tr("%1 more are not listed.").arg(report.misses.size() - shown)));
  const bool isKept = !isFirst && report.info.outcome->covered == report.outcome.covered &&
                      report.info.outcome->level == report.outcome.level;
  m_confirm->setText(isFirst  ? tr("Confirm the debrief")
                     : isKept ? tr("Debrief confirmed")
                              : tr("Confirm it again"));
  m_confirm->setEnabled(!isKept);
}

void MissList::addLine(const ops::MissedPrompt& miss, bool isChosen) {
  auto* line = new QWidget(this);
  auto* row = new QHBoxLayout(line);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(10);
  auto* box = new QCheckBox(line);
  box->setObjectName(QStringLiteral("mockMiss"));
  box->setChecked(isChosen);
  auto* words = new TextBlock(m_formulas, line);
  const bool isOfNote = miss.prompt.kind == review::PromptKind::KeyPoint;
  words->setMarkdown(isOfNote ? toQt(miss.about) : tr("On the board: %1").arg(toQt(miss.about)));
  box->setAccessibleName(words->plainText());
  row->addWidget(box, 0, Qt::AlignTop);
  row->addWidget(words, 1);
  m_lines->addWidget(line);
  m_chosen.emplace_back(box, miss.prompt);
  connect(box, &QCheckBox::toggled, this, [this, id = miss.prompt.id](bool isWanted) {
    if (isWanted)
      m_refused.erase(id);
    else
      m_refused.insert(id);
  });
}

void MissList::confirm() {
  if (!m_confirm->isEnabled())
    return;
  std::vector<ops::ConfirmedGrade> misses;
  for (const auto& [box, prompt] : m_chosen)
    if (box->isChecked())
      misses.push_back({prompt, memory::Rating::Again});
  Q_EMIT confirmed(misses);
}

}  // namespace phaseboard::ui
