// SPDX-License-Identifier: Apache-2.0
#include "ui/mock/board_comparison.h"

#include <QVBoxLayout>

#include "ui/board/rebuild_findings.h"
#include "ui/widgets/diagram_view.h"

namespace phaseboard::ui {
namespace {

constexpr int kComparisonHeight = 420;

}  // namespace

BoardComparison::BoardComparison(QWidget* parent)
    : QWidget(parent),
      m_view(new DiagramView(this)),
      m_words(new Label({}, TextRole::Small, Tone::Normal, this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGrid);
  atTextSize(m_view, [this] { m_view->setFixedHeight(scaled(kComparisonHeight)); });
  column->addWidget(m_view);
  m_words->setObjectName(QStringLiteral("boardFindings"));
  m_words->setWordWrap(true);
  column->addWidget(m_words);
}

void BoardComparison::show(const ops::BoardReport& report) {
  showRebuild(*m_view, report.reference, report.document, report.difference);
  const QStringList lines = comparisonLines(report);
  m_words->setText(lines.isEmpty() ? tr("Everything is there, and nothing else.")
                                   : lines.join(QStringLiteral("\n")));
}

QStringList comparisonLines(const ops::BoardReport& report) {
  QStringList lines;
  for (const RebuildFinding& finding :
       rebuildFindings(report.reference, report.document, report.difference))
    lines.push_back(BoardComparison::tr("%1: %2").arg(finding.heading,
                                                      finding.words.join(QStringLiteral(", "))));
  return lines;
}

}  // namespace phaseboard::ui
