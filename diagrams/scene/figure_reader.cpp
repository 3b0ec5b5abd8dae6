// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/figure_reader.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include <QByteArray>
#include <QRawFont>
#include <QXmlStreamReader>

#include "diagrams/scene/path_reader.h"
#include "diagrams/style/text.h"
#include "diagrams/style/theme.h"

namespace phaseboard::scene {
namespace {

constexpr std::size_t kLargestBytes = 2U * 1024U * 1024U;
constexpr int kMostElements = 20'000;
constexpr int kDeepestNesting = 16;

bool hasWord(std::string_view list, std::string_view word) {
  std::size_t at = 0;
  while ((at = list.find(word, at)) != std::string_view::npos) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || list[at - 1] == ' ';
    const bool ends = end == list.size() || list[end] == ' ';
    if (begins && ends)
      return true;
    at = end;
  }
  return false;
}

bool hasAny(std::string_view list, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [list](std::string_view word) { return hasWord(list, word); });
}

MarkKind kindOfShape(std::string_view classes) {
  if (hasWord(classes, "shadow"))
    return MarkKind::Shadow;
  if (hasWord(classes, "wire"))
    return MarkKind::Wire;
  if (hasWord(classes, "head"))
    return MarkKind::Head;
  if (hasWord(classes, "chip"))
    return MarkKind::Chip;
  if (hasWord(classes, "disc"))
    return MarkKind::Badge;
  if (hasWord(classes, "area"))
    return MarkKind::Area;
  if (hasAny(classes, {"card", "body", "lane", "zone", "cap"}))
    return MarkKind::Frame;
  return MarkKind::Shape;
}

QPainterPath outlines(const Mark& text) {
  QPainterPath path;
  path.setFillRule(Qt::WindingFill);
  for (const QGlyphRun& run : text.glyphs) {
    const QList<quint32> glyphs = run.glyphIndexes();
    const QList<QPointF> positions = run.positions();
    for (qsizetype i = 0; i < glyphs.size(); ++i)
      path.addPath(run.rawFont().pathForGlyph(glyphs[i]).translated(text.origin + positions[i]));
  }
  return path;
}

/// Where an element stands: the classes and the transform around it.
struct Context {
  ClassChain classes;
  QTransform transform;
  bool inPart = false;
};

class FigureReader {
 public:
  explicit FigureReader(std::string_view svg)
      : m_xml(QByteArray::fromRawData(svg.data(), static_cast<qsizetype>(svg.size()))) {}

  Result<Drawing> read() {
    if (!findRoot())
      return refuse("begins with no plain <svg>");
    PHASEBOARD_TRY(readSize());
    PHASEBOARD_TRY(readChildren(Context{}, 0));
    if (m_xml.hasError())
      return refuse(m_xml.errorString().toStdString());
    closeLayer();
    return std::move(m_drawing);
  }

 private:
  tl::unexpected<Error> refuse(const std::string& why) const {
    return fail(ErrorKind::Damaged, "figure",
                "line " + std::to_string(m_xml.lineNumber()) + ": " + why);
  }

  /// Goes to the root; a document type before it is as good as none.
  bool findRoot() {
    while (!m_xml.atEnd() && m_xml.readNext() != QXmlStreamReader::DTD) {
      if (m_xml.isStartElement())
        return m_xml.name() == QLatin1String("svg");
    }
    return false;
  }

  [[nodiscard]] std::string attribute(const char* name) const {
    return m_xml.attributes().value(QLatin1String(name)).toString().toStdString();
  }

  /// A number that may be left out.
  [[nodiscard]] double number(const char* name, double otherwise = 0) {
    const std::string text = attribute(name);
    if (text.empty())
      return otherwise;
    const auto value = readNumber(text);
    m_badNumber = m_badNumber || !value;
    return value.value_or(otherwise);
  }

  Status readSize() {
    const auto box = readNumbers(attribute("viewBox"));
    if (!box || box->size() != 4 || (*box)[0] != 0 || (*box)[1] != 0 || (*box)[2] <= 0 ||
        (*box)[3] <= 0)
      return refuse("viewBox is not \"0 0 width height\"");
    m_drawing.size = QSizeF((*box)[2], (*box)[3]);
    return {};
  }

