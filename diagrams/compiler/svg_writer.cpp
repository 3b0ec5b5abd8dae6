// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/svg_writer.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "app/base/assert.h"

namespace phaseboard::compiler {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  while (!text.empty()) {
    const auto end = text.find(separator);
    if (end != 0)
      pieces.push_back(text.substr(0, end));
    if (end == std::string_view::npos)
      break;
    text.remove_prefix(end + 1);
  }
  return pieces;
}

bool hasClass(std::string_view classes, std::string_view wanted) {
  for (const auto each : split(classes, ' ')) {
    if (each == wanted)
      return true;
  }
  return false;
}

/// Whether an element with `classes` satisfies the compound ".a.b".
bool satisfies(std::string_view classes, std::string_view compound) {
  for (const auto wanted : split(compound, '.')) {
    if (!hasClass(classes, wanted))
      return false;
  }
  return true;
}

/// The class lists of an element and the groups around it, outermost first.
using Chain = std::vector<std::string_view>;

/// Whether the innermost element of `chain` is selected by `compounds` (outermost first).
bool selected(const Chain& chain, const std::vector<std::string_view>& compounds) {
  if (chain.empty() || !satisfies(chain.back(), compounds.back()))
    return false;
  std::size_t open = compounds.size() - 1;
  for (std::size_t level = chain.size() - 1; level > 0 && open > 0; --level) {
    if (satisfies(chain[level - 1], compounds[open - 1]))
      --open;
  }
  return open == 0;
}

bool anySelected(const std::vector<Chain>& chains, std::string_view selector) {
  const auto compounds = split(selector, ' ');
  return std::any_of(chains.begin(), chains.end(),
                     [&](const Chain& chain) { return selected(chain, compounds); });
}

}  // namespace

std::string svgNumber(double value) {
  double rounded = std::round(value * 100) / 100;
  if (rounded == 0)
    rounded = 0;  // no "-0"
  char buffer[64];
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, rounded, std::chars_format::fixed, 2);
  std::string text(buffer, end.ptr);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.')
    text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string xmlEscaped(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char each : text) {
    switch (each) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += static_cast<unsigned char>(each) < 0x20 ? ' ' : each;
    }
  }
  return escaped;
}

PathData& PathData::command(char letter, std::initializer_list<double> numbers) {
  m_data += letter;
  bool first = true;
  for (const double number : numbers) {
    if (!first)
      m_data += ' ';
    m_data += svgNumber(number);
    first = false;
  }
  return *this;
}

PathData& PathData::move(QPointF to) {
  return command('M', {to.x(), to.y()});
}

PathData& PathData::line(QPointF to) {
  return command('L', {to.x(), to.y()});
}

PathData& PathData::quad(QPointF control, QPointF to) {
  return command('Q', {control.x(), control.y(), to.x(), to.y()});
}

PathData& PathData::cubic(QPointF control1, QPointF control2, QPointF to) {
  return command('C', {control1.x(), control1.y(), control2.x(), control2.y(), to.x(), to.y()});
}

PathData& PathData::arc(double rx, double ry, bool large, bool sweep, QPointF to) {
  return command('A', {rx, ry, 0, large ? 1.0 : 0.0, sweep ? 1.0 : 0.0, to.x(), to.y()});
}

PathData& PathData::close() {
  return command('Z', {});
}

PathData chamfered(const QRectF& box, double cut) {
  return PathData{}
      .move({box.left() + cut, box.top()})
      .line({box.right() - cut, box.top()})
      .line({box.right(), box.top() + cut})
      .line({box.right(), box.bottom() - cut})
      .line({box.right() - cut, box.bottom()})
      .line({box.left() + cut, box.bottom()})
      .line({box.left(), box.bottom() - cut})
      .line({box.left(), box.top() + cut})
      .close();
}

SvgWriter::SvgWriter(std::string title, std::string description)
    : m_title(std::move(title)), m_description(std::move(description)) {}

void SvgWriter::note(std::string_view classes) {
  std::string chain;
  for (const auto& outer : m_openClasses) {
    if (!outer.empty())
      chain += outer + '/';
  }
  m_chains.insert(chain.append(classes));
}

void SvgWriter::open(std::string_view attributes, std::string_view classes) {
  note(classes);
  m_body += "<g";
  m_body += attributes;
  if (!classes.empty())
    m_body.append(" class=\"").append(classes).append("\"");
  m_body += '>';
  m_openClasses.emplace_back(classes);
}

