// SPDX-License-Identifier: Apache-2.0
#include "ui/workbench/problem_list.h"

#include <algorithm>

#include <QListWidget>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {

using namespace Qt::StringLiterals;

ProblemList::ProblemList(QWidget* parent)
    : QWidget(parent),
      m_head(new Label(QString(), TextRole::Small, Tone::Muted)),
      m_list(new QListWidget(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, kGrid);
  column->setSpacing(4);
  m_head->setObjectName(u"problemHead"_s);
  m_list->setObjectName(u"problemList"_s);
  m_list->setAccessibleName(tr("Problems"));
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setWordWrap(true);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  column->addWidget(m_head);
  column->addWidget(m_list, 1);
  connect(m_list, &QListWidget::itemActivated, this, [this] { choose(m_list->currentRow()); });
  connect(m_list, &QListWidget::itemClicked, this, [this] { choose(m_list->currentRow()); });
  updateHead();
}

void ProblemList::setBusy(bool isBusy) {
  m_isBusy = isBusy;
  updateHead();
}

void ProblemList::setProblems(const Diagnostics& problems) {
  if (problems == m_problems)
    return updateHead();
  m_problems = problems;
  const int row = m_list->currentRow();
  m_list->clear();
  for (const Diagnostic& problem : problems) {
    const QString place = problem.line > 0 ? u"%1:%2"_s.arg(toQt(problem.file)).arg(problem.line)
                                           : toQt(problem.file);
    auto* item = new QListWidgetItem(place + u"  "_s + toQt(problem.message), m_list);
    item->setToolTip(toQt(problem.message));
  }
  if (!problems.empty())
    m_list->setCurrentRow(std::clamp(row, 0, count() - 1));
  updateHead();
}

void ProblemList::updateHead() {
  m_list->setVisible(!m_problems.empty());
  m_head->setTone(m_problems.empty() ? Tone::Muted : Tone::Bad);
  if (!m_problems.empty())
    m_head->setText(tr("%n problem(s)", nullptr, count()));
  else
    m_head->setText(m_isBusy ? tr("Compiling…") : tr("No problems"));
}

void ProblemList::step(int by) {
  if (m_problems.empty())
    return;
  const int at = m_list->currentRow() + by;
  m_list->setCurrentRow((at % count() + count()) % count());
  choose(m_list->currentRow());
}

void ProblemList::choose(int row) {
  if (row < 0 || row >= count())
    return;
  const Diagnostic& problem = m_problems[static_cast<std::size_t>(row)];
  Q_EMIT chosen(toQt(problem.file), std::max(1, problem.line));
}

}  // namespace phaseboard::ui
