// SPDX-License-Identifier: Apache-2.0
#include "app/exchange/html_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "app/base/ascii.h"
#include "app/base/bytes.h"

namespace phaseboard::exchange {
namespace {

void appendCodePoint(std::string& out, std::uint32_t point) {
  const auto add = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (point < 0x80) {
    add(point);
  } else if (point < 0x800) {
    add(0xc0U | (point >> 6U));
    add(0x80U | (point & 0x3fU));
  } else if (point < 0x10000) {
    add(0xe0U | (point >> 12U));
    add(0x80U | ((point >> 6U) & 0x3fU));
    add(0x80U | (point & 0x3fU));
  } else {
    add(0xf0U | (point >> 18U));
    add(0x80U | ((point >> 12U) & 0x3fU));
    add(0x80U | ((point >> 6U) & 0x3fU));
    add(0x80U | (point & 0x3fU));
  }
}

bool isTextCodePoint(std::uint32_t point) {
  const bool isControl = (point < 0x20 && point != '\n' && point != '\t') || point == 0x7f;
  const bool isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return !isControl && !isSurrogate && point <= 0x10ffff;
}

/// Bytes that are no UTF-8 as U+FFFD, control characters left out.
std::string soundText(std::string_view text) {
  std::string sound;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    std::size_t length = 1;
    if (lead >= 0xf0)
      length = 4;
    else if (lead >= 0xe0)
      length = 3;
    else if (lead >= 0xc0)
      length = 2;
    const std::string_view piece = text.substr(at, length);
    if (lead < 0x80 && !isTextCodePoint(lead)) {
      ++at;
    } else if (isUtf8(piece)) {
      sound += piece;
      at += piece.size();
    } else {
      sound += "\xEF\xBF\xBD";
      ++at;
    }
  }
  return sound;
}

struct NamedEntity {
  std::string_view name;
  std::string_view text;
};
constexpr std::array<NamedEntity, 16> kEntities{{{"amp", "&"},
                                                 {"lt", "<"},
                                                 {"gt", ">"},
                                                 {"quot", "\""},
                                                 {"apos", "'"},
                                                 {"nbsp", " "},
                                                 {"ndash", "\xE2\x80\x93"},
                                                 {"mdash", "\xE2\x80\x94"},
                                                 {"hellip", "\xE2\x80\xA6"},
                                                 {"rarr", "\xE2\x86\x92"},
                                                 {"larr", "\xE2\x86\x90"},
                                                 {"times", "\xC3\x97"},
                                                 {"le", "\xE2\x89\xA4"},
                                                 {"ge", "\xE2\x89\xA5"},
                                                 {"ne", "\xE2\x89\xA0"},
                                                 {"deg", "\xC2\xB0"}}};

/// Walks through HTML once and writes Markdown.
class HtmlReader {
 public:
  explicit HtmlReader(std::string_view html) : m_html(html) {}

  TextOfHtml read() {
    while (m_at < m_html.size())
      step();
    m_result.markdown = tidied(m_result.markdown);
    return std::move(m_result);
  }

 private:
  void step() {
    const std::string_view rest = m_html.substr(m_at);
    if (rest.starts_with("<!--"))
      return skipPast("-->");
    if (rest.front() == '<' && readTag())
      return;
    if (rest.front() == '&' && readEntity())
      return;
    if (rest.starts_with("[sound:"))
      return skipSound();
    for (const auto& [from, to] : kMathMarks)
      if (rest.starts_with(from)) {
        m_result.markdown += to;
        m_at += from.size();
        return;
      }
    addLetter(rest.front());
    ++m_at;
  }

  void addLetter(char letter) {
    // Outside preformatted text, white space of the source is one space.
    if (!m_isPreformatted && (letter == '\n' || letter == '\r' || letter == '\t'))
      letter = ' ';
    std::string& out = m_result.markdown;
    if (letter == ' ' && !m_isPreformatted &&
        (out.empty() || out.back() == ' ' || out.back() == '\n'))
      return;
    out += letter;
  }

  void skipPast(std::string_view end) {
    const std::size_t found = m_html.find(end, m_at);
    m_at = found == std::string_view::npos ? m_html.size() : found + end.size();
  }

  void skipSound() {
    ++m_result.sounds;
    skipPast("]");
  }

  /// False when the bracket begins no tag: then it is text.
  bool readTag() {
    const std::size_t end = tagEnd();
    if (end == std::string_view::npos)
      return false;
    std::string_view inside = m_html.substr(m_at + 1, end - m_at - 1);
    const bool isClosing = inside.starts_with('/');
    if (isClosing)
      inside.remove_prefix(1);
    const std::size_t length =
        static_cast<std::size_t>(std::find_if_not(inside.begin(), inside.end(),
                                                  [](char c) {
                                                    return (c >= 'a' && c <= 'z') ||
                                                           (c >= 'A' && c <= 'Z') ||
                                                           (c >= '0' && c <= '9');
                                                  }) -
                                 inside.begin());
    if (length == 0 && !inside.starts_with('!') && !inside.starts_with('?'))
      return false;
    m_at = end + 1;
    takeTag(lowered(inside.substr(0, length)), isClosing, inside);
    return true;
  }

