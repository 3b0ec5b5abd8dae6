// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QRawFont>

#include "app/base/hash.h"
#include "diagrams/scene/byte_stream.h"
#include "diagrams/scene/compiled_drawing.h"
#include "diagrams/scene/compiled_format.h"
#include "diagrams/style/text.h"
#include "diagrams/style/theme.h"

namespace phaseboard::scene {
namespace {

bool isFace(const QRawFont& one, const QRawFont& other) {
  return one.familyName() == other.familyName() && one.styleName() == other.styleName() &&
         one.weight() == other.weight() && one.style() == other.style();
}

/// Whether the glyphs of a line all come from the face of its style.
bool isPlain(const Mark& mark, const style::TextStyle& style) {
  const QRawFont face = style::face(style);
  return std::all_of(mark.glyphs.begin(), mark.glyphs.end(), [&](const QGlyphRun& run) {
    return isFace(run.rawFont(), face) && run.rawFont().pixelSize() == style.size;
  });
}

class CompiledWriter {
 public:
  explicit CompiledWriter(const Drawing& drawing) : m_drawing(drawing) {
    for (const ClassChain& chain : drawing.styles)
      m_texts.push_back(style::resolve(style::ThemeName::Light, chain).text);
  }

  std::string write(const std::vector<std::size_t>& readingOrder, std::string_view svg) {
    m_out.number(kCompiledMagic);
    m_out.number(kCompiledVersion);
    m_out.number(compiledFingerprint());
    m_out.number(fnv64(svg));
    m_out.point({m_drawing.size.width(), m_drawing.size.height()});
    m_out.text(m_drawing.title);
    m_out.text(m_drawing.description);
    writeStyles();
    count(m_drawing.items);
    for (const Item& item : m_drawing.items)
      writeItem(item);
    for (const std::size_t at : readingOrder)
      m_out.number(static_cast<std::uint32_t>(at));
    count(m_drawing.marks);
    for (const Mark& mark : m_drawing.marks)
      writeMark(mark);
    count(m_drawing.layers);
    for (const Layer& layer : m_drawing.layers) {
      m_out.number(layer.item ? static_cast<std::uint32_t>(*layer.item) : kNoItem);
      m_out.number(static_cast<std::uint32_t>(layer.last - layer.first));
    }
    return m_out.take();
  }

 private:
  template <class Things>
  void count(const Things& things) {
    m_out.number(static_cast<std::uint32_t>(things.size()));
  }

  void writeStyles() {
    count(m_drawing.styles);
    for (std::size_t i = 0; i < m_drawing.styles.size(); ++i) {
      count(m_drawing.styles[i]);
      for (const std::string& classes : m_drawing.styles[i])
        m_out.text(classes);
      m_out.number(static_cast<std::uint8_t>(m_drawing.filled[i] ? 1 : 0));
      m_out.number(static_cast<std::uint8_t>(m_texts[i].family == style::Family::Mono ? 1 : 0));
      m_out.number(static_cast<std::uint8_t>(m_texts[i].italic ? 1 : 0));
      m_out.number(static_cast<std::uint16_t>(m_texts[i].weight));
      m_out.exact(m_texts[i].size);
    }
  }

  void writeItem(const Item& item) {
    m_out.text(item.id.value());
    m_out.number(static_cast<std::uint8_t>(item.kind));
    m_out.text(item.title);
    m_out.text(item.description);
    m_out.text(item.text);
    for (const auto& end : {item.from, item.to})
      m_out.number(end ? static_cast<std::uint32_t>(m_drawing.index.at(end->value())) : kNoItem);
    m_out.number(static_cast<std::uint16_t>(item.step));
  }

  void writeMark(const Mark& mark) {
    m_out.number(static_cast<std::uint8_t>(mark.kind));
    m_out.number(mark.style);
    m_out.real(mark.lineScale);
    m_out.point(mark.bounds.topLeft());
    m_out.point({mark.bounds.width(), mark.bounds.height()});
    const bool isText = !mark.glyphs.isEmpty();
    const bool isOurs = isText && isPlain(mark, m_texts[mark.style]);
    const MarkContent content = isOurs   ? MarkContent::Glyphs
                                : isText ? MarkContent::Line
                                         : MarkContent::Path;
    m_out.number(static_cast<std::uint8_t>(content));
    if (content == MarkContent::Path)
      return writePath(mark.path);
    m_out.point(mark.origin);
    m_out.text(mark.line);
    if (content == MarkContent::Glyphs)
      writeGlyphs(mark.glyphs);
  }

  void writePath(const QPainterPath& path) {
    m_out.number(static_cast<std::uint8_t>(path.fillRule() == Qt::WindingFill ? 1 : 0));
    m_out.number(static_cast<std::uint32_t>(path.elementCount()));
    for (int i = 0; i < path.elementCount(); ++i) {
      const QPainterPath::Element element = path.elementAt(i);
      m_out.number(static_cast<std::uint8_t>(element.type));
      m_out.point(element);
    }
  }

  void writeGlyphs(const QList<QGlyphRun>& runs) {
    count(runs);
    for (const QGlyphRun& run : runs) {
      const QList<quint32> glyphs = run.glyphIndexes();
      const QList<QPointF> positions = run.positions();
      count(glyphs);
      for (qsizetype i = 0; i < glyphs.size(); ++i) {
        m_out.number(static_cast<std::uint16_t>(glyphs[i]));
        m_out.point(positions[i]);
      }
    }
  }

  const Drawing& m_drawing;
  std::vector<style::TextStyle> m_texts;
  ByteWriter m_out;
};

}  // namespace

std::string writeCompiled(const Drawing& drawing, const std::vector<std::size_t>& readingOrder,
                          std::string_view svg) {
  return CompiledWriter(drawing).write(readingOrder, svg);
}

}  // namespace phaseboard::scene
