// SPDX-License-Identifier: Apache-2.0
#include "ui/mock/mock_start.h"

#include <algorithm>

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/base/hash.h"
#include "app/ops/mock_report.h"
#include "app/ops/progress_report.h"
#include "app/ports/mock_store.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/bridge/time_text.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/line_chart.h"
#include "ui/mock/mock_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segments.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kChoiceWidth = 470;
constexpr int kMostRows = 30;
const auto kRandomQuestion = u"?random"_s;
const auto kWeakestQuestion = u"?weakest"_s;

int percentOf(int part, int whole) {
  return whole == 0 ? 0 : part * 100 / whole;
}

QScrollArea* makeArea(QWidget* page, QWidget* parent) {
  auto* area = new QScrollArea(parent);
  area->setWidgetResizable(true);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area->setWidget(page);
  area->setFocusPolicy(Qt::NoFocus);  // what lies on it is reached, and scrolls it
  return area;
}

Label* makeAdvice() {
  auto* label = new Label({}, TextRole::Small, Tone::Muted);
  label->setWordWrap(true);
  return label;
}

}  // namespace

MockStart::MockStart(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
  setObjectName(u"mockStart"_s);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  QScrollArea* choice = makeArea(makeChoice(), this);
  // The history beside it keeps some room.
  atTextSize(choice, [choice] {
    choice->setFixedWidth(std::min(scaled(kChoiceWidth), kChoiceWidth * 3 / 2));
  });
  row->addWidget(choice);
  row->addWidget(makeArea(makeHistory(), this), 1);
}

QWidget* MockStart::makeChoice() {
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(4 * kGrid, 3 * kGrid, 2 * kGrid, 3 * kGrid);
  column->setSpacing(kGrid);
  column->addWidget(new Label(tr("Rehearse an interview"), TextRole::Title));
  auto* advice = makeAdvice();
  advice->setText(tr("Draw, write and answer against the clock. Everything is kept as you go."));
  column->addWidget(advice);
  column->addSpacing(kGrid);
  column->addWidget(new Label(tr("Question"), TextRole::Strong));
  m_question = new QComboBox(page);
  m_question->setObjectName(u"mockQuestion"_s);
  m_question->setAccessibleName(tr("Question"));
  column->addWidget(m_question);
  column->addSpacing(kGrid);
  column->addWidget(new Label(tr("How much"), TextRole::Strong));
  m_form = new Segments({tr("Whole"), tr("One stage"), tr("Follow-ups"), tr("High level")}, page);
  m_form->setObjectName(u"mockForm"_s);
  m_form->setAccessibleName(tr("How much"));
  column->addWidget(m_form);
  m_formAdvice = makeAdvice();
  column->addWidget(m_formAdvice);
  m_stage = new QComboBox(page);
  m_stage->setObjectName(u"mockStage"_s);
  m_stage->setAccessibleName(tr("Stage"));
  for (const framework::Stage& stage : m_session.pack().framework().stages)
    m_stage->addItem(toQt(stage.title), toQt(stage.id.value()));
  column->addWidget(m_stage);
  column->addSpacing(kGrid);
  column->addWidget(new Label(tr("Interviewer"), TextRole::Strong));
  m_style = new Segments({styleWords(mock::Style::Guiding), styleWords(mock::Style::Neutral),
                          styleWords(mock::Style::Demanding)},
                         page);
  m_style->setObjectName(u"mockStyle"_s);
  m_style->setAccessibleName(tr("Interviewer"));
  m_style->setCurrent(1);
  column->addWidget(m_style);
  m_styleAdvice = makeAdvice();
  column->addWidget(m_styleAdvice);
  column->addSpacing(2 * kGrid);
  m_summary = new Label({}, TextRole::Body);
  m_summary->setWordWrap(true);
  column->addWidget(m_summary);
  m_start = makeButton(tr("Start the clock"), ButtonKind::Primary, page);
  m_start->setObjectName(u"startMock"_s);
  column->addWidget(m_start, 0, Qt::AlignLeft);
  column->addStretch(1);
  connect(m_form, &Segments::chosen, this, &MockStart::showPlan);
  connect(m_style, &Segments::chosen, this, &MockStart::showPlan);
  connect(m_stage, &QComboBox::currentIndexChanged, this, &MockStart::showPlan);
  connect(m_question, &QComboBox::currentIndexChanged, this, &MockStart::showPlan);
  connect(m_start, &QPushButton::clicked, this, &MockStart::start);
  page->setFocusProxy(m_start);
  return page;
}

QWidget* MockStart::makeHistory() {
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(2 * kGrid, 3 * kGrid, 4 * kGrid, 3 * kGrid);
  column->setSpacing(2 * kGrid);
  m_trend = new LineChart(tr("Points covered and drawings, by attempt"));
  m_trend->setEmptyText(tr("After two interviews with a debrief, your trend is drawn here."));
  m_trendPanel = new ChartPanel(
      tr("Trend"), m_trend, [this] { return m_table; }, page);
  m_trendPanel->setCaption(tr("Whole interviews and short forms together, oldest first."));
  m_trendPanel->setObjectName(u"mockTrend"_s);
  column->addWidget(m_trendPanel);
  column->addWidget(new Label(tr("Earlier interviews"), TextRole::Heading));
  m_rows = new QVBoxLayout;
  m_rows->setSpacing(kGrid);
  column->addLayout(m_rows);
  column->addStretch(1);
  return page;
}

