// SPDX-License-Identifier: Apache-2.0
#include "app/content/pack_compiler.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>

#include "app/content/checks/prose_check.h"
#include "app/content/checks/reference_check.h"
#include "app/content/checks/rename_check.h"
#include "app/content/hashes.h"
#include "app/content/source/figure_stage.h"
#include "app/content/source/formula_source.h"
#include "app/content/source/host_content.h"
#include "app/content/source/pack_source.h"
#include "app/content/source/question_folder.h"

namespace phaseboard::content {
namespace {

/// One run of the compiler: what was read so far and what is wrong with it.
class Compilation {
 public:
  Compilation(const std::filesystem::path& sources, const ports::FigureCompiler& figures,
              const CompileOptions& options)
      : m_sources(sources, options.unsaved),
        m_figures(figures),
        m_workers(options.workers),
        m_host(options.host) {
    m_ledger.isOwn = m_host != nullptr;
  }

  PackDraft run() && {
    readPackFiles();
    readQuestions();
    if (m_host != nullptr)
      takeFromHost(*m_host, m_pack, m_ledger);
    const KnownIds known = compileAllFigures();
    m_pack.renames = resolveRenames(m_renames, known, m_ledger);
    checkAll(known);
    if (m_host != nullptr)
      keepUsedConcepts(*m_host, m_ledger, m_pack);
    return std::move(*this).result();
  }

 private:
  template <class Value>
  void readFile(const std::string& name, Value& value,
                Value (*read)(const SourceNode&, const FileLog&)) {
    const std::optional<std::string> text = m_sources.read(name, m_ledger.problems);
    if (!text)
      return;
    if (const auto root = readSourceTree(name, *text, m_ledger.problems))
      value = read(*root, FileLog(m_ledger, name));
  }

  template <class Value>
  void readOptionalFile(const std::string& name, Value& value,
                        Value (*read)(const SourceNode&, const FileLog&)) {
    if (m_sources.isFile(name))
      readFile(name, value, read);
  }

  void readPackFiles() {
    PackHeader header;
    readFile("pack.yaml", header, readPackHeader);
    m_diagrams = joined(header.diagrams, ".");
    if (m_diagrams.ends_with('/'))
      m_diagrams.pop_back();
    m_pack.id = header.id;
    m_pack.version = header.version;
    m_pack.title = header.title;
    m_pack.licence = header.licence;
    if (m_host == nullptr)
      readFile("framework.yaml", m_pack.framework, readFramework);
    else
      m_pack.framework = m_host->framework;
    readConceptFiles();
    readOptionalFile("renames.yaml", m_renames, readRenames);
    readOptionalFile("glossary.yaml", m_spelling, readGlossary);
    readOptionalFile("formulas.json", m_pack.formulas, readFormulas);
  }

  /// One file, or a folder of files: `concepts/<topic>.yaml`.
  void readConceptFiles() {
    const std::vector<std::string> topics = m_sources.filesIn("concepts");
    if (topics.empty() && (m_host == nullptr || m_sources.isFile("concepts.yaml")))
      readFile("concepts.yaml", m_pack.concepts, readConcepts);
    for (const std::string& topic : topics) {
      std::vector<Concept> ofTopic;
      readFile("concepts/" + topic, ofTopic, readConcepts);
      std::move(ofTopic.begin(), ofTopic.end(), std::back_inserter(m_pack.concepts));
    }
  }

  void readQuestions() {
    for (const std::string& name : m_sources.foldersIn("questions")) {
      if (isSimpleId(name))
        m_pack.questions.push_back(
            readQuestionFolder(m_sources, QuestionId{name}, m_pack.framework, m_ledger));
      else
        m_ledger.problems.push_back({"questions/" + name, 0, "the folder's name is not an id"});
    }
    std::stable_partition(
        m_pack.questions.begin(), m_pack.questions.end(),
        [](const Question& question) { return question.kind == QuestionKind::Primer; });
    if (m_pack.questions.empty())
      m_ledger.problems.push_back({"questions", 0, "there is no question"});
  }

  KnownIds compileAllFigures() {
    const std::vector<ports::FigureSource> sources =
        findFigures(m_sources, m_diagrams, m_pack.questions, m_ledger);
    std::vector<ports::FigureResult> results =
        compileFigures(sources, m_pack.formulas, m_figures, m_workers);
    std::set<std::string> failed;
    for (std::size_t i = 0; i < sources.size(); ++i)
      if (!results[i].figure)
        failed.insert(sources[i].id.value());
    placeFigures(sources, std::move(results), m_pack.framework.phases.size(), m_pack.questions,
                 m_ledger);
    KnownIds known = idsOf(m_pack);
    for (const ports::FigureSource& source : sources)
      known.figures.insert(source.id.value());
    known.failed = std::move(failed);
    known.conceptsRead = !m_pack.concepts.empty();
    known.phasesRead = !m_pack.framework.phases.empty();
    return known;
  }

  void checkAll(const KnownIds& known) {
    const std::set<std::string> used = checkProse(m_ledger, m_pack.formulas, m_spelling);
    checkDefinitions(m_ledger);
    checkReferences(m_ledger, known);
    // The figures hold their outlines themselves; only texts need theirs later.
    std::erase_if(m_pack.formulas,
                  [&used](const auto& formula) { return !used.contains(formula.first); });
    for (Question& question : m_pack.questions)
      for (Note& note : question.notes)
        note.hash = hashOf(note);
  }

  PackDraft result() && {
    Diagnostics& problems = m_ledger.problems;
    std::sort(problems.begin(), problems.end());
    problems.erase(std::unique(problems.begin(), problems.end()), problems.end());
    return {std::move(m_pack), std::move(problems)};
  }

  SourceFolder m_sources;
  const ports::FigureCompiler& m_figures;
  int m_workers;
  const Host* m_host;
  Ledger m_ledger;
  Pack m_pack;
  std::string m_diagrams;
  std::vector<Rename> m_renames;
  std::vector<SpellingRule> m_spelling;
};

}  // namespace

PackDraft compileDraft(const std::filesystem::path& sources, const ports::FigureCompiler& figures,
                       const CompileOptions& options) {
  return Compilation(sources, figures, options).run();
}

CompiledPack compilePack(const std::filesystem::path& sources, const ports::FigureCompiler& figures,
                         const CompileOptions& options) {
  PackDraft draft = compileDraft(sources, figures, options);
  CompiledPack compiled;
  if (draft.problems.empty())
    compiled.pack = std::move(draft.pack);
  compiled.problems = std::move(draft.problems);
  return compiled;
}

}  // namespace phaseboard::content