void SvgWriter::openPart(const PartMarkup& part) {
  std::string attributes = " id=\"" + xmlEscaped(part.id) + "\"";
  if (part.from)
    attributes += " data-from=\"" + xmlEscaped(*part.from) + "\"";
  if (part.to)
    attributes += " data-to=\"" + xmlEscaped(*part.to) + "\"";
  if (part.step)
    attributes += " data-step=\"" + std::to_string(*part.step) + "\"";
  open(attributes, part.classes.empty() ? "part" : "part " + part.classes);
  m_body += "<title>" + xmlEscaped(part.title) + "</title><desc>" + xmlEscaped(part.description) +
            "</desc>";
}

void SvgWriter::openGroup(std::string_view classes) {
  open({}, classes);
}

void SvgWriter::openMovedGroup(std::string_view classes, QPointF at, double scale, double degrees) {
  std::string transform =
      " transform=\"translate(" + svgNumber(at.x()) + ' ' + svgNumber(at.y()) + ')';
  if (degrees != 0)
    transform += " rotate(" + svgNumber(degrees) + ')';
  if (scale != 1) {
    // Two decimals are too few for a scale: formulas are drawn at 0.0156.
    char buffer[64];
    const auto end =
        std::to_chars(buffer, buffer + sizeof buffer, scale, std::chars_format::general, 6);
    transform += " scale(" + std::string(buffer, end.ptr) + ')';
  }
  open(transform + '"', classes);
}

void SvgWriter::closeGroup() {
  PHASEBOARD_ASSERT(!m_openClasses.empty());
  m_openClasses.pop_back();
  m_body += "</g>";
  if (m_openClasses.empty())
    m_body += '\n';
}

void SvgWriter::begin(std::string_view element, std::string_view classes) {
  note(classes);
  m_body.append("<").append(element);
  if (!classes.empty())
    m_body.append(" class=\"").append(classes).append("\"");
}

void SvgWriter::attribute(std::string_view name, double value) {
  m_body.append(" ").append(name).append("=\"").append(svgNumber(value)).append("\"");
}

void SvgWriter::rect(std::string_view classes, const QRectF& box, double radius) {
  begin("rect", classes);
  attribute("x", box.x());
  attribute("y", box.y());
  attribute("width", box.width());
  attribute("height", box.height());
  if (radius > 0)
    attribute("rx", radius);
  m_body += "/>";
}

void SvgWriter::circle(std::string_view classes, QPointF centre, double radius) {
  begin("circle", classes);
  attribute("cx", centre.x());
  attribute("cy", centre.y());
  attribute("r", radius);
  m_body += "/>";
}

void SvgWriter::ellipse(std::string_view classes, QPointF centre, double rx, double ry) {
  begin("ellipse", classes);
  attribute("cx", centre.x());
  attribute("cy", centre.y());
  attribute("rx", rx);
  attribute("ry", ry);
  m_body += "/>";
}

void SvgWriter::line(std::string_view classes, QPointF from, QPointF to) {
  begin("line", classes);
  attribute("x1", from.x());
  attribute("y1", from.y());
  attribute("x2", to.x());
  attribute("y2", to.y());
  m_body += "/>";
}

void SvgWriter::path(std::string_view classes, std::string_view data) {
  begin("path", classes);
  m_body.append(" d=\"").append(data).append("\"/>");
}

void SvgWriter::text(std::string_view classes, QPointF at, std::string_view line) {
  begin("text", classes);
  attribute("x", at.x());
  attribute("y", at.y());
  m_body.append(">").append(xmlEscaped(line)).append("</text>");
}

std::string SvgWriter::usedRules(const std::vector<CssRule>& rules) const {
  std::vector<Chain> chains;
  for (const auto& chain : m_chains)
    chains.push_back(split(chain, '/'));
  std::string css;
  for (const auto& rule : rules) {
    if (anySelected(chains, rule.selector))
      css += rule.selector + '{' + rule.declarations + "}\n";
  }
  return css;
}

std::string SvgWriter::finish(double width, double height,
                              const std::vector<CssRule>& rules) const {
  PHASEBOARD_ASSERT(m_openClasses.empty());
  const std::string w = svgNumber(width);
  const std::string h = svgNumber(height);
  std::string document = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + w + "\" height=\"" +
                         h + "\" viewBox=\"0 0 " + w + ' ' + h + "\"><style>\n";
  document += usedRules(rules);
  document += "</style>\n<title>" + xmlEscaped(m_title) + "</title><desc>" +
              xmlEscaped(m_description) + "</desc>\n";
  return document + m_body + "</svg>\n";
}

}  // namespace phaseboard::compiler
