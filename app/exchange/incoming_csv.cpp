// SPDX-License-Identifier: Apache-2.0
#include "app/exchange/incoming_csv.h"

#include <array>
#include <optional>
#include <set>
#include <utility>

#include "app/exchange/csv_table.h"

namespace phaseboard::exchange {
namespace {

std::string lowered(std::string_view name) {
  std::string result;
  for (const char letter : name)
    result += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  const std::size_t begin = result.find_first_not_of(' ');
  const std::size_t end = result.find_last_not_of(' ');
  return begin == std::string::npos ? std::string() : result.substr(begin, end - begin + 1);
}

/// Where the columns are that we know.
struct PromptColumns {
  std::optional<std::size_t> ask, answer, question, phase, id;
  std::vector<std::string> unknown;
};

PromptColumns columnsOf(const CsvRow& header) {
  PromptColumns columns;
  for (std::size_t at = 0; at < header.fields.size(); ++at) {
    const std::string name = lowered(header.fields[at]);
    std::optional<std::size_t>* place = nullptr;
    if (name == "ask" || name == "front" || name == "question")
      place = &columns.ask;
    else if (name == "answer" || name == "back")
      place = &columns.answer;
    else if (name == "question_id" || name == "topic")
      place = &columns.question;
    else if (name == "phase")
      place = &columns.phase;
    else if (name == "id" || name == "guid")
      place = &columns.id;
    if (place != nullptr && !*place)
      *place = at;
    else
      columns.unknown.push_back(header.fields[at]);
  }
  return columns;
}

std::string fieldAt(const CsvRow& row, const std::optional<std::size_t>& column) {
  return column && *column < row.fields.size() ? row.fields[*column] : std::string();
}

}  // namespace

Result<Incoming> incomingFromCsv(std::string_view text, const std::string& file) {
  PHASEBOARD_TRY_ASSIGN(const auto rows, readCsv(text, file));
  if (rows.empty())
    return fail(ErrorKind::InvalidInput, file, "an empty table");
  const PromptColumns columns = columnsOf(rows.front());
  if (!columns.ask || !columns.answer)
    return fail(ErrorKind::InvalidInput, file,
                "line 1: the first row names the columns; \"ask\" and \"answer\" are needed");
  Incoming incoming;
  incoming.source = "CSV table";
  std::set<std::string> seen;
  std::size_t repeated = 0;
  for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
    if (row->fields.size() > rows.front().fields.size())
      return fail(ErrorKind::InvalidInput, file,
                  "line " + std::to_string(row->line) + ": more fields than the header has");
    IncomingPrompt prompt;
    prompt.ask = fieldAt(*row, columns.ask);
    prompt.answer = fieldAt(*row, columns.answer);
    prompt.question = QuestionId{lowered(fieldAt(*row, columns.question))};
    prompt.phase = PhaseId{lowered(fieldAt(*row, columns.phase))};
    prompt.origin = fieldAt(*row, columns.id);
    if (prompt.origin.empty())
      prompt.origin = originOf(prompt.question.value(), prompt.phase.value(), prompt.ask);
    if (seen.insert(prompt.origin).second)
      incoming.prompts.push_back(std::move(prompt));
    else
      ++repeated;
  }
  for (const std::string& name : columns.unknown)
    incoming.remarks.push_back("The column \"" + name + "\" is left out.");
  if (repeated > 0)
    incoming.remarks.push_back(std::to_string(repeated) + " rows that came twice are left out.");
  PHASEBOARD_TRY(checkIncoming(incoming, file));
  return incoming;
}

}  // namespace phaseboard::exchange
