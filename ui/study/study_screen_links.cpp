// SPDX-License-Identifier: Apache-2.0
// Where links, key points and lists of parts lead in Study.
#include <algorithm>

#include <QStackedWidget>
#include <QUrl>

#include "app/ops/referables.h"
#include "ui/bridge/text.h"
#include "ui/study/figure_panel.h"
#include "ui/study/part_panel.h"
#include "ui/study/study_answers.h"
#include "ui/study/study_screen.h"

namespace phaseboard::ui {

using namespace Qt::StringLiterals;

void StudyScreen::hintTargets(const std::vector<TargetId>& parts) {
  std::vector<PartId> here;
  const std::string prefix = m_figure->figure().value() + '/';
  for (const TargetId& target : parts)
    if (target.value().starts_with(prefix))
      here.emplace_back(target.value().substr(prefix.size()));
  m_figure->spotlight(here);
}

void StudyScreen::openTargets(const std::vector<TargetId>& parts) {
  if (parts.empty())
    return;
  const std::string prefix = m_figure->figure().value() + '/';
  const bool here = std::any_of(parts.begin(), parts.end(), [&](const TargetId& target) {
    return target.value().starts_with(prefix);
  });
  if (!here) {
    const std::string& first = parts.front().value();
    openFigure(DiagramId(first.substr(0, first.rfind('/'))));
  }
  hintTargets(parts);
}

DiagramId StudyScreen::fullId(const QString& diagram) const {
  return DiagramId(diagram.contains(u'/') ? fromQt(diagram)
                                          : m_question.value() + '/' + fromQt(diagram));
}

void StudyScreen::followLink(const QUrl& target) {
  const QString scheme = target.scheme();
  const QString path = target.path();
  if (scheme == "concept"_L1) {
    m_part->showConcept(ConceptId(session().pack().currentId(fromQt(path))));
    showTab(Tab::Part);
  } else if (scheme == "figure"_L1) {
    openFigure(fullId(path));
  } else if (scheme == "phase"_L1) {
    openPhase(PhaseId(session().pack().currentId(fromQt(path))));
    Q_EMIT placeChanged();
  } else if (scheme == "part"_L1) {
    followPart(path);
  } else if (scheme == "item"_L1) {
    followItem(path);
  } else if (scheme == "answer"_L1) {
    Place there{.screen = ScreenName::Study, .writing = true};
    there.question = QuestionId(fromQt(path.section(u'/', 0, 0)));
    there.phase = PhaseId(fromQt(path.section(u'/', 1)));
    Q_EMIT placeRequested(there);
  }
}

void StudyScreen::followPart(const QString& path) {
  const bool isFull = path.count(u'/') == 2;
  const QString full = isFull ? toQt(session().pack().currentId(fromQt(path))) : path;
  const qsizetype cut = full.lastIndexOf(u'/');
  const DiagramId diagram = fullId(full.left(cut));
  const PartId part(fromQt(full.mid(cut + 1)));
  if (!figureCard(m_question, diagram)) {  // of another question
    Place there{.screen = ScreenName::Study, .diagram = diagram, .part = part};
    there.question = QuestionId(fromQt(full.section(u'/', 0, 0)));
    return Q_EMIT placeRequested(there);
  }
  if (diagram != m_figure->figure())
    openFigure(diagram);
  m_answers->compare(false);
  m_figure->choosePart(part);
  openPart(part);
}

/// "phase@q/item", or "q/item" where the phase is to be found.
void StudyScreen::followItem(const QString& path) {
  const qsizetype cut = path.indexOf(u'@');
  const std::string id = session().pack().currentId(fromQt(path.mid(cut + 1)));
  Place there;
  there.screen = ScreenName::Study;
  there.item = ItemId(id);
  there.question = QuestionId(id.substr(0, id.find('/')));
  there.phase = cut >= 0 ? PhaseId(fromQt(path.left(cut)))
                         : ops::phaseOfItem(session().pack(), there.item).value_or(m_phase);
  Q_EMIT placeRequested(there);
}

}  // namespace phaseboard::ui