  /// The '>' that ends the tag at `m_at`, quotes respected. Looks a bounded way ahead, and no
  /// longer once it was led astray too often: then brackets are text.
  [[nodiscard]] std::size_t tagEnd() {
    constexpr std::size_t kLongestTagBytes = 100'000;
    constexpr std::size_t kMostWasted = 4'000'000;
    if (m_wasted > kMostWasted)
      return std::string_view::npos;
    char quote = 0;
    const std::size_t stop = std::min(m_html.size(), m_at + kLongestTagBytes);
    for (std::size_t at = m_at + 1; at < stop; ++at) {
      const char letter = m_html[at];
      if (quote != 0) {
        quote = letter == quote ? '\0' : quote;
      } else if (letter == '"' || letter == '\'') {
        quote = letter;
      } else if (letter == '>') {
        return at;
      }
    }
    m_wasted += stop - m_at;
    return std::string_view::npos;
  }

  void takeTag(const std::string& name, bool isClosing, std::string_view inside) {
    std::string& out = m_result.markdown;
    if (name == "script" || name == "style") {
      if (isClosing)
        return;
      skipPast("</" + name);
      return skipPast(">");
    }
    if (name == "b" || name == "strong")
      out += "**";
    else if (name == "i" || name == "em")
      out += "*";
    else if (name == "code" && !m_isPreformatted)
      out += "`";
    else if (name == "br")
      out += "\n";
    else if (name == "hr")
      out += "\n\n";
    else if (name == "img" && !isClosing)
      takePicture(inside);
    else if (name == "pre")
      takePreformatted(!isClosing);
    else if (name == "li" && !isClosing)
      out += m_isOrdered ? "\n1. " : "\n- ";
    else if (name == "ul" || name == "ol") {
      m_isOrdered = name == "ol" && !isClosing;
      out += "\n";
    } else if (isBlock(name))
      out += name == "tr" || name == "div" ? "\n" : "\n\n";
    else if (name == "td" || name == "th")
      out += " ";
  }

  void takePreformatted(bool begins) {
    if (begins == m_isPreformatted)
      return;
    m_isPreformatted = begins;
    m_result.markdown += "\n```\n";
  }

  static bool isBlock(const std::string& name) {
    constexpr std::array<std::string_view, 12> kBlocks{
        "p", "div", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section"};
    return std::find(kBlocks.begin(), kBlocks.end(), name) != kBlocks.end();
  }

  void takePicture(std::string_view inside) {
    ++m_result.pictures;
    std::string name;
    const std::size_t source = inside.find("src=");
    if (source != std::string_view::npos && source + 5 < inside.size()) {
      const char quote = inside[source + 4];
      const std::string_view rest = inside.substr(source + (quote == '"' || quote == '\'' ? 5 : 4));
      name = rest.substr(
          0, quote == '"' || quote == '\'' ? rest.find(quote) : rest.find_first_of(" >/"));
    }
    std::erase_if(name, [](char c) { return c == '[' || c == ']' || c == '\n'; });
    m_result.markdown += "[picture: " + name.substr(0, 80) + "]";
  }

  bool readEntity() {
    constexpr std::size_t kLongestEntity = 10;
    const std::size_t length = m_html.substr(m_at, kLongestEntity).find(';');
    if (length == std::string_view::npos || length < 2)
      return false;
    const std::string_view name = m_html.substr(m_at + 1, length - 1);
    std::string text;
    if (name.front() == '#') {
      if (!readNumber(name.substr(1), text))
        return false;
    } else {
      const auto* found = std::find_if(kEntities.begin(), kEntities.end(),
                                       [&](const NamedEntity& one) { return one.name == name; });
      if (found == kEntities.end())
        return false;
      text = found->text;
    }
    m_result.markdown += text;
    m_at += length + 1;
    return true;
  }

  static bool readNumber(std::string_view digits, std::string& text) {
    const bool isHex = digits.starts_with('x') || digits.starts_with('X');
    if (isHex)
      digits.remove_prefix(1);
    std::uint32_t point = 0;
    const auto [stop, failure] =
        std::from_chars(digits.data(), digits.data() + digits.size(), point, isHex ? 16 : 10);
    if (failure != std::errc() || stop != digits.data() + digits.size() || digits.empty())
      return false;
    if (isTextCodePoint(point))
      appendCodePoint(text, point);
    return true;
  }

  /// At most one empty line in a row, no spaces at the ends of lines.
  static std::string tidied(std::string_view text) {
    std::string result;
    for (const char letter : soundText(text)) {
      if (letter == '\n')
        while (!result.empty() && result.back() == ' ')
          result.pop_back();
      const bool isThird = letter == '\n' && result.ends_with("\n\n");
      if (!isThird && !(letter == '\n' && result.empty()))
        result += letter;
    }
    while (!result.empty() && (result.back() == '\n' || result.back() == ' '))
      result.pop_back();
    return result;
  }

  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kMathMarks{
      {{"\\(", "$"},
       {"\\)", "$"},
       {"\\[", "$$"},
       {"\\]", "$$"},
       {"[$$]", "$$"},
       {"[/$$]", "$$"},
       {"[$]", "$"},
       {"[/$]", "$"}}};

  std::string_view m_html;
  std::size_t m_at = 0;
  std::size_t m_wasted = 0;  ///< bytes read again because a bracket began no tag
  bool m_isPreformatted = false;
  bool m_isOrdered = false;
  TextOfHtml m_result;
};

}  // namespace

TextOfHtml textOfHtml(std::string_view html) {
  return HtmlReader(html).read();
}

}  // namespace phaseboard::exchange
