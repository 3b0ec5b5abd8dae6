// SPDX-License-Identifier: Apache-2.0
#include "app/exchange/markdown_html.h"

#include <algorithm>
#include <vector>

namespace phaseboard::exchange {
namespace {

std::vector<std::string_view> linesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

std::string_view withoutIndent(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t");
  return begin == std::string_view::npos ? std::string_view() : line.substr(begin);
}

/// Marks inside one paragraph, item or cell.
class InlineHtml {
 public:
  explicit InlineHtml(std::string_view text) : m_text(text) {}

  std::string write() {
    while (m_at < m_text.size())
      step();
    if (m_isStrong)
      m_out += "</b>";
    if (m_isEmphasised)
      m_out += "</i>";
    return m_out;
  }

 private:
  void step() {
    const std::string_view rest = m_text.substr(m_at);
    if (takeWhole(rest))
      return;
    if (rest.front() == '\\' && rest.size() > 1 && rest[1] != '\n') {
      m_out += escapedHtml(rest.substr(1, 1));
      m_at += 2;
    } else if (rest.starts_with("**")) {
      m_out += m_isStrong ? "</b>" : "<b>";
      m_isStrong = !m_isStrong;
      m_at += 2;
    } else if (rest.front() == '*' && isMark(rest)) {
      m_out += m_isEmphasised ? "</i>" : "<i>";
      m_isEmphasised = !m_isEmphasised;
      ++m_at;
    } else {
      m_out += rest.front() == '\n' ? " " : escapedHtml(rest.substr(0, 1));
      ++m_at;
    }
  }

  /// What is taken whole: code, formulas, links.
  bool takeWhole(std::string_view rest) {
    switch (rest.front()) {
      case '`':
        return span("`", "<code>", "</code>");
      case '$':
        return (rest.starts_with("$$") && span("$$", "\\[", "\\]")) ||
               (isFormula(rest) && span("$", "\\(", "\\)"));
      case '[':
        return link();
      default:
        return false;
    }
  }

  [[nodiscard]] bool isMark(std::string_view rest) const {
    return m_isEmphasised || (rest.size() > 1 && rest[1] != ' ' && rest[1] != '\n');
  }
  /// "$5 and $6" is money.
  [[nodiscard]] static bool isFormula(std::string_view rest) {
    const std::size_t end = rest.find('$', 1);
    return end != std::string_view::npos && end > 1 && rest[1] != ' ' && rest[end - 1] != ' ';
  }

  bool span(std::string_view mark, std::string_view begin, std::string_view end) {
    const std::size_t from = m_at + mark.size();
    const std::size_t to = m_text.find(mark, from);
    if (to == std::string_view::npos)
      return false;
    m_out += begin;
    m_out += escapedHtml(m_text.substr(from, to - from));
    m_out += end;
    m_at = to + mark.size();
    return true;
  }

  bool link() {
    const std::size_t middle = m_text.find("](", m_at);
    const std::size_t end = middle == std::string_view::npos ? middle : m_text.find(')', middle);
    if (end == std::string_view::npos ||
        m_text.substr(m_at, middle - m_at).find('\n') != std::string_view::npos)
      return false;
    const std::string_view shown = m_text.substr(m_at + 1, middle - m_at - 1);
    const std::string_view target = m_text.substr(middle + 2, end - middle - 2);
    if (target.starts_with("https://") || target.starts_with("http://"))
      m_out += "<a href=\"" + escapedHtml(target) + "\">" + escapedHtml(shown) + "</a>";
    else
      m_out += escapedHtml(shown);
    m_at = end + 1;
    return true;
  }

  std::string_view m_text;
  std::size_t m_at = 0;
  bool m_isStrong = false;
  bool m_isEmphasised = false;
  std::string m_out;
};

std::string inlineHtml(std::string_view text) {
  return InlineHtml(text).write();
}

bool isBullet(std::string_view line) {
  return line.starts_with("- ") || line.starts_with("* ");
}

/// The bytes of "12. " at the beginning; 0 without.
std::size_t numberMark(std::string_view line) {
  const std::size_t digits = line.find_first_not_of("0123456789");
  const bool isNumber = digits != std::string_view::npos && digits > 0 && digits < 10 &&
                        line.substr(digits, 2) == ". ";
  return isNumber ? digits + 2 : 0;
}

std::vector<std::string_view> cellsOf(std::string_view line) {
  line = withoutIndent(line);
  if (line.starts_with('|'))
    line.remove_prefix(1);
  if (const std::size_t last = line.find_last_not_of(' ');
      last != std::string_view::npos && line[last] == '|')
    line = line.substr(0, last);
  std::vector<std::string_view> cells;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= line.size(); ++at)
    if (at == line.size() || (line[at] == '|' && (at == 0 || line[at - 1] != '\\'))) {
      cells.push_back(withoutIndent(line.substr(begin, at - begin)));
      begin = at + 1;
    }
  return cells;
}

/// Blocks, line by line.
class BlockHtml {
 public:
  explicit BlockHtml(std::string_view markdown) : m_lines(linesOf(markdown)) {}

