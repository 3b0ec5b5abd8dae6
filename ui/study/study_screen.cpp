// SPDX-License-Identifier: Apache-2.0
#include "ui/study/study_screen.h"

#include <algorithm>
#include <cmath>

#include <QAction>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>

#include "app/ops/referables.h"
#include "ui/bridge/text.h"
#include "ui/shell/window_memory.h"
#include "ui/study/answer_panel.h"
#include "ui/study/figure_panel.h"
#include "ui/study/note_view.h"
#include "ui/study/outline_panel.h"
#include "ui/study/part_panel.h"
#include "ui/study/part_pulse.h"
#include "ui/study/study_annotations.h"
#include "ui/study/study_answers.h"
#include "ui/widgets/diagram_view.h"
#include "ui/widgets/look.h"
#include "ui/widgets/reading_order.h"
#include "ui/widgets/segments.h"

namespace phaseboard::ui {

using namespace Qt::StringLiterals;

namespace {

/// Panels grow with the text, but the figure keeps its share of the window; they shrink no further
/// than their buttons.
int firstWidth(int pixels) {
  constexpr double kMostGrowth = 1.25;
  return static_cast<int>(std::lround(pixels * std::clamp(textScale(), 1.0, kMostGrowth)));
}

}  // namespace

StudyScreen::StudyScreen(const ScreenContext& context, QWidget* parent) : Screen(context, parent) {
  setObjectName(u"studyScreen"_s);
  build();
  m_annotations = new StudyAnnotations(session(), m_noteView, m_figure, this);
  m_answers = new StudyAnswers(session(), m_answer, m_middle, this);
  m_pulse = new PartPulse(m_figure->view());
  connectPanels();
  connectAnswers();
  makeCommands();
  addActions(m_figure->commands());
  readAsLaidOut(m_splitter);
}

void StudyScreen::build() {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  m_splitter = new QSplitter(this);
  m_splitter->setChildrenCollapsible(false);
  m_splitter->setHandleWidth(5);
  m_outline = new OutlinePanel(session(), m_splitter);
  atTextSize(m_outline, [this] { m_outline->setMinimumWidth(std::max(180, scaled(160))); });
  m_middle = new QStackedWidget(m_splitter);
  m_middle->setMinimumWidth(firstWidth(344));
  m_figure = new FigurePanel(context(), m_middle);
  m_middle->addWidget(m_figure);
  m_splitter->addWidget(m_outline);
  m_splitter->addWidget(m_middle);
  m_splitter->addWidget(makeRight());
  m_splitter->setStretchFactor(1, 1);
  if (!m_splitter->restoreState(context().memory.splitter(u"study"_s)))
    m_splitter->setSizes({firstWidth(232), 10000, firstWidth(412)});
  connect(m_splitter, &QSplitter::splitterMoved, this,
          [this] { context().memory.setSplitter(u"study"_s, m_splitter->saveState()); });
  row->addWidget(m_splitter);
}

QWidget* StudyScreen::makeRight() {
  m_right = new QWidget(m_splitter);
  QWidget* right = m_right;
  right->setMinimumWidth(320);
  auto* column = new QVBoxLayout(right);
  column->setContentsMargins(0, 12, 0, 0);
  column->setSpacing(4);
  m_tabs = new Segments({tr("Note"), tr("My answer"), tr("Part")}, right);
  auto* tabs = new QHBoxLayout;
  tabs->setContentsMargins(2 * kGrid, 0, 2 * kGrid, 4);
  tabs->addWidget(m_tabs);
  column->addLayout(tabs);
  m_pages = new QStackedWidget(right);
  m_noteView = new NoteView(session(), m_pages);
  m_answer = new AnswerPanel(session(), m_pages);
  m_part = new PartPanel(context(), m_pages);
  m_pages->addWidget(m_noteView);
  m_pages->addWidget(m_answer);
  m_pages->addWidget(m_part);
  column->addWidget(m_pages, 1);
  return right;
}

void StudyScreen::connectPanels() {
  connect(m_tabs, &Segments::chosen, m_pages, &QStackedWidget::setCurrentIndex);
  connect(m_outline, &OutlinePanel::questionChosen, this, [this](const QuestionId& question) {
    Place target;
    target.screen = ScreenName::Study;
    target.question = question;
    Q_EMIT placeRequested(target);
  });
  connect(m_outline, &OutlinePanel::phaseChosen, this, [this](const PhaseId& phase) {
    openPhase(phase);
    Q_EMIT placeChanged();
  });
  connect(m_outline, &OutlinePanel::figureChosen, this, &StudyScreen::openFigure);
  connect(m_outline, &OutlinePanel::itemChosen, this,
          [this](const PhaseId& phase, const ItemId& item) {
            openPhase(phase);
            showTab(Tab::Note);
            m_noteView->showItem(item);
            for (const content::KeyPoint& point :
                 m_note ? m_note->keyPoints : std::vector<content::KeyPoint>())
              if (point.id == item)
                openTargets(point.parts);
            Q_EMIT placeChanged();
          });
  connect(m_figure, &FigurePanel::figureChosen, this, &StudyScreen::openFigure);
  connect(m_figure, &FigurePanel::partChosen, this, &StudyScreen::openPart);
  connect(m_figure, &FigurePanel::partOpened, this, &StudyScreen::openPart);
  connect(m_figure, &FigurePanel::favouriteToggled, this,
          [this](const DiagramId& diagram, bool favourite) {
            session().perform(
                [&](ops::Desk& desk) { return desk.markFavourite(diagram.value(), favourite); });
          });
  connect(m_figure, &FigurePanel::aloneChanged, this, &StudyScreen::showAlone);
  connect(m_figure, &FigurePanel::said, this, &Screen::said);
  connect(m_noteView->tell(), &NoteSignals::linkActivated, this, &StudyScreen::followLink);
  connect(m_noteView->tell(), &NoteSignals::partsHinted, this, &StudyScreen::hintTargets);
  connect(m_noteView->tell(), &NoteSignals::partsChosen, this, &StudyScreen::openTargets);
  connect(m_annotations, &StudyAnnotations::pinChosen, this, [this](const PartId& part) {
    m_figure->choosePart(part);
    openPart(part);
  });
  connect(m_annotations, &StudyAnnotations::listRequested, this, [this] {
    Q_EMIT placeRequested(Place{.screen = ScreenName::Annotations, .question = m_question});
  });
  connect(m_part, &PartPanel::linkActivated, this, &StudyScreen::followLink);
  connect(m_part, &PartPanel::partChosen, this, [this](const PartId& part) {
    m_figure->choosePart(part);
    openPart(part);
  });
}

void StudyScreen::connectAnswers() {
  connect(m_part, &PartPanel::conceptShown, this, [this] {
    showTab(Tab::Part);
    Q_EMIT placeChanged();
  });
  connect(m_answer, &AnswerPanel::linkActivated, this, &StudyScreen::followLink);
  connect(m_answer, &AnswerPanel::said, this, &Screen::said);
  connect(m_answers, &StudyAnswers::linkActivated, this, &StudyScreen::followLink);
  connect(m_answers, &StudyAnswers::answerRequested, this, [this] { showTab(Tab::Answer); });
  connect(m_answers, &StudyAnswers::writingRequested, this, [this] {
    showTab(Tab::Answer);
    m_answer->startWriting();
  });
  connect(m_answers, &StudyAnswers::unsaidRequested, this, [this] {
    m_answer->commit();
    m_part->showUnsaid(m_question);
    showTab(Tab::Part);
  });
}

QList<QAction*> StudyScreen::figureCommands() const {
  return m_figure->commands();
}

void StudyScreen::showAlone(bool alone) {
  if (alone) {
    m_shownBefore = {!m_outline->isHidden(), !m_right->isHidden()};
    m_outline->hide();
    m_right->hide();
  } else {
    m_outline->setVisible(m_shownBefore.first);
    m_right->setVisible(m_shownBefore.second);
  }
  Q_EMIT aloneChanged(alone);
}

QString StudyScreen::title() const {
  return tr("Study");
}

QStringList StudyScreen::trail() const {
  QStringList result;
  if (const ports::QuestionCard* question = cardOf(m_question))
    result.push_back(toQt(question->title));
  if (const framework::Phase* phase = session().pack().framework().phase(m_phase))
    result.push_back(u"%1  %2"_s.arg(phase->number).arg(toQt(phase->title)));
  else if (!result.isEmpty())
    result.push_back(tr("The question"));
  return result;
}

Place StudyScreen::place() const {
  Place here;
  here.screen = ScreenName::Study;
  here.question = m_question;
  here.phase = m_phase;
  here.diagram = m_figure->figure();
  if (m_tabs->current() == static_cast<int>(Tab::Part))
    here.conceptId = m_part->shownConcept();
  return here;
}

Place StudyScreen::markedPlace() const {
  Place here = place();
  const auto part = m_figure->view()->currentPart();
  if (m_tabs->current() == static_cast<int>(Tab::Part) && part)
    here.part = *part;
  here.writing = m_tabs->current() == static_cast<int>(Tab::Answer) && !m_phase.value().empty();
  return here;
}

const ports::QuestionCard* StudyScreen::cardOf(const QuestionId& id) const {
  for (const ports::QuestionCard& question : session().pack().questions())
    if (question.id == id)
      return &question;
  return nullptr;
}

const ports::DiagramCard* StudyScreen::figureCard(const QuestionId& id,
                                                  const DiagramId& diagram) const {
  if (const ports::QuestionCard* question = cardOf(id))
    for (const ports::DiagramCard& figure : question->diagrams)
      if (figure.id == diagram)
        return &figure;
  return nullptr;
}

void StudyScreen::arrive(const Place& place) {
  const QuestionId question = questionAt(place);
  const PhaseId phase = phaseAt(question, place);
  const bool other = question != m_question;
  const bool stay = !other && m_opened && place.question.value().empty();
  m_question = question;
  if (!stay && (other || phase != m_phase || !m_opened))
    openPhase(phase);
  m_opened = true;
  showPointedAt(place);
  updateAnswered();
}

QuestionId StudyScreen::questionAt(const Place& place) {
  QuestionId asked = place.question.value().empty() ? m_question : place.question;
  const auto& questions = session().pack().questions();
  if (questions.empty() || cardOf(asked) != nullptr)
    return asked;
  if (!asked.value().empty())
    Q_EMIT said(
        tr("This question is gone. What you wrote about it is in the Workbench, “Left "
           "behind”."));
  return questions.front().id;
}

PhaseId StudyScreen::phaseAt(const QuestionId& question, const Place& place) const {
  if (const ports::DiagramCard* figure = figureCard(question, place.diagram))
    return figure->phase;
  if (place.item.value().empty() || !place.phase.value().empty())
    return place.phase;
  return ops::phaseOfItem(session().pack(), place.item).value_or(place.phase);
}

void StudyScreen::showPointedAt(const Place& place) {
  if (!place.diagram.value().empty())
    openFigure(place.diagram);
  if (!place.part.value().empty()) {
    m_figure->choosePart(place.part);
    m_figure->view()->zoomToPart(place.part);
    m_pulse->show(place.part);
    openPart(place.part);
  }
  if (!place.item.value().empty()) {
    showTab(Tab::Note);
    m_noteView->showItem(place.item);
  }
  if (!place.conceptId.value().empty()) {
    m_part->showConcept(place.conceptId);
    showTab(Tab::Part);
  }
  if (place.writing) {
    showTab(Tab::Answer);
    m_answer->startWriting();
  }
}

void StudyScreen::leave() {
  m_answer->commit();
  m_figure->remember();
  m_figure->setAlone(false);
}

void StudyScreen::refresh(const ops::Changes& changes) {
  m_answer->refresh(changes);
  m_answers->refresh(changes);
  if (changes.touches(ops::Aspect::Answer)) {
    updateAnswered();
    m_part->refreshOwnWords();
  }
  if (changes.touches(ops::Aspect::Overrides))
    showReworded();
  m_figure->refresh(changes);
  if (changes.touches(ops::Aspect::Favourites))
    m_figure->updateFavourite();
}

std::vector<content::KeyPoint> StudyScreen::wordedPoints() {
  if (!m_note)
    return {};
  content::Note note = *m_note;
  session().wordings().apply(note);
  return std::move(note.keyPoints);
}

void StudyScreen::showReworded() {
  const int at = m_noteView->verticalScrollBar()->value();
  showNote();
  m_noteView->finish();
  m_noteView->verticalScrollBar()->setValue(at);
  m_answer->rewordPoints(wordedPoints());
  m_answers->setNote(m_note);
  m_outline->reword();
  if (const auto part = m_figure->view()->currentPart(); part && m_figure->content())
    m_part->showPart(*m_figure->content(), *part);
}

void StudyScreen::showNote() {
  if (m_note)
    m_noteView->showNote(*m_note);
  else if (m_phase.value().empty())
    if (const auto brief = session().read(session().pack().question(m_question)))
      m_noteView->showBrief(*brief);
}

void StudyScreen::openPhase(const PhaseId& phase) {
  const framework::Phase* known = session().pack().framework().phase(phase);
  m_phase = known ? phase : PhaseId();
  m_annotations->setPlace(m_question, m_phase);
  std::vector<ports::DiagramCard> figures;
  const ports::QuestionCard* question = cardOf(m_question);
  if (question)
    for (const ports::DiagramCard& figure : question->diagrams)
      if (figure.phase == m_phase || (!known && question->cover == figure.id))
        figures.push_back(figure);
  m_figure->setFigures(figures);
  m_figure->showFigure(figures.empty() ? DiagramId() : figures.front().id);
  m_outline->setCurrent(m_question, m_phase, DiagramId());
  m_part->showNothing();
  if (m_tabs->current() == static_cast<int>(Tab::Part))
    showTab(Tab::Note);
  m_note.reset();
  if (known)
    m_note = session().read(session().pack().note(m_question, m_phase));
  showNote();
  // The opening has no answer of its own: the first phase is where one begins to write.
  const auto& phases = session().pack().framework().phases;
  const PhaseId writing = known || phases.empty() ? m_phase : phases.front().id;
  m_answer->open({m_question, writing}, wordedPoints());
  m_answers->setNote(m_note);
}

void StudyScreen::openFigure(const DiagramId& diagram) {
  const ports::DiagramCard* figure = figureCard(m_question, diagram);
  if (!figure)
    return;
  if (figure->phase != m_phase && !m_phase.value().empty())
    openPhase(figure->phase);
  m_answers->compare(false);
  m_figure->showFigure(diagram);
  m_outline->setCurrent(m_question, m_phase, diagram);
  m_part->showNothing();
  Q_EMIT placeChanged();
}

void StudyScreen::openPart(const PartId& part) {
  if (part.value().empty() || !m_figure->content())
    return m_part->showNothing();
  m_part->showPart(*m_figure->content(), part);
  if (m_tabs->current() != static_cast<int>(Tab::Answer))
    showTab(Tab::Part);
}

void StudyScreen::movePhase(int by) {
  const auto& phases = session().pack().framework().phases;
  const framework::Phase* phase = session().pack().framework().phase(m_phase);
  const int target = (phase ? phase->number : 0) + by;
  if (target < 0 || target > static_cast<int>(phases.size()))
    return;
  openPhase(target == 0 ? PhaseId() : phases[static_cast<std::size_t>(target - 1)].id);
  Q_EMIT placeChanged();
}

void StudyScreen::updateAnswered() {
  std::vector<PhaseId> phases;
  if (const auto keys = session().read(session().notebook().answeredKeys()))
    for (const answers::AnswerKey& key : *keys)
      if (key.question == m_question)
        phases.push_back(key.phase);
  m_outline->setAnswered(phases);
}

void StudyScreen::showTab(Tab tab) {
  m_right->show();
  m_tabs->setCurrent(static_cast<int>(tab));
}

}  // namespace phaseboard::ui
