// SPDX-License-Identifier: Apache-2.0
#include "app/content/source/question_folder.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "app/content/source/question_source.h"
#include "app/content/source/source_tree.h"

namespace phaseboard::content {
namespace {

constexpr std::string_view kQuestionFile = "question.yaml";
constexpr std::string_view kPromptsFile = "prompts.yaml";

/// Reads one question's files.
class QuestionFolder {
 public:
  QuestionFolder(const SourceFolder& sources, QuestionId id, Ledger& ledger)
      : m_sources(sources),
        m_id(std::move(id)),
        m_folder("questions/" + m_id.value()),
        m_ledger(ledger) {}

  Question read(const framework::Framework& framework) {
    Question question;
    question.id = m_id;
    if (const auto root = tree(kQuestionFile))
      question = readQuestion(*root, log(kQuestionFile));
    std::set<std::string, std::less<>> known{std::string(kQuestionFile), std::string(kPromptsFile)};
    for (const auto& [phase, name] : noteFiles(framework)) {
      known.insert(name);
      if (m_ledger.isOwn && !m_sources.isFile(m_folder + "/" + name))
        question.notes.push_back(emptyNote(phase));
      else if (const auto root = tree(name))
        question.notes.push_back(noteOf(phase, name, *root));
    }
    if (m_sources.isFile(m_folder + "/" + std::string(kPromptsFile)))
      if (const auto root = tree(kPromptsFile))
        question.prompts = readPrompts(*root, log(kPromptsFile));
    for (const std::string& name : m_sources.filesIn(m_folder))
      if (!known.contains(name))
        log(name).problem(0, "belongs to no phase; a note is named <number>-<phase>.yaml");
    return question;
  }

 private:
  [[nodiscard]] FileLog log(std::string_view name) const {
    return {m_ledger, m_folder + "/" + std::string(name), m_id};
  }

  [[nodiscard]] std::optional<SourceNode> tree(std::string_view name) {
    const std::string file = m_folder + "/" + std::string(name);
    const std::optional<std::string> text = m_sources.read(file, m_ledger.problems);
    return text ? readSourceTree(file, *text, m_ledger.problems) : std::nullopt;
  }

  /// The notes that there should be: phase and file.
  [[nodiscard]] std::vector<std::pair<PhaseId, std::string>> noteFiles(
      const framework::Framework& framework) const {
    std::vector<std::pair<PhaseId, std::string>> files;
    for (const framework::Phase& phase : framework.phases)
      files.emplace_back(phase.id, std::to_string(phase.number) + "-" + phase.id.value() + ".yaml");
    if (!files.empty())
      return files;
    for (const std::string& name : m_sources.filesIn(m_folder)) {
      const std::size_t dash = std::min(name.find('-'), name.size());
      if (name.find_first_not_of("0123456789") == dash && name.ends_with(".yaml"))
        files.emplace_back(name.substr(dash + 1, name.size() - dash - 6), name);
    }
    return files;
  }

  /// A phase that own content says nothing about.
  [[nodiscard]] Note emptyNote(const PhaseId& phase) const {
    Note note;
    note.question = m_id;
    note.phase = phase;
    return note;
  }

  [[nodiscard]] Note noteOf(const PhaseId& phase, const std::string& name,
                            const SourceNode& root) const {
    const FileLog noteLog = log(name);
    Note note = readNote(root, noteLog);
    if (note.phase != phase && !note.phase.value().empty())
      noteLog.problem(root.line, "note: phase \"" + note.phase.value() +
                                     "\" differs from the name of the file");
    note.phase = phase;
    return note;
  }

  const SourceFolder& m_sources;
  QuestionId m_id;
  std::string m_folder;
  Ledger& m_ledger;
};

/// The name without ".dot" or ".yaml"; nothing for other endings.
std::optional<std::string> figureName(const std::string& file) {
  for (const std::string_view ending : {".dot", ".yaml"})
    if (file.size() > ending.size() && file.ends_with(ending))
      return file.substr(0, file.size() - ending.size());
  return std::nullopt;
}

}  // namespace

Question readQuestionFolder(const SourceFolder& sources, const QuestionId& id,
                            const framework::Framework& framework, Ledger& ledger) {
  return QuestionFolder(sources, id, ledger).read(framework);
}

std::vector<ports::FigureSource> findFigures(const SourceFolder& sources, const std::string& folder,
                                             const std::vector<Question>& questions,
                                             Ledger& ledger) {
  std::vector<ports::FigureSource> figures;
  if (!sources.isFolder(folder)) {
    if (!ledger.isOwn)
      ledger.problems.push_back({folder, 0, "the folder of the figures is missing"});
    return figures;
  }
  for (const std::string& name : sources.foldersIn(folder)) {
    const bool known = std::any_of(questions.begin(), questions.end(),
                                   [&name](const Question& q) { return q.id.value() == name; });
    const std::string place = joined(folder, name);
    if (!known) {
      ledger.problems.push_back({place, 0, "no question has the id \"" + name + "\""});
      continue;
    }
    for (const std::string& file : sources.filesIn(place)) {
      const FileLog log(ledger, joined(place, file), QuestionId{name});
      const std::optional<std::string> figure = figureName(file);
      if (!figure || !isSimpleId(*figure)) {
        log.problem(0, "a figure is named <id>.dot or <id>.yaml");
        continue;
      }
      log.define("a figure of " + name, *figure, 0);
      if (std::optional<std::string> text = sources.read(log.file(), ledger.problems))
        figures.push_back({DiagramId{name + "/" + *figure}, log.file(), std::move(*text)});
    }
  }
  return figures;
}

}  // namespace phaseboard::content
