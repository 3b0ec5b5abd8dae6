// SPDX-License-Identifier: Apache-2.0
#include "ui/mock/debrief_view.h"

#include <algorithm>
#include <set>

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include "app/ops/mock_operations.h"
#include "ui/bridge/text.h"
#include "ui/bridge/time_text.h"
#include "ui/mock/board_comparison.h"
#include "ui/mock/earlier_attempts.h"
#include "ui/mock/minutes_chart.h"
#include "ui/mock/miss_list.h"
#include "ui/mock/mock_export.h"
#include "ui/mock/mock_words.h"
#include "ui/mock/points_card.h"
#include "ui/review/own_prompt_dialog.h"
#include "ui/review/selection.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/page_command.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kPageWidth = 1180;
constexpr double kMillisAMinute = 60'000;

double minutesOf(Millis time) {
  return static_cast<double>(time.value()) / kMillisAMinute;
}

void clearRows(QLayout* layout) {
  while (QLayoutItem* item = layout->takeAt(0)) {
    if (item->widget()) {
      item->widget()->hide();
      item->widget()->deleteLater();
    }
    if (item->layout())
      clearRows(item->layout());
    delete item;
  }
}

Label* wrapped(const QString& text, TextRole role, Tone tone = Tone::Normal) {
  auto* label = new Label(text, role, tone);
  label->setWordWrap(true);
  return label;
}

}  // namespace

