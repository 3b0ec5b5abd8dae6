// SPDX-License-Identifier: Apache-2.0
#include "ui/study/outline_panel.h"

#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/study/outline_delegate.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {

OutlinePanel::OutlinePanel(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_model(session.pack()), m_tree(new QTreeView(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGrid, kGrid + 4, kGrid, 0);
  column->setSpacing(kGrid);

  auto* picker = new Card(this);
  picker->setFlat(true);
  picker->setInteractive(true);
  picker->setAccessibleName(tr("Choose a question"));
  picker->column()->setContentsMargins(12, 8, 12, 8);
  picker->column()->setSpacing(2);
  picker->column()->addWidget(new Label(tr("QUESTION"), TextRole::Overline, Tone::Muted));
  m_title = new Label(QString(), TextRole::Heading);
  m_title->setWordWrap(true);
  picker->column()->addWidget(m_title);
  connect(picker, &Card::activated, this, &OutlinePanel::chooseQuestion);
  column->addWidget(picker);

  m_tree->setObjectName(QStringLiteral("outline"));
  m_tree->setModel(&m_model);
  reword();
  m_tree->setItemDelegate(new OutlineDelegate(m_tree));
  m_tree->setHeaderHidden(true);
  m_tree->setIndentation(0);
  m_tree->setRootIsDecorated(false);
  m_tree->setExpandsOnDoubleClick(false);
  m_tree->setMouseTracking(true);
  m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_tree->setAccessibleName(tr("Outline"));
  column->addWidget(m_tree, 1);
  // Narrower rows may need a second line.
  connect(m_tree->header(), &QHeaderView::sectionResized, m_tree, &QTreeView::doItemsLayout);
  connect(m_tree, &QTreeView::clicked, this, &OutlinePanel::onClicked);
  connect(m_tree, &QTreeView::activated, this, &OutlinePanel::onClicked);
}

void OutlinePanel::setCurrent(const QuestionId& question, const PhaseId& phase,
                              const DiagramId& diagram) {
  if (question != m_model.question()) {
    m_model.setQuestion(question);
    for (const ports::QuestionCard& card : m_session.pack().questions())
      if (card.id == question)
        m_title->setText(toQt(card.title));
  }
  const QModelIndex branch =
      phase.value().empty() ? m_model.briefIndex() : m_model.phaseIndex(phase);
  for (int row = 0; row < m_model.rowCount(); ++row) {
    const QModelIndex other = m_model.index(row, 0);
    if (other != branch)
      m_tree->collapse(other);
  }
  if (m_model.canFetchMore(branch))
    m_model.fetchMore(branch);
  m_tree->expand(branch);
  const QModelIndex figure = m_model.figureIndex(diagram);
  m_tree->setCurrentIndex(figure.isValid() && figure.parent() == branch ? figure : branch);
  m_tree->scrollTo(branch);
}

void OutlinePanel::reword() {
  m_model.setWordings(m_session.wordings());
}

void OutlinePanel::setAnswered(const std::vector<PhaseId>& phases) {
  m_model.setAnswered(phases);
}

void OutlinePanel::chooseQuestion() {
  QMenu menu(this);
  for (const ports::QuestionCard& card : m_session.pack().questions()) {
    QAction* action = menu.addAction(toQt(card.title));
    action->setCheckable(true);
    action->setChecked(card.id == m_model.question());
    connect(action, &QAction::triggered, this, [this, id = card.id] { Q_EMIT questionChosen(id); });
  }
  menu.exec(mapToGlobal(QPoint(2 * kGrid, m_tree->y())));
}

void OutlinePanel::onClicked(const QModelIndex& index) {
  const std::string id = fromQt(index.data(OutlineModel::kIdRole).toString());
  switch (static_cast<OutlineModel::Kind>(index.data(OutlineModel::kKindRole).toInt())) {
    case OutlineModel::Kind::Brief:
    case OutlineModel::Kind::Phase:
      Q_EMIT phaseChosen(PhaseId(id));
      break;
    case OutlineModel::Kind::Figure:
      Q_EMIT figureChosen(DiagramId(id));
      break;
    case OutlineModel::Kind::Chapter:
    case OutlineModel::Kind::KeyPoint:
      Q_EMIT itemChosen(PhaseId(fromQt(index.parent().data(OutlineModel::kIdRole).toString())),
                        ItemId(id));
      break;
  }
}

void OutlinePanel::paintEvent(QPaintEvent*) {
  const style::ApplicationColours c = coloursOf(this);
  QPainter painter(this);
  painter.fillRect(rect(), c.window);
}

}  // namespace phaseboard::ui
