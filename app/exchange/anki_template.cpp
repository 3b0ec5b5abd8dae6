// SPDX-License-Identifier: Apache-2.0
#include "app/exchange/anki_template.h"

#include <algorithm>
#include <optional>

namespace phaseboard::exchange {
namespace {

constexpr int kDeepest = 16;

std::string_view trimmedName(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos)
    return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

bool isBlankField(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// The number of a deletion: "{{c12::" gives 12.
std::optional<std::size_t> clozeNumber(std::string_view text) {
  if (!text.starts_with("{{c"))
    return std::nullopt;
  std::size_t number = 0;
  std::size_t at = 3;
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && at < 7; ++at)
    number = number * 10 + static_cast<std::size_t>(text[at] - '0');
  if (at == 3 || text.substr(at, 2) != "::")
    return std::nullopt;
  return number;
}

/// The text of a field with its deletions: hidden is the one with `number`, the others are shown.
class ClozeText {
 public:
  ClozeText(std::size_t number, bool shows) : m_number(number), m_shows(shows) {}

  std::string write(std::string_view text, int depth) {
    std::string out;
    while (!text.empty() && out.size() < kLongestSide) {
      const auto number = clozeNumber(text);
      const std::size_t end = number && depth < kDeepest ? closing(text) : std::string_view::npos;
      if (end == std::string_view::npos) {
        out += text.front();
        text.remove_prefix(1);
        continue;
      }
      const std::size_t begin = text.find("::") + 2;
      out += one(*number, text.substr(begin, end - begin), depth);
      text.remove_prefix(end + 2);
    }
    return out;
  }

 private:
  std::string one(std::size_t number, std::string_view inside, int depth) {
    const std::size_t hint = hintMark(inside);
    const std::string_view body = inside.substr(0, hint);
    if (number != m_number)
      return write(body, depth + 1);
    if (m_shows)
      return "<b>" + write(body, depth + 1) + "</b>";
    const std::string_view said =
        hint == std::string_view::npos ? std::string_view("...") : inside.substr(hint + 2);
    return "<b>[" + std::string(said) + "]</b>";
  }

  /// The "}}" that belongs to the "{{" at the beginning. Looks a bounded way ahead.
  static std::size_t closing(std::string_view text) {
    int open = 0;
    const std::size_t stop = std::min<std::size_t>(text.size(), 4'000);
    for (std::size_t at = 0; at + 1 < stop; ++at) {
      const std::string_view two = text.substr(at, 2);
      if (two == "{{") {
        ++open;
        ++at;
      } else if (two == "}}") {
        if (--open == 0)
          return at;
        ++at;
      }
    }
    return std::string_view::npos;
  }

  /// The "::" before a hint, outside of nested deletions.
  static std::size_t hintMark(std::string_view inside) {
    int open = 0;
    for (std::size_t at = 0; at + 1 < inside.size(); ++at) {
      const std::string_view two = inside.substr(at, 2);
      if (two == "{{")
        ++open;
      else if (two == "}}")
        --open;
      else if (two == "::" && open == 0)
        return at;
    }
    return std::string_view::npos;
  }

  std::size_t m_number;
  bool m_shows;
};

/// Fills one template.
class TemplateText {
 public:
  TemplateText(const AnkiNoteType& type, const std::vector<std::string>& values, std::size_t card,
               bool isBack)
      : m_type(type), m_values(values), m_card(card), m_isBack(isBack) {}

  std::string write(std::string_view text) {
    std::string out;
    fill(text, out, 0);
    return out.substr(0, kLongestSide);
  }

 private:
  void fill(std::string_view text, std::string& out, int depth) {
    while (!text.empty() && out.size() < kLongestSide) {
      const std::size_t begin = text.find("{{");
      const std::size_t end = begin == std::string_view::npos ? begin : text.find("}}", begin + 2);
      if (end == std::string_view::npos) {
        out += text;
        return;
      }
      out += text.substr(0, begin);
      const std::string_view name = trimmedName(text.substr(begin + 2, end - begin - 2));
      text.remove_prefix(end + 2);
      if (name.starts_with('#') || name.starts_with('^'))
        text = section(name, text, out, depth);
      else if (!name.starts_with('/'))
        addField(name, out);
    }
  }

  /// Fills what stands between `{{#name}}` and `{{/name}}` if it should be shown; returns the rest.
  std::string_view section(std::string_view mark, std::string_view text, std::string& out,
                           int depth) {
    const std::string_view name = trimmedName(mark.substr(1));
    const std::string close = "{{/" + std::string(name) + "}}";
    const std::size_t end = text.find(close);
    const std::string_view inside = text.substr(0, end);
    const bool isShown = isBlankField(value(name)) == mark.starts_with('^');
    if (isShown && depth < kDeepest)
      fill(inside, out, depth + 1);
    return end == std::string_view::npos ? std::string_view() : text.substr(end + close.size());
  }

  void addField(std::string_view name, std::string& out) {
    const std::size_t colon = name.rfind(':');
    const std::string_view filters =
        colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
    const std::string_view field =
        trimmedName(colon == std::string_view::npos ? name : name.substr(colon + 1));
    const std::string_view text = value(field);
    if (filters.find("cloze") != std::string_view::npos)
      out += ClozeText(m_card + 1, m_isBack).write(text, 0);
    else
      out += text;
  }

  [[nodiscard]] std::string_view value(std::string_view name) const {
    for (std::size_t at = 0; at < m_type.fields.size() && at < m_values.size(); ++at)
      if (m_type.fields[at] == name)
        return m_values[at];
    return {};
  }

  const AnkiNoteType& m_type;
  const std::vector<std::string>& m_values;
  std::size_t m_card;
  bool m_isBack;
};

}  // namespace

AnkiSides sidesOf(const AnkiNoteType& type, const std::vector<std::string>& values,
                  std::size_t card) {
  if (type.templates.empty())
    return {};
  const std::size_t which = type.isCloze ? 0 : card;
  if (which >= type.templates.size())
    return {};
  const AnkiCardTemplate& one = type.templates[which];
  return {TemplateText(type, values, card, false).write(one.front),
          TemplateText(type, values, card, true).write(one.back)};
}

}  // namespace phaseboard::exchange