DebriefView::DebriefView(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_area(new QScrollArea(this)) {
  setObjectName(u"debrief"_s);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  m_area->setWidgetResizable(true);
  m_area->setAccessibleName(tr("Debrief"));
  m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_area->setObjectName(u"debriefArea"_s);
  column->addWidget(m_area);
  const auto add = [this](const QString& text, const QKeySequence& key, const auto& action) {
    QAction* command = addPageCommand(this, text, key);
    connect(command, &QAction::triggered, this, action);
    m_commands.push_back(command);
    return command;
  };
  add(tr("Tick what was found"), QKeySequence(Qt::CTRL | Qt::Key_T), [this] { tickFound(); });
  add(tr("Confirm the debrief"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] {
    if (m_misses)
      m_misses->confirm();
  });
  add(tr("Play the board back"), QKeySequence(Qt::CTRL | Qt::Key_R), [this] {
    Q_EMIT replayRequested();
  })->setObjectName(u"replayMockCommand"_s);
  add(tr("New prompt from selection…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), [this] {
    newPrompt();
  })->setObjectName(u"promptFromDebriefCommand"_s);
  add(tr("Go to the board"), QKeySequence(Qt::ALT | Qt::Key_W), [this] {
    scrollTo(m_boardCard);
  })->setObjectName(u"toBoardCommand"_s);
  add(tr("Go to what was missed"), QKeySequence(Qt::ALT | Qt::Key_M), [this] {
    scrollTo(m_misses);
  })->setObjectName(u"toMissesCommand"_s);
  add(tr("Export the debrief as PDF…"), QKeySequence(Qt::CTRL | Qt::Key_E),
      [this] { exportAs(u"pdf"_s); });
  add(tr("Export the debrief as Markdown…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
      [this] { exportAs(u"md"_s); });
}

bool DebriefView::open(const mock::MockId& id) {
  if (!m_session.mocks() || !m_session.boards())
    return false;
  auto report = m_session.read(ops::readMockReport(m_session.pack(), *m_session.mocks(),
                                                   *m_session.boards(), id, m_session.wordings()));
  if (!report)
    return false;
  m_report = std::move(*report);
  build();
  m_area->verticalScrollBar()->setValue(0);
  return true;
}

void DebriefView::refresh() {
  if (m_report.info.id.value().empty())
    return;
  auto report =
      m_session.read(ops::readMockReport(m_session.pack(), *m_session.mocks(), *m_session.boards(),
                                         m_report.info.id, m_session.wordings()));
  if (!report)
    return;
  m_report = std::move(*report);
  std::set<std::string> ticked;
  for (const ops::PhaseReport& phase : m_report.phases)
    for (const ops::PointReport& point : phase.points)
      if (point.isTicked)
        ticked.insert(point.id);
  for (const ops::FollowUpReport& followUp : m_report.followUps)
    for (const ops::PointReport& point : followUp.points)
      if (point.isTicked)
        ticked.insert(point.id);
  for (const auto& [card, phase] : m_points)
    card->setTicks(ticked);
  showSummary();
}

QString DebriefView::phaseTitle(const PhaseId& phase) const {
  const framework::Phase* found = m_session.pack().framework().phase(phase);
  return found ? tr("%1 %2").arg(found->number).arg(toQt(found->title)) : toQt(phase.value());
}

void DebriefView::build() {
  m_points.clear();
  auto* outer = new QWidget;
  auto* centred = new QHBoxLayout(outer);
  centred->setContentsMargins(4 * kGrid, 3 * kGrid, 4 * kGrid, 4 * kGrid);
  auto* page = new QWidget(outer);
  atTextSize(page, [page] { page->setMaximumWidth(scaled(kPageWidth)); });
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2 * kGrid);
  column->addWidget(makeHead());
  column->addWidget(makeMinutes());
  for (const ops::PhaseReport& phase : m_report.phases)
    column->addWidget(makePhase(phase));
  m_boardCard = m_report.board ? makeBoard() : nullptr;
  if (m_boardCard)
    column->addWidget(m_boardCard);
  for (const ops::FollowUpReport& followUp : m_report.followUps)
    column->addWidget(makeFollowUp(followUp));
  if (!m_report.earlier.empty())
    column->addWidget(new EarlierAttempts(m_report, m_session, page));
  m_misses = new MissList(m_session.formulas(), page);
  connect(m_misses, &MissList::confirmed, this, &DebriefView::confirm);
  column->addWidget(m_misses);
  column->addStretch(1);
  centred->addStretch(1);
  centred->addWidget(page, 100);
  centred->addStretch(1);
  m_area->setWidget(outer);
  showSummary();
}

void DebriefView::scrollTo(QWidget* card) {
  if (!card || !card->parentWidget())
    return;
  m_area->verticalScrollBar()->setValue(card->mapTo(m_area->widget(), QPoint()).y() - kGrid);
}

QWidget* DebriefView::makeHead() {
  auto* head = new QWidget;
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGrid);
  auto* words = new QVBoxLayout;
  words->setSpacing(4);
  words->addWidget(new Label(toQt(m_report.title), TextRole::Title));
  const mock::Plan& plan = m_report.info.plan;
  words->addWidget(wrapped(tr("%1 · %2 · %3")
                               .arg(formWords(plan.form), styleWords(plan.style),
                                    momentText(m_report.info.startedAt, m_session.clock())),
                           TextRole::Small, Tone::Muted));
  m_level = new Label({}, TextRole::Display);
  m_level->setObjectName(u"mockLevel"_s);
  words->addWidget(m_level);
  m_covered = wrapped({}, TextRole::Body);
  m_covered->setObjectName(u"mockCovered"_s);
  words->addWidget(m_covered);
  m_rubric = wrapped({}, TextRole::Small, Tone::Muted);
  words->addWidget(m_rubric);
  m_weakest = new QVBoxLayout;
  m_weakest->setContentsMargins(0, kGrid, 0, 0);
  words->addLayout(m_weakest);
  words->addStretch(1);
  row->addLayout(words, 1);
  auto* buttons = new QVBoxLayout;
  buttons->setSpacing(6);
  const auto add = [&](const QString& text, ButtonKind kind, const char* name, auto action) {
    auto* button = makeButton(text, kind, head);
    button->setObjectName(QString::fromLatin1(name));
    connect(button, &QPushButton::clicked, this, action);
    buttons->addWidget(button);
    return button;
  };
  m_tickFound =
      add(tr("Tick what was found"), ButtonKind::Primary, "tickFound", [this] { tickFound(); });
  if (m_report.info.board)
    add(tr("Play the board back"), ButtonKind::Plain, "replayBoard",
        [this] { Q_EMIT replayRequested(); });
  add(tr("Export as PDF…"), ButtonKind::Plain, "exportPdf", [this] { exportAs(u"pdf"_s); });
  add(tr("Rehearse it again"), ButtonKind::Plain, "again", [this] { Q_EMIT againRequested(); });
  add(tr("All interviews"), ButtonKind::Quiet, "backToMocks", [this] { Q_EMIT backRequested(); });
  buttons->addStretch(1);
  row->addLayout(buttons);
  return head;
}