  Status readChildren(const Context& context, int depth) {
    if (depth > kDeepestNesting)
      return refuse("groups are nested too deeply");
    while (!m_xml.atEnd()) {
      switch (m_xml.readNext()) {
        case QXmlStreamReader::EndElement:
          return {};
        case QXmlStreamReader::StartElement:
          PHASEBOARD_TRY(readElement(context, depth));
          break;
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
          return refuse("declares or uses an entity");
        default:
          break;
      }
    }
    return {};
  }

  Status readElement(const Context& context, int depth) {
    if (++m_elements > kMostElements)
      return refuse("has more than " + std::to_string(kMostElements) + " elements");
    const QStringView name = m_xml.name();
    if (name == QLatin1String("g"))
      return readGroup(context, depth);
    if (name == QLatin1String("style")) {
      m_xml.skipCurrentElement();
      return {};
    }
    if (name == QLatin1String("title") || name == QLatin1String("desc"))
      return readWords(name == QLatin1String("title"), context);
    if (name == QLatin1String("text"))
      return readText(context);
    return readShape(name, context);
  }

  Status readWords(bool isTitle, const Context& context) {
    const QString words = m_xml.readElementText(QXmlStreamReader::ErrorOnUnexpectedElement);
    if (context.inPart)
      (isTitle ? m_drawing.items.back().title : m_drawing.items.back().description) = words;
    else if (context.classes.empty())
      (isTitle ? m_drawing.title : m_drawing.description) = words;
    return {};
  }

  Status readGroup(const Context& outer, int depth) {
    const std::string classes = attribute("class");
    Context context = outer;
    context.classes.push_back(classes);
    if (const std::string text = attribute("transform"); !text.empty()) {
      const auto transform = readTransform(text);
      if (!transform)
        return refuse("transform \"" + text + "\" is not understood");
      context.transform = *transform * outer.transform;
    }
    const bool isPart = hasWord(classes, "part");
    if (isPart) {
      if (outer.inPart)
        return refuse("a part is inside another part");
      PHASEBOARD_TRY(openPart(classes));
      context.inPart = true;
    }
    PHASEBOARD_TRY(readChildren(context, depth + 1));
    if (isPart)
      closeLayer();
    return {};
  }

  Status openPart(const std::string& classes) {
    closeLayer();
    Item item;
    item.id = PartId(attribute("id"));
    if (item.id.value().empty())
      return refuse("a part has no id");
    if (!m_drawing.index.emplace(item.id.value(), m_drawing.items.size()).second)
      return refuse("two parts have the id \"" + item.id.value() + "\"");
    const std::string from = attribute("data-from");
    const std::string to = attribute("data-to");
    if (from.empty() != to.empty())
      return refuse("edge \"" + item.id.value() + "\" has one end only");
    if (!from.empty()) {
      item.kind = content::PartKind::Edge;
      item.from = PartId(from);
      item.to = PartId(to);
      item.step = static_cast<int>(std::clamp(number("data-step"), 0.0, 999.0));
    } else if (hasAny(classes, {"group", "lane"})) {
      item.kind = content::PartKind::Group;
    }
    m_layer.item = m_drawing.items.size();
    m_drawing.items.push_back(std::move(item));
    return {};
  }

  void closeLayer() {
    m_layer.last = m_drawing.marks.size();
    if (m_layer.first != m_layer.last || m_layer.item)
      m_drawing.layers.push_back(m_layer);
    m_layer = Layer{};
    m_layer.first = m_drawing.marks.size();
  }

  StyleIndex styleOf(const Context& context, const std::string& classes) {
    std::string key;
    for (const auto& outer : context.classes)
      key += outer + '/';
    key += classes;
    const auto [at, isNew] =
        m_styles.emplace(std::move(key), static_cast<StyleIndex>(m_drawing.styles.size()));
    if (isNew) {
      m_drawing.styles.push_back(context.classes);
      m_drawing.styles.back().push_back(classes);
      m_resolved.push_back(style::resolve(style::ThemeName::Light, m_drawing.styles.back()));
      m_drawing.filled.push_back(m_resolved.back().fill.has_value());
    }
    return at->second;
  }

  Status readShape(QStringView name, const Context& context) {
    const auto path = shapeOf(name);
    if (!path || m_badNumber)
      return refuse("<" + name.toString().toStdString() + "> is not understood");
    const std::string classes = attribute("class");
    m_xml.skipCurrentElement();
    if (hasWord(classes, "canvas"))
      return {};  // the canvas is painted without being asked
    Mark mark;
    mark.kind = kindOfShape(classes);
    mark.style = styleOf(context, classes);
    mark.path = context.transform.isIdentity() ? *path : context.transform.map(*path);
    mark.lineScale = std::sqrt(std::abs(context.transform.determinant()));
    const style::Paint& paint = m_resolved[mark.style];
    const double reach = paint.stroke ? paint.strokeWidth * mark.lineScale : 0;
    mark.bounds = mark.path.boundingRect().adjusted(-reach, -reach, reach, reach);
    add(std::move(mark));
    return {};
  }

