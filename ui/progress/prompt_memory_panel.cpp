// SPDX-License-Identifier: Apache-2.0
#include "ui/progress/prompt_memory_panel.h"

#include <algorithm>
#include <cmath>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "app/ops/asked_prompt.h"
#include "app/ops/study_plan.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/bridge/time_text.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/line_chart.h"
#include "ui/models/plain_text.h"
#include "ui/progress/progress_page.h"
#include "ui/review/rating_bar.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kDaysAheadOfCurve = 30;
constexpr int kAnswerRow = 28;

Ink inkOf(memory::Rating rating) {
  switch (rating) {
    case memory::Rating::Again:
      return Ink::Bad;
    case memory::Rating::Hard:
      return Ink::Warn;
    case memory::Rating::Good:
      return Ink::Good;
    case memory::Rating::Easy:
      break;
  }
  return Ink::Accent;
}

}  // namespace

QString gradeText(memory::Rating rating) {
  switch (rating) {
    case memory::Rating::Again:
      return PromptMemoryPanel::tr("Again");
    case memory::Rating::Hard:
      return PromptMemoryPanel::tr("Hard");
    case memory::Rating::Good:
      return PromptMemoryPanel::tr("Good");
    case memory::Rating::Easy:
      break;
  }
  return PromptMemoryPanel::tr("Easy");
}

PromptMemoryPanel::PromptMemoryPanel(Session& session, QWidget* parent)
    : Card(parent),
      m_session(session),
      m_ask(new Label(QString(), TextRole::Strong, Tone::Normal, this)),
      m_facts(new Label(QString(), TextRole::Small, Tone::Muted, this)),
      m_chart(new LineChart(tr("Memory of this prompt over time"))),
      m_answers(new QTableWidget(this)) {
  setObjectName(QStringLiteral("promptMemory"));
  column()->setSpacing(10);
  m_ask->setWordWrap(true);
  m_facts->setWordWrap(true);
  m_facts->setObjectName(QStringLiteral("promptFacts"));
  m_chart->setEmptyText(tr("It was not answered yet."));
  m_panel = new ChartPanel(
      tr("Its memory"), m_chart, [this] { return table(); }, this);
  m_panel->setFlat(true);
  m_panel->column()->setContentsMargins(0, 0, 0, 0);
  m_answers->setObjectName(QStringLiteral("promptAnswers"));
  m_answers->setAccessibleName(tr("Answers of this prompt"));
  m_answers->setColumnCount(4);
  m_answers->setHorizontalHeaderLabels({tr("When"), tr("Grade"), tr("Predicted"), tr("Again in")});
  m_answers->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  m_answers->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
  m_answers->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  m_answers->verticalHeader()->hide();
  m_answers->verticalHeader()->setDefaultSectionSize(scaled(kAnswerRow));
  m_answers->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_answers->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_answers->setSelectionMode(QAbstractItemView::SingleSelection);
  m_answers->setShowGrid(false);
  m_answers->setFrameShape(QFrame::NoFrame);
  column()->addWidget(m_ask);
  column()->addWidget(m_facts);
  column()->addWidget(makeButtons());
  column()->addWidget(m_panel);
  column()->addWidget(m_answers, 1);
  column()->addWidget(makeCorrection());
}

QWidget* PromptMemoryPanel::makeButtons() {
  auto* buttons = new QWidget(this);
  auto* row = new QHBoxLayout(buttons);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  m_flag = makeButton(QString(), ButtonKind::Plain, buttons);
  m_aside = makeButton(QString(), ButtonKind::Plain, buttons);
  m_open = makeButton(tr("Open in Study"), ButtonKind::Plain, buttons);
  m_open->setObjectName(QStringLiteral("openPrompt"));
  for (QPushButton* button : {m_flag, m_aside, m_open})
    row->addWidget(button);
  row->addStretch();
  connect(m_open, &QPushButton::clicked, this, &PromptMemoryPanel::openInStudy);
  connect(m_flag, &QPushButton::clicked, this, [this] {
    const ops::TableRow* found = m_session.prompts()->find(m_prompt);
    const bool flagged = found != nullptr && found->flagged;
    m_session.perform([&](ops::Desk& desk) { return desk.flagPrompt(m_prompt, !flagged); });
  });
  connect(m_aside, &QPushButton::clicked, this, [this] {
    const ops::TableRow* found = m_session.prompts()->find(m_prompt);
    const bool aside = found != nullptr && found->suspended;
    m_session.perform([&](ops::Desk& desk) { return desk.suspendPrompt(m_prompt, !aside); });
  });
  return buttons;
}

