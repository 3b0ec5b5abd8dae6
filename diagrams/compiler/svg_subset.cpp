// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/svg_subset.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include <QByteArray>
#include <QXmlStreamReader>

#include "diagrams/compiler/svg_values.h"
#include "diagrams/style/theme.h"

namespace phaseboard::compiler {
namespace {

constexpr int kDeepestNesting = 16;
constexpr int kFewestParts = 3;
constexpr int kHighestStep = 99;
constexpr std::size_t kLongestLine = 400;  // characters of one <text>

using Names = std::vector<std::string_view>;

/// The attributes of each element; those that begin with '!' are needed.
const std::map<std::string_view, Names>& attributesOf() {
  static const std::map<std::string_view, Names> kTable{
      {"svg", {"xmlns", "!width", "!height", "!viewBox"}},
      {"style", {}},
      {"title", {}},
      {"desc", {}},
      {"g", {"id", "class", "transform", "data-from", "data-to", "data-step"}},
      {"path", {"class", "!d"}},
      {"rect", {"class", "x", "y", "!width", "!height", "rx", "ry"}},
      {"circle", {"class", "cx", "cy", "!r"}},
      {"ellipse", {"class", "cx", "cy", "!rx", "!ry"}},
      {"line", {"class", "x1", "y1", "x2", "y2"}},
      {"polyline", {"class", "!points"}},
      {"polygon", {"class", "!points"}},
      {"text", {"class", "!x", "!y"}},
  };
  return kTable;
}

std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> all;
  std::size_t begin = 0;
  while ((begin = text.find_first_not_of(' ', begin)) != std::string::npos) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    all.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return all;
}

struct Edge {
  std::string id;
  std::string end;
  int line = 0;
};

/// An open group or the document, and what it has said so far.
struct Open {
  bool isPart = false;
  bool insidePart = false;
  std::string id;
  int line = 0;
  int titles = 0;
  int descriptions = 0;
  bool hasOthers = false;
};

class SubsetCheck {
 public:
  SubsetCheck(std::string_view svg, const std::string& file, int shortest)
      : m_xml(QByteArray::fromRawData(svg.data(), static_cast<qsizetype>(svg.size()))),
        m_file(file),
        m_shortest(std::max(shortest, kShortestAnyDescription)) {}

  Diagnostics run() {
    while (!m_xml.atEnd() && !m_stopped)
      token(m_xml.readNext());
    if (m_xml.hasError())
      report("XML: " + m_xml.errorString().toStdString());
    else if (!m_stopped)
      finish();
    std::stable_sort(m_problems.begin(), m_problems.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; });
    return std::move(m_problems);
  }

 private:
  void report(const std::string& message) { report(line(), message); }
  void report(int where, const std::string& message) {
    m_problems.push_back({m_file, where, message});
  }
  [[nodiscard]] int line() const { return static_cast<int>(m_xml.lineNumber()); }

  [[nodiscard]] std::string value(const char* name) const {
    return m_xml.attributes().value(QLatin1String(name)).toString().toStdString();
  }
  [[nodiscard]] bool has(const char* name) const {
    return m_xml.attributes().hasAttribute(QLatin1String(name));
  }

  void token(QXmlStreamReader::TokenType type) {
    switch (type) {
      case QXmlStreamReader::DTD:
        report("a document type is not allowed");
        m_stopped = true;
        break;
      case QXmlStreamReader::EntityReference:
      case QXmlStreamReader::ProcessingInstruction:
        report("entities and processing instructions are not allowed");
        break;
      case QXmlStreamReader::Characters:
        if (!m_xml.isWhitespace())
          report("text outside <text>, <title> and <desc> is never painted");
        break;
      case QXmlStreamReader::StartElement:
        element(m_xml.name().toString().toStdString());
        break;
      case QXmlStreamReader::EndElement:
        if (!m_open.empty())
          close();
        break;
      default:
        break;
    }
  }

  void element(const std::string& name) {
    if (++m_elements > kMostFigureElements) {
      report("more than " + std::to_string(kMostFigureElements) + " elements");
      m_stopped = true;
      return;
    }
    const auto known = attributesOf().find(name);
    if (known == attributesOf().end()) {
      report("<" + name + "> is outside the subset");
      m_xml.skipCurrentElement();
      return;
    }
    checkAttributes(name, known->second);
    if (m_open.empty() != (name == "svg")) {
      report(m_open.empty() ? "the root must be <svg>" : "<svg> inside <svg>");
      m_stopped = true;
    } else if (name == "svg") {
      openRoot();
    } else if (name == "style") {
      style();
    } else if (name == "title" || name == "desc") {
      wordsOf(name);
    } else if (name == "g") {
      openGroup();
    } else {
      painted(name);
    }
  }

