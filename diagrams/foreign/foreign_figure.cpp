// SPDX-License-Identifier: Apache-2.0
#include "diagrams/foreign/foreign_figure.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "diagrams/foreign/embedded_picture.h"
#include "diagrams/foreign/foreign_limits.h"
#include "diagrams/foreign/foreign_picture.h"
#include "diagrams/foreign/gradients.h"
#include "diagrams/foreign/markers.h"
#include "diagrams/foreign/part_finder.h"
#include "diagrams/foreign/shape_paths.h"
#include "diagrams/foreign/style_values.h"
#include "diagrams/foreign/text_lines.h"

namespace phaseboard::foreign {
namespace {

constexpr std::array<std::string_view, 7> kShapes{"path", "rect",     "circle", "ellipse",
                                                  "line", "polyline", "polygon"};
/// What paints nothing by itself, or was read already.
constexpr std::array<std::string_view, 10> kSilent{
    "title",          "desc",           "style", "defs", "symbol",
    "linearGradient", "radialGradient", "view",  "stop", "marker"};
constexpr std::array<std::string_view, 4> kLines{"path", "line", "polyline", "polygon"};

template <std::size_t Size>
bool isOneOf(const std::array<std::string_view, Size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

struct Canvas {
  QRectF box;
};

Result<Canvas> canvasOf(const XmlNode& root) {
  const auto box = [&root]() -> std::optional<QRectF> {
    const std::string text = root.attribute("viewBox");
    const auto all = pieces(text);
    if (all.size() != 4)
      return std::nullopt;
    std::array<double, 4> n{};
    for (std::size_t i = 0; i < 4; ++i) {
      const auto number = readLength(all[i], 0, 0);
      if (!number)
        return std::nullopt;
      n[i] = *number;
    }
    return QRectF(n[0], n[1], n[2], n[3]);
  }();
  const auto width = readLength(root.attribute("width"), 16, 0);
  const auto height = readLength(root.attribute("height"), 16, 0);
  const QRectF canvas =
      box && !box->isEmpty() ? *box : QRectF(0, 0, width.value_or(0), height.value_or(0));
  if (!(canvas.width() > 0) || !(canvas.height() > 0))
    return refuseAt(root.line, "it does not say how large it is (width and height, or viewBox)");
  if (canvas.width() > limit::kCanvas || canvas.height() > limit::kCanvas)
    return refuseAt(root.line, "its canvas is " + numberText(std::round(canvas.width())) + " by " +
                                   numberText(std::round(canvas.height())) +
                                   " units; the most is " + numberText(limit::kCanvas));
  return Canvas{canvas};
}

/// Where an element stands while the tree is walked.
struct Context {
  Inherited inherited;
  std::size_t useDepth = 0;
  std::optional<std::size_t> part;  ///< the innermost around it
};

class Rewriter {
 public:
  Rewriter(const XmlTree& tree, const Canvas& canvas)
      : m_tree(tree),
        m_canvas(canvas.box),
        m_budget(pictureScale(canvas.box.size())),
        m_sheet(tree) {
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
      const std::string id = tree.nodes[i].attribute("id");
      if (!id.empty() && !m_byId.emplace(id, i).second)
        note("one id for several elements", tree.nodes[i].line);
    }
  }

  Result<ForeignFigure> run() {
    for (const auto& [feature, line] : m_tree.skipped)
      note(feature, line);
    PHASEBOARD_TRY(readStyles());
    PHASEBOARD_TRY_ASSIGN(const Gradients gradients, readGradients(m_tree, m_sheet, m_budget));
    const ElementStyle style(gradients.ids);
    m_style = &style;
    const XmlNode& root = m_tree.nodes.front();
    m_figure.size = m_canvas.size();
    m_figure.title = childText(m_tree, root, "title");
    m_figure.description = childText(m_tree, root, "desc");
    const std::string width = numberText(m_canvas.width());
    const std::string height = numberText(m_canvas.height());
    m_figure.svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" "
        "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"" +
        width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + " " + height + "\"><defs>" +
        gradients.definitions + "</defs>";
    Context context;
    PHASEBOARD_TRY_ASSIGN(const Properties set, m_sheet.propertiesOf(0));
    context.inherited.transform = QTransform::fromTranslate(-m_canvas.x(), -m_canvas.y());
    openGroup(transformAttribute(context.inherited.transform) +
              " font-family=\"Inter\" font-size=\"16\"");
    openGroup(styleOf(root, set, context));
    PHASEBOARD_TRY(children(root, context));
    m_figure.svg += "</g></g></svg>";
    finishParts();
    return std::move(m_figure);
  }

 private:
  void note(const std::string& feature, int line) {
    const auto known =
        std::find_if(m_figure.unsupported.begin(), m_figure.unsupported.end(),
                     [&feature](const Unsupported& each) { return each.feature == feature; });
    if (known != m_figure.unsupported.end())
      ++known->count;
    else if (m_figure.unsupported.size() < 100)
      m_figure.unsupported.push_back({feature, 1, line});
  }

  Status readStyles() {
    std::vector<std::pair<std::string, int>> skipped;
    for (std::size_t i = 0; i < m_tree.nodes.size(); ++i) {
      if (m_tree.nodes[i].name != "style")
        continue;
      std::string css;
      for (const std::size_t child : m_tree.nodes[i].children)
        css += m_tree.nodes[child].text;
      PHASEBOARD_TRY(m_sheet.add(css, m_tree.nodes[i].line, skipped));
    }
    for (const auto& [feature, line] : skipped)
      note(feature, line);
    return {};
  }

  [[nodiscard]] static std::string transformAttribute(const QTransform& t) {
    if (t.isIdentity())
      return {};
    return " transform=\"matrix(" + numberText(t.m11()) + " " + numberText(t.m12()) + " " +
           numberText(t.m21()) + " " + numberText(t.m22()) + " " + numberText(t.dx()) + " " +
           numberText(t.dy()) + ")\"";
  }

  std::string styleOf(const XmlNode& node, const Properties& set, Context& context) {
    return m_style->attributes(set, context.inherited, [this, &node](const std::string& feature) {
      note(feature, node.line);
    });
  }

  void openGroup(const std::string& attributes) { m_figure.svg += "<g" + attributes + ">"; }

  Status children(const XmlNode& node, const Context& context) {
    for (const std::size_t child : node.children)
      PHASEBOARD_TRY(visit(child, context));
    return {};
  }

  Status visit(std::size_t index, Context context) {
    const XmlNode& node = m_tree.nodes[index];
    if (node.name.empty() || isOneOf(kSilent, node.name))
      return {};
    PHASEBOARD_TRY(m_budget.element(node.line));
    PHASEBOARD_TRY_ASSIGN(const Properties set, m_sheet.propertiesOf(index));
    if (const auto display = set.find("display"); display != set.end() && display->second == "none")
      return {};
    const bool isShape = isOneOf(kShapes, node.name);
    if (!isShape && node.name != "g" && node.name != "a" && node.name != "switch" &&
        node.name != "use" && node.name != "text" && node.name != "image") {
      note("<" + node.name + ">", node.line);
      return {};
    }
    const auto transform = readForeignTransform(node.attribute("transform"));
    if (!transform)
      return refuseAt(node.line, "transform \"" + node.attribute("transform").substr(0, 60) +
                                     "\" is not understood");
    context.inherited.transform = *transform * context.inherited.transform;
    const bool isPart = openPart(index, context);
    openGroup(transformAttribute(*transform) + styleOf(node, set, context));
    PHASEBOARD_TRY(inside(index, set, context));
    m_figure.svg += isPart ? "</g></g>" : "</g>";
    return {};
  }

  Status inside(std::size_t index, const Properties& set, const Context& context) {
    const XmlNode& node = m_tree.nodes[index];
    if (isOneOf(kShapes, node.name))
      return shape(node, set, context);
    for (const char* property : {"marker-start", "marker-end"}) {
      if (const auto marked = set.find(property); marked != set.end() && marked->second != "none")
        note(std::string(property) + " of a group", node.line);
    }
    if (node.name == "text")
      return text(index, context);
    if (node.name == "image")
      return image(node, context);
    if (node.name == "use")
      return use(node, context);
    if (node.name == "switch")
      return firstUnderstood(node, context);
    if (node.name == "a")
      note("link", node.line);
    return children(node, context);
  }

  /// Elements that `<use>` repeats are parts only where they stand themselves.
  bool openPart(std::size_t index, Context& context) {
    auto part = context.useDepth == 0 && m_figure.parts.size() < limit::kParts
                    ? partOf(m_tree, index)
                    : std::nullopt;
    if (!part || !m_partIds.insert(part->id).second)
      return false;
    if (context.part && m_figure.parts[*context.part].kind == content::PartKind::Node)
      m_figure.parts[*context.part].kind = content::PartKind::Group;
    context.part = m_figure.parts.size();
    m_figure.svg += "<g id=\"p" + std::to_string(*context.part) + "\">";
    m_figure.parts.push_back(std::move(*part));
    return true;
  }

  Status shape(const XmlNode& node, const Properties& set, const Context& context) {
    const auto path = shapePath(node, context.inherited.fontSize, m_canvas.size());
    if (!path)
      return refuseAt(node.line, "the numbers of a <" + node.name + "> are not understood");
    if (path->isEmpty())
      return {};
    PHASEBOARD_TRY(
        m_budget.path(*path, context.inherited.transform, context.inherited.dash, node.line));
    m_figure.svg += "<path d=\"" + pathText(*path) + "\"/>";
    if (!isOneOf(kLines, node.name))
      return {};
    PHASEBOARD_TRY(marker("marker-start", node, set, *path, context));
    return marker("marker-end", node, set, *path, context);
  }

  /// Arrow heads: what a `<marker>` holds is written out where it stands.
  Status marker(const char* property, const XmlNode& line, const Properties& set,
                const QPainterPath& path, Context context) {
    const auto asked = set.find(property);
    if (asked == set.end() || asked->second == "none")
      return {};
    const auto target = m_byId.find(idInUrl(asked->second));
    const bool isThere = target != m_byId.end() && m_tree.nodes[target->second].name == "marker";
    if (!isThere || ++context.useDepth > limit::kUseDepth) {
      note(property, line.line);
      return {};
    }
    const XmlNode& drawn = m_tree.nodes[target->second];
    const auto place = markerTransform(drawn, path, std::string_view(property) == "marker-end",
                                       context.inherited.strokeWidth);
    if (!place)
      return {};
    Inherited fresh;
    fresh.transform = *place * context.inherited.transform;
    fresh.markedFill = context.inherited.fill;
    fresh.markedStroke = context.inherited.stroke;
    context.inherited = fresh;
    PHASEBOARD_TRY_ASSIGN(const Properties own, m_sheet.propertiesOf(target->second));
    openGroup(transformAttribute(*place) +
              " fill=\"#000000\" stroke=\"none\" stroke-width=\"1\" stroke-dasharray=\"none\"");
    openGroup(styleOf(drawn, own, context));
    PHASEBOARD_TRY(children(drawn, context));
    m_figure.svg += "</g></g>";
    return {};
  }

  Status text(std::size_t index, const Context& context) {
    const ElementStyle::Name named = [this, index](const std::string& feature) {
      note(feature, m_tree.nodes[index].line);
    };
    TextReader reader(m_tree, m_sheet, *m_style, named);
    PHASEBOARD_TRY_ASSIGN(const auto lines, reader.read(index, context.inherited));
    for (const TextLine& line : lines) {
      const std::string at = "<text xml:space=\"preserve\" x=\"" + numberText(line.at.x()) +
                             "\" y=\"" + numberText(line.at.y()) + "\"";
      std::string whole;
      std::string runs;
      for (const TextRun& run : line.runs) {
        whole += run.words;
        const bool isPlain = line.runs.size() == 1 || run.attributes.empty();
        if (!isPlain)
          runs.append("<tspan").append(run.attributes).append(">");
        runs += escaped(run.words);
        if (!isPlain)
          runs += "</tspan>";
      }
      PHASEBOARD_TRY(m_budget.text(whole, line.line));
      m_figure.svg.append(at);
      if (line.runs.size() == 1)
        m_figure.svg.append(line.runs.front().attributes);
      m_figure.svg.append(">").append(runs).append("</text>");
    }
    return {};
  }

  Status image(const XmlNode& node, const Context& context) {
    const std::string address = node.attribute("href");
    const auto picture = readEmbeddedPicture(trimmedValue(address));
    const auto length = [&](const char* name, double whole) {
      return readLength(node.attribute(name), context.inherited.fontSize, whole).value_or(0);
    };
    const QRectF box(length("x", m_canvas.width()), length("y", m_canvas.height()),
                     length("width", m_canvas.width()), length("height", m_canvas.height()));
    if (!picture || box.isEmpty()) {
      note("picture " + address.substr(0, std::min<std::size_t>(address.find_first_of(";,"), 40)),
           node.line);
      return {};
    }
    PHASEBOARD_TRY(m_budget.image(picture->pixels, node.line));
    QPainterPath outline;
    outline.addRect(box);
    PHASEBOARD_TRY(m_budget.path(outline, context.inherited.transform, 0, node.line));
    m_figure.svg += "<image x=\"" + numberText(box.x()) + "\" y=\"" + numberText(box.y()) +
                    "\" width=\"" + numberText(box.width()) + "\" height=\"" +
                    numberText(box.height()) + "\" xlink:href=\"" + picture->address + "\"/>";
    return {};
  }

  /// Writes the element that is used once more. Depth and budget end what refers to itself.
  Status use(const XmlNode& node, Context context) {
    const std::string href = node.attribute("href");
    const auto target = m_byId.find(href.empty() ? href : href.substr(1));
    if (target == m_byId.end()) {
      note("<use> of something that is not there", node.line);
      return {};
    }
    if (++context.useDepth > limit::kUseDepth)
      return refuseAt(node.line, "<use> is nested deeper than " + std::to_string(limit::kUseDepth));
    const double x = readLength(node.attribute("x"), 16, m_canvas.width()).value_or(0);
    const double y = readLength(node.attribute("y"), 16, m_canvas.height()).value_or(0);
    const QTransform moved = QTransform::fromTranslate(x, y);
    context.inherited.transform = moved * context.inherited.transform;
    openGroup(transformAttribute(moved));
    const XmlNode& used = m_tree.nodes[target->second];
    const bool isContainer = used.name == "symbol" || used.name == "svg";
    if (isContainer && used.has("viewBox"))
      note("<symbol> with a viewBox", used.line);
    PHASEBOARD_TRY(isContainer ? children(used, context) : visit(target->second, context));
    m_figure.svg += "</g>";
    return {};
  }

  /// draw.io offers HTML first and plain text after it; HTML was left out already.
  Status firstUnderstood(const XmlNode& node, const Context& context) {
    for (const std::size_t child : node.children) {
      if (!m_tree.nodes[child].name.empty())
        return visit(child, context);
    }
    return {};
  }

  /// Edges whose ends are no parts are lines like any other.
  void finishParts() {
    for (ForeignPart& part : m_figure.parts) {
      if (m_partIds.contains(part.from) && m_partIds.contains(part.to))
        continue;
      part.from.clear();
      part.to.clear();
    }
    std::stable_sort(m_figure.unsupported.begin(), m_figure.unsupported.end(),
                     [](const Unsupported& a, const Unsupported& b) { return a.line < b.line; });
  }

  const XmlTree& m_tree;
  QRectF m_canvas;
  Budget m_budget;
  StyleSheet m_sheet;
  const ElementStyle* m_style = nullptr;
  ForeignFigure m_figure;
  std::map<std::string, std::size_t> m_byId;
  std::set<std::string> m_partIds;
};

}  // namespace

Result<ForeignFigure> readForeignFigure(std::string_view svg) {
  PHASEBOARD_TRY_ASSIGN(const XmlTree tree, readXmlTree(svg));
  PHASEBOARD_TRY_ASSIGN(const Canvas canvas, canvasOf(tree.nodes.front()));
  return Rewriter(tree, canvas).run();
}

}  // namespace phaseboard::foreign
