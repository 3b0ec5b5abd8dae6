// SPDX-License-Identifier: Apache-2.0
#include "app/exchange/incoming_markdown.h"

#include <algorithm>
#include <set>
#include <utility>

#include "app/base/bytes.h"

namespace phaseboard::exchange {
namespace {

constexpr std::size_t kLongestMarkdown = 64'000'000;

std::string trimmedText(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos)
    return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1));
}

/// Puts headings and what is below them together.
class MarkdownQuestions {
 public:
  /// The first thing that is wrong, or nothing.
  std::string read(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      std::string_view line = text.substr(0, end);
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
      if (line.ends_with('\r'))
        line.remove_suffix(1);
      ++m_line;
      readLine(line);
      if (!m_problem.empty())
        return m_problem;
    }
    finishPrompt(true);
    return m_problem;
  }

  std::vector<IncomingPrompt> prompts;
  std::size_t repeated = 0;

 private:
  void readLine(std::string_view line) {
    if (line.starts_with("```"))
      m_isInCode = !m_isInCode;
    const std::size_t level = m_isInCode ? 0 : std::min(line.find_first_not_of('#'), line.size());
    const bool isHeading = level >= 1 && level <= 6 && level < line.size() && line[level] == ' ';
    if (!isHeading) {
      m_body += std::string(line) + '\n';
      return;
    }
    finishPrompt(false);
    m_heading = trimmedText(line.substr(level));
    m_level = level;
    m_headingLine = m_line;
  }

  void finishPrompt(bool isLast) {
    const std::string body = trimmedText(std::exchange(m_body, {}));
    const std::string heading = std::exchange(m_heading, {});
    if (heading.empty())
      return;  // what stands before the first heading introduces the file
    if (!body.empty())
      return add(heading, body);
    if (m_level == 1 && !isLast)
      return setPlace(heading);
    m_problem = "line " + std::to_string(m_headingLine) + ": nothing stands below this heading";
  }

  void setPlace(const std::string& heading) {
    const std::size_t slash = heading.find('/');
    m_question = QuestionId{trimmedText(heading.substr(0, slash))};
    m_phase = PhaseId{slash == std::string::npos ? std::string()
                                                 : trimmedText(heading.substr(slash + 1))};
  }

  void add(const std::string& ask, const std::string& answer) {
    IncomingPrompt prompt;
    prompt.origin = originOf(m_question.value(), m_phase.value(), ask);
    prompt.ask = ask;
    prompt.answer = answer;
    prompt.question = m_question;
    prompt.phase = m_phase;
    if (m_seen.insert(prompt.origin).second)
      prompts.push_back(std::move(prompt));
    else
      ++repeated;
  }

  int m_line = 0;
  int m_headingLine = 0;
  std::size_t m_level = 0;
  bool m_isInCode = false;
  std::string m_heading;
  std::string m_body;
  std::string m_problem;
  QuestionId m_question;
  PhaseId m_phase;
  std::set<std::string> m_seen;
};

}  // namespace

Result<Incoming> incomingFromMarkdown(std::string_view text, const std::string& file) {
  if (text.size() > kLongestMarkdown)
    return fail(ErrorKind::InvalidInput, file, "larger than 64 MB");
  if (!isUtf8(text))
    return fail(ErrorKind::InvalidInput, file, "not UTF-8 text");
  if (text.starts_with("\xEF\xBB\xBF"))
    text.remove_prefix(3);
  MarkdownQuestions questions;
  if (const std::string problem = questions.read(text); !problem.empty())
    return fail(ErrorKind::InvalidInput, file, problem);
  Incoming incoming;
  incoming.source = "Markdown";
  incoming.prompts = std::move(questions.prompts);
  if (incoming.prompts.empty())
    return fail(ErrorKind::InvalidInput, file, "no heading with text below it");
  if (questions.repeated > 0)
    incoming.remarks.push_back(std::to_string(questions.repeated) +
                               " questions that came twice are left out.");
  PHASEBOARD_TRY(checkIncoming(incoming, file));
  return incoming;
}

}  // namespace phaseboard::exchange
