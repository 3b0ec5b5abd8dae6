// SPDX-License-Identifier: Apache-2.0
#include "tests/content/printed_value.h"

#include <cctype>
#include <cstdlib>
#include <filesystem>

#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

std::string sourceOf(const std::string& file) {
  return contentsOf(inSources(file));
}

std::string withSingleSpaces(const std::string& text) {
  std::string folded;
  for (const char c : text)
    if (std::isspace(static_cast<unsigned char>(c)) == 0)
      folded += c;
    else if (folded.empty() || folded.back() != ' ')
      folded += ' ';
  return folded;
}

double scaleOf(const std::string& unit) {
  if (unit == "%")
    return 0.01;
  if (unit == "k")
    return 1e3;
  if (unit == "M")
    return 1e6;
  if (unit == "B")
    return 1e9;
  if (unit == "T")
    return 1e12;
  return 1;
}

/// Reads "-0.022", "1,597", "0.31 %" or "1.09 B" from the start of `text`.
PrintedValue readValue(const std::string& text) {
  std::string digits;
  std::size_t at = 0;
  int decimals = 0;
  bool afterPoint = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    const bool digitNext =
        at + 1 < text.size() && std::isdigit(static_cast<unsigned char>(text[at + 1])) != 0;
    if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
      digits += c;
      decimals += afterPoint ? 1 : 0;
    } else if (c == '.' && digitNext && !afterPoint) {
      digits += c;
      afterPoint = true;
    } else if (c == '-' && digits.empty()) {
      digits += c;
    } else if (c != ',' || !digitNext) {
      break;
    }
  }
  const bool unitFollows = at + 1 < text.size() && text[at] == ' ';
  const bool wordFollows =
      at + 2 < text.size() && std::isalpha(static_cast<unsigned char>(text[at + 2])) != 0;
  const double scale = unitFollows && !wordFollows ? scaleOf(text.substr(at + 1, 1)) : 1;
  PrintedValue printed;
  printed.value = std::strtod(digits.c_str(), nullptr) * scale;
  printed.halfUnit = 0.5 * std::pow(10.0, -decimals) * scale;
  printed.text = text.substr(0, at + (scale != 1 ? 2 : 0));
  if (digits.empty())
    ADD_FAILURE() << "no number at the start of: " << text.substr(0, 40);
  return printed;
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const PrintedValue& printed) {
  return out << printed.text;
}

PrintedValue shownIn(const std::string& note, const std::string& number) {
  const std::string source = sourceOf(noteFile(note));
  const std::size_t numbers = source.find("\nnumbers:");
  const std::size_t entry = source.find("- id: " + number + "\n", numbers);
  const std::size_t shown = source.find("\n    shown: ", entry);
  if (numbers == std::string::npos || entry == std::string::npos || shown == std::string::npos) {
    ADD_FAILURE() << note << " has no number " << number;
    return {};
  }
  const std::size_t start = shown + 12 + (source.at(shown + 12) == '"' ? 1 : 0);
  return readValue(source.substr(start, source.find('\n', start) - start) + "\n");
}

PrintedValue printedAfter(const std::string& file, const std::string& words) {
  const std::string source = withSingleSpaces(sourceOf(file));
  const std::size_t at = source.find(words);
  if (at == std::string::npos || source.find(words, at + 1) != std::string::npos) {
    ADD_FAILURE() << file << " does not say exactly once: " << words;
    return {};
  }
  return readValue(source.substr(at + words.size(), 40));
}

std::string noteFile(const std::string& note) {
  return "resources/pack/questions/" + note + ".yaml";
}

std::string figureFile(const std::string& figure) {
  return "diagrams/catalogue/" + figure + ".yaml";
}

std::string conceptFile(const std::string& subject) {
  return "resources/pack/concepts/" + subject + ".yaml";
}

}  // namespace phaseboard::test
