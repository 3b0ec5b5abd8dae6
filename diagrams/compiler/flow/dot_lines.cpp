// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/dot_lines.h"

#include <algorithm>
#include <cctype>
#include <cstddef>

namespace phaseboard::compiler {
namespace {

enum class TokenKind { Id, Symbol, Arrow, End };

struct Token {
  TokenKind kind = TokenKind::End;
  std::string text;
  int line = 0;
};

/// The words of a DOT source: ids (quoted or not), symbols and arrows; comments are skipped.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view source) : m_source(source) {}

  Token next() {
    skipBlanks();
    if (m_at >= m_source.size())
      return {TokenKind::End, {}, m_line};
    const char c = m_source[m_at];
    if (c == '"')
      return quoted();
    if (m_source.substr(m_at, 2) == "->" || m_source.substr(m_at, 2) == "--") {
      m_at += 2;
      return {TokenKind::Arrow, "->", m_line};
    }
    if (isIdByte(c))
      return bare();
    ++m_at;
    return {TokenKind::Symbol, std::string(1, c), m_line};
  }

 private:
  static bool isIdByte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) || c == '_' || c == '.' || c == '-' || byte >= 0x80;
  }

  void skipBlanks() {
    while (m_at < m_source.size()) {
      const char c = m_source[m_at];
      const auto two = m_source.substr(m_at, 2);
      if (c == '\n') {
        ++m_line;
        ++m_at;
      } else if (std::isspace(static_cast<unsigned char>(c))) {
        ++m_at;
      } else if (two == "//" || (c == '#' && (m_at == 0 || m_source[m_at - 1] == '\n'))) {
        m_at = std::min(m_source.find('\n', m_at), m_source.size());
      } else if (two == "/*") {
        const auto end = std::min(m_source.find("*/", m_at + 2), m_source.size() - 2);
        for (; m_at < end + 2; ++m_at)
          m_line += m_source[m_at] == '\n' ? 1 : 0;
      } else {
        return;
      }
    }
  }

  Token quoted() {
    Token token{TokenKind::Id, {}, m_line};
    for (++m_at; m_at < m_source.size() && m_source[m_at] != '"'; ++m_at) {
      if (m_source[m_at] == '\\' && m_at + 1 < m_source.size())
        token.text += m_source[m_at++];
      if (m_source[m_at] == '\n')
        ++m_line;
      token.text += m_source[m_at];
    }
    ++m_at;
    return token;
  }

  Token bare() {
    Token token{TokenKind::Id, {}, m_line};
    while (m_at < m_source.size() && isIdByte(m_source[m_at]) && m_source.substr(m_at, 2) != "->" &&
           m_source.substr(m_at, 2) != "--")
      token.text += m_source[m_at++];
    return token;
  }

  std::string_view m_source;
  std::size_t m_at = 0;
  int m_line = 1;
};

}  // namespace

/// Walks the statements and notes where each begins.
class DotLineScanner {
 public:
  DotLineScanner(std::string_view source, DotLines& lines) : m_tokens(source), m_lines(lines) {}

  void run() {
    for (step(); m_token.kind != TokenKind::End;)
      statement();
  }

 private:
  void step() {
    const bool isPast = m_isClosed;
    m_token = m_tokens.next();
    if (at("{"))
      ++m_depth;
    else if (at("}"))
      m_isClosed = --m_depth == 0 || m_isClosed;
    if (isPast && m_lines.m_beyond == 0 && m_token.kind != TokenKind::End)
      m_lines.m_beyond = m_token.line;
  }

  [[nodiscard]] bool at(std::string_view symbol) const {
    return m_token.kind == TokenKind::Symbol && m_token.text == symbol;
  }

  void statement() {
    if (m_token.kind != TokenKind::Id) {
      if (at("["))
        skipAttributes();
      else
        step();
      return;
    }
    const Token first = m_token;
    step();
    if (first.text == "digraph" || first.text == "graph" || first.text == "subgraph")
      header(first);
    else if (at("="))
      assignment();
    else if (first.text != "node" && first.text != "edge" && first.text != "strict")
      nodeOrEdges(first);
  }

  void header(const Token& keyword) {
    if (m_token.kind != TokenKind::Id)
      return;
    if (keyword.text == "subgraph")
      m_lines.m_clusters.emplace_back(m_token.text, keyword.line);
    else
      m_lines.m_graph = keyword.line;
    step();
  }

  void assignment() {
    step();
    if (m_token.kind == TokenKind::Id)
      step();
  }

  void nodeOrEdges(const Token& first) {
    m_lines.m_mentioned.try_emplace(first.text, first.line);
    skipPort();
    if (m_token.kind != TokenKind::Arrow) {
      if (at("["))
        m_lines.m_declared[first.text].push_back(first.line);
      return;
    }
    for (Token from = first; m_token.kind == TokenKind::Arrow;) {
      step();
      if (m_token.kind != TokenKind::Id)
        return;
      m_lines.m_mentioned.try_emplace(m_token.text, m_token.line);
      m_lines.m_edges[{from.text, m_token.text}].push_back(first.line);
      from = m_token;
      step();
      skipPort();
    }
  }

  void skipPort() {
    while (at(":")) {
      step();
      step();
    }
  }

  void skipAttributes() {
    while (m_token.kind != TokenKind::End && !at("]"))
      step();
    step();
  }

  Tokenizer m_tokens;
  DotLines& m_lines;
  Token m_token;
  int m_depth = 0;  ///< open braces
  bool m_isClosed = false;
};

DotLines DotLines::scan(std::string_view source) {
  DotLines lines;
  DotLineScanner(source, lines).run();
  return lines;
}

int DotLines::ofNode(const std::string& id) const {
  if (const auto declared = m_declared.find(id); declared != m_declared.end())
    return declared->second.front();
  const auto mentioned = m_mentioned.find(id);
  return mentioned == m_mentioned.end() ? 0 : mentioned->second;
}

std::size_t DotLines::orderOfCluster(const std::string& name) const {
  const auto found = std::find_if(m_clusters.begin(), m_clusters.end(),
                                  [&](const auto& cluster) { return cluster.first == name; });
  return static_cast<std::size_t>(found - m_clusters.begin());
}

int DotLines::ofCluster(const std::string& name) const {
  const std::size_t order = orderOfCluster(name);
  return order < m_clusters.size() ? m_clusters[order].second : 0;
}

int DotLines::ofEdge(const std::string& from, const std::string& to, std::size_t occurrence) const {
  const auto found = m_edges.find({from, to});
  if (found == m_edges.end())
    return 0;
  return found->second[std::min(occurrence, found->second.size() - 1)];
}

std::vector<int> DotLines::declarations(const std::string& id) const {
  const auto found = m_declared.find(id);
  return found == m_declared.end() ? std::vector<int>{} : found->second;
}

}  // namespace phaseboard::compiler
