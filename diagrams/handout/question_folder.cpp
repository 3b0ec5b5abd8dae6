// SPDX-License-Identifier: Apache-2.0
#include "diagrams/handout/question_folder.h"

#include <algorithm>
#include <utility>

#include "app/answers/image_links.h"

namespace phaseboard::handout {
namespace {

/// Ids become file names; a pack from elsewhere must not choose where we write.
bool isFileName(const std::string& id) {
  return !id.empty() && !id.starts_with('/') && !id.ends_with('/') &&
         id.find("//") == std::string::npos &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-/") == std::string::npos;
}

/// Inside square brackets.
std::string bracketed(std::string text) {
  std::replace(text.begin(), text.end(), '[', '(');
  std::replace(text.begin(), text.end(), ']', ')');
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace

std::vector<QuestionId> allQuestions(const ports::PackLibrary& pack) {
  std::vector<QuestionId> all;
  for (const ports::QuestionCard& card : pack.questions())
    all.push_back(card.id);
  return all;
}

QuestionFolder::QuestionFolder(const ports::Reading& reading, PaperReader papers,
                               FigureFile figures, exchange::Progress progress)
    : m_reading(&reading),
      m_papers(std::move(papers)),
      m_kind(figures),
      m_progress(std::move(progress)) {}

Result<QuestionFolder> QuestionFolder::of(const ports::Reading& reading,
                                          std::vector<QuestionId> questions, FigureFile figures,
                                          exchange::Progress progress) {
  if (questions.empty())
    questions = allQuestions(reading.pack());
  PHASEBOARD_TRY_ASSIGN(PaperReader papers, PaperReader::over(reading));
  QuestionFolder folder(reading, std::move(papers), figures, std::move(progress));
  folder.m_questions.assign(questions.begin(), questions.end());
  folder.m_total = static_cast<std::int64_t>(questions.size());
  for (const ports::QuestionCard& card : reading.pack().questions())
    if (std::find(questions.begin(), questions.end(), card.id) != questions.end())
      folder.m_total += static_cast<std::int64_t>(card.diagrams.size());
  return folder;
}

Result<std::optional<ports::FolderFile>> QuestionFolder::next() {
  if (!exchange::goesOn(m_progress, m_done++, m_total))
    return exchange::stopped();
  if (!m_figures.empty()) {
    const DiagramId id = m_figures.front();
    m_figures.pop_front();
    PHASEBOARD_TRY_ASSIGN(auto file, figure(id));
    return std::optional(std::move(file));
  }
  if (!m_pictures.empty()) {
    ports::FolderFile picture = std::move(m_pictures.front());
    m_pictures.pop_front();
    return std::optional(std::move(picture));
  }
  if (m_questions.empty())
    return std::optional<ports::FolderFile>();
  const QuestionId id = m_questions.front();
  m_questions.pop_front();
  PHASEBOARD_TRY_ASSIGN(auto file, text(id));
  return std::optional(std::move(file));
}

std::string QuestionFolder::placeOf(const DiagramId& figure) const {
  return "figures/" + figure.value() + endingOf(m_kind);
}

Result<ports::FolderFile> QuestionFolder::text(const QuestionId& question) {
  if (!isFileName(question.value()) || question.value().find('/') != std::string::npos)
    return fail(ErrorKind::Damaged, question.value(), "an id is not a file name");
  PHASEBOARD_TRY_ASSIGN(exchange::QuestionPaper paper, m_papers.read(question));
  for (exchange::PaperNote& note : paper.notes) {
    PHASEBOARD_TRY_ASSIGN(note.answer, withPictures(note.answer));
  }
  std::vector<DiagramId> known;
  for (const exchange::PaperNote& note : paper.notes)
    for (const exchange::PaperFigure& figure : note.figures)
      known.push_back(figure.id);
  m_figures.assign(known.begin(), known.end());
  const auto mark = [this](const exchange::PaperFigure& figure) {
    return "![" + bracketed(figure.title) + "](" + placeOf(figure.id) + ")\n\n*" +
           (figure.description.empty() ? figure.title : figure.description) + "*";
  };
  const auto link = [&](const DiagramId& figure) {
    return std::find(known.begin(), known.end(), figure) == known.end() ? std::string()
                                                                        : placeOf(figure);
  };
  return ports::FolderFile{question.value() + ".md", exchange::markdownOf(paper, mark, link)};
}

Result<std::string> QuestionFolder::withPictures(const std::string& answer) {
  Status read;
  std::string text = answers::withImageAddresses(answer, [&](const answers::ImageId& id) {
    auto image = m_reading->images().image(id);
    if (!image) {
      read = passOn(std::move(image));
      return std::string();
    }
    if (!*image)
      return std::string();
    const bool isPng = (*image)->bytes.starts_with("\x89PNG");
    std::string place = "pictures/" + id.value() + (isPng ? ".png" : ".jpg");
    const bool isKnown = std::any_of(m_pictures.begin(), m_pictures.end(),
                                     [&](const auto& file) { return file.name == place; });
    if (!isKnown) {
      m_pictures.push_back({place, std::move((*image)->bytes)});
      ++m_total;
    }
    return place;
  });
  if (!read)
    return passOn(std::move(read));
  return text;
}

Result<ports::FolderFile> QuestionFolder::figure(const DiagramId& figure) const {
  if (!isFileName(figure.value()))
    return fail(ErrorKind::Damaged, figure.value(), "an id is not a file name");
  PHASEBOARD_TRY_ASSIGN(const content::Diagram diagram, m_reading->pack().diagram(figure));
  PHASEBOARD_TRY_ASSIGN(std::string bytes, figureBytes(diagram, m_kind));
  return ports::FolderFile{placeOf(figure), std::move(bytes)};
}

}  // namespace phaseboard::handout
