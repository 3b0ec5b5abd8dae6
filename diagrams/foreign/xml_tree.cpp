// SPDX-License-Identifier: Apache-2.0
#include "diagrams/foreign/xml_tree.h"

#include <algorithm>

#include <QByteArray>
#include <QXmlStreamReader>

#include "diagrams/foreign/foreign_limits.h"

namespace phaseboard::foreign {
namespace {

constexpr auto kSvgNamespace = "http://www.w3.org/2000/svg";
constexpr auto kLinkNamespace = "http://www.w3.org/1999/xlink";
constexpr auto kInkscapeNamespace = "http://www.inkscape.org/namespaces/inkscape";
constexpr auto kSodipodiNamespace = "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd";
constexpr auto kXmlNamespace = "http://www.w3.org/XML/1998/namespace";

std::string lowered(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char each) {
    return each >= 'A' && each <= 'Z' ? static_cast<char>(each - 'A' + 'a') : each;
  });
  return lower;
}

/// Text without the spaces and control characters that renderers skip in an address.
std::string bare(std::string_view text) {
  std::string out;
  for (const char each : text) {
    if (static_cast<unsigned char>(each) > ' ' && each != '"' && each != '\'')
      out += each;
  }
  return lowered(out);
}

/// Whether one of the `url(...)` in a value leads out of the file.
bool hasOutsideUrl(std::string_view value) {
  const std::string text = bare(value);
  for (std::size_t at = text.find("url("); at != std::string::npos; at = text.find("url(", at + 4))
    if (text.compare(at + 4, 1, "#") != 0)
      return true;
  return false;
}

/// Empty for attributes that mean nothing to us.
std::string nameOf(const QXmlStreamAttribute& attribute) {
  const QStringView space = attribute.namespaceUri();
  const std::string name = attribute.name().toString().toStdString();
  if (space.isEmpty() || space == QLatin1String(kLinkNamespace))
    return name;
  if (space == QLatin1String(kInkscapeNamespace))
    return "inkscape:" + name;
  if (space == QLatin1String(kSodipodiNamespace))
    return "sodipodi:" + name;
  if (space == QLatin1String(kXmlNamespace))
    return "xml:" + name;
  return {};
}

class TreeReader {
 public:
  explicit TreeReader(std::string_view svg)
      : m_xml(QByteArray::fromRawData(svg.data(), static_cast<qsizetype>(svg.size()))) {}

  Result<XmlTree> read() {
    while (!m_xml.atEnd())
      PHASEBOARD_TRY(token(m_xml.readNext()));
    if (m_xml.hasError())
      return refuse("not well-formed XML: " + m_xml.errorString().toStdString());
    if (m_tree.nodes.empty())
      return refuse("there is no <svg> in it");
    return std::move(m_tree);
  }

 private:
  [[nodiscard]] int line() const { return static_cast<int>(m_xml.lineNumber()); }
  [[nodiscard]] tl::unexpected<Error> refuse(const std::string& reason) const {
    return refuseAt(line(), reason);
  }

  Status token(QXmlStreamReader::TokenType type) {
    switch (type) {
      case QXmlStreamReader::DTD:
        return documentType();
      case QXmlStreamReader::EntityReference:
        return refuse("it uses the entity &" + m_xml.name().toString().left(40).toStdString() +
                      ";, which is not read");
      case QXmlStreamReader::StartElement:
        return open();
      case QXmlStreamReader::EndElement:
        m_open.pop_back();
        return {};
      case QXmlStreamReader::Characters:
        addText();
        return {};
      default:
        return {};
    }
  }

  /// A bare name of a document type, as draw.io writes it, says nothing and is never fetched.
  Status documentType() {
    m_tree.hasDocumentType = true;
    if (m_xml.text().contains(u'[') || !m_xml.entityDeclarations().isEmpty() ||
        !m_xml.notationDeclarations().isEmpty())
      return refuse("it declares a document type of its own (entities), which is not read");
    return {};
  }

