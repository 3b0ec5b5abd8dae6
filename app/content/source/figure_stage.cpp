// SPDX-License-Identifier: Apache-2.0
#include "app/content/source/figure_stage.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace phaseboard::content {
namespace {

/// The line on which `words` first stand in a source, 1 when they are written otherwise there (a
/// text may be folded over lines, or a title be taken from a label).
int lineOf(const ports::FigureSource& source, const std::string& words) {
  const std::size_t at = words.empty() ? std::string::npos : source.text.find(words);
  if (at == std::string::npos)
    return 1;
  return 1 + static_cast<int>(std::count(
                 source.text.begin(), source.text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

/// Of a folded text only the beginning stands on one line.
std::string beginning(const std::string& text) {
  constexpr std::size_t kLength = 20;
  return text.substr(0, kLength);
}

void enterPart(const Part& part, const ports::FigureSource& source, const FileLog& log) {
  const int line =
      lineOf(source, part.explanation.empty() ? part.title : beginning(part.explanation));
  log.define("a part of " + source.id.value(), part.id.value(), line);
  if (!isSimpleId(part.id.value()))
    log.problem(line, "part: \"" + part.id.value() + "\" is not an id");
  if (part.title.empty())
    log.problem(line, "part " + part.id.value() + ": title is missing");
  if (part.explanation.empty())
    log.problem(line, "part " + part.id.value() + ": explanation is missing");
  log.prose(part.title, false, line);
  log.prose(part.explanation, true, line);
  if (part.conceptId)
    log.refer(ReferenceKind::Concept, part.conceptId->value(),
              std::max(line, lineOf(source, part.conceptId->value())));
  if (part.phase)
    log.refer(ReferenceKind::Phase, part.phase->value(), line);
}

void enterFigure(const Diagram& figure, const ports::FigureSource& source, const FileLog& log) {
  if (figure.title.empty())
    log.problem(1, "figure: title is missing");
  if (figure.description.empty())
    log.problem(1, "figure: description is missing");
  if (figure.parts.empty())
    log.problem(1, "figure: has no parts");
  log.prose(figure.title, false, lineOf(source, beginning(figure.title)));
  log.prose(figure.description, true, lineOf(source, beginning(figure.description)));
  for (const Part& part : figure.parts)
    enterPart(part, source, log);
}

const Note* noteListing(const Question& question, const DiagramId& id) {
  const auto found =
      std::find_if(question.notes.begin(), question.notes.end(), [&id](const Note& note) {
        return std::find(note.diagrams.begin(), note.diagrams.end(), id) != note.diagrams.end();
      });
  return found == question.notes.end() ? nullptr : &*found;
}

Question* questionOf(std::vector<Question>& questions, const DiagramId& id) {
  const std::string name = id.value().substr(0, id.value().find('/'));
  const auto found = std::find_if(questions.begin(), questions.end(),
                                  [&name](const Question& q) { return q.id.value() == name; });
  return found == questions.end() ? nullptr : &*found;
}

/// Reading order: note by note, and within each as it is listed there.
void sortFigures(Question& question) {
  std::vector<DiagramId> order;
  for (const Note& note : question.notes)
    order.insert(order.end(), note.diagrams.begin(), note.diagrams.end());
  std::stable_sort(question.diagrams.begin(), question.diagrams.end(),
                   [&order](const Diagram& a, const Diagram& b) {
                     return std::find(order.begin(), order.end(), a.id) <
                            std::find(order.begin(), order.end(), b.id);
                   });
}

}  // namespace

std::vector<ports::FigureResult> compileFigures(const std::vector<ports::FigureSource>& figures,
                                                const std::map<std::string, Formula>& formulas,
                                                const ports::FigureCompiler& compiler,
                                                int workers) {
  std::vector<ports::FigureResult> results(figures.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < figures.size(); i = next++)
      results[i] = compiler.compile(figures[i], formulas);
  };
  std::vector<std::thread> threads;
  for (int i = 1; i < workers && static_cast<std::size_t>(i) < figures.size(); ++i)
    threads.emplace_back(work);
  work();
  for (std::thread& thread : threads)
    thread.join();
  return results;
}

void placeFigures(const std::vector<ports::FigureSource>& sources,
                  std::vector<ports::FigureResult> results, std::size_t phases,
                  std::vector<Question>& questions, Ledger& ledger) {
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const ports::FigureSource& source = sources[i];
    Question* question = questionOf(questions, source.id);
    const FileLog log(ledger, source.file, question == nullptr ? QuestionId{} : question->id);
    ledger.problems.insert(ledger.problems.end(), results[i].problems.begin(),
                           results[i].problems.end());
    const Note* note = question == nullptr ? nullptr : noteListing(*question, source.id);
    if (note == nullptr && question != nullptr && phases > 0 && question->notes.size() >= phases)
      log.problem(0, "no note lists this figure under \"diagrams\"");
    if (!results[i].figure)
      continue;
    Diagram& figure = *results[i].figure;
    figure.id = source.id;
    enterFigure(figure, source, log);
    if (note == nullptr)
      continue;
    figure.question = question->id;
    figure.phase = note->phase;
    question->diagrams.push_back(std::move(figure));
  }
  for (Question& question : questions)
    sortFigures(question);
}

}  // namespace phaseboard::content
