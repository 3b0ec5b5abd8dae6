// SPDX-License-Identifier: Apache-2.0
#include "ui/progress/progress_screen.h"

#include <QAction>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/progress/ahead_page.h"
#include "ui/progress/memory_page.h"
#include "ui/progress/overview_page.h"
#include "ui/progress/prompts_page.h"
#include "ui/widgets/page_command.h"
#include "ui/widgets/segments.h"

namespace phaseboard::ui {

ProgressScreen::ProgressScreen(const ScreenContext& context, QWidget* parent)
    : Screen(context, parent),
      m_tabs(new Segments({tr("Overview"), tr("Ahead"), tr("Memory"), tr("Prompts")}, this)),
      m_stack(new QStackedWidget(this)) {
  m_tabs->setAccessibleName(tr("Pages of Progress"));
  m_tabs->setObjectName(QStringLiteral("progressPages"));
  m_pages = {new OverviewPage(context), new AheadPage(context), new MemoryPage(context),
             new PromptsPage(context)};
  const QStringList names{tr("Show the overview"), tr("Show what lies ahead"),
                          tr("Show the memory model"), tr("Show prompts and answers")};
  int key = Qt::Key_1;
  for (std::size_t i = 0; i < m_pages.size(); ++i) {
    m_stack->addWidget(m_pages[i]);
    connect(m_pages[i], &ProgressPage::placeRequested, this, &Screen::placeRequested);
    QAction* command = addPageCommand(this, names[static_cast<qsizetype>(i)], QKeySequence(key++));
    command->setObjectName(QStringLiteral("progressPage%1").arg(i));
    connect(command, &QAction::triggered, this, [this, i] { showPage(static_cast<Page>(i)); });
    m_commands += command;
  }
  auto* row = new QHBoxLayout;
  row->setContentsMargins(32, 16, 32, 4);
  row->addStretch();
  row->addWidget(m_tabs);
  row->addStretch();
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->setSpacing(4);
  outer->addLayout(row);
  outer->addWidget(m_stack, 1);
  connect(m_tabs, &Segments::chosen, this,
          [this](int index) { showPage(static_cast<Page>(index)); });
}

void ProgressScreen::arrive(const Place&) {
  refresh({});
}

void ProgressScreen::refresh(const ops::Changes&) {
  m_pages[static_cast<std::size_t>(m_stack->currentIndex())]->refresh();
}

void ProgressScreen::showPage(Page page) {
  m_tabs->setCurrent(static_cast<int>(page));
  m_stack->setCurrentIndex(static_cast<int>(page));
  refresh({});
}

}  // namespace phaseboard::ui
