// SPDX-License-Identifier: Apache-2.0
#include "app/exchange/csv_table.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "app/base/bytes.h"

namespace phaseboard::exchange {
namespace {

/// Reads one table from its beginning to its end.
class CsvParser {
 public:
  CsvParser(std::string_view text, char separator) : m_text(text), m_separator(separator) {}

  [[nodiscard]] std::optional<std::string> readAll() {
    while (m_at < m_text.size())
      if (auto problem = readRow())
        return problem;
    return std::nullopt;
  }
  [[nodiscard]] std::vector<CsvRow>& rows() { return m_rows; }
  [[nodiscard]] int line() const { return m_line; }

 private:
  std::optional<std::string> readRow() {
    CsvRow row;
    row.line = m_line;
    for (bool isLast = false; !isLast;) {
      if (row.fields.size() == kMostCsvColumns)
        return "more than 100 columns";
      std::string field;
      if (auto problem = isAt('"') ? readQuoted(field) : readPlain(field))
        return problem;
      row.fields.push_back(std::move(field));
      isLast = !isAt(m_separator);
      if (!isLast)
        ++m_at;
    }
    endLine();
    const bool isEmpty = row.fields.size() == 1 && row.fields.front().empty();
    if (!isEmpty && m_rows.size() == kMostCsvRows)
      return "more than 200,000 rows";
    if (!isEmpty)
      m_rows.push_back(std::move(row));
    return std::nullopt;
  }

  std::optional<std::string> readPlain(std::string& field) {
    const std::size_t begin = m_at;
    while (m_at < m_text.size() && m_text[m_at] != m_separator && !isLineEnd()) {
      if (m_text[m_at] == '"')
        return "a quote inside a field that is not in quotes";
      ++m_at;
    }
    field = m_text.substr(begin, m_at - begin);
    return std::nullopt;
  }

  std::optional<std::string> readQuoted(std::string& field) {
    const int begin = m_line;
    for (++m_at; m_at < m_text.size(); ++m_at) {
      const char letter = m_text[m_at];
      if (letter == '"') {
        if (++m_at == m_text.size() || m_text[m_at] != '"') {
          if (m_at < m_text.size() && !isAt(m_separator) && !isLineEnd())
            return "text after a closing quote";
          return std::nullopt;
        }
      }
      if (letter == '\n')
        ++m_line;
      if (letter != '\r' || m_at + 1 == m_text.size() || m_text[m_at + 1] != '\n')
        field += letter;
    }
    m_line = begin;
    return "a quote is never closed";
  }

  void endLine() {
    if (isAt('\r'))
      ++m_at;
    if (isAt('\n')) {
      ++m_at;
      ++m_line;
    }
  }

  [[nodiscard]] bool isAt(char letter) const {
    return m_at < m_text.size() && m_text[m_at] == letter;
  }
  [[nodiscard]] bool isLineEnd() const {
    return isAt('\n') || (isAt('\r') && (m_at + 1 == m_text.size() || m_text[m_at + 1] == '\n'));
  }

  std::string_view m_text;
  char m_separator;
  std::size_t m_at = 0;
  int m_line = 1;
  std::vector<CsvRow> m_rows;
};

char separatorOf(std::string_view text) {
  const std::string_view first = text.substr(0, text.find('\n'));
  char best = ',';
  for (const char candidate : {';', '\t'})
    if (std::count(first.begin(), first.end(), candidate) >
        std::count(first.begin(), first.end(), best))
      best = candidate;
  return best;
}

}  // namespace

Result<std::vector<CsvRow>> readCsv(std::string_view text, const std::string& file) {
  if (text.size() > kLongestCsv)
    return fail(ErrorKind::InvalidInput, file, "larger than 64 MB");
  if (!isUtf8(text))
    return fail(ErrorKind::InvalidInput, file, "not UTF-8 text");
  if (text.find('\0') != std::string_view::npos)
    return fail(ErrorKind::InvalidInput, file, "not a text file");
  if (text.starts_with("\xEF\xBB\xBF"))
    text.remove_prefix(3);
  CsvParser parser(text, separatorOf(text));
  if (const auto problem = parser.readAll())
    return fail(ErrorKind::InvalidInput, file,
                "line " + std::to_string(parser.line()) + ": " + *problem);
  return std::move(parser.rows());
}

std::string csvCell(std::string_view field) {
  const bool isFormula =
      !field.empty() && std::string_view("=+@\t\r").find(field.front()) != std::string_view::npos;
  if (!isFormula && field.find_first_of(",\"\n\r;") == std::string_view::npos)
    return std::string(field);
  std::string quoted = isFormula ? "\"'" : "\"";
  for (const char letter : field) {
    if (letter == '"')
      quoted += '"';
    quoted += letter;
  }
  return quoted + '"';
}

}  // namespace phaseboard::exchange
