// SPDX-License-Identifier: Apache-2.0
#include "ui/board/board_screen.h"

#include <QAction>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/ops/rebuild.h"
#include "app/ports/board_store.h"
#include "ui/board/board_editor.h"
#include "ui/board/board_replay.h"
#include "ui/board/board_words.h"
#include "ui/board/rebuild_result.h"
#include "ui/board/rebuild_setup.h"
#include "ui/board/session_keeper.h"
#include "ui/bridge/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"
#include "ui/widgets/page_command.h"

namespace phaseboard::ui {
namespace {

constexpr int kListWidth = 272;

}  // namespace

BoardScreen::BoardScreen(const ScreenContext& context, QWidget* parent)
    : Screen(context, parent),
      m_model(context.session),
      m_list(new QListView(this)),
      m_pages(new QStackedWidget(this)) {
  setObjectName(QStringLiteral("boardScreen"));
  m_empty = makeEmpty();
  m_boardPage = makeBoard();
  m_replayPage = makeReplay();
  m_setup = new RebuildSetup(context.session);
  m_result = new RebuildResult;
  for (QWidget* page : {m_empty, m_boardPage, m_replayPage, static_cast<QWidget*>(m_setup),
                        static_cast<QWidget*>(m_result)})
    m_pages->addWidget(page);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(makeList());
  row->addWidget(m_pages, 1);
  makeCommands();
  connect(m_setup, &RebuildSetup::started, this, &BoardScreen::startRebuild);
  connect(m_setup, &RebuildSetup::cancelled, this, &BoardScreen::showBoard);
  connect(m_result, &RebuildResult::backRequested, this, &BoardScreen::showBoard);
  connect(m_result, &RebuildResult::againRequested, this,
          [this] { offerRebuild(m_info->diagram.value_or(DiagramId())); });
  connect(m_result, &RebuildResult::reviewRequested, this,
          [this] { Q_EMIT placeRequested(Place{.screen = ScreenName::Review}); });
  connect(m_result, &RebuildResult::studyRequested, this, [this] {
    if (m_info && m_info->diagram)
      Q_EMIT placeRequested(Place{.screen = ScreenName::Study, .diagram = *m_info->diagram});
  });
  connect(m_result, &RebuildResult::confirmed, this,
          [this](double score, const std::vector<ops::ConfirmedGrade>& grades) {
            const Millis spent{session().now().value() - m_openedAt.value()};
            const auto id = m_info->id;
            const auto done = session().runOnBoards([&](ops::BoardOperations& boards) {
              return boards.finishRebuild(id, score, grades, spent);
            });
            if (done)
              showResult();
          });
}

BoardScreen::~BoardScreen() {
  m_editor->canvas().setBoard({}, nullptr);  // the keeper goes first
}

QWidget* BoardScreen::makeList() {
  auto* side = new QWidget(this);
  atTextSize(side, [side] { side->setFixedWidth(scaled(kListWidth)); });
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(2 * kGrid, 3 * kGrid, kGrid, 2 * kGrid);
  column->setSpacing(kGrid);
  column->addWidget(new Label(tr("Boards"), TextRole::Title));
  auto* make = makeButton(tr("New board"), ButtonKind::Primary, side);
  make->setObjectName(QStringLiteral("newBoard"));
  auto* rebuild = makeButton(tr("Rebuild a figure…"), ButtonKind::Plain, side);
  rebuild->setObjectName(QStringLiteral("rebuildFigure"));
  connect(make, &QPushButton::clicked, this, &BoardScreen::create);
  connect(rebuild, &QPushButton::clicked, this, [this] { offerRebuild({}); });
  column->addWidget(make);
  column->addWidget(rebuild);
  m_list->setModel(&m_model);
  m_list->setItemDelegate(new BoardListDelegate(m_list));
  m_list->setObjectName(QStringLiteral("boardList"));
  m_list->setAccessibleName(tr("Boards"));
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setMouseTracking(true);
  m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  const auto openRow = [this](const QModelIndex& index) {
    if (const board::BoardInfo* info = m_model.at(index))
      open(board::BoardId(info->id));
  };
  connect(m_list, &QListView::clicked, this, openRow);
  connect(m_list, &QListView::activated, this, openRow);
  column->addWidget(m_list, 1);
  return side;
}

QWidget* BoardScreen::makeEmpty() {
  auto* empty = new EmptyState(Glyph::Board, tr("Think with a pen"),
                               tr("Draw with the shapes of our figures, or rebuild a figure from "
                                  "memory. Every stroke is saved."),
                               this);
  connect(empty->addAction(tr("New board")), &QPushButton::clicked, this, &BoardScreen::create);
  return empty;
}

QWidget* BoardScreen::makeBoard() {
  auto* page = new QWidget(this);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(3 * kGrid, 2 * kGrid, 2 * kGrid, 0);
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  m_heading = new Label({}, TextRole::Heading);
  m_heading->setObjectName(QStringLiteral("boardHeading"));
  m_purpose = new Label({}, TextRole::Small, Tone::Muted);
  m_purpose->setWordWrap(true);
  words->addWidget(m_heading);
  words->addWidget(m_purpose);
  head->addLayout(words, 1);
  m_compare = makeButton(tr("Compare with the figure"), ButtonKind::Primary, page);
  m_compare->setObjectName(QStringLiteral("compareRebuild"));
  connect(m_compare, &QPushButton::clicked, this, &BoardScreen::compare);
  head->addWidget(m_compare);
  column->addLayout(head);
  m_editor = new BoardEditor(page);
  m_editor->canvas().setNow([this] { return session().now(); });
  m_editor->canvas().setEmptyText(
      tr("Type a name, or double-click, to place a part.\nTab after a name goes on with a "
         "connected part. Drag from a part's border to connect it."));
  column->addWidget(m_editor, 1);
  connect(m_editor, &BoardEditor::failed, &session(), &Session::failed);
  return page;
}

QWidget* BoardScreen::makeReplay() {
  auto* page = new QWidget(this);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGrid);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(3 * kGrid, 2 * kGrid, 2 * kGrid, 0);
  head->addWidget(new Label(tr("How it was drawn"), TextRole::Heading), 1);
  auto* back = makeButton(tr("Back to the board"), ButtonKind::Plain, page);
  back->setObjectName(QStringLiteral("leaveReplay"));
  connect(back, &QPushButton::clicked, this, &BoardScreen::showBoard);
  head->addWidget(back);
  column->addLayout(head);
  m_replay = new BoardReplay(page);
  column->addWidget(m_replay, 1);
  return page;
}