QWidget* DebriefView::makeMinutes() {
  auto* card = new Card;
  card->column()->addWidget(new Label(tr("Minutes"), TextRole::Heading));
  auto* chart = new MinutesChart(card);
  std::vector<MinutesChart::Row> rows;
  const mock::Plan& plan = m_report.info.plan;
  for (std::size_t i = 0; i < plan.stages.size(); ++i) {
    rows.push_back({stageWords(plan.stages[i]), minutesOf(m_report.times.stages[i].spent),
                    minutesOf(plan.stages[i].budget)});
    if (plan.stages[i].phases.size() < 2)
      continue;
    for (const PhaseId& phase : plan.stages[i].phases) {
      const auto found = m_report.times.phases.find(phase);
      rows.push_back({phaseTitle(phase),
                      found == m_report.times.phases.end() ? 0 : minutesOf(found->second), 0});
    }
  }
  chart->setRows(std::move(rows));
  card->column()->addWidget(chart);
  card->column()->addWidget(wrapped(restWords(m_report.times), TextRole::Small, Tone::Muted));
  return card;
}

PointsCard* DebriefView::addPoints(PointsCard* card, const PhaseId& phase) {
  m_points.emplace_back(card, phase);
  connect(card, &PointsCard::ticked, this, [this](const std::string& point, bool isTicked) {
    (void)m_session.runOnMocks([&](ops::MockOperations& mocks) {
      return mocks.tickMock(m_report.info.id, {point}, isTicked);
    });
  });
  return card;
}

QWidget* DebriefView::makePhase(const ops::PhaseReport& phase) {
  std::vector<PointsCard::Statement> statements;
  statements.reserve(phase.keyPoints.size());
  for (const content::KeyPoint& point : phase.keyPoints)
    statements.push_back({toQt(point.statement), levelWords(point.level)});
  return addPoints(new PointsCard(new Label(phaseTitle(phase.phase), TextRole::Heading),
                                  tr("Nothing was written here. Tick what you said or drew."),
                                  phase.text, phase.points, statements, m_session.formulas()),
                   phase.phase);
}

QWidget* DebriefView::makeFollowUp(const ops::FollowUpReport& followUp) {
  auto* head = new QWidget;
  auto* column = new QVBoxLayout(head);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(new Label(tr("Follow-up"), TextRole::Overline, Tone::Muted));
  auto* question = new TextBlock(m_session.formulas(), head);
  question->setRole(TextRole::Body);
  question->setMarkdown(questionWords(followUp.followUp));
  column->addWidget(question);
  std::vector<PointsCard::Statement> statements;
  statements.reserve(followUp.followUp.points.size());
  for (const mock::FollowUpPoint& point : followUp.followUp.points)
    statements.push_back({pointWords(point), {}});
  return addPoints(new PointsCard(head, tr("Nothing was written. Tick what you said."),
                                  followUp.text, followUp.points, statements, m_session.formulas()),
                   PhaseId());
}

QWidget* DebriefView::makeBoard() {
  auto* card = new Card;
  card->column()->addWidget(new Label(tr("Your board over the reference"), TextRole::Heading));
  auto* comparison = new BoardComparison(card);
  comparison->show(*m_report.board);
  card->column()->addWidget(comparison);
  return card;
}