  std::optional<QPainterPath> shapeOf(QStringView name) {
    m_badNumber = false;
    QPainterPath path;
    if (name == QLatin1String("path"))
      return readPath(attribute("d"));
    if (name == QLatin1String("rect")) {
      const QRectF box(number("x"), number("y"), number("width"), number("height"));
      const double rx = number("rx", number("ry"));
      const double ry = number("ry", rx);
      rx > 0 && ry > 0 ? path.addRoundedRect(box, rx, ry) : path.addRect(box);
      return path;
    }
    if (name == QLatin1String("circle") || name == QLatin1String("ellipse")) {
      const double r = number("r");
      path.addEllipse(QPointF(number("cx"), number("cy")), number("rx", r), number("ry", r));
      return path;
    }
    if (name == QLatin1String("line")) {
      path.moveTo(number("x1"), number("y1"));
      path.lineTo(number("x2"), number("y2"));
      return path;
    }
    if (name == QLatin1String("polyline") || name == QLatin1String("polygon"))
      return polygon(name == QLatin1String("polygon"));
    return std::nullopt;
  }

  std::optional<QPainterPath> polygon(bool closed) {
    const auto points = readNumbers(attribute("points"));
    if (!points || points->size() < 4 || points->size() % 2 != 0)
      return std::nullopt;
    QPainterPath path(QPointF((*points)[0], (*points)[1]));
    for (std::size_t i = 2; i < points->size(); i += 2)
      path.lineTo((*points)[i], (*points)[i + 1]);
    if (closed)
      path.closeSubpath();
    return path;
  }

  Status readText(const Context& context) {
    const std::string classes = attribute("class");
    m_badNumber = false;
    QPointF at(number("x"), number("y"));
    const QString line =
        m_xml.readElementText(QXmlStreamReader::ErrorOnUnexpectedElement).simplified();
    if (m_xml.hasError() || m_badNumber)
      return refuse("<text> is not one line at one place");
    Mark mark;
    mark.kind = hasWord(classes, "tb") ? MarkKind::Badge : MarkKind::Text;
    if (context.inPart && mark.kind == MarkKind::Text)
      addPrinted(m_drawing.items.back().text, line);
    mark.style = styleOf(context, classes);
    const style::Paint& paint = m_resolved[mark.style];
    style::ShapedText shaped = style::shape(line, paint.text);
    if (paint.anchor != style::Anchor::Start)
      at.rx() -= paint.anchor == style::Anchor::Middle ? shaped.width / 2 : shaped.width;
    const style::FontMetrics metrics = style::metrics(paint.text);
    mark.glyphs = std::move(shaped.runs);
    mark.line = line;
    mark.origin = at;
    mark.bounds =
        QRectF(at.x(), at.y() - metrics.ascent, shaped.width, metrics.ascent + metrics.descent);
    if (!context.transform.isIdentity()) {
      // Cached glyphs stand on whole pixels across their line, so turned ones would dance.
      mark.path = context.transform.map(outlines(mark));
      mark.bounds = context.transform.mapRect(mark.bounds);
      mark.glyphs.clear();
    }
    add(std::move(mark));
    return {};
  }

  static void addPrinted(QString& text, const QString& line) {
    if (!text.isEmpty())
      text += u' ';
    text += line;
  }

  void add(Mark mark) {
    m_layer.bounds |= mark.bounds;
    m_drawing.marks.push_back(std::move(mark));
  }

  QXmlStreamReader m_xml;
  Drawing m_drawing;
  Layer m_layer;
  std::unordered_map<std::string, StyleIndex> m_styles;
  std::vector<style::Paint> m_resolved;
  int m_elements = 0;
  bool m_badNumber = false;
};

}  // namespace

Result<Drawing> readFigure(std::string_view svg) {
  if (svg.size() > kLargestBytes)
    return fail(ErrorKind::Damaged, "figure", "is larger than 2 MB");
  return FigureReader(svg).read();
}

}  // namespace phaseboard::scene
