// SPDX-License-Identifier: Apache-2.0
#include "ui/board/rebuild_setup.h"

#include <cmath>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/ports/board_store.h"
#include "ui/board/board_list.h"
#include "ui/board/board_words.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/bridge/time_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segments.h"

namespace phaseboard::ui {
namespace {

constexpr int kPlaceRole = Qt::UserRole + 10;  // in the list of choices
constexpr int kChoiceWidth = 520;
constexpr std::size_t kMostAttempts = 3;

QString levelHelp(board::Level level) {
  switch (level) {
    case board::Level::PartsGiven:
      return RebuildSetup::tr(
          "Every part lies on the board with its name. Connect and group them.");
    case board::Level::NamesHidden:
      return RebuildSetup::tr(
          "Every part lies on the board by its kind. Name, connect and group them.");
    case board::Level::NothingGiven:
      return RebuildSetup::tr("The board is empty: name, connect and group every part.");
  }
  return {};
}

}  // namespace

RebuildSetup::RebuildSetup(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_filter(new QLineEdit(this)),
      m_figures(new QListWidget(this)),
      m_title(new Label({}, TextRole::Title)),
      m_purpose(new Label({}, TextRole::Body, Tone::Muted)),
      m_attempts(new Label({}, TextRole::Small, Tone::Muted)),
      m_help(new Label({}, TextRole::Small, Tone::Muted)),
      m_levels(
          new Segments({levelWords(board::Level::PartsGiven), levelWords(board::Level::NamesHidden),
                        levelWords(board::Level::NothingGiven)},
                       this)),
      m_start(makeButton(tr("Start rebuilding"), ButtonKind::Primary, this)) {
  setObjectName(QStringLiteral("rebuildSetup"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(4 * kGrid, 3 * kGrid, 4 * kGrid, 3 * kGrid);
  row->setSpacing(4 * kGrid);
  row->addWidget(makeList(), 3);
  row->addWidget(makeChoice(), 4);
  connect(m_filter, &QLineEdit::textChanged, this, &RebuildSetup::list);
  connect(m_figures, &QListWidget::currentRowChanged, this, [this] { showChoice(); });
  connect(m_figures, &QListWidget::itemActivated, m_start, &QPushButton::click);
  connect(m_levels, &Segments::chosen, this, [this] { showChoice(); });
  connect(m_start, &QPushButton::clicked, this, [this] {
    if (const ops::RebuildChoice* choice = current())
      Q_EMIT started(choice->diagram, static_cast<board::Level>(m_levels->current()));
  });
  setFocusProxy(m_filter);
}

QWidget* RebuildSetup::makeList() {
  auto* side = new QWidget(this);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGrid);
  auto* title = new Label(tr("Rebuild a figure from memory"), TextRole::Title);
  title->setWordWrap(true);
  column->addWidget(title);
  m_filter->setPlaceholderText(tr("Find a figure"));
  m_filter->setAccessibleName(tr("Find a figure"));
  m_filter->setClearButtonEnabled(true);
  m_filter->installEventFilter(this);
  column->addWidget(m_filter);
  m_figures->setObjectName(QStringLiteral("rebuildFigures"));
  m_figures->setAccessibleName(tr("Figures"));
  m_figures->setFrameShape(QFrame::NoFrame);
  m_figures->setItemDelegate(new BoardListDelegate(m_figures));
  m_figures->setMouseTracking(true);
  m_figures->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_figures->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  column->addWidget(m_figures, 1);
  return side;
}

QWidget* RebuildSetup::makeChoice() {
  auto* side = new QWidget(this);
  atTextSize(side, [side] { side->setMaximumWidth(scaled(kChoiceWidth)); });
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  auto* card = new Card(side);
  card->column()->setSpacing(kGrid);
  for (Label* words : {m_title, m_purpose, m_attempts, m_help})
    words->setWordWrap(true);
  card->column()->addWidget(m_title);
  card->column()->addWidget(m_purpose);
  card->column()->addWidget(m_attempts);
  card->column()->addSpacing(2 * kGrid);
  card->column()->addWidget(new Label(tr("How much is given"), TextRole::Strong));
  m_levels->setObjectName(QStringLiteral("rebuildLevels"));
  m_levels->setAccessibleName(tr("How much is given"));
  m_levels->setCurrent(2);
  card->column()->addWidget(m_levels, 0, Qt::AlignLeft);
  card->column()->addWidget(m_help);
  card->column()->addSpacing(2 * kGrid);
  auto* buttons = new QHBoxLayout;
  auto* cancel = makeButton(tr("Back"), ButtonKind::Quiet, this);
  cancel->setObjectName(QStringLiteral("leaveRebuildSetup"));
  m_start->setObjectName(QStringLiteral("startRebuild"));
  buttons->addWidget(m_start);
  buttons->addWidget(cancel);
  buttons->addStretch(1);
  card->column()->addLayout(buttons);
  column->addWidget(card);
  column->addStretch(1);
  connect(cancel, &QPushButton::clicked, this, &RebuildSetup::cancelled);
  return side;
}

void RebuildSetup::offer(const DiagramId& diagram) {
  std::vector<board::BoardInfo> boards;
  if (const ports::BoardStore* store = m_session.boards())
    boards = m_session.read(store->boards()).value_or(std::vector<board::BoardInfo>());
  m_choices = ops::rebuildChoices(m_session.pack(), boards, diagram);
  if (!diagram.value().empty()) {
    m_chosen = diagram;
    const QSignalBlocker quiet(m_filter);
    m_filter->clear();
  }
  list();
}

void RebuildSetup::list() {
  const QString words = m_filter->text().trimmed();
  const DiagramId wanted = m_chosen;
  {
    const QSignalBlocker quiet(m_figures);
    m_figures->clear();
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
      const ops::RebuildChoice& choice = m_choices[i];
      const QString title = toQt(choice.title);
      const QString question = toQt(choice.question);
      if (!title.contains(words, Qt::CaseInsensitive) &&
          !question.contains(words, Qt::CaseInsensitive))
        continue;
      auto* item = new QListWidgetItem(title, m_figures);
      item->setData(kPlaceRole, static_cast<int>(i));
      item->setData(BoardListModel::KindRole, question);
      item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(title, question));
      if (!choice.attempts.empty())
        item->setData(BoardListModel::ScoreRole, choice.attempts.back().score);
      if (choice.diagram == wanted)
        m_figures->setCurrentItem(item);
    }
    if (!m_figures->currentItem())
      m_figures->setCurrentRow(0);
  }
  if (QListWidgetItem* item = m_figures->currentItem())
    m_figures->scrollToItem(item);
  showChoice();
}

const ops::RebuildChoice* RebuildSetup::current() const {
  const QListWidgetItem* item = m_figures->currentItem();
  return item ? &m_choices[static_cast<std::size_t>(item->data(kPlaceRole).toInt())] : nullptr;
}

QString RebuildSetup::attemptsText(const ops::RebuildChoice& choice) const {
  if (choice.attempts.empty())
    return tr("Not rebuilt yet.");
  QStringList last;
  for (auto attempt = choice.attempts.rbegin();
       attempt != choice.attempts.rend() && static_cast<std::size_t>(last.size()) < kMostAttempts;
       ++attempt)
    last.push_back(tr("%1 % (%2)")
                       .arg(static_cast<int>(std::floor(attempt->score * 100)))
                       .arg(momentText(attempt->at, m_session.clock())));
  return tr("Before: %1").arg(last.join(QStringLiteral(", ")));
}

void RebuildSetup::showChoice() {
  m_help->setText(levelHelp(static_cast<board::Level>(m_levels->current())));
  const ops::RebuildChoice* choice = current();
  m_start->setEnabled(choice != nullptr);
  m_title->setText(choice ? toQt(choice->title) : tr("No figure with these words"));
  m_purpose->setText(choice ? toQt(choice->purpose) : QString());
  m_attempts->setText(choice ? attemptsText(*choice) : QString());
  if (choice)
    m_chosen = choice->diagram;
}

void RebuildSetup::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape)
    Q_EMIT cancelled();
  else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    m_start->click();
  else
    QWidget::keyPressEvent(event);
}

/// Up and down walk the list while one types.
bool RebuildSetup::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_filter && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    const int row = m_figures->currentRow() + step;
    if (step != 0 && row >= 0 && row < m_figures->count()) {
      m_figures->setCurrentRow(row);
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace phaseboard::ui
