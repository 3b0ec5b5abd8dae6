// SPDX-License-Identifier: Apache-2.0
#include "ui/progress/progress_screen.h"

#include <cmath>
#include <unordered_set>

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/bridge/time_text.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/forecast_chart.h"
#include "ui/charts/heat_map.h"
#include "ui/charts/readiness_matrix.h"
#include "ui/models/plain_text.h"
#include "ui/models/readiness_rows.h"
#include "ui/progress/memory_page.h"
#include "ui/review/kind_words.h"
#include "ui/review/rating_bar.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"
#include "ui/widgets/segments.h"

namespace phaseboard::ui {
namespace {

constexpr int kForecastDays = 30;
constexpr int kEventsShown = 50;
constexpr int kRowHeight = 34;

// The columns of the history.
constexpr int kWhen = 0;
constexpr int kAsked = 1;
constexpr int kKind = 2;
constexpr int kGrade = 3;
constexpr int kNext = 4;
constexpr int kTook = 5;
constexpr int kColumns = 6;

/// A panel with a heading; the caller fills its column.
Card* makePanel(const QString& heading, QWidget* parent) {
  auto* card = new Card(parent);
  card->column()->setSpacing(12);
  card->column()->addWidget(new Label(heading, TextRole::Heading, Tone::Normal, card));
  return card;
}

struct Figure {
  Label* number;
  Label* name;
};

Figure addFigure(QHBoxLayout* row, const QString& name) {
  auto* card = new Card;
  card->column()->setSpacing(4);
  auto* number = new Label(QString(), TextRole::Display, Tone::Normal, card);
  auto* caption = new Label(name, TextRole::Small, Tone::Muted, card);
  card->column()->addWidget(number);
  card->column()->addWidget(caption);
  row->addWidget(card, 1);
  return {number, caption};
}

QString percent(double share) {
  return ProgressScreen::tr("%1 %").arg(static_cast<int>(std::lround(share * 100)));
}

QString gradeName(review::Rating rating) {
  switch (rating) {
    case review::Rating::Again:
      return ProgressScreen::tr("Again");
    case review::Rating::Hard:
      return ProgressScreen::tr("Hard");
    case review::Rating::Good:
      return ProgressScreen::tr("Good");
    case review::Rating::Easy:
      break;
  }
  return ProgressScreen::tr("Easy");
}

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

}  // namespace

ProgressScreen::ProgressScreen(const ScreenContext& context, QWidget* parent)
    : Screen(context, parent),
      m_tabs(new Segments({tr("Overview"), tr("Memory")}, this)),
      m_pages(new QStackedWidget(this)),
      m_memory(new MemoryPage(context)) {
  m_tabs->setAccessibleName(tr("Pages of Progress"));
  m_pages->addWidget(makeOverview());
  m_pages->addWidget(m_memory);
  addPageCommand(tr("Show the overview"), 0);
  addPageCommand(tr("Show the memory model"), 1);
  auto* tabs = new QHBoxLayout;
  tabs->setContentsMargins(32, 16, 32, 0);
  tabs->addStretch();
  tabs->addWidget(m_tabs);
  tabs->addStretch();
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->setSpacing(0);
  outer->addLayout(tabs);
  outer->addWidget(m_pages, 1);
  connect(m_tabs, &Segments::chosen, this, &ProgressScreen::showPage);
}

void ProgressScreen::addPageCommand(const QString& text, int page) {
  auto* command = new QAction(text, this);
  command->setObjectName(QStringLiteral("progressPage%1").arg(page));
  command->setShortcut(QKeySequence(Qt::Key_1 + page));
  command->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  addAction(command);
  connect(command, &QAction::triggered, this, [this, page] { showPage(page); });
  m_commands += command;
}

QWidget* ProgressScreen::makeOverview() {
  auto* content = new QWidget;
  content->setMaximumWidth(scaled(1180));
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(32, 16, 32, 32);
  column->setSpacing(16);
  column->addWidget(makeFigures());
  column->addWidget(makeReadiness());
  auto* middle = new QHBoxLayout;
  middle->setSpacing(16);
  middle->addWidget(makeForecast(), 4);
  middle->addWidget(makeCalendar(), 5);
  column->addLayout(middle);
  column->addWidget(makeHistory());
  column->addStretch();

  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setAlignment(Qt::AlignHCenter);
  scroll->setWidget(content);
  return scroll;
}

QWidget* ProgressScreen::makeFigures() {
  auto* figures = new QWidget(this);
  auto* row = new QHBoxLayout(figures);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(16);
  m_coverage = addFigure(row, tr("of all prompts seen")).number;
  const Figure recall = addFigure(row, QString());
  m_recall = recall.number;
  m_recallName = recall.name;
  m_retention = addFigure(row, tr("recalled in the last 30 days")).number;
  m_inARow = addFigure(row, tr("days in a row")).number;
  m_coverage->setObjectName(QStringLiteral("coverage"));
  m_recall->setObjectName(QStringLiteral("recall"));
  m_retention->setObjectName(QStringLiteral("retention"));
  m_inARow->setObjectName(QStringLiteral("daysInARow"));
  return figures;
}

QWidget* ProgressScreen::makeReadiness() {
  m_readiness = new ReadinessMatrix;
  m_readinessPanel = new ChartPanel(
      tr("Coverage and recall by phase"), m_readiness, [this] { return m_readiness->table(); },
      this);
  connect(m_readiness, &ReadinessMatrix::chosen, this,
          [this](const QuestionId& question, const PhaseId& phase) {
            Q_EMIT placeRequested(
                Place{.screen = ScreenName::Study, .question = question, .phase = phase});
          });
  return m_readinessPanel;
}

QWidget* ProgressScreen::makeForecast() {
  m_forecast = new ForecastChart;
  m_forecastPanel = new ChartPanel(
      tr("Due in the next 30 days"), m_forecast, [this] { return m_forecast->table(); }, this);
  return m_forecastPanel;
}

QWidget* ProgressScreen::makeCalendar() {
  m_calendar = new HeatMap;
  m_calendarPanel = new ChartPanel(
      tr("Review calendar"), m_calendar, [this] { return m_calendar->table(); }, this);
  return m_calendarPanel;
}

QWidget* ProgressScreen::makeHistory() {
  Card* card = makePanel(tr("Latest answers"), this);
  m_noHistory = new Label(tr("Your answers will be listed here, with their grades."),
                          TextRole::Body, Tone::Muted, card);
  m_noHistory->setObjectName(QStringLiteral("noHistory"));
  m_history = new QTableWidget(0, kColumns, card);
  m_history->setObjectName(QStringLiteral("history"));
  m_history->setAccessibleName(tr("Latest answers"));
  m_history->setHorizontalHeaderLabels(
      {tr("When"), tr("Prompt"), tr("Kind"), tr("Grade"), tr("Again in"), tr("Took")});
  m_history->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_history->horizontalHeader()->setSectionResizeMode(kAsked, QHeaderView::Stretch);
  m_history->horizontalHeader()->setHighlightSections(false);
  m_history->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  m_history->verticalHeader()->hide();
  m_history->verticalHeader()->setDefaultSectionSize(scaled(kRowHeight));
  m_history->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_history->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_history->setWordWrap(false);
  m_history->setShowGrid(false);
  m_history->setFrameShape(QFrame::NoFrame);
  m_history->setMinimumHeight(scaled(kRowHeight * 8));
  card->column()->addWidget(m_noHistory);
  card->column()->addWidget(m_history);
  return card;
}

void ProgressScreen::arrive(const Place&) {
  refresh({});
}

void ProgressScreen::refresh(const ops::Changes&) {
  if (m_pages->currentIndex() == 0)
    refreshOverview();
  else
    m_memory->refresh();
}

void ProgressScreen::showPage(int page) {
  m_tabs->setCurrent(page);
  m_pages->setCurrentIndex(page);
  refresh({});
}

void ProgressScreen::refreshOverview() {
  const auto report = session().read(
      ops::readProgress(session().pack(), session().notebook(), session().today(), kForecastDays));
  if (!report)
    return;
  showFigures(*report);
  m_readiness->setRows(readinessColumns(session().pack()),
                       readinessRows(session().pack(), *report));
  m_forecast->setForecast(report->due, report->today, report->interview);
  std::map<StudyDay, DayActivity> days;
  for (const auto& [day, summary] : report->days)
    days[day] = {summary.answers, summary.time};
  m_calendar->setDays(std::move(days), report->today);
  for (ChartPanel* panel : {m_readinessPanel, m_forecastPanel, m_calendarPanel})
    panel->refreshTable();
  showHistory();
}

void ProgressScreen::showFigures(const ops::ProgressReport& report) {
  m_coverage->setText(
      report.prompts == 0 ? tr("0 %") : percent(static_cast<double>(report.seen) / report.prompts));
  m_recall->setText(percent(report.recall));
  m_recallName->setText(report.readyOn == report.today ? tr("predicted recall today")
                                                       : tr("predicted recall on interview day"));
  m_retention->setText(report.answersInThirtyDays == 0 ? QStringLiteral("\u2013")
                                                       : percent(report.trueRetention));
  m_inARow->setText(QString::number(report.daysInARow));
}

void ProgressScreen::showHistory() {
  const auto events = session().read(session().notebook().recentEvents(kEventsShown));
  if (!events)
    return;
  m_history->setRowCount(0);
  const std::unordered_set<Uuid> voided = takenBack(*events);
  for (const review::ReviewEvent& event : *events) {
    if (event.kind != review::EventKind::Answer || voided.contains(event.id))
      continue;
    const ports::PackLibrary& pack = session().pack();
    const auto prompt = pack.prompt(PromptId{pack.currentId(event.prompt.value())});
    const auto parts = review::splitPromptId(event.prompt);
    const int row = m_history->rowCount();
    m_history->insertRow(row);
    const auto put = [&](int column, const QString& text) {
      auto* item = new QTableWidgetItem(text);
      item->setToolTip(text);
      m_history->setItem(row, column, item);
    };
    put(kWhen, momentText(event.at, session().clock()));
    put(kAsked, prompt ? plainText(toQt(prompt->ask)) : toQt(event.prompt.value()));
    put(kKind, parts ? kindTitle(parts->kind) : QString());
    put(kGrade, gradeName(event.rating));
    put(kNext, intervalText(event.intervalSeconds));
    put(kTook, tr("%1 s").arg(event.thinking.value() / kMillisPerSecond));
  }
  m_history->setVisible(m_history->rowCount() > 0);
  m_noHistory->setVisible(m_history->rowCount() == 0);
}

}  // namespace phaseboard::ui