void MockStart::refresh(const QuestionId& question) {
  fillQuestions();
  if (!question.value().empty())
    m_question->setCurrentIndex(std::max(0, m_question->findData(toQt(question.value()))));
  showPlan();
  showHistory();
}

void MockStart::fillQuestions() {
  if (m_question->count() > 0)
    return;
  m_question->addItem(tr("Any, by chance"), kRandomQuestion);
  m_question->addItem(tr("The one I know least"), kWeakestQuestion);
  m_question->insertSeparator(m_question->count());
  for (const ports::QuestionCard& card : m_session.pack().questions())
    if (card.kind == content::QuestionKind::Interview)
      m_question->addItem(toQt(card.title), toQt(card.id.value()));
}

QString MockStart::titleOf(const QuestionId& question) const {
  for (const ports::QuestionCard& card : m_session.pack().questions())
    if (card.id == question)
      return toQt(card.title);
  return toQt(question.value());
}

QuestionId MockStart::weakestQuestion() const {
  const auto report = m_session.read(
      ops::readProgress(m_session.pack(), m_session.notebook(), m_session.today(), 1));
  return report ? ops::weakestInterview(m_session.pack(), *report) : QuestionId();
}

QuestionId MockStart::chosenQuestion() const {
  const QString chosen = m_question->currentData().toString();
  if (chosen == kWeakestQuestion)
    return weakestQuestion();
  if (chosen != kRandomQuestion)
    return QuestionId{fromQt(chosen)};
  std::vector<QuestionId> all;
  for (const ports::QuestionCard& card : m_session.pack().questions())
    if (card.kind == content::QuestionKind::Interview)
      all.push_back(card.id);
  if (all.empty())
    return {};
  const auto lot = Fnv64{}.addNumber(static_cast<std::uint64_t>(m_session.now().value())).value();
  return all[lot % all.size()];
}

mock::PlanWish MockStart::wish(const QuestionId& question) const {
  mock::PlanWish wish;
  wish.form = mock::kForms[static_cast<std::size_t>(m_form->current())];
  wish.style = mock::kStyles[static_cast<std::size_t>(m_style->current())];
  wish.seed = static_cast<std::uint64_t>(m_session.now().value());
  wish.stage = StageId{fromQt(m_stage->currentData().toString())};
  for (const ports::QuestionCard& card : m_session.pack().questions()) {
    if (card.id != question)
      continue;
    const auto reference = ops::referenceOf(card);
    for (const ports::DiagramCard& figure : card.diagrams)
      if (figure.id == reference)
        wish.boardPhase = figure.phase;
  }
  return wish;
}

void MockStart::showPlan() {
  const mock::PlanWish chosen = wish({});
  m_formAdvice->setText(formAdvice(chosen.form));
  m_styleAdvice->setText(styleAdvice(chosen.style));
  m_stage->setVisible(chosen.form == mock::Form::OneStage);
  const auto plan =
      mock::makePlan(chosen, m_session.pack().framework(), m_session.settings().stageMinutes);
  m_start->setEnabled(plan.has_value() && m_question->count() > 3);
  if (!plan)
    return;
  QStringList stages;
  for (const mock::PlannedStage& stage : plan->stages)
    stages.push_back(tr("%1 %2").arg(stageWords(stage), durationText(stage.budget)));
  m_summary->setText(plan->stages.size() == 1
                         ? stages.front()
                         : tr("%1: %2").arg(durationText(plan->budget()), stages.join(u", "_s)));
}

void MockStart::start() {
  const QuestionId question = chosenQuestion();
  const auto plan = m_session.read(mock::makePlan(wish(question), m_session.pack().framework(),
                                                  m_session.settings().stageMinutes));
  if (!plan || question.value().empty())
    return;
  ops::NewMock wanted;
  wanted.question = question;
  wanted.title = fromQt(titleOf(question));
  wanted.plan = *plan;
  wanted.hasBoard = plan->form != mock::Form::FollowUps;
  for (const ports::QuestionCard& card : m_session.pack().questions())
    if (card.id == question)
      wanted.reference = ops::referenceOf(card);
  Q_EMIT startRequested(wanted);
}

