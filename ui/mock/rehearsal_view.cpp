// SPDX-License-Identifier: Apache-2.0
#include "ui/mock/rehearsal_view.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/board/history.h"
#include "app/ports/board_store.h"
#include "ui/board/board_editor.h"
#include "ui/board/board_words.h"
#include "ui/bridge/text.h"
#include "ui/bridge/time_text.h"
#include "ui/mock/answer_sheet.h"
#include "ui/mock/dialogue_panel.h"
#include "ui/mock/mock_words.h"
#include "ui/mock/stage_track.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/page_command.h"

namespace phaseboard::ui {
namespace {
constexpr int kSecond = 1000;
constexpr int kPauseWidth = 480;
}  // namespace

RehearsalView::RehearsalView(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_rehearsal(session),
      m_pages(new QStackedWidget(this)),
      m_work(new QSplitter(this)),
      m_dialogue(new DialoguePanel(session, m_rehearsal, this)),
      m_board(new BoardEditor(this)),
      m_sheet(new AnswerSheet(session, m_rehearsal, this)) {
  setObjectName(QStringLiteral("rehearsal"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(makeHead());
  m_work->setChildrenCollapsible(false);
  m_work->addWidget(m_dialogue);
  m_work->addWidget(m_board);
  m_work->addWidget(m_sheet);
  m_work->setStretchFactor(1, 1);
  m_work->setSizes({scaled(290), scaled(640), scaled(420)});
  atTextSize(m_dialogue, [this] { m_dialogue->setMinimumWidth(scaled(230)); });
  atTextSize(m_sheet, [this] { m_sheet->setMinimumWidth(scaled(300)); });
  m_pages->addWidget(m_work);
  m_pages->addWidget(makePause());
  column->addWidget(m_pages, 1);
  makeCommands();
  m_board->canvas().setNow([this] { return m_session.now(); });
  m_board->canvas().setEmptyText(
      tr("Type a name, or double-click, to place a part.\nDrag from its border to connect it."));
  m_second.setInterval(kSecond);
  connect(&m_second, &QTimer::timeout, this, &RehearsalView::showTime);
  connect(&m_rehearsal, &Rehearsal::noted, this, &RehearsalView::onNoted);
  connect(m_track, &StageTrack::stageChosen, &m_rehearsal, &Rehearsal::enterStage);
  connect(m_board, &BoardEditor::failed, &m_session, &Session::failed);
}

QWidget* RehearsalView::makeHead() {
  auto* head = new QWidget(this);
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, kGrid);
  row->setSpacing(kGrid);
  m_track = new StageTrack(head);
  row->addWidget(m_track, 1);
  row->addSpacing(kGrid);
  auto* clock = new QVBoxLayout;
  clock->setSpacing(0);
  m_clock = new Label({}, TextRole::Title, Tone::Normal, head);
  m_clock->setObjectName(QStringLiteral("mockClock"));
  m_clock->setAlignment(Qt::AlignRight);
  atTextSize(m_clock, [this] { m_clock->setMinimumWidth(scaled(72)); });
  m_clockWords = new Label({}, TextRole::Caption, Tone::Muted, head);
  m_clockWords->setAlignment(Qt::AlignRight);
  clock->addWidget(m_clock);
  clock->addWidget(m_clockWords);
  row->addLayout(clock);
  row->addSpacing(kGrid);
  m_pause = makeButton(tr("Pause"), ButtonKind::Plain, head);
  m_pause->setObjectName(QStringLiteral("pauseMock"));
  m_next = makeButton(tr("Next stage"), ButtonKind::Plain, head);
  m_next->setObjectName(QStringLiteral("nextStage"));
  m_finish = makeButton(tr("Finish"), ButtonKind::Primary, head);
  m_finish->setObjectName(QStringLiteral("finishMock"));
  row->addWidget(m_pause);
  row->addWidget(m_next);
  row->addWidget(m_finish);
  connect(m_pause, &QPushButton::clicked, &m_rehearsal, &Rehearsal::pause);
  connect(m_next, &QPushButton::clicked, &m_rehearsal, &Rehearsal::enterNextStage);
  connect(m_finish, &QPushButton::clicked, this, &RehearsalView::finish);
  return head;
}

QWidget* RehearsalView::makePause() {
  auto* page = new QWidget(this);
  auto* row = new QHBoxLayout(page);
  auto* middle = new QWidget(page);
  atTextSize(middle, [middle] { middle->setFixedWidth(scaled(kPauseWidth)); });
  row->addWidget(middle);
  auto* column = new QVBoxLayout(middle);
  column->setSpacing(2 * kGrid);
  column->addStretch(2);
  auto* heading = new Label(tr("The clock stands still"), TextRole::Title, Tone::Normal, middle);
  heading->setAlignment(Qt::AlignCenter);
  column->addWidget(heading);
  m_pausedWords = new Label({}, TextRole::Body, Tone::Muted, middle);
  m_pausedWords->setObjectName(QStringLiteral("pausedWords"));
  m_pausedWords->setWordWrap(true);
  m_pausedWords->setAlignment(Qt::AlignCenter);
  column->addWidget(m_pausedWords);
  auto* resume = makeButton(tr("Go on"), ButtonKind::Primary, middle);
  resume->setObjectName(QStringLiteral("resumeMock"));
  connect(resume, &QPushButton::clicked, &m_rehearsal, &Rehearsal::resume);
  column->addWidget(resume, 0, Qt::AlignHCenter);
  column->addStretch(3);
  page->setFocusProxy(resume);
  return page;
}

QAction* RehearsalView::add(const QString& text, const QKeySequence& key,
                            const std::function<void()>& action) {
  QAction* command = addPageCommand(this, text, key);
  connect(command, &QAction::triggered, this, [action] { action(); });
  m_commands.push_back(command);
  return command;
}

void RehearsalView::makeCommands() {
  add(tr("Pause or go on"), QKeySequence(Qt::CTRL | Qt::Key_P), [this] {
    m_rehearsal.isRunning() ? m_rehearsal.pause() : m_rehearsal.resume();
  })->setObjectName(QStringLiteral("pauseMockCommand"));
  add(tr("Next stage"), QKeySequence(Qt::CTRL | Qt::Key_PageDown),
      [this] { m_rehearsal.enterNextStage(); });
  add(tr("Ask the interviewer"), QKeySequence(Qt::ALT | Qt::Key_Q),
      [this] { m_dialogue->focusQuestion(); });
  add(tr("Draw on the board"), QKeySequence(Qt::ALT | Qt::Key_W), [this] { m_board->setFocus(); });
  add(tr("Write the answer"), QKeySequence(Qt::ALT | Qt::Key_E),
      [this] { m_sheet->focusEditor(); });
  add(tr("Go to the follow-ups"), QKeySequence(Qt::ALT | Qt::Key_R), [this] {
    m_sheet->showFollowUps();
    m_sheet->focusEditor();
  })->setObjectName(QStringLiteral("followUpsCommand"));
  add(tr("Ask me a follow-up"), QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_R),
      [this] { m_rehearsal.showFollowUp(); });
  add(tr("Finish the interview"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return),
      [this] { finish(); });
}

bool RehearsalView::open(const mock::MockInfo& info) {
  if (m_rehearsal.isOpen() && m_rehearsal.info().id == info.id) {
    showStand();
    return true;
  }
  if (!m_rehearsal.open(info) || !loadBoard())
    return false;
  m_dialogue->load();
  m_sheet->load();
  m_next->setVisible(info.plan.stages.size() > 1);
  showStand();
  return true;
}

bool RehearsalView::loadBoard() {
  const auto& board = m_rehearsal.info().board;
  m_board->setVisible(board.has_value());
  m_board->canvas().setBoard({}, nullptr);
  m_keeper.reset();
  if (!board || !m_session.boards())
    return true;
  auto entries = m_session.read(m_session.boards()->entries(*board));
  auto history =
      entries ? m_session.read(board::History::replay(std::move(*entries))) : std::nullopt;
  if (!history)
    return false;
  auto keeper = std::make_unique<SessionKeeper>(m_session, *board);
  m_board->setTitle(toQt(m_rehearsal.question().title));
  m_board->canvas().setKindGuess(kindGuessFor(m_session));
  m_board->canvas().setBoard(std::move(*history), keeper.get());
  m_keeper = std::move(keeper);
  return true;
}

void RehearsalView::leave() {
  // What is being typed on the board becomes part of it.
  m_board->canvas().setFocus();
  m_rehearsal.pause();
}

void RehearsalView::onNoted(const mock::Event& event) {
  switch (event.kind) {
    case mock::EventKind::StageEntered:
      if (const auto phase = m_rehearsal.standing().phase)
        m_sheet->showPhase(*phase);
      break;
    case mock::EventKind::FollowUpShown:
      m_sheet->onFollowUpShown();
      break;
    case mock::EventKind::Paused:
    case mock::EventKind::Resumed:
      showStand();
      break;
    default:
      break;
  }
  showTime();
}

void RehearsalView::showTime() {
  if (!m_rehearsal.isOpen())
    return;
  const mock::Standing now = m_rehearsal.standing();
  m_track->setStanding(m_rehearsal.info().plan, now);
  m_clock->setText(clockText(now.left));
  const bool isOver = now.left.value() < 0;
  const bool isShort = now.left.value() * 10 < m_rehearsal.info().plan.budget().value();
  m_clock->setTone(isOver ? Tone::Bad : isShort ? Tone::Warn : Tone::Normal);
  m_clockWords->setText(isOver ? tr("over") : tr("left"));
}

void RehearsalView::showStand() {
  const bool runs = m_rehearsal.isRunning();
  QString words = tr("Pauses are noted down and shown in the debrief. Everything you did is kept.");
  if (const auto absence = m_rehearsal.absence())
    words = tr("Phaseboard was not running for %1. That time is not counted. Everything that you "
               "drew and wrote is here.")
                .arg(durationText(*absence));
  m_pausedWords->setText(words);
  m_pages->setCurrentIndex(runs ? 0 : 1);
  m_pause->setEnabled(runs);
  m_next->setEnabled(runs);
  if (runs && isVisible())
    m_second.start();
  else
    m_second.stop();
  showTime();
  if (!isVisible())
    return;
  if (runs)
    m_sheet->focusEditor();
  else
    m_pages->currentWidget()->setFocus();
}

void RehearsalView::finish() {
  if (!m_rehearsal.isOpen())
    return;
  m_board->canvas().setFocus();
  const mock::MockId id = m_rehearsal.info().id;
  m_rehearsal.finish();
  if (m_rehearsal.record().stand() != mock::Stand::Finished)
    return;
  m_second.stop();
  m_rehearsal.close();
  Q_EMIT finished(id);
}

void RehearsalView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (m_rehearsal.isOpen())
    showStand();
}

void RehearsalView::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  m_second.stop();
}

}  // namespace phaseboard::ui
