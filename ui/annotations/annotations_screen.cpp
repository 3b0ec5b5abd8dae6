// SPDX-License-Identifier: Apache-2.0
#include "ui/annotations/annotations_screen.h"

#include <algorithm>

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/annotations/annotation_dialog.h"
#include "ui/annotations/annotation_words.h"
#include "ui/annotations/unplaced_tray.h"
#include "ui/bridge/text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/page_command.h"
#include "ui/widgets/segments.h"

namespace phaseboard::ui {

using namespace Qt::StringLiterals;

AnnotationsScreen::AnnotationsScreen(const ScreenContext& context, QWidget* parent)
    : Screen(context, parent), m_model(context.session) {
  setObjectName(u"annotationsScreen"_s);
  build();
  makeCommands();
}

void AnnotationsScreen::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 0);
  column->setSpacing(12);
  column->addWidget(makeFilters());
  m_tabs = new Segments({tr("In their places"), tr("Unplaced")}, this);
  m_tabs->setObjectName(u"annotationTabs"_s);
  auto* tabs = new QHBoxLayout;
  tabs->addWidget(m_tabs);
  tabs->addStretch(1);
  column->addLayout(tabs);
  m_pages = new QStackedWidget(this);
  m_list = new QListView(m_pages);
  m_list->setObjectName(u"annotationList"_s);
  m_list->setAccessibleName(tr("Annotations"));
  m_list->setModel(&m_model);
  m_list->setItemDelegate(new AnnotationDelegate(m_list));
  m_list->setUniformItemSizes(true);
  m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
  m_tray = new UnplacedTray(session(), m_pages);
  auto* nothing = new EmptyState(
      Glyph::Pencil, tr("Nothing here yet"),
      tr("Select words in a note and press Ctrl+Shift+H to mark them, or choose a part of a "
         "figure and press Ctrl+M to write about it."),
      m_pages);
  auto* filtered = new EmptyState(Glyph::Pencil, tr("No annotation fits"),
                                  tr("Another question, phase, colour or tag may."), m_pages);
  connect(filtered->addAction(tr("Show all annotations")), &QPushButton::clicked, this,
          &AnnotationsScreen::clearFilters);
  auto* waiting = new EmptyState(
      Glyph::Pencil, tr("All of your annotations wait for a place"),
      tr("The pack changed and took their places away. Nothing of them is lost."), m_pages);
  auto* show = waiting->addAction(tr("Show them"));
  show->setObjectName(u"showUnplaced"_s);
  connect(show, &QPushButton::clicked, this, [this] {
    m_tabs->setCurrent(1);
    showPage();
  });
  m_pages->addWidget(m_list);
  m_pages->addWidget(m_tray);
  m_pages->addWidget(nothing);
  m_pages->addWidget(new EmptyState(
      Glyph::Check, tr("Every annotation has its place"),
      tr("When a pack changes and takes a place away, what you wrote there waits here."), m_pages));
  m_pages->addWidget(filtered);
  m_pages->addWidget(waiting);
  column->addWidget(m_pages, 1);
  connect(m_tabs, &Segments::chosen, this, &AnnotationsScreen::showPage);
  connect(m_list, &QListView::activated, this, &AnnotationsScreen::open);
}

QWidget* AnnotationsScreen::makeFilters() {
  auto* bar = new QWidget(this);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGrid);
  m_words = new QLineEdit(bar);
  m_words->setObjectName(u"annotationWords"_s);
  m_words->setAccessibleName(tr("Words in annotations"));
  m_words->setPlaceholderText(tr("Find in annotations"));
  m_words->setClearButtonEnabled(true);
  connect(m_words, &QLineEdit::textChanged, this, &AnnotationsScreen::read);
  row->addWidget(m_words, 1);
  const auto add = [&](const QString& name, const QString& object) {
    auto* box = new QComboBox(bar);
    box->setObjectName(object);
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    atTextSize(box, [box] { box->setMaximumWidth(scaled(210)); });
    connect(box, &QComboBox::currentIndexChanged, this, &AnnotationsScreen::read);
    row->addWidget(box);
    return box;
  };
  m_question = add(tr("Question"), u"annotationQuestion"_s);
  m_phase = add(tr("Phase"), u"annotationPhase"_s);
  m_colour = add(tr("Colour"), u"annotationColour"_s);
  m_tag = add(tr("Tag"), u"annotationTag"_s);
  m_starred = new QCheckBox(tr("Starred"), bar);
  connect(m_starred, &QCheckBox::toggled, this, &AnnotationsScreen::read);
  row->addWidget(m_starred);
  return bar;
}

void AnnotationsScreen::fillFilters() {
  const auto fill = [](QComboBox* box, const QString& any, const auto& entries) {
    const QSignalBlocker blocker(box);
    const QVariant chosen = box->currentData();
    box->clear();
    box->addItem(any);
    for (const auto& [text, value] : entries)
      box->addItem(text, value);
    box->setCurrentIndex(chosen.isValid() ? std::max(0, box->findData(chosen)) : 0);
  };
  using Entries = std::vector<std::pair<QString, QVariant>>;
  Entries questions;
  for (const ports::QuestionCard& card : session().pack().questions())
    questions.emplace_back(toQt(card.title), toQt(card.id.value()));
  Entries phases{{tr("The question"), QString(u""_s)}};
  for (const framework::Phase& phase : session().pack().framework().phases)
    phases.emplace_back(toQt(phase.title), toQt(phase.id.value()));
  Entries colours;
  for (const annotations::Colour colour : annotations::kColours)
    colours.emplace_back(colourText(colour), static_cast<int>(colour));
  Entries tags;
  if (const auto* placed = session().annotations())
    for (const std::string& tag : placed->tags())
      tags.emplace_back(u'#' + toQt(tag), toQt(tag));
  fill(m_question, tr("All questions"), questions);
  fill(m_phase, tr("All phases"), phases);
  fill(m_colour, tr("All colours"), colours);
  fill(m_tag, tr("All tags"), tags);
}