  void checkAttributes(const std::string& name, const Names& known) {
    for (const QXmlStreamAttribute& attribute : m_xml.attributes()) {
      const std::string given = attribute.qualifiedName().toString().toStdString();
      const bool fine = std::any_of(known.begin(), known.end(), [&](std::string_view each) {
        return each == given || (each.front() == '!' && each.substr(1) == given);
      });
      if (!fine)
        report("attribute " + given + " of <" + name + "> is outside the subset" +
               (name == "svg" ? "" : "; style by class"));
    }
    for (const std::string_view each : known) {
      if (each.front() == '!' && !has(std::string(each.substr(1)).c_str()))
        report("<" + name + "> needs " + std::string(each.substr(1)));
    }
  }

  void openRoot() {
    if (!areNumbers(value("viewBox"), 4) || value("viewBox").rfind("0 0 ", 0) != 0)
      report("viewBox must be \"0 0 width height\"");
    if (m_xml.namespaceUri() != QLatin1String("http://www.w3.org/2000/svg"))
      report("xmlns must be http://www.w3.org/2000/svg");
    m_open.push_back({.line = line()});
  }

  void style() {
    const int begin = line();
    if (std::exchange(m_hasStyle, true) || m_paintedAny || m_open.size() != 1)
      report("the one <style> stands first, before everything that is painted");
    const std::string css =
        m_xml.readElementText(QXmlStreamReader::SkipChildElements).toStdString();
    for (const StyleProblem& problem : checkStyle(css))
      report(begin + problem.line, "style: " + problem.message);
  }

  void wordsOf(const std::string& name) {
    const int begin = line();
    Open& open = m_open.back();
    const QString said =
        m_xml.readElementText(QXmlStreamReader::ErrorOnUnexpectedElement).simplified();
    int& count = name == "title" ? open.titles : open.descriptions;
    if (++count > 1)
      report(begin, "a second <" + name + ">");
    if (open.hasOthers)
      report(begin, "<" + name + "> must stand before what is painted");
    if (!open.isPart && m_open.size() > 1)
      report(begin, "only the figure and its parts have a <" + name + ">");
    if (said.isEmpty())
      report(begin, "<" + name + "> is empty");
    else if (name == "desc" && open.isPart && said.size() < m_shortest)
      report(begin, "the description of \"" + open.id + "\" has " + std::to_string(said.size()) +
                        " characters; say at least " + std::to_string(m_shortest));
  }

  void openGroup() {
    const std::vector<std::string> classes = words(value("class"));
    Open group{.isPart = std::find(classes.begin(), classes.end(), "part") != classes.end(),
               .insidePart = m_open.back().isPart || m_open.back().insidePart,
               .id = value("id"),
               .line = line()};
    checkClassWords(classes);
    if (has("id"))
      checkId(group.id);
    if (group.isPart)
      checkPart(group);
    else if (has("data-from") || has("data-to") || has("data-step"))
      report("only parts carry data-from, data-to and data-step");
    if (has("transform") && (group.isPart || !isTransform(value("transform"))))
      report(group.isPart ? "a part must not be transformed"
                          : "transform takes translate, rotate and scale with numbers");
    if (m_open.size() > kDeepestNesting)
      report("groups are nested deeper than " + std::to_string(kDeepestNesting));
    m_open.back().hasOthers = true;
    m_open.push_back(std::move(group));
  }

  void checkId(const std::string& id) {
    if (!isKebab(id))
      report("id \"" + id + "\" is not kebab-case (a-z, 0-9 and hyphens, at most 64)");
    if (!m_ids.insert(id).second)
      report("id \"" + id + "\" is used twice");
  }

  void checkPart(const Open& part) {
    ++m_parts;
    m_partIds.insert(part.id);
    if (part.id.empty())
      report("a part needs an id");
    if (part.insidePart)
      report("part \"" + part.id + "\" is inside another part");
    if (has("data-from") != has("data-to"))
      report("edge \"" + part.id + "\" needs both data-from and data-to");
    for (const char* end : {"data-from", "data-to"}) {
      if (has(end))
        m_edges.push_back({part.id, value(end), line()});
    }
    if (!has("data-step"))
      return;
    const std::string step = value("data-step");
    const bool isInteger = !step.empty() && step.size() <= 2 &&
                           step.find_first_not_of("0123456789") == std::string::npos;
    const int number = isInteger ? std::atoi(step.c_str()) : 0;
    if (number < 1 || number > kHighestStep || !has("data-from"))
      report("data-step is a number from 1 to 99 on an edge");
  }