  Status open() {
    const bool isSvg = m_xml.namespaceUri() == QLatin1String(kSvgNamespace);
    std::string name = m_xml.name().toString().left(60).toStdString();
    if (m_tree.nodes.empty() && (!isSvg || name != "svg"))
      return refuse("its root is <" + name + ">, not an <svg> of SVG's namespace");
    if (++m_elements > limit::kElements)
      return refuse("it has more than " + std::to_string(limit::kElements) + " elements");
    if (lowered(name) == "script")
      return refuse("it holds a script");
    if (!isSvg || name == "foreignObject" || name == "metadata")
      return skip(isSvg && name == "foreignObject" ? "HTML in <foreignObject>" : std::string());
    if (m_open.size() >= limit::kDepth)
      return refuse("elements are nested deeper than " + std::to_string(limit::kDepth));
    XmlNode node;
    node.name = std::move(name);
    node.line = line();
    PHASEBOARD_TRY(readAttributes(node));
    push(std::move(node));
    return {};
  }

  Status readAttributes(XmlNode& node) const {
    for (const QXmlStreamAttribute& attribute : m_xml.attributes()) {
      std::string name = nameOf(attribute);
      std::string value = attribute.value().toString().toStdString();
      const std::string lower = lowered(name);
      if (lower.size() > 2 && lower.starts_with("on"))
        return refuse("attribute " + name.substr(0, 40) + " would run a script");
      if (bare(value).find("javascript:") != std::string::npos)
        return refuse("an address would run a script");
      const bool refers = name == "href" || lower == "src";
      if (refers && node.name != "a" && leadsOut(value))
        return refuse("<" + node.name + "> refers to " + value.substr(0, 60) +
                      ", which lies outside the file");
      if (hasOutsideUrl(value))
        return refuse("attribute " + name.substr(0, 40) + " refers to something outside the file");
      if (!name.empty())
        node.attributes.emplace_back(std::move(name), std::move(value));
    }
    return {};
  }

  Status skip(const std::string& named) {
    if (!named.empty())
      m_tree.skipped.emplace_back(named, line());
    // Not skipCurrentElement(): what is skipped must be well-formed, small and shallow too.
    for (std::size_t depth = 1; depth > 0 && !m_xml.atEnd();) {
      switch (m_xml.readNext()) {
        case QXmlStreamReader::StartElement:
          if (++m_elements > limit::kElements || ++depth > limit::kDepth)
            return refuse("embedded data has too many or too deep elements");
          if (lowered(m_xml.name().toString().toStdString()) == "script")
            return refuse("it holds a script");
          break;
        case QXmlStreamReader::EndElement:
          --depth;
          break;
        case QXmlStreamReader::EntityReference:
          return token(QXmlStreamReader::EntityReference);
        default:
          break;
      }
    }
    return {};
  }

  void addText() {
    if (m_open.empty())
      return;
    XmlNode node;
    node.text = m_xml.text().toString().toStdString();
    node.line = line();
    node.parent = m_open.back();
    m_tree.nodes[m_open.back()].children.push_back(m_tree.nodes.size());
    m_tree.nodes.push_back(std::move(node));
  }

  void push(XmlNode node) {
    const std::size_t index = m_tree.nodes.size();
    if (!m_open.empty()) {
      node.parent = m_open.back();
      m_tree.nodes[node.parent].children.push_back(index);
    }
    m_tree.nodes.push_back(std::move(node));
    m_open.push_back(index);
  }

  QXmlStreamReader m_xml;
  XmlTree m_tree;
  std::vector<std::size_t> m_open;
  std::size_t m_elements = 0;
};

}  // namespace

std::string XmlNode::attribute(std::string_view wanted) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [wanted](const auto& each) { return each.first == wanted; });
  return found == attributes.end() ? std::string() : found->second;
}

bool XmlNode::has(std::string_view wanted) const {
  return std::any_of(attributes.begin(), attributes.end(),
                     [wanted](const auto& each) { return each.first == wanted; });
}

tl::unexpected<Error> refuseAt(int line, const std::string& reason) {
  return fail(ErrorKind::InvalidInput, "figure", "line " + std::to_string(line) + ": " + reason);
}

bool leadsOut(std::string_view reference) {
  const std::string text = bare(reference);
  return !text.empty() && text.front() != '#' && !text.starts_with("data:");
}

Result<XmlTree> readXmlTree(std::string_view svg) {
  if (svg.size() > limit::kBytes)
    return refuseAt(
        1, "the file is larger than " + std::to_string(limit::kBytes / 1024 / 1024) + " MB");
  return TreeReader(svg).read();
}

}  // namespace phaseboard::foreign
