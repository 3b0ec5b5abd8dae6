// SPDX-License-Identifier: Apache-2.0
#include "ui/figures/compare_dialog.h"

#include <memory>

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/diagram_view.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

/// All figures, "Question: figure", with their ids; what is typed finds them by any word.
QComboBox* makePicker(const ports::PackLibrary& pack, QWidget* parent) {
  auto* picker = new QComboBox(parent);
  picker->setEditable(true);
  picker->setInsertPolicy(QComboBox::NoInsert);
  picker->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  for (const ports::QuestionCard& question : pack.questions())
    for (const ports::DiagramCard& figure : question.diagrams)
      picker->addItem(u"%1: %2"_s.arg(toQt(question.title), toQt(figure.title)),
                      toQt(figure.id.value()));
  picker->completer()->setFilterMode(Qt::MatchContains);
  picker->completer()->setCompletionMode(QCompleter::PopupCompletion);
  return picker;
}

}  // namespace

CompareDialog::CompareDialog(Session& session, const DiagramId& reference, const DiagramId& other,
                             QWidget* parent)
    : QDialog(parent), m_session(session) {
  setObjectName(u"compareDialog"_s);
  setWindowTitle(tr("Compare two figures"));
  setWindowFlag(Qt::WindowMaximizeButtonHint);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
  column->setSpacing(12);
  auto* head = new QHBoxLayout;
  head->addWidget(new Label(tr("Compare two figures"), TextRole::Title));
  head->addSpacing(2 * kGrid);
  m_summary = new Label(QString(), TextRole::Body, Tone::Muted, this);
  head->addWidget(m_summary, 1);
  head->addWidget(makeLegend());
  column->addLayout(head);
  auto* sides = new QSplitter(this);
  sides->setChildrenCollapsible(false);
  sides->addWidget(makeSide(m_reference, tr("First figure"), "firstFigure"));
  sides->addWidget(makeSide(m_other, tr("Second figure"), "secondFigure"));
  column->addWidget(sides, 1);
  m_list = new QListWidget(this);
  m_list->setAccessibleName(tr("Differences"));
  atTextSize(m_list, [this] { m_list->setMaximumHeight(scaled(170)); });
  column->addWidget(m_list);
  auto* buttons = new QHBoxLayout;
  auto* exchange = makeButton(tr("Exchange the two"), ButtonKind::Plain, this);
  auto* close = makeButton(tr("Close"), ButtonKind::Primary, this);
  buttons->addWidget(exchange);
  buttons->addStretch(1);
  buttons->addWidget(close);
  column->addLayout(buttons);
  connect(exchange, &QPushButton::clicked, this, &CompareDialog::swap);
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
  connect(m_list, &QListWidget::currentRowChanged, this, &CompareDialog::showLine);
  connect(m_reference.view, &DiagramView::partHovered, this,
          [this](const PartId& part) { pointAt(part, false); });
  connect(m_other.view, &DiagramView::partHovered, this,
          [this](const PartId& part) { pointAt(part, true); });
  choose(reference, other);
  resize(parent ? parent->window()->size() - QSize(80, 80) : QSize(1360, 820));
}

QWidget* CompareDialog::makeSide(Side& side, const QString& name, const char* objectName) {
  auto* panel = new QWidget(this);
  auto* column = new QVBoxLayout(panel);
  column->setContentsMargins(0, 0, 0, 0);
  side.picker = makePicker(m_session.pack(), panel);
  side.picker->setAccessibleName(name);
  side.picker->setToolTip(tr("Type a word of the question or the figure"));
  side.view = new DiagramView(panel);
  side.view->setObjectName(QLatin1String(objectName));
  side.view->setAccessibleName(name);
  side.view->setMinimumSize(360, 240);
  side.view->setReducedMotion(m_session.settings().reducedMotion);
  column->addWidget(side.picker);
  column->addWidget(side.view, 1);
  connect(side.picker, &QComboBox::currentIndexChanged, this, [this, &side] {
    load(side);
    compare();
  });
  return panel;
}

QWidget* CompareDialog::makeLegend() {
  auto* legend = new QWidget(this);
  auto* row = new QHBoxLayout(legend);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGrid);
  row->addWidget(new Chip(tr("In both"), style::Role::Data));
  row->addWidget(new Chip(tr("Only in the first"), style::Role::Policy));
  row->addWidget(new Chip(tr("Only in the second"), style::Role::Metric));
  row->addWidget(new Chip(tr("Changed"), style::Role::Store));
  return legend;
}

void CompareDialog::load(Side& side) {
  const DiagramId id(fromQt(side.picker->currentData().toString()));
  side.figure = m_session.read(m_session.pack().diagram(id));
  side.view->setScene(nullptr);
  if (!side.figure)
    return;
  if (auto figure = m_session.read(scene::Scene::read(side.figure->svg, side.figure->drawing)))
    side.view->setScene(std::make_shared<const scene::Scene>(std::move(*figure)));
}

void CompareDialog::choose(const DiagramId& reference, const DiagramId& other) {
  const auto show = [this](Side& side, const DiagramId& figure) {
    const QSignalBlocker quiet(side.picker);
    side.picker->setCurrentIndex(side.picker->findData(toQt(figure.value())));
    load(side);
  };
  show(m_reference, reference);
  show(m_other, other);
  compare();
}

void CompareDialog::compare() {
  m_comparison.reset();
  m_lines.clear();
  const QSignalBlocker quiet(m_list);
  m_list->clear();
  if (!m_reference.figure || !m_other.figure) {
    m_summary->setText(tr("Choose two figures."));
    return;
  }
  m_comparison = compareFigures(*m_reference.figure, *m_other.figure);
  m_reference.view->setLook(m_comparison->reference);
  m_other.view->setLook(m_comparison->other);
  m_summary->setText(m_comparison->summary);
  m_lines = linesOf(*m_comparison, *m_reference.figure, *m_other.figure);
  for (const DifferenceLine& line : m_lines)
    m_list->addItem(line.words);
  if (m_lines.empty())
    m_list->addItem(tr("No difference: both have the same parts, joined in the same way."));
}

void CompareDialog::swap() {
  const QString first = m_reference.picker->currentData().toString();
  const QString second = m_other.picker->currentData().toString();
  choose(DiagramId(fromQt(second)), DiagramId(fromQt(first)));
}

void CompareDialog::showLine(int row) {
  if (row < 0 || row >= static_cast<int>(m_lines.size()))
    return;
  const DifferenceLine& line = m_lines[static_cast<std::size_t>(row)];
  (line.isInOther ? m_reference : m_other).view->setCurrentPart(std::nullopt);
  (line.isInOther ? m_other : m_reference).view->setCurrentPart(line.part);
  if (!line.isInOther)
    pointAt(line.part, false);
}

void CompareDialog::pointAt(const PartId& part, bool inOther) {
  if (!m_comparison)
    return;
  std::optional<PartId> partner;
  for (const auto& [one, two] : m_comparison->difference.common)
    if (part == (inOther ? two : one))
      partner = inOther ? one : two;
  (inOther ? m_reference : m_other).view->setCurrentPart(partner);
}

}  // namespace phaseboard::ui
