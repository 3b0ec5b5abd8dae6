// SPDX-License-Identifier: Apache-2.0
#include "ui/study/study_annotations.h"

#include <algorithm>

#include <QAction>
#include <QEvent>

#include "ui/annotations/annotation_dialog.h"
#include "ui/annotations/annotation_words.h"
#include "ui/annotations/figure_pins.h"
#include "ui/annotations/note_marks.h"
#include "ui/annotations/target_dialog.h"
#include "ui/study/figure_panel.h"
#include "ui/study/note_view.h"
#include "ui/widgets/diagram_view.h"
#include "ui/widgets/page_command.h"

namespace phaseboard::ui {

using namespace Qt::StringLiterals;

StudyAnnotations::StudyAnnotations(Session& session, NoteView* note, FigurePanel* figure,
                                   QWidget* host)
    : QObject(host),
      m_session(session),
      m_note(note),
      m_figure(figure),
      m_host(host),
      m_marks(new NoteMarks(session, note)),
      m_pins(new FigurePins(figure->view())) {
  makeCommands(host);
  connect(m_pins, &FigurePins::pinChosen, this, &StudyAnnotations::pinChosen);
  connect(figure, &FigurePanel::figureShown, this, &StudyAnnotations::showPins);
  connect(&session, &Session::changed, this, [this](const ops::Changes& changes) {
    if (changes.touches(ops::Aspect::Annotations))
      showPins();
  });
  host->installEventFilter(this);
}

void StudyAnnotations::setPlace(const QuestionId& question, const PhaseId& phase) {
  m_question = question;
  m_phase = phase;
}

bool StudyAnnotations::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::PaletteChange)
    showPins();
  return QObject::eventFilter(watched, event);
}

void StudyAnnotations::makeCommands(QWidget* host) {
  const auto add = [&](const QString& text, const QKeySequence& key, const QString& name,
                       auto slot) {
    QAction* action = addPageCommand(host, text, key);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, slot);
    m_commands.push_back(action);
  };
  add(tr("Highlight the selected words"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H),
      u"highlightCommand"_s, [this] { highlight(); });
  add(tr("Annotate the selected words or part…"), QKeySequence(Qt::CTRL | Qt::Key_M),
      u"annotateCommand"_s, [this] { annotate(); });
  add(tr("Star the selected words or part"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
      u"starCommand"_s, [this] { star(); });
  add(tr("My annotations on this question"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
      u"listAnnotationsCommand"_s, [this] { Q_EMIT listRequested(); });
}

void StudyAnnotations::showPins() {
  std::vector<FigurePin> pins;
  const auto* placed = m_session.annotations();
  if (placed && m_figure->content())
    for (const content::Part& part : m_figure->content()->parts) {
      const auto here = placed->at(content::partTarget(m_figure->figure(), part.id));
      if (here.empty())
        continue;
      FigurePin pin;
      pin.part = part.id;
      pin.ink = style::colour(themeOf(m_host), style::Neutral::Badge);
      pin.count = static_cast<int>(here.size());
      QStringList words;
      for (const ops::PlacedAnnotation* one : here) {
        const annotations::Content& content = one->annotation.content;
        if (content.colour && !pin.isHighlight) {
          pin.isHighlight = true;
          pin.ink = style::colours(themeOf(m_host), penOf(*content.colour)).ink;
        }
        if (content.isStarred && content.note.empty())
          pin.glyph = Glyph::StarFilled;
        words.push_back(annotationText(*one));
      }
      pin.words = words.join(u'\n');
      pins.push_back(std::move(pin));
    }
  m_pins->setPins(std::move(pins));
}

std::optional<annotations::Anchor> StudyAnnotations::meant() const {
  if (m_note->isVisible())
    if (auto passage = m_marks->selectedPassage())
      return passage;
  const auto* placed = m_session.annotations();
  const auto part = m_figure->view()->currentPart();
  if (!placed || !part)
    return std::nullopt;
  const auto* text = placed->text(content::partTarget(m_figure->figure(), *part));
  return text ? std::optional(annotations::anchorTo(*text)) : std::nullopt;
}

std::optional<TargetId> StudyAnnotations::chooseTargetToReword() const {
  auto anchor = meant();
  if (!anchor)
    anchor = askWhere(tr("Reword what?"));
  return anchor ? std::optional(anchor->target) : std::nullopt;
}

std::optional<annotations::Anchor> StudyAnnotations::askWhere(const QString& title) const {
  const auto* placed = m_session.annotations();
  if (!placed)
    return std::nullopt;
  std::vector<annotations::TargetText> here;
  for (const annotations::TargetText& target : placed->targets(m_question))
    if (target.phase == m_phase)
      here.push_back(target);
  const auto chosen = chooseTarget(here, title, m_host->window());
  return chosen ? std::optional(annotations::anchorTo(*chosen)) : std::nullopt;
}

void StudyAnnotations::highlight() {
  if (m_note->isVisible() && m_marks->highlightSelection())
    return;
  annotations::Content content;
  content.colour = annotations::Colour::Yellow;
  if (const auto anchor = meant())
    (void)m_session.runOnAnnotations([&](ops::AnnotationOperations& annotations) {
      return annotations.annotate(*anchor, content);
    });
  else
    annotate();
}

void StudyAnnotations::annotate() {
  auto anchor = meant();
  if (!anchor)
    anchor = askWhere(tr("Annotate what?"));
  if (anchor)
    writeAnnotation(m_session, *anchor, {}, m_host->window());
}

void StudyAnnotations::star() {
  auto anchor = meant();
  if (!anchor)
    anchor = askWhere(tr("Star what?"));
  annotations::Content content;
  content.isStarred = true;
  if (anchor)
    (void)m_session.runOnAnnotations([&](ops::AnnotationOperations& annotations) {
      return annotations.annotate(*anchor, content);
    });
}

}  // namespace phaseboard::ui
