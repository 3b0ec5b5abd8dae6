// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include <QRawFont>

#include "app/base/hash.h"
#include "diagrams/scene/byte_stream.h"
#include "diagrams/scene/compiled_drawing.h"
#include "diagrams/scene/compiled_format.h"
#include "diagrams/style/text.h"
#include "diagrams/style/theme.h"

namespace phaseboard::scene {
namespace {

constexpr std::size_t kMostBytes = std::size_t{8} * 1024 * 1024;
constexpr std::size_t kMostMarks = 20'000;  // as many as the reader of SVG takes
constexpr int kMostStep = 999;
constexpr double kLargestText = 200;

class CompiledReader {
 public:
  explicit CompiledReader(std::string_view bytes) : m_in(bytes) {}

  std::optional<CompiledDrawing> read(std::string_view svg) {
    if (m_in.number<std::uint32_t>() != kCompiledMagic ||
        m_in.number<std::uint16_t>() != kCompiledVersion ||
        m_in.number<std::uint64_t>() != compiledFingerprint() ||
        m_in.number<std::uint64_t>() != fnv64(svg))
      return std::nullopt;
    const QPointF size = m_in.point();
    m_drawing.size = QSizeF(size.x(), size.y());
    m_drawing.title = m_in.text();
    m_drawing.description = m_in.text();
    readStyles();
    readItems();
    std::vector<std::size_t> order = readOrder();
    readMarks();
    readLayers();
    if (m_in.failed() || !m_in.atEnd() || m_drawing.size.isEmpty())
      return std::nullopt;
    return CompiledDrawing{std::move(m_drawing), std::move(order)};
  }

 private:
  void readStyles() {
    const std::size_t styles = m_in.count(17);
    m_drawing.styles.reserve(styles);
    for (std::size_t i = 0; i < styles && !m_in.failed(); ++i) {
      ClassChain chain(m_in.count(4));
      for (std::string& classes : chain)
        classes = m_in.bytes();
      m_drawing.styles.push_back(std::move(chain));
      m_drawing.filled.push_back(m_in.number<std::uint8_t>() != 0);
      m_faces.push_back({readTextStyle(), {}, 0});
    }
  }

  style::TextStyle readTextStyle() {
    style::TextStyle text;
    text.family = m_in.number<std::uint8_t>() != 0 ? style::Family::Mono : style::Family::Inter;
    text.italic = m_in.number<std::uint8_t>() != 0;
    text.weight = m_in.number<std::uint16_t>();
    text.size = m_in.exact();
    if (text.weight < 100 || text.weight > 900 || text.size < 1 || text.size > kLargestText)
      m_in.fail();
    return text;
  }

  void readItems() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    const std::size_t items = m_in.count(27);
    m_drawing.items.reserve(items);
    for (std::size_t i = 0; i < items && !m_in.failed(); ++i) {
      Item item;
      item.id = PartId(std::string(m_in.bytes()));
      item.kind = kindOf(m_in.number<std::uint8_t>());
      item.title = m_in.text();
      item.description = m_in.text();
      item.text = m_in.text();
      const auto from = m_in.number<std::uint32_t>();
      ends.emplace_back(from, m_in.number<std::uint32_t>());
      item.step = std::min<int>(m_in.number<std::uint16_t>(), kMostStep);
      if (item.id.value().empty() || !m_drawing.index.emplace(item.id.value(), i).second)
        m_in.fail();
      m_drawing.items.push_back(std::move(item));
    }
    for (std::size_t i = 0; i < m_drawing.items.size() && !m_in.failed(); ++i)
      joinEnds(m_drawing.items[i], ends[i].first, ends[i].second);
  }

  content::PartKind kindOf(std::uint8_t value) {
    using content::PartKind;
    for (const PartKind kind : {PartKind::Node, PartKind::Edge, PartKind::Group})
      if (static_cast<std::uint8_t>(kind) == value)
        return kind;
    m_in.fail();
    return PartKind::Node;
  }

  /// An edge has two ends that exist, anything else has none.
  void joinEnds(Item& item, std::uint32_t from, std::uint32_t to) {
    const std::size_t items = m_drawing.items.size();
    const bool isEdge = item.kind == content::PartKind::Edge;
    if (isEdge ? from >= items || to >= items : from != kNoItem || to != kNoItem)
      return m_in.fail();
    if (!isEdge)
      return;
    item.from = m_drawing.items[from].id;
    item.to = m_drawing.items[to].id;
  }

  /// Every item once.
  std::vector<std::size_t> readOrder() {
    std::vector<std::size_t> order;
    std::vector<bool> seen(m_drawing.items.size());
    for (std::size_t i = 0; i < seen.size() && !m_in.failed(); ++i) {
      const std::size_t at = m_in.index(seen.size());
      if (seen[at])
        m_in.fail();
      seen[at] = true;
      order.push_back(at);
    }
    return order;
  }

  void readMarks() {
    const std::size_t marks = m_in.count(27);
    if (marks > kMostMarks)
      m_in.fail();
    m_drawing.marks.reserve(m_in.failed() ? 0 : marks);
    for (std::size_t i = 0; i < marks && !m_in.failed(); ++i)
      m_drawing.marks.push_back(readMark());
  }