  std::string write() {
    while (m_at < m_lines.size()) {
      const std::string_view line = withoutIndent(m_lines[m_at]);
      if (line.empty())
        ++m_at;
      else if (line.starts_with("```"))
        writeCode();
      else if (line.starts_with('#') && line.find_first_not_of('#') != std::string_view::npos)
        writeHeading(line);
      else if (isBullet(line) || numberMark(line) > 0)
        writeList(isBullet(line));
      else if (line.starts_with('|'))
        writeTable();
      else
        writeParagraph();
    }
    return m_out;
  }

 private:
  void writeCode() {
    m_out += "<pre>";
    for (++m_at; m_at < m_lines.size() && !withoutIndent(m_lines[m_at]).starts_with("```"); ++m_at)
      m_out += escapedHtml(m_lines[m_at]) + "\n";
    ++m_at;
    m_out += "</pre>";
  }

  void writeHeading(std::string_view line) {
    line.remove_prefix(line.find_first_not_of('#'));
    m_out += "<p><b>" + inlineHtml(withoutIndent(line)) + "</b></p>";
    ++m_at;
  }

  void writeList(bool isBulleted) {
    m_out += isBulleted ? "<ul>" : "<ol>";
    while (m_at < m_lines.size()) {
      const std::string_view line = withoutIndent(m_lines[m_at]);
      const std::size_t mark = isBulleted ? (isBullet(line) ? 2 : 0) : numberMark(line);
      if (mark == 0)
        break;
      std::string item(line.substr(mark));
      for (++m_at; m_at < m_lines.size() && isContinued(m_lines[m_at]); ++m_at)
        item += "\n" + std::string(withoutIndent(m_lines[m_at]));
      m_out += "<li>" + inlineHtml(item) + "</li>";
    }
    m_out += isBulleted ? "</ul>" : "</ol>";
  }

  [[nodiscard]] static bool isContinued(std::string_view line) {
    const std::string_view text = withoutIndent(line);
    return !text.empty() && !isBullet(text) && numberMark(text) == 0 && text != line;
  }

  void writeTable() {
    m_out += "<table>";
    for (bool isHead = true; m_at < m_lines.size(); ++m_at) {
      const std::string_view line = withoutIndent(m_lines[m_at]);
      if (!line.starts_with('|'))
        break;
      if (line.find_first_not_of("|-: ") == std::string_view::npos)
        continue;
      m_out += "<tr>";
      for (const std::string_view cell : cellsOf(line))
        m_out += (isHead ? "<th>" : "<td>") + inlineHtml(cell) + (isHead ? "</th>" : "</td>");
      m_out += "</tr>";
      isHead = false;
    }
    m_out += "</table>";
  }

  void writeParagraph() {
    std::string text;
    for (; m_at < m_lines.size() && !withoutIndent(m_lines[m_at]).empty(); ++m_at) {
      const std::string_view line = withoutIndent(m_lines[m_at]);
      if (!text.empty() && (isBullet(line) || line.starts_with("```") || line.starts_with('|')))
        break;
      text += (text.empty() ? "" : "\n") + std::string(line);
    }
    m_out += "<p>" + inlineHtml(text) + "</p>";
  }

  std::vector<std::string_view> m_lines;
  std::size_t m_at = 0;
  std::string m_out;
};

}  // namespace

std::string escapedHtml(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    if (letter == '&')
      out += "&amp;";
    else if (letter == '<')
      out += "&lt;";
    else if (letter == '>')
      out += "&gt;";
    else if (letter == '"')
      out += "&quot;";
    else
      out += letter;
  }
  return out;
}

std::string htmlOfMarkdown(std::string_view markdown) {
  return BlockHtml(markdown).write();
}

}  // namespace phaseboard::exchange
