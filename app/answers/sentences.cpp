// SPDX-License-Identifier: Apache-2.0
#include "app/answers/sentences.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace phaseboard::answers {
namespace {

constexpr std::string_view kBlanks = " \t\r";

std::string_view withoutBlanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos)
    return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

bool isDigit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// How many bytes of marks begin a line that is a piece by itself; 0 for a line of a paragraph.
std::size_t marksOf(std::string_view line) {
  std::size_t at = std::min(line.find_first_not_of('#'), line.size());
  if (at > 0)
    return at < line.size() && line[at] == ' ' ? at + 1 : 0;
  if (line.size() > 1 && std::string_view("-*+>").find(line[0]) != std::string_view::npos &&
      line[1] == ' ')
    return 2;
  while (at < line.size() && isDigit(line[at]))
    ++at;
  return at > 0 && line.substr(at, 2) == ". " ? at + 2 : 0;
}

bool isTableRule(std::string_view line) {
  return line.find('-') != std::string_view::npos &&
         line.find_first_not_of("|-: ") == std::string_view::npos;
}

bool endsSentence(std::string_view text, std::size_t at) {
  if (text[at] != '.' && text[at] != '!' && text[at] != '?')
    return false;
  if (at + 1 == text.size())
    return true;
  const std::size_t next = text.find_first_not_of(kBlanks, at + 1);
  if (next == at + 1 || next == std::string_view::npos)
    return false;
  return std::islower(static_cast<unsigned char>(text[next])) == 0;
}

void cut(std::string_view piece, std::vector<std::string>& sentences) {
  std::size_t from = 0;
  for (std::size_t at = 0; at < piece.size(); ++at) {
    if (!endsSentence(piece, at) && at + 1 < piece.size())
      continue;
    const std::string_view sentence = withoutBlanks(piece.substr(from, at + 1 - from));
    if (!sentence.empty())
      sentences.emplace_back(sentence);
    from = at + 1;
  }
}

}  // namespace

std::vector<std::string> sentencesOf(std::string_view markdown) {
  std::vector<std::string> sentences;
  std::string paragraph;
  bool isCode = false;
  const auto finish = [&] { cut(std::exchange(paragraph, {}), sentences); };
  for (std::size_t at = 0; at < markdown.size();) {
    const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
    const std::string_view line = withoutBlanks(markdown.substr(at, end - at));
    at = end + 1;
    const bool isFence = line.starts_with("```");
    const std::size_t marks = marksOf(line);
    const bool isRow = line.starts_with('|');
    if (isFence || isCode || line.empty() || marks > 0 || isRow)
      finish();
    isCode = isCode != isFence;
    if (isFence || isCode || isTableRule(line))
      continue;
    if (isRow) {
      cut(withoutBlanks(line.substr(1, line.size() - (line.ends_with('|') ? 2 : 1))), sentences);
      continue;
    }
    paragraph += (paragraph.empty() ? "" : " ") + std::string(line.substr(marks));
    if (line.starts_with('#'))
      finish();
  }
  finish();
  return sentences;
}

}  // namespace phaseboard::answers
