// SPDX-License-Identifier: Apache-2.0
#include "ui/charts/chart_panel.h"

#include <algorithm>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"
#include "ui/widgets/page_command.h"

namespace phaseboard::ui {
namespace {

constexpr int kCellHeight = 30;

QTableWidget* makeCells(QWidget* parent) {
  auto* cells = new QTableWidget(parent);
  cells->setEditTriggers(QAbstractItemView::NoEditTriggers);
  cells->setSelectionBehavior(QAbstractItemView::SelectRows);
  cells->setFrameShape(QFrame::NoFrame);
  cells->setShowGrid(false);
  cells->verticalHeader()->hide();
  cells->verticalHeader()->setDefaultSectionSize(scaled(kCellHeight));
  cells->horizontalHeader()->setHighlightSections(false);
  cells->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  cells->horizontalHeader()->setStretchLastSection(true);
  return cells;
}

}  // namespace

QString tabSeparated(const ChartTable& table) {
  QString text = table.head.join(QLatin1Char('\t')) + QLatin1Char('\n');
  for (const QStringList& row : table.rows)
    text += row.join(QLatin1Char('\t')) + QLatin1Char('\n');
  return text;
}

ChartPanel::ChartPanel(const QString& heading, QWidget* chart, std::function<ChartTable()> table,
                       QWidget* parent)
    : Card(parent),
      m_table(std::move(table)),
      m_head(new QHBoxLayout),
      m_heading(new Label(QString(), TextRole::Heading, Tone::Normal, this)),
      m_caption(new Label(QString(), TextRole::Small, Tone::Muted, this)),
      m_switch(new GlyphButton(Glyph::Columns, QString(), this)),
      m_copy(makeButton(tr("Copy"), ButtonKind::Quiet, this)),
      m_stack(new QStackedWidget(this)),
      m_cells(makeCells(m_stack)) {
  column()->setSpacing(8);
  m_head->setSpacing(8);
  m_head->addWidget(m_heading, 1);
  m_head->addWidget(m_copy);
  m_head->addWidget(m_switch);
  m_copy->setVisible(false);
  m_switch->setCheckable(true);
  m_caption->setWordWrap(true);
  m_caption->setVisible(false);
  m_stack->addWidget(chart);
  m_stack->addWidget(m_cells);
  m_stack->setSizePolicy(QSizePolicy::Expanding, chart->sizePolicy().verticalPolicy());
  column()->addLayout(m_head);
  column()->addWidget(m_caption);
  column()->addWidget(m_stack, 1);
  setHeading(heading);

  QAction* copy = addPageCommand(this, tr("Copy the table"), QKeySequence::Copy);
  copy->setObjectName(QStringLiteral("copyTable"));
  connect(copy, &QAction::triggered, this, &ChartPanel::copyTable);
  connect(m_copy, &QPushButton::clicked, this, &ChartPanel::copyTable);
  connect(m_switch, &QToolButton::toggled, this, &ChartPanel::showTable);
}

void ChartPanel::setHeading(const QString& text) {
  const QString asTable = tr("Show as a table: %1").arg(text);
  m_heading->setText(text);
  m_switch->setToolTip(asTable);
  m_switch->setAccessibleName(asTable);
  m_copy->setAccessibleName(tr("Copy the table: %1").arg(text));
  m_cells->setAccessibleName(text);
}

void ChartPanel::addToHead(QWidget* widget) {
  m_head->insertWidget(m_head->count() - 2, widget);
}

void ChartPanel::setCaption(const QString& text) {
  m_caption->setText(text);
  m_caption->setVisible(!text.isEmpty());
}

bool ChartPanel::isTableShown() const {
  return m_stack->currentWidget() == m_cells;
}

void ChartPanel::showTable(bool shown) {
  m_switch->setChecked(shown);
  m_switch->setAccented(shown);
  m_copy->setVisible(shown);
  m_stack->setCurrentIndex(shown ? 1 : 0);
  refreshTable();
}

void ChartPanel::refreshTable() {
  if (!isTableShown())
    return;
  const ChartTable table = m_table();
  m_cells->setColumnCount(static_cast<int>(table.head.size()));
  m_cells->setHorizontalHeaderLabels(table.head);
  m_cells->setRowCount(static_cast<int>(table.rows.size()));
  for (int row = 0; row < m_cells->rowCount(); ++row)
    for (int cell = 0; cell < static_cast<int>(table.rows[row].size()); ++cell) {
      auto* item = new QTableWidgetItem(table.rows[row][cell]);
      item->setTextAlignment((cell == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
      m_cells->setItem(row, cell, item);
    }
  for (int cell = 0; cell < m_cells->columnCount(); ++cell)
    m_cells->horizontalHeaderItem(cell)->setTextAlignment(
        (cell == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

void ChartPanel::copyTable() const {
  QApplication::clipboard()->setText(tabSeparated(m_table()));
}

}  // namespace phaseboard::ui