void BoardScreen::showReplay() {
  if (!m_info)
    return;
  m_replay->setBoard(board::History(m_editor->canvas().history()));
  m_pages->setCurrentWidget(m_replayPage);
  m_replay->setFocus();
}

void BoardScreen::makeCommands() {
  const auto add = [this](const QString& text, const QKeySequence& key, const auto& action) {
    QAction* command = addPageCommand(this, text, key);
    connect(command, &QAction::triggered, this, action);
    m_commands.push_back(command);
  };
  add(tr("New board"), QKeySequence(Qt::CTRL | Qt::Key_N), [this] { create(); });
  add(tr("Rebuild a figure from memory…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
      [this] { offerRebuild({}); });
  add(tr("Compare with the figure"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] {
    if (m_pages->currentWidget() == m_boardPage)
      compare();
  });
  add(tr("Play the drawing back"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
      [this] { showReplay(); });
  add(tr("Rename the board…"), QKeySequence(Qt::SHIFT | Qt::Key_F2), [this] { rename(); });
  add(tr("Throw the board away"), QKeySequence(Qt::CTRL | Qt::Key_Delete), [this] { remove(); });
  m_commands += m_editor->commands();
}

QStringList BoardScreen::trail() const {
  return m_info ? QStringList{toQt(m_info->title)} : QStringList();
}

Place BoardScreen::place() const {
  Place place{.screen = ScreenName::Board};
  if (m_info)
    place.board = m_info->id;
  return place;
}

void BoardScreen::readBoards() {
  const ports::BoardStore* store = session().boards();
  if (!store)
    return;
  if (auto boards = session().read(store->boards())) {
    // The board of an interview belongs to its debrief.
    std::erase_if(
        *boards, [](const board::BoardInfo& info) { return info.purpose == board::Purpose::Mock; });
    m_model.setBoards(std::move(*boards));
  }
  if (m_info)
    m_list->setCurrentIndex(m_model.indexOf(m_info->id));
}

void BoardScreen::arrive(const Place& place) {
  if (!std::exchange(m_knowsConcepts, true))
    m_editor->canvas().setKindGuess(kindGuessFor(session()));
  readBoards();
  readOpenBoard();  // it may have been changed, or taken back, from another screen
  m_isAsked = place.isAsked;
  if (!place.diagram.value().empty()) {
    offerRebuild(place.diagram);
    return;
  }
  if (!place.board.value().empty() && (!m_info || m_info->id != place.board))
    open(place.board);
  else if (!m_info && m_model.rowCount() > 0)
    open(board::BoardId(m_model.at(m_model.index(0))->id));
  else if (!m_info)
    m_pages->setCurrentWidget(m_empty);
}

void BoardScreen::leave() {
  // What is being typed becomes part of the board.
  m_editor->canvas().setFocus();
}

void BoardScreen::refresh(const ops::Changes& changes) {
  if (!changes.touches(ops::Aspect::Boards))
    return;
  readBoards();
  readOpenBoard();
}

void BoardScreen::readOpenBoard() {
  const ports::BoardStore* store = session().boards();
  if (!store || !m_info)
    return;
  const auto info = session().read(store->board(m_info->id));
  if (info && *info) {
    m_info = **info;
    m_heading->setText(toQt(m_info->title));
    m_compare->setText(m_info->outcome ? tr("Show the comparison") : tr("Compare with the figure"));
    m_editor->canvas().setReadOnly(m_info->outcome.has_value());
    if (m_pages->currentWidget() == m_result)
      showResult();
  } else {
    m_editor->canvas().setBoard({}, nullptr);
    m_keeper.reset();
    m_info.reset();
    if (m_model.rowCount() > 0)
      open(board::BoardId(m_model.at(m_model.index(0))->id));
    else
      m_pages->setCurrentWidget(m_empty);
  }
  Q_EMIT placeChanged();
}

void BoardScreen::open(const board::BoardId& board) {
  const ports::BoardStore* store = session().boards();
  if (!store)
    return;
  const auto info = session().read(store->board(board));
  auto entries = info && *info ? session().read(store->entries(board)) : std::nullopt;
  auto history =
      entries ? session().read(board::History::replay(std::move(*entries))) : std::nullopt;
  if (!history)
    return;
  m_info = **info;
  m_openedAt = session().now();
  auto keeper = std::make_unique<SessionKeeper>(session(), board);
  m_editor->setTitle(toQt(m_info->title));
  m_editor->canvas().setBoard(std::move(*history), keeper.get());
  m_keeper = std::move(keeper);
  // What was judged stays as it was judged.
  m_editor->canvas().setReadOnly(m_info->outcome.has_value());
  m_list->setCurrentIndex(m_model.indexOf(board));
  m_heading->setText(toQt(m_info->title));
  QString purpose;
  if (m_info->diagram) {
    for (const ports::QuestionCard& question : session().pack().questions())
      for (const ports::DiagramCard& figure : question.diagrams)
        if (figure.id == *m_info->diagram)
          purpose = toQt(figure.description);
  }
  m_purpose->setText(purpose);
  m_purpose->setVisible(!purpose.isEmpty());
  m_compare->setVisible(m_info->diagram.has_value());
  m_compare->setText(m_info->outcome ? tr("Show the comparison") : tr("Compare with the figure"));
  if (m_info->outcome)
    showResult();
  else
    showBoard();
  Q_EMIT placeChanged();
}

void BoardScreen::showBoard() {
  m_pages->setCurrentWidget(m_info ? m_boardPage : m_empty);
  if (m_info)
    m_editor->canvas().setFocus();
}

void BoardScreen::create() {
  const auto made = session().runOnBoards([&](ops::BoardOperations& boards) {
    ops::NewBoard board;
    board.title = fromQt(tr("Board %1").arg(m_model.rowCount() + 1));
    return boards.createBoard(board);
  });
  if (!made)
    return;
  readBoards();
  open(made->board);
}

void BoardScreen::rename() {
  if (!m_info)
    return;
  bool isGiven = false;
  const QString title = QInputDialog::getText(this, tr("Rename the board"), tr("Name"),
                                              QLineEdit::Normal, toQt(m_info->title), &isGiven)
                            .trimmed();
  if (isGiven && !title.isEmpty())
    (void)session().runOnBoards([&](ops::BoardOperations& boards) {
      return boards.renameBoard(m_info->id, fromQt(title));
    });
}

void BoardScreen::remove() {
  if (!m_info)
    return;
  const board::BoardId id = m_info->id;
  (void)session().runOnBoards([&](ops::BoardOperations& boards) { return boards.removeBoard(id); });
}

void BoardScreen::offerRebuild(const DiagramId& diagram) {
  m_setup->offer(diagram);
  m_pages->setCurrentWidget(m_setup);
  m_setup->setFocus();
}

void BoardScreen::startRebuild(const DiagramId& diagram, board::Level level) {
  const auto reference = session().read(session().pack().diagram(diagram));
  if (!reference)
    return;
  const auto made = session().runOnBoards([&](ops::BoardOperations& boards) {
    ops::NewBoard board;
    board.purpose = board::Purpose::Rebuild;
    board.title = reference->title;
    board.question = reference->question;
    board.diagram = diagram;
    board.level = level;
    board.given = ops::givenFor(*reference, level, m_editor->canvas().partExtent());
    return boards.createBoard(board);
  });
  if (!made)
    return;
  readBoards();
  open(made->board);
}

void BoardScreen::compare() {
  if (m_info && m_info->diagram)
    showResult();
}

void BoardScreen::showResult() {
  const auto reference = session().read(session().pack().diagram(*m_info->diagram));
  if (!reference)
    return;
  const board::Document& document = m_editor->canvas().document();
  const auto judgement = session().read(
      ops::judgeRebuild(session().pack(), *m_info->diagram,
                        m_info->level.value_or(board::Level::NothingGiven), document));
  if (!judgement)
    return;
  m_result->setAsked(m_isAsked);
  m_result->showResult(*reference, document, *judgement, m_info->outcome.has_value());
  m_pages->setCurrentWidget(m_result);
  m_result->setFocus();
}

}  // namespace phaseboard::ui
