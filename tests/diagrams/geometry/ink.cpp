// SPDX-License-Identifier: Apache-2.0
#include "tests/diagrams/geometry/ink.h"

#include <algorithm>
#include <stdexcept>

#include <QImage>
#include <QPainter>
#include <QXmlStreamReader>

#include "diagrams/scene/scene.h"

namespace phaseboard::geometry {
namespace {

using namespace Qt::StringLiterals;

bool hasWord(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != std::string_view::npos;
       at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' '))
      return true;
  }
  return false;
}

struct Around {
  QString classes;
  QString transform;
};

/// Takes a figure apart and writes one in which each element is a part of its own.
class Dissection {
 public:
  explicit Dissection(const std::string& svg) : m_xml(QByteArray::fromStdString(svg)) {}

  std::string probe() {
    QString out;
    while (!m_xml.atEnd()) {
      const auto token = m_xml.readNext();
      if (token == QXmlStreamReader::StartElement)
        out += element();
      else if (token == QXmlStreamReader::EndElement && !m_around.empty())
        close();
    }
    if (m_xml.hasError())
      throw std::runtime_error(m_xml.errorString().toStdString());
    return (m_head + out + u"</svg>"_s).toStdString();
  }

  std::vector<Ink> marks;

 private:
  QString value(const char* name) const {
    return m_xml.attributes().value(QLatin1String(name)).toString();
  }

  QString element() {
    const QStringView name = m_xml.name();
    if (name == "svg"_L1) {
      m_head =
          u"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\" viewBox=\"%3\">"_s
              .arg(value("width"), value("height"), value("viewBox"));
      m_around.push_back({});
    } else if (name == "style"_L1 || name == "title"_L1 || name == "desc"_L1) {
      m_xml.skipCurrentElement();
    } else if (name == "g"_L1) {
      open();
    } else {
      return painted();
    }
    return {};
  }

  void open() {
    QStringList words = value("class").split(u' ', Qt::SkipEmptyParts);
    if (words.removeAll(u"part"_s) > 0) {
      m_part.part = value("id").toStdString();
      m_part.from = value("data-from").toStdString();
      m_part.to = value("data-to").toStdString();
      m_part.inNode = words.contains(u"node"_s);
      m_part.isSegment = words.contains(u"segment"_s);
      m_part.isColumn = words.contains(u"column"_s);
      m_partDepth = m_around.size();
    }
    m_around.push_back({words.join(u' '), value("transform")});
  }

  void close() {
    m_around.pop_back();
    if (m_around.size() == m_partDepth) {
      m_part = {};
      m_partDepth = 0;
    }
  }

  static InkKind kindOf(const Ink& ink) {
    if (!ink.from.empty() && (ink.has("wire") || ink.has("head")))
      return InkKind::Wire;
    if (ink.has("chip"))
      return InkKind::Chip;
    if (ink.has("card") || ink.has("body"))
      return ink.inNode ? InkKind::Body : InkKind::Frame;
    return ink.has("lane") ? InkKind::Frame : InkKind::Other;
  }

  QString painted() {
    Ink ink = m_part;
    ink.classes = value("class").toStdString();
    QString markup = u"<"_s + m_xml.name().toString();
    for (const QXmlStreamAttribute& attribute : m_xml.attributes())
      markup += u" %1=\"%2\""_s.arg(attribute.name(), attribute.value());
    const bool isText = m_xml.name() == "text"_L1;
    const QString tail = u"</"_s + m_xml.name().toString() + u">"_s;
    const QString words = m_xml.readElementText();
    ink.text = words.toStdString();
    ink.kind = isText ? InkKind::Words : kindOf(ink);
    QString before = u"<g id=\"m%1\" class=\"part node\">"_s.arg(marks.size());
    QString after = u"</g>"_s;
    for (const Around& group : m_around) {
      before += u"<g class=\"%1\""_s.arg(group.classes);
      if (!group.transform.isEmpty()) {
        before += u" transform=\"%1\""_s.arg(group.transform);
        ink.isTurned = ink.isTurned || group.transform.contains("rotate"_L1);
      }
      before += u'>';
      after += u"</g>"_s;
    }
    marks.push_back(std::move(ink));
    return before + markup + u'>' + words.toHtmlEscaped() + tail + after;
  }

  QXmlStreamReader m_xml;
  QString m_head;
  std::vector<Around> m_around;
  Ink m_part;
  std::size_t m_partDepth = 0;
};

void paint(const scene::Scene& scene, const scene::Item& item, double scale, Ink& ink) {
  const QRectF box = item.bounds;
  ink.box =
      QRectF(box.topLeft() * scale, box.size() * scale).toAlignedRect().adjusted(-2, -2, 2, 2);
  QImage image(ink.box.size(), QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  painter.translate(-ink.box.topLeft());
  painter.scale(scale, scale);
  scene.paintParts(painter, style::ThemeName::Light, {}, {item.id});
  painter.end();
  ink.cover.reserve(static_cast<std::size_t>(image.width()) *
                    static_cast<std::size_t>(image.height()));
  for (int y = 0; y < image.height(); ++y) {
    const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
    for (int x = 0; x < image.width(); ++x)
      ink.cover.push_back(static_cast<std::uint8_t>(qAlpha(line[x])));
  }
}

}  // namespace

int Ink::at(int x, int y) const {
  if (!box.contains(x, y))
    return 0;
  return cover[static_cast<std::size_t>(y - box.top()) * static_cast<std::size_t>(box.width()) +
               static_cast<std::size_t>(x - box.left())];
}

bool Ink::has(std::string_view className) const {
  return hasWord(classes, className);
}

InkedFigure inkOf(const std::string& svg, double scale) {
  Dissection dissection(svg);
  const auto scene = scene::Scene::read(dissection.probe());
  if (!scene)
    throw std::runtime_error(scene.error().detail);
  InkedFigure figure;
  figure.scale = scale;
  figure.size = (scene->size() * scale).toSize();
  figure.marks = std::move(dissection.marks);
  for (std::size_t i = 0; i < figure.marks.size(); ++i) {
    const scene::Item* item = scene->item(PartId("m" + std::to_string(i)));
    if (item != nullptr && !item->bounds.isEmpty() && !figure.marks[i].has("canvas") &&
        !figure.marks[i].has("shadow"))
      paint(*scene, *item, scale, figure.marks[i]);
  }
  return figure;
}

}  // namespace phaseboard::geometry
