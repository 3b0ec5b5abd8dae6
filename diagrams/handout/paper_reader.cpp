// SPDX-License-Identifier: Apache-2.0
#include "diagrams/handout/paper_reader.h"

#include <algorithm>
#include <utility>

namespace phaseboard::handout {

PaperReader::PaperReader(const ports::Reading& reading)
    : m_reading(&reading), m_annotations(reading.pack(), reading.annotations()) {}

Result<PaperReader> PaperReader::over(const ports::Reading& reading) {
  PaperReader reader(reading);
  PHASEBOARD_TRY(reader.m_annotations.read());
  PHASEBOARD_TRY_ASSIGN(reader.m_wordings, ops::Wordings::read(reading.notebook()));
  return reader;
}

Result<exchange::QuestionPaper> PaperReader::read(const QuestionId& question) const {
  const ports::PackLibrary& pack = m_reading->pack();
  const auto& cards = pack.questions();
  const auto card = std::find_if(cards.begin(), cards.end(), [&](const ports::QuestionCard& one) {
    return one.id == question;
  });
  if (card == cards.end())
    return fail(ErrorKind::NotFound, question.value(), "no question has this id");
  exchange::QuestionPaper paper;
  PHASEBOARD_TRY_ASSIGN(paper.question, pack.question(question));
  m_wordings.apply(paper.question);
  paper.annotations = annotationsOf(question, PhaseId{});
  for (const framework::Phase& phase : pack.framework().phases) {
    auto note = this->note(*card, phase);
    if (note)
      paper.notes.push_back(std::move(*note));
    else if (note.error().kind != ErrorKind::NotFound)
      return passOn(std::move(note));
  }
  return paper;
}

Result<exchange::PaperNote> PaperReader::note(const ports::QuestionCard& card,
                                              const framework::Phase& phase) const {
  exchange::PaperNote paper;
  paper.phase = phase;
  PHASEBOARD_TRY_ASSIGN(paper.note, m_reading->pack().note(card.id, phase.id));
  m_wordings.apply(paper.note);
  for (const ports::DiagramCard& figure : card.diagrams)
    if (figure.phase == phase.id)
      paper.figures.push_back({figure.id, figure.title, figure.description});
  PHASEBOARD_TRY_ASSIGN(paper.answer, answerTo({card.id, phase.id}));
  paper.annotations = annotationsOf(card.id, phase.id);
  return paper;
}

Result<std::string> PaperReader::answerTo(const answers::AnswerKey& key) const {
  PHASEBOARD_TRY_ASSIGN(const auto draft, m_reading->notebook().draft(key));
  if (draft)
    return draft->text;
  PHASEBOARD_TRY_ASSIGN(const auto version, m_reading->notebook().currentAnswer(key));
  return version ? version->text : std::string();
}

std::vector<exchange::PaperAnnotation> PaperReader::annotationsOf(const QuestionId& question,
                                                                  const PhaseId& phase) const {
  std::vector<exchange::PaperAnnotation> found;
  for (const ops::PlacedAnnotation& one : m_annotations.all())
    if (one.question == question && one.phase == phase)
      found.push_back({one.title, one.annotation.anchor.quote, one.annotation.content.note,
                       one.annotation.content.tags, one.annotation.content.isStarred});
  return found;
}

}  // namespace phaseboard::handout