void DebriefView::showSummary() {
  const mock::Outcome& now = m_report.outcome;
  m_level->setText(levelWords(now.level));
  QString words = tr("%1 of %2 points ticked").arg(now.covered).arg(now.total);
  if (now.board)
    words += tr(", the board has %1 % of the reference").arg(static_cast<int>(*now.board * 100));
  m_covered->setText(words + u'.');
  QStringList levels;
  for (const auto& [level, share] : m_report.rubric) {
    const mock::LevelBar bar = mock::barOf(level);
    levels.push_back(tr("%1: %2 of %3 (asks for %4 %)")
                         .arg(levelWords(level))
                         .arg(share.covered)
                         .arg(share.total)
                         .arg(static_cast<int>(bar.points * 100)));
  }
  m_rubric->setText(levels.join(u" · "_s));
  showWeakest();
  m_misses->setReport(m_report);
}

void DebriefView::showWeakest() {
  clearRows(m_weakest);
  if (m_report.weakest.empty()) {
    m_weakest->addWidget(wrapped(tr("No phase was left open."), TextRole::Small, Tone::Muted));
    return;
  }
  constexpr std::size_t kMostPhases = 3;
  auto* row = new QHBoxLayout;
  row->setSpacing(kGrid);
  row->addWidget(new Label(tr("Study next:"), TextRole::Small, Tone::Muted));
  for (std::size_t i = 0; i < std::min(kMostPhases, m_report.weakest.size()); ++i) {
    const PhaseId phase = m_report.weakest[i];
    auto* button = makeButton(phaseTitle(phase), ButtonKind::Plain, this);
    button->setObjectName(u"studyWeakest"_s);
    connect(button, &QPushButton::clicked, this,
            [this, phase] { Q_EMIT noteRequested(m_report.info.question, phase); });
    row->addWidget(button);
  }
  row->addStretch(1);
  m_weakest->addLayout(row);
}

void DebriefView::tickFound() {
  std::vector<std::string> found;
  const auto collect = [&found](const std::vector<ops::PointReport>& points) {
    for (const ops::PointReport& point : points)
      if (point.mention.isFound && !point.isTicked)
        found.push_back(point.id);
  };
  for (const ops::PhaseReport& phase : m_report.phases)
    collect(phase.points);
  for (const ops::FollowUpReport& followUp : m_report.followUps)
    collect(followUp.points);
  if (!found.empty())
    (void)m_session.runOnMocks(
        [&](ops::MockOperations& mocks) { return mocks.tickMock(m_report.info.id, found, true); });
}

void DebriefView::newPrompt() {
  review::Prompt draft;
  draft.question = m_report.info.question;
  if (!m_report.phases.empty())
    draft.phase = m_report.phases.front().phase;
  for (const auto& [card, phase] : m_points)
    if (hasSelection(card) && !phase.value().empty())
      draft.phase = phase;
  writeOwnPrompt(m_session, withSelection(std::move(draft), m_area->widget()), this);
}

void DebriefView::confirm(const std::vector<ops::ConfirmedGrade>& misses) {
  (void)m_session.runOnMocks([&](ops::MockOperations& mocks) {
    return mocks.debriefMock(m_report.info.id, m_report.outcome, misses);
  });
}

void DebriefView::exportAs(const QString& ending) {
  if (m_report.info.id.value().empty())
    return;
  const QString name = toQt(m_report.title) + u'.' + ending;
  const QString path =
      QFileDialog::getSaveFileName(this, tr("Export the debrief"), name,
                                   ending == u"pdf" ? tr("PDF (*.pdf)") : tr("Markdown (*.md)"));
  if (path.isEmpty())
    return;
  const Status written = exportMock(m_report, m_session, path);
  if (written)
    Q_EMIT exported(path);
  else
    Q_EMIT m_session.failed(written.error());
}

}  // namespace phaseboard::ui
