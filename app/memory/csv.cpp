// SPDX-License-Identifier: Apache-2.0
#include "app/memory/csv.h"

#include <charconv>
#include <string>
#include <unordered_set>
#include <utility>

namespace phaseboard::memory {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr int kGreatestElapsedDays = 36'600;
constexpr int kGreatestDay = 10'000'000;

std::string_view withoutReturn(std::string_view line) {
  if (line.ends_with('\r'))
    line.remove_suffix(1);
  return line;
}

/// The fields of one line; nothing when a quote is not closed. A quoted field with a line break in
/// it is not closed on its line and therefore refused: no prompt id has one.
std::optional<std::vector<std::string>> splitLine(std::string_view line) {
  std::vector<std::string> fields(1);
  bool isQuoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (isQuoted) {
      if (c != '"')
        fields.back() += c;
      else if (i + 1 < line.size() && line[i + 1] == '"')
        fields.back() += line[++i];
      else
        isQuoted = false;
    } else if (c == '"' && fields.back().empty()) {
      isQuoted = true;
    } else if (c == ',') {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  if (isQuoted)
    return std::nullopt;
  return fields;
}

std::optional<int> wholeNumber(std::string_view text) {
  int value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || failure != std::errc{} || end != text.data() + text.size())
    return std::nullopt;
  return value;
}

/// Reads the rows one by one and remembers which prompts have begun.
class Reader {
 public:
  explicit Reader(ReviewColumns columns) : m_columns(columns) {}

  /// What is wrong with the line, or an empty text.
  std::string addRow(std::string_view line) {
    const auto fields = splitLine(line);
    if (!fields)
      return "a quote is not closed";
    const bool hasDay = m_columns == ReviewColumns::Evaluate;
    const std::size_t count = hasDay ? 4 : 3;
    if (fields->size() != count)
      return "expected " + std::to_string(count) + " fields, found " +
             std::to_string(fields->size());
    ReviewRow row;
    row.prompt = (*fields)[0];
    if (row.prompt.empty())
      return "the prompt is empty";
    if (hasDay) {
      const auto day = wholeNumber((*fields)[1]);
      if (!day || *day < -kGreatestDay || *day > kGreatestDay)
        return "day is not a whole number: " + (*fields)[1];
      row.day = *day;
    }
    const std::string& rating = (*fields)[2];
    const auto number = wholeNumber(rating);
    const auto known = number ? ratingFromNumber(*number) : std::nullopt;
    if (!known)
      return "rating is not 1, 2, 3 or 4: " + rating;
    row.rating = *known;
    std::string problem = readElapsed((*fields)[hasDay ? 3 : 1], row);
    if (problem.empty())
      m_rows.push_back(std::move(row));
    return problem;
  }

  std::vector<ReviewRow> rows() && { return std::move(m_rows); }

 private:
  std::string readElapsed(const std::string& text, ReviewRow& row) {
    const auto days = wholeNumber(text);
    const bool isFirst = m_begun.insert(row.prompt).second;
    const bool isIgnored = isFirst && m_columns == ReviewColumns::Evaluate;
    if (!days || *days < (isIgnored ? -1 : 0) || *days > kGreatestElapsedDays)
      return "elapsed_days is not a whole number from 0 to " +
             std::to_string(kGreatestElapsedDays) + ": " + text;
    if (isFirst && !isIgnored && *days != 0)
      return "the first review of " + row.prompt + " must have 0 elapsed days, not " + text;
    row.elapsedDays = isFirst ? 0 : *days;
    return {};
  }

  ReviewColumns m_columns;
  std::unordered_set<std::string> m_begun;
  std::vector<ReviewRow> m_rows;
};

}  // namespace

std::string_view header(ReviewColumns columns) {
  return columns == ReviewColumns::Replay ? "prompt,elapsed_days,rating"
                                          : "prompt,day,rating,elapsed_days";
}

ReviewTable readReviews(std::istream& in, ReviewColumns columns) {
  const auto wrong = [](int line, std::string message) {
    return ReviewTable{{}, CsvError{line, std::move(message)}};
  };
  std::string text;
  std::getline(in, text);
  std::string_view first = withoutReturn(text);
  if (first.starts_with(kByteOrderMark))
    first.remove_prefix(kByteOrderMark.size());
  if (first != header(columns))
    return wrong(1, "the header must be " + std::string(header(columns)));

  Reader reader(columns);
  for (int line = 2; std::getline(in, text); ++line) {
    const std::string_view content = withoutReturn(text);
    if (content.empty())
      continue;
    if (std::string problem = reader.addRow(content); !problem.empty())
      return wrong(line, std::move(problem));
  }
  return {std::move(reader).rows(), std::nullopt};
}

std::string csvField(std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos)
    return std::string(field);
  std::string quoted = "\"";
  for (const char c : field) {
    if (c == '"')
      quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace phaseboard::memory
