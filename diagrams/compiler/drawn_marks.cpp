// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/drawn_marks.h"

#include <map>
#include <utility>

#include <QByteArray>
#include <QTransform>
#include <QXmlStreamReader>

#include "diagrams/scene/path_reader.h"
#include "diagrams/style/text.h"

namespace phaseboard::compiler {
namespace {

bool hasClass(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != std::string_view::npos;
       at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' '))
      return true;
  }
  return false;
}

struct OpenGroup {
  std::string classes;
  QTransform transform;
  std::string part;
};

class MarkReader {
 public:
  explicit MarkReader(std::string_view svg)
      : m_xml(QByteArray::fromRawData(svg.data(), static_cast<qsizetype>(svg.size()))) {}

  std::optional<DrawnFigure> read() {
    while (!m_xml.atEnd()) {
      switch (m_xml.readNext()) {
        case QXmlStreamReader::StartElement:
          element(m_xml.name().toString());
          break;
        case QXmlStreamReader::EndElement:
          if (!m_open.empty())
            m_open.pop_back();
          break;
        default:
          break;
      }
    }
    if (m_xml.hasError() || m_figure.size.isEmpty())
      return std::nullopt;
    return std::move(m_figure);
  }

 private:
  [[nodiscard]] std::string attribute(const char* name) const {
    return m_xml.attributes().value(QLatin1String(name)).toString().toStdString();
  }
  [[nodiscard]] double number(const char* name, double otherwise = 0) const {
    return scene::readNumber(attribute(name)).value_or(otherwise);
  }

  void element(const QString& name) {
    if (name == QLatin1String("svg")) {
      const auto box = scene::readNumbers(attribute("viewBox"));
      if (box && box->size() == 4)
        m_figure.size = QSizeF((*box)[2], (*box)[3]);
      m_open.push_back({});
    } else if (name == QLatin1String("g")) {
      openGroup();
    } else if (name == QLatin1String("style") || name == QLatin1String("title") ||
               name == QLatin1String("desc")) {
      m_xml.skipCurrentElement();
    } else {
      add(name);
    }
  }

  void openGroup() {
    OpenGroup group{attribute("class"), m_open.empty() ? QTransform() : m_open.back().transform,
                    m_open.empty() ? std::string() : m_open.back().part};
    if (const auto moved = scene::readTransform(attribute("transform")))
      group.transform = *moved * group.transform;
    if (hasClass(group.classes, "part")) {
      group.part = attribute("id");
      // The segments of a bar are read as one bar.
      const bool isNode = hasClass(group.classes, "node") && !hasClass(group.classes, "segment");
      m_figure.parts.push_back({group.part, isNode, 0});
    }
    m_open.push_back(std::move(group));
  }

  void add(const QString& name) {
    DrawnMark mark;
    mark.part = m_open.empty() ? std::string() : m_open.back().part;
    std::string key;
    for (const OpenGroup& group : m_open) {
      if (!group.classes.empty())
        mark.chain.push_back(group.classes);
    }
    mark.chain.push_back(attribute("class"));
    for (const std::string& each : mark.chain)
      key += each + '/';
    const auto [at, isNew] = m_paints.try_emplace(std::move(key));
    if (isNew)
      at->second = {style::resolve(style::ThemeName::Light, mark.chain),
                    style::resolve(style::ThemeName::Dark, mark.chain)};
    mark.light = at->second.first;
    mark.dark = at->second.second;
    const QTransform place = m_open.empty() ? QTransform() : m_open.back().transform;
    if (name == QLatin1String("text")) {
      addText(mark, place);
    } else {
      mark.path = place.map(shape(name));
      mark.box = mark.path.boundingRect();
      m_xml.skipCurrentElement();
    }
    if (!m_figure.parts.empty() && m_figure.parts.back().id == mark.part)
      ++m_figure.parts.back().marks;
    m_figure.marks.push_back(std::move(mark));
  }

  void addText(DrawnMark& mark, const QTransform& place) {
    const QPointF at(number("x"), number("y"));
    mark.text = m_xml.readElementText(QXmlStreamReader::SkipChildElements).simplified();
    const style::TextStyle& type = mark.light.text;
    const double width = style::textWidth(mark.text.toStdString(), type);
    const double left = mark.light.anchor == style::Anchor::Start    ? at.x()
                        : mark.light.anchor == style::Anchor::Middle ? at.x() - width / 2
                                                                     : at.x() - width;
    const double rise = style::metrics(type).capHeight;
    mark.box = place.mapRect(QRectF(left, at.y() - rise, width, rise));
  }

  QPainterPath shape(const QString& name) const {
    QPainterPath path;
    if (name == QLatin1String("path"))
      return scene::readPath(attribute("d")).value_or(path);
    if (name == QLatin1String("rect")) {
      const double r = number("rx");
      path.addRoundedRect(number("x"), number("y"), number("width"), number("height"), r, r);
    } else if (name == QLatin1String("circle") || name == QLatin1String("ellipse")) {
      const double r = number("r");
      path.addEllipse(QPointF(number("cx"), number("cy")), number("rx", r), number("ry", r));
    } else if (name == QLatin1String("line")) {
      path.moveTo(number("x1"), number("y1"));
      path.lineTo(number("x2"), number("y2"));
    } else if (const auto points = scene::readNumbers(attribute("points"));
               points && points->size() >= 4) {
      path.moveTo((*points)[0], (*points)[1]);
      for (std::size_t i = 2; i + 1 < points->size(); i += 2)
        path.lineTo((*points)[i], (*points)[i + 1]);
    }
    return path;
  }

  QXmlStreamReader m_xml;
  DrawnFigure m_figure;
  std::vector<OpenGroup> m_open;
  std::map<std::string, std::pair<style::Paint, style::Paint>> m_paints;
};

}  // namespace

bool DrawnMark::has(std::string_view className) const {
  return hasClass(chain.back(), className);
}

std::optional<DrawnFigure> readDrawnFigure(std::string_view svg) {
  return MarkReader(svg).read();
}

}  // namespace phaseboard::compiler
