// SPDX-License-Identifier: Apache-2.0
#include "db/pack/pack_reader.h"

#include <utility>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "db/pack/content_queries.h"
#include "db/pack/note_queries.h"
#include "db/pack/pack_file.h"
#include "db/pack/pack_search.h"
#include "db/pack/prompt_queries.h"
#include "db/pack/sqlite_error.h"

namespace phaseboard::db {
namespace {

/// Runs `read`; a failure of SQLite becomes an error about `file`.
template <class Value, class Read>
Result<Value> guarded(const std::string& file, Read read) {
  try {
    return Result<Value>(read());
  } catch (const SQLite::Exception& error) {
    return translatePackError(error, file);
  }
}

/// The value, or `NotFound` for `id`.
template <class Value>
Result<Value> found(Result<std::optional<Value>> read, const std::string& id) {
  PHASEBOARD_TRY_ASSIGN(std::optional<Value> value, std::move(read));
  if (!value)
    return fail(ErrorKind::NotFound, id);
  return std::move(*value);
}

}  // namespace

PackReader::PackReader(std::unique_ptr<SQLite::Database> database, std::string file)
    : m_database(std::move(database)), m_file(std::move(file)) {}

PackReader::~PackReader() = default;

Result<std::unique_ptr<PackReader>> PackReader::open(const std::filesystem::path& file) {
  PHASEBOARD_TRY_ASSIGN(std::unique_ptr<SQLite::Database> database, openPackFile(file));
  std::unique_ptr<PackReader> reader(new PackReader(std::move(database), file.string()));
  try {
    reader->readCards();
  } catch (const SQLite::Exception& error) {
    return translatePackError(error, file.string());
  }
  return reader;
}

void PackReader::readCards() {
  m_infos = {readPackInfo(*m_database)};
  m_hasDrawings = m_database->tableExists("drawing");
  m_framework = readFramework(*m_database);
  m_questions = readQuestionCards(*m_database);
  PromptList list = readPromptList(*m_database);
  m_prompts = std::move(list.prompts);
  m_promptRows = std::move(list.rows);
  m_promptPlaces.reserve(m_prompts.size());
  for (std::size_t i = 0; i < m_prompts.size(); ++i)
    m_promptPlaces.emplace(m_prompts[i].id, i);
  SQLite::Statement renames(*m_database, "SELECT old_id, current_id FROM rename");
  while (renames.executeStep())
    m_renames.emplace(renames.getColumn(0).getString(), renames.getColumn(1).getString());
}

Result<content::Question> PackReader::question(const QuestionId& id) const {
  return found(guarded<std::optional<content::Question>>(
                   m_file, [&] { return readQuestion(*m_database, id); }),
               id.value());
}

Result<content::Note> PackReader::note(const QuestionId& question, const PhaseId& phase) const {
  return found(guarded<std::optional<content::Note>>(
                   m_file, [&] { return readNote(*m_database, question, phase); }),
               content::noteTarget(question, phase).value());
}

Result<content::Diagram> PackReader::diagram(const DiagramId& id) const {
  return found(guarded<std::optional<content::Diagram>>(
                   m_file, [&] { return readDiagram(*m_database, id, m_hasDrawings); }),
               id.value());
}

Result<std::vector<content::Concept>> PackReader::concepts() const {
  return guarded<std::vector<content::Concept>>(m_file, [&] { return readConcepts(*m_database); });
}

Result<content::Concept> PackReader::findConcept(const ConceptId& id) const {
  PHASEBOARD_TRY_ASSIGN(std::vector<content::Concept> read,
                        guarded<std::vector<content::Concept>>(
                            m_file, [&] { return readConcepts(*m_database, id); }));
  if (read.empty())
    return fail(ErrorKind::NotFound, id.value());
  return std::move(read.front());
}

Result<std::vector<ports::Occurrence>> PackReader::occurrences(const ConceptId& id) const {
  PHASEBOARD_TRY(findConcept(id));
  return guarded<std::vector<ports::Occurrence>>(m_file,
                                                 [&] { return readOccurrences(*m_database, id); });
}

std::optional<content::Formula> PackReader::formula(std::string_view tex) const {
  auto read = guarded<std::optional<content::Formula>>(
      m_file, [&] { return readFormula(*m_database, tex); });
  return read ? *read : std::nullopt;
}

Result<std::map<std::string, content::Formula>> PackReader::formulas() const {
  return guarded<std::map<std::string, content::Formula>>(
      m_file, [&] { return readFormulas(*m_database); });
}

Result<review::Prompt> PackReader::prompt(const PromptId& id) const {
  const auto place = m_promptPlaces.find(id);
  if (place == m_promptPlaces.end())
    return fail(ErrorKind::NotFound, id.value());
  review::Prompt prompt = m_prompts[place->second];
  PHASEBOARD_TRY_ASSIGN(const bool read, guarded<bool>(m_file, [&] {
                          return readPromptTexts(*m_database, m_promptRows[place->second], prompt);
                        }));
  if (!read)
    return fail(ErrorKind::Damaged, m_file, "no text for " + id.value());
  return prompt;
}

std::string PackReader::currentId(const std::string& id) const {
  if (const std::optional<review::PromptIdParts> parts = review::splitPromptId(PromptId{id}))
    return review::promptId(parts->kind, TargetId{currentId(parts->target.value())}).value();
  if (const auto renamed = m_renames.find(id); renamed != m_renames.end())
    return renamed->second;
  const std::size_t end = id.find_last_of("/#");
  if (end == std::string::npos || end == 0)
    return id;
  return currentId(id.substr(0, end)) + id.substr(end);
}

Result<std::vector<search::Hit>> PackReader::search(const search::Query& query, int limit) const {
  return guarded<std::vector<search::Hit>>(m_file,
                                           [&] { return searchPack(*m_database, query, limit); });
}

}  // namespace phaseboard::db