QWidget* PromptMemoryPanel::makeCorrection() {
  m_correction = new QWidget(this);
  m_correction->setObjectName(QStringLiteral("correction"));
  auto* row = new QHBoxLayout(m_correction);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(6);
  row->addWidget(new Label(tr("It should have been"), TextRole::Small, Tone::Muted, m_correction));
  for (const memory::Rating rating : memory::kRatings) {
    auto* button = makeButton(gradeText(rating), ButtonKind::Quiet, m_correction);
    button->setAccessibleName(tr("Correct the chosen answer to %1").arg(gradeText(rating)));
    row->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, rating] { correct(rating); });
  }
  row->addStretch();
  return m_correction;
}

void PromptMemoryPanel::show(const PromptId& prompt) {
  m_prompt = PromptId{m_session.pack().currentId(prompt.value())};
  const auto read = ops::readPrompt(m_session.pack(), m_session.notebook(), m_prompt);
  m_isGone = !read && read.error().kind == ErrorKind::NotFound;
  m_ask->setText(read ? plainText(toQt(read->ask)) : toQt(m_prompt.value()));
  m_open->setEnabled(!m_isGone);
  m_correction->setEnabled(!m_isGone);
  const auto memory = ops::memorySettings(m_session.settings());
  auto events = m_session.read(m_session.notebook().events(m_prompt));
  if (!memory || !events)
    return;
  m_curve = review::memoryCurve(std::move(*events), plusDays(m_session.today(), kDaysAheadOfCurve),
                                *memory);
  showFacts();
  showCurve();
  showAnswers();
}

void PromptMemoryPanel::showFacts() {
  const ops::PromptTable* prompts = m_session.prompts();
  const ops::TableRow* row = prompts == nullptr ? nullptr : prompts->find(m_prompt);
  m_flag->setEnabled(row != nullptr);
  m_aside->setEnabled(row != nullptr);
  m_flag->setText(row != nullptr && row->flagged ? tr("Take the flag off") : tr("Flag"));
  m_aside->setText(row != nullptr && row->suspended ? tr("Take up again") : tr("Put aside"));
  if (m_isGone)
    return m_facts->setText(
        tr("This prompt is gone: no pack that is open has it. Your answers to it are kept, and "
           "count again when it comes back."));
  if (row == nullptr || !row->state.memory)
    return m_facts->setText(tr("Not answered yet."));
  const review::PromptState& state = row->state;
  const auto memory = ops::memorySettings(m_session.settings());
  const double recall = review::recallOn(state, m_session.today(), *memory).value_or(0);
  QString words =
      tr("Recall today %1. Stable for %2 days, difficulty %3 of 10, %n answer(s), %4 lapses.",
         nullptr, state.reps)
          .arg(percentText(recall))
          .arg(state.memory->stability, 0, 'f', 1)
          .arg(state.memory->difficulty, 0, 'f', 1)
          .arg(state.lapses);
  if (state.standing == review::Standing::Review)
    words += QLatin1Char(' ') +
             tr("Due on %1.").arg(QLocale().toString(toQt(state.dueDay), QLocale::ShortFormat));
  m_facts->setText(words);
}

