// SPDX-License-Identifier: Apache-2.0
#include "ui/library/library_screen.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/library/gallery_delegate.h"
#include "ui/library/question_card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/page_command.h"

namespace phaseboard::ui {
namespace {
constexpr int kTileWish = 320;
}

LibraryScreen::LibraryScreen(const ScreenContext& context, QWidget* parent)
    : Screen(context, parent),
      m_model(context.session.pack()),
      m_delegate(new GalleryDelegate(context.thumbnails, this)),
      m_view(new QListView(this)) {
  setObjectName(QStringLiteral("libraryScreen"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(makeQuestions());
  row->addWidget(makeGallery(), 1);
  makeCommands();
  connect(&context.thumbnails, &ThumbnailStore::ready, &m_model, &GalleryModel::pictureChanged);
  applyFilter();
}

QWidget* LibraryScreen::makeQuestions() {
  auto* area = new QScrollArea(this);
  area->setWidgetResizable(true);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  atTextSize(area, [area] { area->setFixedWidth(scaled(316)); });
  area->setFocusPolicy(Qt::NoFocus);  // what lies on it is reached, and scrolls it
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(3 * kGrid, 3 * kGrid, kGrid, 3 * kGrid);
  column->setSpacing(2 * kGrid);
  column->addWidget(new Label(tr("Questions"), TextRole::Title));
  for (const ports::QuestionCard& question : session().pack().questions()) {
    auto* card = new QuestionCardView(question, context().thumbnails);
    column->addWidget(card);
    m_questions.emplace_back(question.id, card);
    connect(card, &Card::activated, this, [this, id = question.id] {
      chooseQuestion(m_filter.question == id ? QuestionId() : id);
    });
    connect(card, &QuestionCardView::opened, this, [this, id = question.id] {
      Place there;
      there.screen = ScreenName::Study;
      there.question = id;
      Q_EMIT placeRequested(there);
    });
  }
  column->addStretch(1);
  area->setWidget(page);
  return area;
}

QWidget* LibraryScreen::makeGallery() {
  auto* right = new QWidget(this);
  auto* column = new QVBoxLayout(right);
  column->setContentsMargins(2 * kGrid, 3 * kGrid, 2 * kGrid, 0);
  column->setSpacing(12);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(kGrid, 0, kGrid, 0);
  head->addWidget(new Label(tr("Figures"), TextRole::Title));
  m_count = new Label(QString(), TextRole::Body, Tone::Muted);
  head->addWidget(m_count);
  head->addStretch(1);
  m_words = new QLineEdit;
  m_words->setObjectName(QStringLiteral("galleryFilter"));
  m_words->setPlaceholderText(tr("Filter figures"));
  m_words->setAccessibleName(tr("Filter figures"));
  m_words->setClearButtonEnabled(true);
  atTextSize(m_words, [this] { m_words->setFixedWidth(scaled(240)); });
  connect(m_words, &QLineEdit::textChanged, this, &LibraryScreen::applyFilter);
  head->addWidget(m_words);
  column->addLayout(head);
  column->addWidget(makeFilters());

  m_view->setObjectName(QStringLiteral("gallery"));
  m_view->setAccessibleName(tr("Figures"));
  m_view->setModel(&m_model);
  m_view->setItemDelegate(m_delegate);
  m_view->setViewMode(QListView::IconMode);
  m_view->setResizeMode(QListView::Adjust);
  m_view->setMovement(QListView::Static);
  m_view->setUniformItemSizes(true);
  m_view->setMouseTracking(true);
  m_view->setSpacing(0);
  m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_view->verticalScrollBar()->setSingleStep(32);
  m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
  m_view->viewport()->installEventFilter(this);
  connect(m_view, &QListView::activated, this, &LibraryScreen::openFigure);
  m_stack = new QStackedWidget;
  m_stack->addWidget(m_view);
  auto* nothing = new EmptyState(Glyph::Search, tr("No figure fits"),
                                 tr("Take a filter away, or search everything with Ctrl+K."));
  connect(nothing->addAction(tr("Show all figures")), &QPushButton::clicked, this, [this] {
    m_filter = {};
    m_words->clear();
    m_favourites->setChecked(false);
    applyFilter();
  });
  m_stack->addWidget(nothing);
  column->addWidget(m_stack, 1);
  return right;
}

QWidget* LibraryScreen::makeFilters() {
  auto* line = new QWidget;
  auto* flow = new FlowLayout(6, line);
  flow->setContentsMargins(kGrid, 0, kGrid, 4);
  const auto add = [&](const PhaseId& phase, const QString& text) {
    auto* chip = new Chip(text);
    chip->setCheckable(true);
    connect(chip, &Chip::clicked, this, [this, phase] { choosePhase(phase); });
    flow->addWidget(chip);
    m_phases.emplace_back(phase, chip);
  };
  add(PhaseId(), tr("All phases"));
  for (const framework::Phase& phase : session().pack().framework().phases)
    add(phase.id, QStringLiteral("%1  %2").arg(phase.number).arg(toQt(phase.shortTitle)));
  m_favourites = new Chip(tr("Favourites"));
  m_favourites->setGlyph(Glyph::Star);
  m_favourites->setCheckable(true);
  connect(m_favourites, &Chip::clicked, this, &LibraryScreen::applyFilter);
  flow->addWidget(m_favourites);
  return line;
}

void LibraryScreen::makeCommands() {
  QAction* filter = addPageCommand(this, tr("Filter figures"), QKeySequence(Qt::CTRL | Qt::Key_F));
  connect(filter, &QAction::triggered, m_words, qOverload<>(&QWidget::setFocus));
  QAction* star =
      addPageCommand(this, tr("Mark the figure as favourite"), QKeySequence(Qt::CTRL | Qt::Key_D));
  connect(star, &QAction::triggered, this, [this] { toggleFavourite(m_view->currentIndex()); });
  QAction* starred = addPageCommand(this, tr("Show favourites only"),
                                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
  connect(starred, &QAction::triggered, this, [this] {
    m_favourites->setChecked(!m_favourites->isChecked());
    applyFilter();
  });
  QAction* rebuild = addPageCommand(this, tr("Rebuild the figure from memory"),
                                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
  connect(rebuild, &QAction::triggered, this, [this] {
    const QModelIndex index = m_view->currentIndex();
    if (index.isValid())
      Q_EMIT placeRequested(
          Place{.screen = ScreenName::Board, .diagram = m_model.card(index.row()).id});
  });
  m_commands = {filter, star, starred, rebuild};
}

QString LibraryScreen::title() const {
  return tr("Library");
}

void LibraryScreen::arrive(const Place& place) {
  loadFavourites();
  if (!place.question.value().empty())
    chooseQuestion(place.question);
  fitTiles();
}

Place LibraryScreen::place() const {
  Place here;
  here.screen = ScreenName::Library;
  return here;
}

void LibraryScreen::refresh(const ops::Changes& changes) {
  if (changes.touches(ops::Aspect::Favourites))
    loadFavourites();
}

void LibraryScreen::chooseQuestion(const QuestionId& question) {
  m_filter.question = question;
  applyFilter();
}

void LibraryScreen::choosePhase(const PhaseId& phase) {
  m_filter.phase = phase;
  applyFilter();
}

void LibraryScreen::applyFilter() {
  m_filter.words = m_words->text();
  m_filter.favourites = m_favourites->isChecked();
  m_model.setFilter(m_filter);
  for (const auto& [phase, chip] : m_phases)
    chip->setChecked(phase == m_filter.phase);
  for (const auto& [question, card] : m_questions)
    card->setChosen(question == m_filter.question && m_questions.size() > 1);
  m_count->setText(QString::number(m_model.rowCount()));
  m_stack->setCurrentIndex(m_model.rowCount() > 0 ? 0 : 1);
}

void LibraryScreen::loadFavourites() {
  if (const auto favourites = session().read(session().notebook().favourites())) {
    m_model.setFavourites({favourites->begin(), favourites->end()});
    applyFilter();
  }
}

void LibraryScreen::openFigure(const QModelIndex& index) {
  if (!index.isValid())
    return;
  const ports::DiagramCard& figure = m_model.card(index.row());
  Place there;
  there.screen = ScreenName::Study;
  there.question = figure.question;
  there.phase = figure.phase;
  there.diagram = figure.id;
  Q_EMIT placeRequested(there);
}

void LibraryScreen::toggleFavourite(const QModelIndex& index) {
  if (!index.isValid())
    return;
  const std::string target = m_model.card(index.row()).id.value();
  const bool marked = index.data(GalleryModel::kFavouriteRole).toBool();
  session().perform([&](ops::Desk& desk) { return desk.markFavourite(target, !marked); });
}

bool LibraryScreen::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::MouseButtonRelease) {
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const QModelIndex index = m_view->indexAt(mouse->position().toPoint());
    if (mouse->button() == Qt::LeftButton && index.isValid()) {
      const QRect star = m_delegate->starRect(m_view->visualRect(index));
      if (star.contains(mouse->position().toPoint()))
        toggleFavourite(index);
      else
        openFigure(index);
      return true;
    }
  }
  return Screen::eventFilter(watched, event);
}

void LibraryScreen::resizeEvent(QResizeEvent* event) {
  Screen::resizeEvent(event);
  fitTiles();
}

void LibraryScreen::fitTiles() {
  const int room = m_view->viewport()->width() - 1;
  const int columns = std::max(1, room / scaled(kTileWish - 30));
  m_delegate->setTileWidth(room / columns);
  m_view->setGridSize(m_delegate->tileSize());
}

}  // namespace phaseboard::ui