  void checkClassWords(const std::vector<std::string>& classes) {
    for (const std::string& word : classes) {
      if (!isKebab(word))
        report("class \"" + word + "\" is not kebab-case");
    }
  }

  void painted(const std::string& name) {
    m_paintedAny = true;
    m_open.back().hasOthers = true;
    if (!m_hasStyle)
      report("<style> must stand before the first <" + name + ">");
    for (const std::string& word : words(value("class"))) {
      if (!style::isKnownClass(word))
        report("class \"" + word + "\" of <" + name + "> means nothing in the theme");
    }
    if (words(value("class")).empty())
      report("<" + name + "> has no class, so it would be black");
    checkGeometry(name);
    if (name == "text")
      text();
    else if (m_xml.readNext() != QXmlStreamReader::EndElement)
      empty(name);
  }

  /// Only spaces may stand inside a shape.
  void empty(const std::string& name) {
    while (m_xml.isWhitespace() || m_xml.isComment())
      m_xml.readNext();
    if (!m_xml.isEndElement()) {
      report("<" + name + "> must be empty");
      if (m_xml.isStartElement())
        m_xml.skipCurrentElement();
      m_xml.skipCurrentElement();
    }
  }

  void checkGeometry(const std::string& name) {
    for (const QXmlStreamAttribute& attribute : m_xml.attributes()) {
      const std::string key = attribute.name().toString().toStdString();
      const std::string text = attribute.value().toString().toStdString();
      if (key == "class")
        continue;
      const auto count = static_cast<std::size_t>(words(text).size());
      if (key == "d"
              ? !isPathData(text)
              : (key == "points"
                     ? count == 0 || text.find_first_not_of("0123456789.,- \n") != std::string::npos
                     : !isNumber(text)))
        report(key + "=\"" + text.substr(0, 40) + "\" of <" + name + "> is not understood");
    }
  }

  void text() {
    const int begin = line();
    std::string said;
    while (m_xml.readNext() == QXmlStreamReader::Characters || m_xml.isComment())
      said += m_xml.isComment() ? std::string() : m_xml.text().toString().toStdString();
    if (m_xml.isStartElement()) {
      report(begin, "<text> must have no children; write one <text> for each line");
      m_xml.skipCurrentElement();
      m_xml.skipCurrentElement();
    }
    if (said.size() > kLongestLine)
      report(begin, "<text> is longer than " + std::to_string(kLongestLine) + " bytes");
    if (said.find_first_not_of(" \n\t") == std::string::npos)
      report(begin, "<text> is empty");
  }

  void close() {
    const Open group = std::move(m_open.back());
    m_open.pop_back();
    const bool isRoot = m_open.empty();
    if (!group.isPart && !isRoot)
      return;
    const std::string name = isRoot ? "the figure" : "part \"" + group.id + "\"";
    if (group.titles == 0)
      report(group.line, name + " needs a <title>");
    if (group.descriptions == 0)
      report(group.line, name + " needs a <desc>");
  }

  void finish() {
    for (const Edge& edge : m_edges) {
      if (!m_partIds.contains(edge.end))
        report(edge.line, "edge \"" + edge.id + "\" ends at unknown part \"" + edge.end + "\"");
    }
    if (!m_hasStyle)
      report(1, "<style> is missing");
    if (m_parts < kFewestParts)
      report(1, "a figure has at least " + std::to_string(kFewestParts) + " parts");
  }

  QXmlStreamReader m_xml;
  std::string m_file;
  int m_shortest;
  Diagnostics m_problems;
  std::vector<Open> m_open;
  std::set<std::string> m_ids;
  std::set<std::string> m_partIds;
  std::vector<Edge> m_edges;
  int m_elements = 0;
  int m_parts = 0;
  bool m_hasStyle = false;
  bool m_paintedAny = false;
  bool m_stopped = false;
};

}  // namespace

Diagnostics checkSvgSubset(std::string_view svg, const std::string& file, int shortestDescription) {
  if (svg.size() > kLargestFigureBytes)
    return {{file, 0, "larger than 2 MB"}};
  return SubsetCheck(svg, file, shortestDescription).run();
}

}  // namespace phaseboard::compiler