void PromptMemoryPanel::showCurve() {
  ChartLine curve{QString(), Ink::Accent, {}, false, true};
  double least = 0.9;
  for (const review::MemoryCurve::Point& point : m_curve.points) {
    curve.points.emplace_back(point.day, point.recall);
    least = std::min(least, point.recall);
  }
  std::vector<ChartLine> lines{std::move(curve)};
  std::vector<LineChart::Mark> marks;
  for (const review::MemoryCurve::Answer& one : m_curve.answers) {
    ChartLine dot{
        QString(), inkOf(one.answer.rating), {{one.day, one.predicted}}, false, false, false, {5}};
    lines.push_back(std::move(dot));
    marks.push_back({one.day, tr("%1: %2 at %3, then stable for %4 days")
                                  .arg(momentText(one.answer.at, m_session.clock()),
                                       gradeText(one.answer.rating), percentText(one.predicted))
                                  .arg(one.stability, 0, 'f', 1)});
  }
  const double end = m_curve.points.empty() ? 1 : m_curve.points.back().day;
  ChartAxis days{0, std::max(1.0, end), {}};
  if (!m_curve.points.empty()) {
    const int today = daysBetween(m_curve.first, m_session.today());
    days.ticks = {{0, QLocale().toString(toQt(m_curve.first), QStringLiteral("d MMM"))},
                  {static_cast<double>(today), tr("today")},
                  {end, QLocale().toString(toQt(plusDays(m_curve.first, static_cast<int>(end))),
                                           QStringLiteral("d MMM"))}};
    m_chart->setFlags({{static_cast<double>(today), QString()}});
  } else {
    m_chart->setFlags({});
  }
  m_chart->setAxes(days, percentAxis(std::max(0.0, least - 0.05), 1));
  m_chart->setLines(std::move(lines));
  m_chart->setMarks(std::move(marks));
  m_panel->refreshTable();
}

ChartTable PromptMemoryPanel::table() const {
  ChartTable table{{tr("Day"), tr("Grade"), tr("Predicted"), tr("Stability"), tr("Difficulty")},
                   {}};
  for (const review::MemoryCurve::Answer& one : m_curve.answers)
    table.rows += {QLocale().toString(toQt(one.answer.day), QLocale::ShortFormat),
                   gradeText(one.answer.rating), percentText(one.predicted),
                   QString::number(one.stability, 'f', 1), QString::number(one.difficulty, 'f', 1)};
  return table;
}

void PromptMemoryPanel::showAnswers() {
  m_answers->setRowCount(static_cast<int>(m_curve.answers.size()));
  int row = 0;
  for (auto one = m_curve.answers.rbegin(); one != m_curve.answers.rend(); ++one, ++row) {
    const QStringList cells{momentText(one->answer.at, m_session.clock()),
                            gradeText(one->answer.rating), percentText(one->predicted),
                            intervalText(one->answer.intervalSeconds)};
    for (int cell = 0; cell < static_cast<int>(cells.size()); ++cell)
      m_answers->setItem(row, cell, new QTableWidgetItem(cells[cell]));
  }
  if (m_answers->rowCount() > 0)
    m_answers->selectRow(0);
  m_answers->setVisible(m_answers->rowCount() > 0);
  m_correction->setVisible(m_answers->rowCount() > 0);
}

void PromptMemoryPanel::correct(memory::Rating rating) {
  const int row = m_answers->currentRow();
  const auto prompt =
      m_session.read(ops::readPrompt(m_session.pack(), m_session.notebook(), m_prompt));
  if (row < 0 || row >= static_cast<int>(m_curve.answers.size()) || !prompt)
    return;
  const Uuid answer =
      m_curve.answers[m_curve.answers.size() - 1 - static_cast<std::size_t>(row)].answer.id;
  m_session.perform([&](ops::Desk& desk) { return desk.correctGrade(*prompt, answer, rating); });
}

void PromptMemoryPanel::openInStudy() {
  const auto prompt =
      m_session.read(ops::readPrompt(m_session.pack(), m_session.notebook(), m_prompt));
  if (!prompt)
    return;
  Place place{.screen = ScreenName::Study, .question = prompt->question, .phase = prompt->phase};
  if (prompt->diagram)
    place.diagram = *prompt->diagram;
  if (prompt->part)
    place.part = *prompt->part;
  Q_EMIT placeRequested(place);
}

}  // namespace phaseboard::ui
