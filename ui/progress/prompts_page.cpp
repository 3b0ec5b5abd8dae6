// SPDX-License-Identifier: Apache-2.0
#include "ui/progress/prompts_page.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include "app/ops/asked_prompt.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/bridge/time_text.h"
#include "ui/models/plain_text.h"
#include "ui/progress/prompt_memory_panel.h"
#include "ui/review/rating_bar.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"
#include "ui/widgets/segments.h"

namespace phaseboard::ui {
namespace {

constexpr int kEventsShown = 80;
constexpr int kListRowHeight = 34;
constexpr int kListRows = 16;
constexpr int kPromptColumn = 1;

/// Answers that were taken back. Whatever takes one back is newer, so it is among `events` too.
std::unordered_set<Uuid> takenBack(const std::vector<review::ReviewEvent>& events) {
  std::unordered_set<Uuid> ids;
  for (auto event = events.rbegin(); event != events.rend(); ++event) {
    if (event->kind == review::EventKind::Void)
      ids.insert(event->target);
    else if (event->kind == review::EventKind::Restore)
      ids.erase(event->target);
  }
  return ids;
}

/// The grade that an answer has now: of several corrections the newest holds.
review::Rating gradeNow(const review::ReviewEvent& answer,
                        const std::vector<review::ReviewEvent>& newestFirst,
                        const std::unordered_set<Uuid>& voided) {
  for (const review::ReviewEvent& event : newestFirst)
    if (event.kind == review::EventKind::Correct && event.target == answer.id &&
        !voided.contains(event.id))
      return event.rating;
  return answer.rating;
}

QTableWidget* makeList(QWidget* parent) {
  auto* table = new QTableWidget(parent);
  table->setObjectName(QStringLiteral("history"));
  table->setAccessibleName(PromptsPage::tr("Prompts"));
  table->horizontalHeader()->setHighlightSections(false);
  table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  table->verticalHeader()->hide();
  table->verticalHeader()->setDefaultSectionSize(scaled(kListRowHeight));
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setSelectionMode(QAbstractItemView::SingleSelection);
  table->setWordWrap(false);
  table->setShowGrid(false);
  table->setFrameShape(QFrame::NoFrame);
  atTextSize(table, [table] { table->setMinimumHeight(scaled(kListRowHeight * kListRows)); });
  return table;
}

}  // namespace

PromptsPage::PromptsPage(const ScreenContext& context, QWidget* parent)
    : ProgressPage(context, parent),
      m_lists(new Segments({tr("Latest answers"), tr("Leeches"), tr("Flagged"), tr("Put aside")},
                           this)),
      m_table(makeList(this)),
      m_empty(new Label(QString(), TextRole::Body, Tone::Muted, this)),
      m_panel(new PromptMemoryPanel(context.session, this)) {
  m_lists->setAccessibleName(tr("Which prompts"));
  m_lists->setObjectName(QStringLiteral("promptLists"));
  m_empty->setObjectName(QStringLiteral("noHistory"));
  m_empty->setWordWrap(true);
  auto* card = new Card(this);
  card->column()->setSpacing(12);
  card->column()->addWidget(m_lists, 0, Qt::AlignLeft);
  card->column()->addWidget(m_empty);
  card->column()->addWidget(m_table, 1);
  auto* row = new QHBoxLayout;
  row->setSpacing(16);
  row->addWidget(card, 7);
  row->addWidget(m_panel, 5);
  column()->addLayout(row, 1);
  connect(m_lists, &Segments::chosen, this, &PromptsPage::refresh);
  connect(m_table, &QTableWidget::itemSelectionChanged, this, &PromptsPage::showChosen);
  connect(m_panel, &PromptMemoryPanel::placeRequested, this, &ProgressPage::placeRequested);
}

void PromptsPage::showList(List list) {
  m_lists->setCurrent(static_cast<int>(list));
  refresh();
}

QString PromptsPage::asked(const PromptId& id) const {
  const ports::PackLibrary& pack = session().pack();
  const auto prompt =
      ops::readPrompt(pack, session().notebook(), PromptId{pack.currentId(id.value())});
  return prompt ? plainText(toQt(prompt->ask)) : toQt(id.value());
}

std::vector<PromptsPage::Row> PromptsPage::latest() const {
  std::vector<Row> rows;
  const auto events = session().read(session().notebook().recentEvents(kEventsShown));
  if (!events)
    return rows;
  const std::unordered_set<Uuid> voided = takenBack(*events);
  for (const review::ReviewEvent& event : *events) {
    if (event.kind != review::EventKind::Answer || voided.contains(event.id))
      continue;
    rows.push_back(
        {event.prompt,
         {momentText(event.at, session().clock()), asked(event.prompt),
          gradeText(gradeNow(event, *events, voided)), intervalText(event.intervalSeconds),
          tr("%1 s").arg(event.thinking.value() / kMillisPerSecond)}});
  }
  return rows;
}

std::vector<PromptsPage::Row> PromptsPage::those(List list) const {
  std::vector<Row> rows;
  const ops::PromptTable* prompts = session().prompts();
  if (prompts == nullptr)
    return rows;
  const ports::Settings& settings = session().settings();
  std::vector<const ops::TableRow*> found;
  for (const ops::TableRow& row : prompts->rows())
    if ((list == List::Leeches && review::isLeech(row.state, settings.leechLapses)) ||
        (list == List::Flagged && row.flagged) || (list == List::Aside && row.suspended))
      found.push_back(&row);
  std::stable_sort(found.begin(), found.end(), [](const ops::TableRow* a, const ops::TableRow* b) {
    return a->state.lapses > b->state.lapses;
  });
  for (const ops::TableRow* row : found) {
    const bool isReview = row->state.standing == review::Standing::Review;
    rows.push_back(
        {row->prompt->id,
         {QString::number(row->state.lapses), asked(row->prompt->id),
          row->suspended ? tr("put aside")
          : isReview     ? QLocale().toString(toQt(row->state.dueDay), QStringLiteral("d MMM"))
                         : tr("learning"),
          QString::number(row->state.reps),
          row->state.memory ? tr("%1 d").arg(row->state.memory->stability, 0, 'f', 1)
                            : QString()}});
  }
  return rows;
}

void PromptsPage::fill(const QStringList& head, const std::vector<Row>& rows) {
  const QSignalBlocker silent(m_table);
  m_table->clear();
  m_table->setColumnCount(static_cast<int>(head.size()));
  m_table->setHorizontalHeaderLabels(head);
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_table->horizontalHeader()->setSectionResizeMode(kPromptColumn, QHeaderView::Stretch);
  m_table->setRowCount(static_cast<int>(rows.size()));
  int chosen = rows.empty() ? -1 : 0;
  for (int row = 0; row < m_table->rowCount(); ++row) {
    const Row& shown = rows[static_cast<std::size_t>(row)];
    for (int cell = 0; cell < static_cast<int>(shown.cells.size()); ++cell) {
      auto* item = new QTableWidgetItem(shown.cells[cell]);
      item->setToolTip(shown.cells[cell]);
      item->setData(Qt::UserRole, toQt(shown.prompt.value()));
      m_table->setItem(row, cell, item);
    }
    if (shown.prompt == m_chosen && chosen == 0)
      chosen = row;
  }
  if (chosen >= 0)
    m_table->selectRow(chosen);
}

void PromptsPage::refresh() {
  const auto list = static_cast<List>(m_lists->current());
  const std::vector<Row> rows = list == List::Latest ? latest() : those(list);
  fill(list == List::Latest
           ? QStringList{tr("When"), tr("Prompt"), tr("Grade"), tr("Again in"), tr("Took")}
           : QStringList{tr("Lapses"), tr("Prompt"), tr("Due"), tr("Answers"), tr("Stability")},
       rows);
  const QString empty[]{
      tr("Your answers will be listed here, with their grades."),
      tr("No leeches. Prompts that you forget again and again will be listed here: better to "
         "reword them, or to read the note once more."),
      tr("Nothing is flagged. Flag a prompt in review with F, to find it here and to study what is "
         "flagged by itself."),
      tr("Nothing is put aside.")};
  m_empty->setText(empty[m_lists->current()]);
  m_empty->setVisible(rows.empty());
  m_table->setVisible(!rows.empty());
  showChosen();
}

void PromptsPage::showChosen() {
  const QList<QTableWidgetItem*> items = m_table->selectedItems();
  m_panel->setVisible(!items.isEmpty());
  if (items.isEmpty())
    return;
  m_chosen = PromptId{fromQt(items.front()->data(Qt::UserRole).toString())};
  m_panel->show(m_chosen);
}

}  // namespace phaseboard::ui