void MockStart::showHistory() {
  while (QLayoutItem* item = m_rows->takeAt(0)) {
    if (item->widget()) {
      item->widget()->hide();
      item->widget()->deleteLater();
    }
    delete item;
  }
  const ports::MockStore* store = m_session.mocks();
  const auto all = store ? m_session.read(store->mocks()) : std::nullopt;
  std::vector<mock::MockInfo> finished;
  int rows = 0;
  if (all)
    for (const mock::MockInfo& info : *all) {
      if (!info.finishedAt)
        continue;
      if (info.outcome)
        finished.push_back(info);
      if (rows++ < kMostRows)
        m_rows->addWidget(makeRow(info));
    }
  if (rows == 0)
    m_rows->addWidget(makeEmpty());
  std::reverse(finished.begin(), finished.end());
  showTrend(finished);
}

void MockStart::showTrend(const std::vector<mock::MockInfo>& finished) {
  ChartLine points{tr("Points covered"), Ink::Accent, {}};
  ChartLine boards{tr("Drawing"), Ink::Good, {}, true};
  ChartAxis x{0, std::max(1.0, static_cast<double>(finished.size()) - 1), {}};
  std::vector<LineChart::Mark> marks;
  m_table = {{tr("When"), tr("Question"), tr("Form"), tr("Points"), tr("Drawing"), tr("Level")},
             {}};
  for (std::size_t i = 0; i < finished.size(); ++i) {
    const mock::MockInfo& info = finished[i];
    const auto at = static_cast<double>(i);
    const double share = percentOf(info.outcome->covered, info.outcome->total) / 100.0;
    points.points.emplace_back(at, share);
    points.dots.push_back(4);
    if (info.outcome->board) {
      boards.points.emplace_back(at, *info.outcome->board);
      boards.dots.push_back(4);
    }
    const QString when = momentText(info.startedAt, m_session.clock());
    const QString drawn = info.outcome->board
                              ? tr("%1 %").arg(static_cast<int>(*info.outcome->board * 100))
                              : u"\u2013"_s;
    m_table.rows.push_back({when, titleOf(info.question), formWords(info.plan.form),
                            tr("%1 %").arg(static_cast<int>(share * 100)), drawn,
                            levelWords(info.outcome->level)});
    marks.push_back({at, tr("%1, %2: %3 % of the points, %4")
                             .arg(when, titleOf(info.question))
                             .arg(static_cast<int>(share * 100))
                             .arg(levelWords(info.outcome->level))});
    x.ticks.emplace_back(at, QString::number(i + 1));
  }
  const bool isShown = finished.size() > 1;
  m_trendPanel->setVisible(isShown);
  if (!isShown)
    return;
  m_trend->setAxes(x, percentAxis(0, 1));
  std::vector<ChartLine> lines{points};
  if (boards.points.size() > 1)
    lines.push_back(boards);
  m_trend->setLines(lines);
  m_trend->setMarks(marks);
  m_trendPanel->refreshTable();
}

QWidget* MockStart::makeEmpty() {
  auto* empty = new EmptyState(
      Glyph::Hourglass, tr("No interview yet"),
      tr("What you rehearse stands here with its level and how it changed. A first one takes five "
         "minutes: draw the whole design."));
  QPushButton* first = empty->addAction(tr("Draw a design in five minutes"));
  first->setObjectName(u"firstMock"_s);
  connect(first, &QPushButton::clicked, this, [this] {
    m_form->setCurrent(static_cast<int>(mock::Form::HighLevel));
    showPlan();
    start();
  });
  return empty;
}

QWidget* MockStart::makeRow(const mock::MockInfo& info) {
  auto* card = new Card;
  card->setObjectName(u"mockRow"_s);
  card->setInteractive(true);
  card->setAccessibleName(titleOf(info.question));
  card->column()->setContentsMargins(2 * kGrid, 12, kGrid, 12);
  auto* row = new QHBoxLayout;
  row->setSpacing(2 * kGrid);
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  auto* title = new Label(titleOf(info.question), TextRole::Strong);
  auto* how = new Label(tr("%1 · %2 · %3")
                            .arg(momentText(info.startedAt, m_session.clock()),
                                 formWords(info.plan.form), styleWords(info.plan.style)),
                        TextRole::Small, Tone::Muted);
  for (Label* line : {title, how}) {
    line->setElided(true);
    words->addWidget(line);
  }
  row->addLayout(words, 1);
  if (info.outcome) {
    row->addWidget(new Label(
        tr("%1 % of the points").arg(percentOf(info.outcome->covered, info.outcome->total)),
        TextRole::Small, Tone::Muted));
    row->addWidget(new Chip(levelWords(info.outcome->level),
                            info.outcome->level ? style::Role::Metric : style::Role::Data));
  } else {
    row->addWidget(new Chip(tr("Debrief open"), style::Role::Note));
  }
  auto* remove = new GlyphButton(Glyph::Trash, tr("Throw this interview away"), card);
  remove->setObjectName(u"removeMock"_s);
  row->addWidget(remove);
  card->column()->addLayout(row);
  connect(card, &Card::activated, this, [this, id = info.id] { Q_EMIT openRequested(id); });
  connect(remove, &GlyphButton::clicked, this,
          [this, id = info.id] { Q_EMIT removeRequested(id); });
  return card;
}

}  // namespace phaseboard::ui