  Mark readMark() {
    Mark mark;
    const auto kind = m_in.number<std::uint8_t>();
    if (kind > static_cast<std::uint8_t>(MarkKind::Text))
      m_in.fail();
    mark.kind = m_in.failed() ? MarkKind::Shape : static_cast<MarkKind>(kind);
    mark.style = static_cast<StyleIndex>(m_in.index(m_drawing.styles.size()));
    mark.lineScale = m_in.real();
    const QPointF corner = m_in.point();
    const QPointF size = m_in.point();
    mark.bounds = QRectF(corner, QSizeF(size.x(), size.y()));
    const auto content = m_in.number<std::uint8_t>();
    if (mark.lineScale < 0 || size.x() < 0 || size.y() < 0 ||
        content > static_cast<std::uint8_t>(MarkContent::Line))
      m_in.fail();
    if (m_in.failed())
      return mark;
    if (static_cast<MarkContent>(content) == MarkContent::Path)
      readPath(mark.path);
    else
      readLine(mark, static_cast<MarkContent>(content) == MarkContent::Glyphs);
    return mark;
  }

  void readPath(QPainterPath& path) {
    path.setFillRule(m_in.number<std::uint8_t>() != 0 ? Qt::WindingFill : Qt::OddEvenFill);
    const std::size_t elements = m_in.count(9);
    path.reserve(static_cast<int>(elements));
    for (std::size_t i = 0; i < elements && !m_in.failed(); ++i) {
      const auto type = m_in.number<std::uint8_t>();
      const QPointF at = m_in.point();
      if (type == QPainterPath::MoveToElement) {
        path.moveTo(at);
      } else if (i == 0 || type > QPainterPath::CurveToElement) {
        m_in.fail();
      } else if (type == QPainterPath::LineToElement) {
        path.lineTo(at);
      } else {
        i += 2;
        readCurve(path, at, i < elements);
      }
    }
  }

  void readCurve(QPainterPath& path, QPointF control, bool isWhole) {
    if (!isWhole || m_in.number<std::uint8_t>() != QPainterPath::CurveToDataElement)
      return m_in.fail();
    const QPointF other = m_in.point();
    if (m_in.number<std::uint8_t>() != QPainterPath::CurveToDataElement)
      return m_in.fail();
    path.cubicTo(control, other, m_in.point());
  }

  void readLine(Mark& mark, bool isShaped) {
    mark.origin = m_in.point();
    mark.line = m_in.text();
    if (m_in.failed())
      return;
    const Face& face = faceOf(mark.style);
    if (!isShaped) {
      mark.glyphs = style::shape(mark.line, face.style).runs;
      return;
    }
    const std::size_t runs = m_in.count(4);
    for (std::size_t i = 0; i < runs && !m_in.failed(); ++i)
      mark.glyphs.push_back(readRun(face));
  }

  struct Face {
    style::TextStyle style;
    QRawFont font;
    std::size_t glyphs = 0;  ///< 0 before the font was asked for
  };

  const Face& faceOf(StyleIndex index) {
    Face& face = m_faces[index];
    if (face.glyphs == 0) {
      face.font = style::face(face.style);
      face.glyphs = style::glyphCount(face.style);
    }
    return face;
  }

  QGlyphRun readRun(const Face& face) {
    const std::size_t count = m_in.count(10);
    QList<quint32> glyphs;
    QList<QPointF> positions;
    glyphs.reserve(static_cast<qsizetype>(count));
    positions.reserve(static_cast<qsizetype>(count));
    for (std::size_t i = 0; i < count && !m_in.failed(); ++i) {
      const auto glyph = m_in.number<std::uint16_t>();
      if (glyph >= face.glyphs)
        m_in.fail();
      glyphs.push_back(glyph);
      positions.push_back(m_in.point());
    }
    QGlyphRun run;
    run.setRawFont(face.font);
    run.setGlyphIndexes(glyphs);
    run.setPositions(positions);
    return run;
  }

  /// Layers follow one another without a gap, each of a part of its own or of none.
  void readLayers() {
    const std::size_t layers = m_in.count(8);
    std::vector<bool> seen(m_drawing.items.size());
    std::size_t first = 0;
    for (std::size_t i = 0; i < layers && !m_in.failed(); ++i) {
      Layer layer;
      const auto item = m_in.number<std::uint32_t>();
      const auto marks = m_in.number<std::uint32_t>();
      if (marks > m_drawing.marks.size() - first ||
          (item != kNoItem && (item >= seen.size() || seen[item])))
        return m_in.fail();
      if (item != kNoItem) {
        layer.item = item;
        seen[item] = true;
      }
      layer.first = first;
      layer.last = first + marks;
      for (std::size_t mark = layer.first; mark < layer.last; ++mark)
        layer.bounds |= m_drawing.marks[mark].bounds;
      first = layer.last;
      m_drawing.layers.push_back(layer);
    }
    if (first != m_drawing.marks.size() || std::find(seen.begin(), seen.end(), false) != seen.end())
      m_in.fail();
  }

  ByteReader m_in;
  Drawing m_drawing;
  std::vector<Face> m_faces;  ///< for each style; the font once it was asked for
};

}  // namespace

std::optional<CompiledDrawing> readCompiled(std::string_view bytes, std::string_view svg) {
  if (bytes.size() > kMostBytes)
    return std::nullopt;
  return CompiledReader(bytes).read(svg);
}

}  // namespace phaseboard::scene
