// SPDX-License-Identifier: Apache-2.0
#include "app/content/checks/markdown_scan.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "app/content/checks/markdown_inline.h"

namespace phaseboard::content {
namespace {

std::string_view trimmedView(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n'))
    text.remove_suffix(1);
  return text;
}

bool consistsOf(std::string_view line, char mark, std::size_t least) {
  return static_cast<std::size_t>(std::count(line.begin(), line.end(), mark)) >= least &&
         line.find_first_not_of(std::string{mark, ' '}) == std::string_view::npos;
}

bool isHeading(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  return level >= 1 && level <= 6 && (level == line.size() || line[level] == ' ');
}

/// Length of "- " or "12. " at the beginning of a line, 0 without one.
std::size_t listMark(std::string_view line) {
  if (line.starts_with("- "))
    return 2;
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits >= 1 && digits <= 9 && line.substr(digits).starts_with(". ") ? digits + 2 : 0;
}

/// The cells of a table's row; a backslash keeps a bar in its cell.
std::vector<std::string> cellsOf(std::string_view line) {
  line.remove_prefix(1);
  if (line.ends_with('|') && !line.ends_with("\\|"))
    line.remove_suffix(1);
  std::vector<std::string> cells(1);
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size()) {
      cells.back() += line[i];
      cells.back() += line[++i];
    } else if (line[i] == '|') {
      cells.emplace_back();
    } else {
      cells.back() += line[i];
    }
  }
  return cells;
}

bool isDashRow(std::string_view line) {
  return line.starts_with('|') && line.find('-') != std::string_view::npos &&
         line.find_first_not_of("|-: ") == std::string_view::npos;
}

/// Walks the lines, gathers blocks and hands the text of each to the inline scanner.
class BlockScanner {
 public:
  explicit BlockScanner(MarkdownScan& scan) : m_scan(scan) {}

  void run(std::string_view text) {
    for (std::size_t start = 0; start <= text.size();) {
      const std::size_t end = std::min(text.find('\n', start), text.size());
      line(text.substr(start, end - start));
      start = end + 1;
    }
    flush();
    if (m_inCode)
      problem("a block of code is not closed with ```");
    if (m_display)
      problem("a formula that opens with $$ is not closed");
  }

 private:
  void problem(std::string message) { m_scan.problems.push_back(std::move(message)); }

  void line(std::string_view raw) {
    const std::string_view content = trimmedView(raw);
    if (m_inCode || content.starts_with("```"))
      return codeLine(raw, content);
    if (m_display || content.starts_with("$$"))
      return displayLine(content);
    if (content.empty()) {
      m_inTable = false;
      return flush();
    }
    if (content.starts_with('|'))
      return tableLine(content);
    m_inTable = false;
    if (refuse(raw, content))
      return flush();
    if (const std::size_t mark = listMark(content); mark > 0) {
      flush();
      m_inList = true;
      m_block = content.substr(mark);
      return;
    }
    if (!m_block.empty())
      m_block += '\n';
    m_block += content;
  }

  /// Whether the line is of a kind that fields do not have.
  bool refuse(std::string_view raw, std::string_view content) {
    const std::size_t indent = raw.find_first_not_of(' ');
    if (isHeading(content))
      problem("a heading; fields have none, write \\# for the sign");
    else if (content.starts_with('>'))
      problem("a quote (>) is not understood; write \\> for the sign");
    else if (consistsOf(content, '-', 3) || consistsOf(content, '=', 3) ||
             consistsOf(content, '*', 3) || consistsOf(content, '_', 3))
      problem("a rule or an underlined heading is not understood");
    else if (content.starts_with("* ") || content.starts_with("+ "))
      problem("lists begin with \"- \" or \"1. \"");
    else if (indent >= 4 && m_block.empty() && !m_inList)
      problem("indented code is not understood; put it between lines of ```");
    else
      return false;
    return true;
  }

  void codeLine(std::string_view raw, std::string_view content) {
    if (!content.starts_with("```")) {
      m_scan.plain.append(raw).append("\n");
      return;
    }
    flush();
    m_inCode = !m_inCode;
    m_scan.words += '\x1f';
  }

  void displayLine(std::string_view content) {
    if (!m_display) {
      flush();
      m_display.emplace();
      content.remove_prefix(2);
    }
    const std::size_t end = content.find("$$");
    m_display->append(content.substr(0, end)).append("\n");
    if (end == std::string_view::npos)
      return;
    if (!trimmedView(content.substr(end + 2)).empty())
      problem("text behind $$; a display formula stands on lines of its own");
    const std::string_view tex = trimmedView(*m_display);
    if (tex.empty())
      problem("an empty formula $$$$");
    else
      m_scan.formulas.emplace_back(tex);
    m_scan.plain.append(tex).append("\n");
    m_scan.words += "\x1f\n";
    m_display.reset();
  }

  void tableLine(std::string_view content) {
    flush();
    const std::vector<std::string> cells = cellsOf(content);
    if (!m_inTable) {
      m_inTable = true;
      m_columns = cells.size();
      m_tableRow = 0;
    }
    ++m_tableRow;
    if (cells.size() != m_columns)
      problem("a row of a table has " + std::to_string(cells.size()) + " cells, its head has " +
              std::to_string(m_columns));
    if (m_tableRow == 2) {
      if (!isDashRow(content))
        problem("the second row of a table must be dashes, as in | --- | --- |");
      return;
    }
    for (const std::string& cell : cells)
      inlineText(trimmedView(cell));
  }

  void flush() {
    if (!m_block.empty())
      inlineText(m_block);
    else
      m_inList = false;
    m_block.clear();
  }

  void inlineText(std::string_view text) {
    scanMarkdownLine(text, m_scan);
    m_scan.words += '\n';
    m_scan.plain += '\n';
  }

  MarkdownScan& m_scan;
  std::string m_block;
  bool m_inCode = false;
  bool m_inList = false;
  bool m_inTable = false;
  std::size_t m_columns = 0;
  int m_tableRow = 0;
  std::optional<std::string> m_display;  ///< TeX of a display formula not closed yet
};

}  // namespace

MarkdownScan scanMarkdown(std::string_view text) {
  MarkdownScan scan;
  BlockScanner(scan).run(text);
  while (scan.plain.ends_with('\n'))
    scan.plain.pop_back();
  return scan;
}

}  // namespace phaseboard::content