annotations::Filter AnnotationsScreen::filter() const {
  const auto id = [](const QComboBox* box) { return fromQt(box->currentData().toString()); };
  annotations::Filter filter;
  if (m_question->currentIndex() > 0)
    filter.question = QuestionId(id(m_question));
  if (m_phase->currentIndex() > 0)
    filter.phase = PhaseId(id(m_phase));
  if (m_colour->currentIndex() > 0)
    filter.colour = static_cast<annotations::Colour>(m_colour->currentData().toInt());
  if (m_tag->currentIndex() > 0)
    filter.tag = id(m_tag);
  filter.onlyStarred = m_starred->isChecked();
  filter.text = fromQt(m_words->text());
  return filter;
}

void AnnotationsScreen::clearFilters() {
  m_words->clear();
  for (QComboBox* box : {m_question, m_phase, m_colour, m_tag})
    box->setCurrentIndex(0);
  m_starred->setChecked(false);
  m_tabs->setCurrent(0);
  showPage();
}

void AnnotationsScreen::makeCommands() {
  const auto add = [this](const QString& text, const QKeySequence& key, const QString& name,
                          auto slot) {
    QAction* action = addPageCommand(this, text, key);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, slot);
    m_commands.push_back(action);
    return action;
  };
  const auto addToList = [&](QAction* action) { m_list->addAction(action); };
  addToList(add(tr("Open its place in Study"), QKeySequence(Qt::CTRL | Qt::Key_Return),
                u"openAnnotationCommand"_s, [this] { open(); }));
  addToList(add(tr("Change the annotation…"), QKeySequence(Qt::CTRL | Qt::Key_E),
                u"changeAnnotationCommand"_s, [this] { change(); }));
  addToList(add(tr("Remove the annotation"), QKeySequence(Qt::CTRL | Qt::Key_Delete),
                u"removeAnnotationCommand"_s, [this] { remove(); }));
  add(tr("Find in annotations"), QKeySequence(Qt::CTRL | Qt::Key_F), u"findAnnotationsCommand"_s,
      [this] { m_words->setFocus(); });
  add(tr("Show unplaced annotations"), QKeySequence(Qt::CTRL | Qt::Key_U), u"unplacedCommand"_s,
      [this] {
        m_tabs->setCurrent(m_tabs->current() == 0 ? 1 : 0);
        showPage();
      });
}

void AnnotationsScreen::arrive(const Place& place) {
  fillFilters();
  if (!place.question.value().empty())
    m_question->setCurrentIndex(std::max(0, m_question->findData(toQt(place.question.value()))));
  read();
}

Place AnnotationsScreen::place() const {
  Place here;
  here.screen = ScreenName::Annotations;
  if (const auto shown = filter(); shown.question)
    here.question = *shown.question;
  return here;
}

void AnnotationsScreen::refresh(const ops::Changes& changes) {
  if (!changes.touches(ops::Aspect::Annotations))
    return;
  fillFilters();
  read();
}

void AnnotationsScreen::read() {
  const auto* before = chosen();
  const int oldRow = m_list->currentIndex().row();
  const annotations::AnnotationId id = before ? before->annotation.id : annotations::AnnotationId();
  m_model.read(filter());
  const int kept = m_model.rowOf(id);
  const int row = kept >= 0 ? kept : std::clamp(oldRow, 0, std::max(0, m_model.rowCount() - 1));
  m_list->setCurrentIndex(m_model.index(row));
  const int unplaced = m_tray->read();
  m_tabs->setBadge(0, m_model.rowCount() > 0 ? QString::number(m_model.rowCount()) : QString());
  m_tabs->setBadge(1, unplaced > 0 ? QString::number(unplaced) : QString());
  showPage();
}

void AnnotationsScreen::showPage() {
  const auto* placed = session().annotations();
  const auto counts = placed ? placed->counts() : ops::PlacedCounts();
  Page page = Page::List;
  if (m_tabs->current() == 1)
    page = counts.unplaced > 0 ? Page::Tray : Page::AllPlaced;
  else if (m_model.rowCount() == 0)
    page = counts.exact + counts.reworded + counts.wordsGone > 0 ? Page::NoneFits
           : counts.unplaced > 0                                 ? Page::AllWait
                                                                 : Page::Nothing;
  m_pages->setCurrentIndex(static_cast<int>(page));
}

const ops::PlacedAnnotation* AnnotationsScreen::chosen() const {
  const QModelIndex index = m_list->currentIndex();
  return index.isValid() && index.row() < m_model.rowCount() ? &m_model.annotation(index.row())
                                                             : nullptr;
}

void AnnotationsScreen::open() {
  if (const auto* annotation = chosen())
    Q_EMIT placeRequested(placeOf(*annotation));
}

void AnnotationsScreen::change() {
  if (const auto* annotation = chosen())
    changeAnnotation(session(), annotations::AnnotationId(annotation->annotation.id), this);
}

void AnnotationsScreen::remove() {
  if (const auto* annotation = chosen())
    (void)session().runOnAnnotations(
        [id = annotation->annotation.id](ops::AnnotationOperations& annotations) {
          return annotations.removeAnnotation(id);
        });
}

}  // namespace phaseboard::ui
