// SPDX-License-Identifier: Apache-2.0
#include "app/content/checks/markdown_inline.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace phaseboard::content {
namespace {

bool isSpace(char c) {
  return c == ' ' || c == '\n';
}

bool isLetter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

bool isPunctuation(char c) {
  return std::ispunct(static_cast<unsigned char>(c)) != 0;
}

/// A few words around a mistake, so that the author finds it in a long field.
std::string excerpt(std::string_view text, std::size_t at) {
  constexpr std::size_t kLength = 24;
  std::size_t end = std::min(at + kLength, text.size());
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U)
    ++end;
  std::string words(text.substr(at, end - at));
  std::replace(words.begin(), words.end(), '\n', ' ');
  return "\"" + words + (end < text.size() ? "…\"" : "\"");
}

/// Goes through one block from left to right; each step consumes at least one sign.
class InlineScanner {
 public:
  InlineScanner(std::string_view text, MarkdownScan& scan) : m_text(text), m_scan(scan) {}

  void run() {
    while (m_at < m_text.size())
      step();
    for (const Emphasis& open : m_open)
      problem("emphasis is not closed; write \\* for the sign", open.at);
  }

 private:
  struct Emphasis {
    std::size_t length = 0;  ///< number of asterisks
    std::size_t at = 0;
  };

  [[nodiscard]] char peek(std::size_t ahead) const {
    return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\n';
  }
  [[nodiscard]] char before() const { return m_at == 0 ? '\n' : m_text[m_at - 1]; }
  [[nodiscard]] std::size_t runLength(char mark) const {
    return std::min(m_text.find_first_not_of(mark, m_at), m_text.size()) - m_at;
  }

  void problem(const std::string& message, std::size_t at) {
    m_scan.problems.push_back(message + ", at " + excerpt(m_text, at));
  }

  void put(std::string_view text) {
    m_scan.words += text;
    m_scan.plain += text;
  }

  void step() {
    switch (m_text[m_at]) {
      case '\\':
        return escape();
      case '`':
        return code();
      case '$':
        return formula();
      case '[':
        return bracket();
      case '*':
        return asterisks();
      default:
        refuse();
        put(m_text.substr(m_at++, 1));
    }
  }

  void escape() {
    if (isPunctuation(peek(1)))
      ++m_at;
    else if (isSpace(peek(1)))
      problem("a backslash at the end of a line is not understood", m_at);
    put(m_text.substr(m_at++, 1));
  }

  void code() {
    const std::size_t length = runLength('`');
    const std::string fence(length, '`');
    const std::size_t end = m_text.find(fence, m_at + length);
    if (end == std::string_view::npos) {
      problem("code is not closed; write \\` for the sign", m_at);
      m_at += length;
      return;
    }
    m_scan.plain += m_text.substr(m_at + length, end - m_at - length);
    m_scan.words += '\x1f';
    m_at = end + length;
  }

  void formula() {
    if (peek(1) == '$') {
      problem("a display formula ($$) stands on lines of its own", m_at);
      m_at += 2;
      return;
    }
    std::size_t end = m_at + 1;
    while (end < m_text.size() && m_text[end] != '$')
      end += m_text[end] == '\\' ? 2U : 1U;
    const bool closed = end < m_text.size();
    if (!closed || end == m_at + 1 || isSpace(peek(1)) || isSpace(m_text[end - 1])) {
      problem("$ opens no formula; write \\$ for the sign", m_at);
      m_at = closed ? end + 1 : m_at + 1;
      return;
    }
    const std::string_view tex = m_text.substr(m_at + 1, end - m_at - 1);
    m_scan.formulas.emplace_back(tex);
    m_scan.plain += tex;
    m_scan.words += '\x1f';
    m_at = end + 1;
  }

  /// `[text](target)`; brackets without a target behind them are just brackets.
  void bracket() {
    const std::size_t close = matchingBracket();
    if (close == std::string_view::npos || close + 1 >= m_text.size())
      return put(m_text.substr(m_at++, 1));
    const char next = m_text[close + 1];
    if (next == '[' || (next == ':' && m_at == 0))
      problem("reference links are not understood; write [text](target)", m_at);
    if (next != '(')
      return put(m_text.substr(m_at++, 1));
    const std::size_t end = m_text.find(')', close);
    const std::string_view label = m_text.substr(m_at + 1, close - m_at - 1);
    if (end == std::string_view::npos || label.empty()) {
      problem("a link is written [text](target)", m_at);
      m_at = close + 2;
      return;
    }
    link(m_text.substr(close + 2, end - close - 2));
    InlineScanner(label, m_scan).run();
    m_at = end + 1;
  }

  [[nodiscard]] std::size_t matchingBracket() const {
    int depth = 0;
    for (std::size_t i = m_at; i < m_text.size(); ++i) {
      if (m_text[i] == '\\')
        ++i;
      else if (m_text[i] == '[')
        ++depth;
      else if (m_text[i] == ']' && --depth == 0)
        return i;
    }
    return std::string_view::npos;
  }

  void link(std::string_view target) {
    const std::size_t colon = target.find(':');
    const std::string_view scheme = target.substr(0, std::min(colon, target.size()));
    if (target.find_first_of(" \n<>\"") != std::string_view::npos)
      problem("a link's target has no spaces, quotes or angle brackets", m_at);
    else if (scheme == "concept" || scheme == "part" || scheme == "figure")
      m_scan.links.push_back({std::string(scheme), std::string(target.substr(colon + 1))});
    else if (!target.starts_with("https://") || target.size() <= 8)
      problem("a link leads to concept:, part:, figure: or https://", m_at);
  }

  /// Opens or closes emphasis, or is a plain asterisk between spaces.
  void asterisks() {
    const std::size_t length = runLength('*');
    const bool canClose = !isSpace(before());
    const bool canOpen = !isSpace(peek(length));
    if (canClose && !m_open.empty() && m_open.back().length == length)
      m_open.pop_back();
    else if (canOpen)
      m_open.push_back({length, m_at});
    else if (canClose)
      problem("emphasis is closed that was not opened; write \\* for the sign", m_at);
    else
      put(m_text.substr(m_at, length));
    m_at += length;
  }

  void refuse() {
    const std::string_view rest = m_text.substr(m_at);
    const char next = peek(1);
    if (rest.starts_with("!["))
      problem("pictures are not understood; figures are listed in a note", m_at);
    else if (rest.front() == '<' && (isLetter(next) || next == '/' || next == '!' || next == '?'))
      problem("raw HTML is not understood; write \\< for the sign", m_at);
    else if (rest.starts_with("~~"))
      problem("strike-through is not understood", m_at);
    else if (!isLetter(before()) && (rest.starts_with("http://") || rest.starts_with("https://")))
      problem("a bare address; write [text](https://...)", m_at);
    else if (rest.front() == '&' && isEntity(rest))
      problem("an entity is not understood; write the character itself", m_at);
  }

  [[nodiscard]] static bool isEntity(std::string_view rest) {
    const std::size_t end = rest.find(';');
    if (end == std::string_view::npos || end < 2 || end > 10)
      return false;
    const std::string_view name =
        rest.substr(rest[1] == '#' ? 2 : 1, end - (rest[1] == '#' ? 2 : 1));
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
      return std::isalnum(static_cast<unsigned char>(c)) != 0;
    });
  }

  std::string_view m_text;
  MarkdownScan& m_scan;
  std::size_t m_at = 0;
  std::vector<Emphasis> m_open;
};

}  // namespace

void scanMarkdownLine(std::string_view text, MarkdownScan& scan) {
  InlineScanner(text, scan).run();
}

}  // namespace phaseboard::content
