// SPDX-License-Identifier: Apache-2.0
#include "db/pack/prompt_queries.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "db/pack/row_reader.h"

namespace phaseboard::db {
namespace {

using SQLite::Statement;
using NumberedIds = std::map<int, std::string>;

NumberedIds numberedIds(SQLite::Database& database, const char* sql) {
  NumberedIds ids;
  Statement rows(database, sql);
  while (rows.executeStep()) {
    RowReader row(rows);
    const int number = row.integer();
    ids.emplace(number, row.text());
  }
  return ids;
}

/// What the numbers in the rows stand for.
struct PromptNumbers {
  NumberedIds questions;
  NumberedIds phases;
  NumberedIds diagrams;
  NumberedIds concepts;
};

template <class Id>
std::optional<Id> idAt(const NumberedIds& ids, const std::optional<int>& number) {
  const auto found = number ? ids.find(*number) : ids.end();
  return found == ids.end() ? std::nullopt : std::optional(Id{found->second});
}

/// Nothing for a row that we cannot ask.
std::optional<review::Prompt> promptFrom(RowReader row, const PromptNumbers& numbers) {
  review::Prompt prompt;
  prompt.id = row.id<PromptId>();
  auto parts = review::splitPromptId(prompt.id);
  const auto question = idAt<QuestionId>(numbers.questions, row.integer());
  const auto phase = idAt<PhaseId>(numbers.phases, row.integer());
  if (!parts || !question || !phase)
    return std::nullopt;
  prompt.kind = parts->kind;
  prompt.target = std::move(parts->target);
  prompt.question = *question;
  prompt.phase = *phase;
  prompt.diagram = idAt<DiagramId>(numbers.diagrams, row.optionalInteger());
  prompt.conceptId = idAt<ConceptId>(numbers.concepts, row.optionalInteger());
  prompt.contentHash = row.hash();
  prompt.siblingGroup = prompt.target.value();
  // The target of a prompt about a whole figure is the figure itself.
  if (prompt.diagram && prompt.target.value() != prompt.diagram->value()) {
    const std::string within = prompt.diagram->value() + '/';
    if (!prompt.target.value().starts_with(within))
      return std::nullopt;
    prompt.part = PartId{prompt.target.value().substr(within.size())};
  }
  return prompt;
}

}  // namespace

PromptList readPromptList(SQLite::Database& database) {
  const PromptNumbers numbers{numberedIds(database, "SELECT position, id FROM question"),
                              numberedIds(database, "SELECT number, id FROM phase"),
                              numberedIds(database, "SELECT position, id FROM diagram"),
                              numberedIds(database, "SELECT position, id FROM concept")};
  PromptList list;
  Statement rows(database,
                 "SELECT id, question, phase, diagram, concept, content_hash, position "
                 "FROM prompt ORDER BY position");
  while (rows.executeStep())
    if (std::optional<review::Prompt> prompt = promptFrom(RowReader(rows), numbers)) {
      list.prompts.push_back(std::move(*prompt));
      list.rows.push_back(rows.getColumn(6).getInt());
    }
  return list;
}

bool readPromptTexts(SQLite::Database& database, int row, review::Prompt& prompt) {
  Statement rows(database, "SELECT ask, answer FROM prompt_text WHERE prompt = ?");
  rows.bind(1, row);
  if (!rows.executeStep())
    return false;
  RowReader texts(rows);
  prompt.ask = texts.text();
  prompt.answer = texts.text();
  return true;
}

}  // namespace phaseboard::db
