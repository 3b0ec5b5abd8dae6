// SPDX-License-Identifier: Apache-2.0
#include "ui/board/rebuild_result.h"

#include <cmath>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/board/rebuild_findings.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/diagram_view.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segments.h"

namespace phaseboard::ui {
namespace {

constexpr int kPanelWidth = 380;

void clear(QLayout* layout) {
  while (QLayoutItem* item = layout->takeAt(0)) {
    delete item->widget();
    delete item;
  }
}

}  // namespace

RebuildResult::RebuildResult(QWidget* parent)
    : QWidget(parent),
      m_view(new DiagramView(this)),
      m_score(new Label({}, TextRole::Display)),
      m_sentence(new Label({}, TextRole::Body, Tone::Muted)),
      m_findings(new QVBoxLayout),
      m_grades(new QVBoxLayout),
      m_confirm(makeButton(tr("Confirm the grades"), ButtonKind::Primary, this)),
      m_review(makeButton(tr("Go on with the review"), ButtonKind::Primary, this)),
      m_again(makeButton(tr("Rebuild it again"), ButtonKind::Plain, this)),
      m_back(makeButton(tr("Back to the board"), ButtonKind::Plain, this)) {
  setObjectName(QStringLiteral("rebuildResult"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(m_view, 1);
  auto* area = new QScrollArea(this);
  area->setWidgetResizable(true);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  atTextSize(area, [area] { area->setFixedWidth(scaled(kPanelWidth)); });
  auto* panel = new QWidget;
  auto* column = new QVBoxLayout(panel);
  column->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 3 * kGrid);
  column->setSpacing(kGrid);
  m_sentence->setWordWrap(true);
  column->addWidget(m_score);
  column->addWidget(m_sentence);
  column->addSpacing(kGrid);
  m_findings->setSpacing(4);
  column->addLayout(m_findings);
  column->addSpacing(kGrid);
  m_grades->setSpacing(6);
  column->addLayout(m_grades);
  column->addSpacing(kGrid);
  m_confirm->setObjectName(QStringLiteral("confirmRebuild"));
  column->addWidget(m_confirm);
  auto* study = makeButton(tr("Open the figure in Study"), ButtonKind::Quiet, panel);
  m_review->setObjectName(QStringLiteral("goOnReviewing"));
  m_again->setObjectName(QStringLiteral("rebuildAgain"));
  m_back->setObjectName(QStringLiteral("backToBoard"));
  column->addWidget(m_review);
  column->addWidget(m_again);
  column->addWidget(m_back);
  column->addWidget(study);
  column->addStretch(1);
  area->setWidget(panel);
  row->addWidget(area);
  connect(m_confirm, &QPushButton::clicked, this, &RebuildResult::confirm);
  connect(m_review, &QPushButton::clicked, this, &RebuildResult::reviewRequested);
  connect(m_again, &QPushButton::clicked, this, &RebuildResult::againRequested);
  connect(m_back, &QPushButton::clicked, this, &RebuildResult::backRequested);
  connect(study, &QPushButton::clicked, this, &RebuildResult::studyRequested);
}

void RebuildResult::showResult(const content::Diagram& reference, const board::Document& document,
                               const ops::RebuildJudgement& judgement, bool isGraded) {
  m_judgement = judgement;
  // A score is not rounded up to what was not reached.
  m_score->setText(tr("%1 %").arg(static_cast<int>(std::floor(judgement.score * 100 + 1e-9))));
  showRebuild(*m_view, reference, document, judgement.difference);
  listFindings(reference, document);
  listGrades(reference, isGraded);
}

void RebuildResult::addFindings(const QString& heading, Tone tone, const QStringList& words) {
  m_findings->addWidget(new Label(heading, TextRole::Strong, tone));
  for (const QString& word : words) {
    auto* line = new Label(word, TextRole::Small);
    line->setWordWrap(true);
    line->setContentsMargins(kGrid, 0, 0, 0);
    m_findings->addWidget(line);
  }
}

void RebuildResult::listFindings(const content::Diagram& reference,
                                 const board::Document& document) {
  clear(m_findings);
  const graphs::GraphDifference& found = m_judgement.difference;
  for (const RebuildFinding& finding : rebuildFindings(reference, document, found))
    addFindings(finding.heading, finding.tone, finding.words);
  const auto right = static_cast<int>(found.common.size() - found.edges.reversed.size() -
                                      found.edges.relabelled.size() - found.misplaced.size());
  m_sentence->setText(m_findings->isEmpty()
                          ? tr("Everything is there, and nothing else.")
                          : tr("%n part(s) and connection(s) are right.", nullptr, right));
}

void RebuildResult::listGrades(const content::Diagram& reference, bool isGraded) {
  clear(m_grades);
  m_whole = nullptr;
  m_parts.clear();
  m_confirm->setVisible(!isGraded);
  m_review->setVisible(isGraded && m_isAsked);
  m_again->setVisible(isGraded);
  m_back->setText(isGraded ? tr("Look at the board") : tr("Back to the board"));
  setFocusProxy(!isGraded ? m_confirm : m_isAsked ? m_review : m_again);
  if (isGraded) {
    auto* done =
        new Label(tr("The grades of this rebuild were confirmed."), TextRole::Small, Tone::Muted);
    done->setWordWrap(true);
    m_grades->addWidget(done);
    return;
  }
  for (std::size_t i = 0; i < m_judgement.grades.size(); ++i) {
    const ops::SuggestedGrade& grade = m_judgement.grades[i];
    if (!grade.part) {
      m_grades->addWidget(new Label(tr("The figure as a whole"), TextRole::Strong));
      m_whole = new Segments({tr("Again"), tr("Hard"), tr("Good"), tr("Easy")}, this);
      m_whole->setObjectName(QStringLiteral("wholeGrade"));
      m_whole->setAccessibleName(tr("Grade of the figure as a whole"));
      m_whole->setCurrent(memory::number(grade.rating) - 1);
      m_grades->addWidget(m_whole, 0, Qt::AlignLeft);
      continue;
    }
    if (m_parts.empty())
      m_grades->addWidget(new Label(tr("Ask me again soon"), TextRole::Strong));
    auto* box = new QCheckBox(partWords(reference, *grade.part), this);
    box->setChecked(true);
    m_grades->addWidget(box);
    m_parts.emplace_back(box, i);
  }
}

void RebuildResult::confirm() {
  std::vector<ops::ConfirmedGrade> grades;
  if (m_whole)
    grades.push_back(
        {m_judgement.grades.front().prompt, *memory::ratingFromNumber(m_whole->current() + 1)});
  for (const auto& [box, place] : m_parts)
    if (box->isChecked())
      grades.push_back({m_judgement.grades[place].prompt, m_judgement.grades[place].rating});
  Q_EMIT confirmed(m_judgement.score, grades);
}

}  // namespace phaseboard::ui
