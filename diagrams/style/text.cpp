// SPDX-License-Identifier: Apache-2.0
#include "diagrams/style/text.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <tuple>
#include <utility>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QHash>
#include <QRawFont>
#include <QTextLayout>
#include <QThreadStorage>

#include "diagrams/style/fonts.h"

namespace phaseboard::style {
namespace {

constexpr int kMeasuringSize = 100;    // pixels; Qt SVG shapes its text at this size too
constexpr double kScriptShare = 0.72;  // of the line's size
constexpr double kSubDrop = 0.20;
constexpr double kSuperRise = 0.36;
constexpr double kScriptGap = 0.04;  // after scripts, so that they do not touch what follows

QString toQt(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QFont measuringFont(const TextStyle& style) {
  registerFonts();
  return font(style, kMeasuringSize);
}

using FaceKey = std::tuple<QString, QString, int, int, double>;

/// A sized face keeps the pictures of its glyphs, so every line in one style shares one face. Faces
/// belong to the thread that made them. (Not `thread_local`: Qt's font library of a thread is gone
/// by the time those are destroyed; storages go the last made first.)
std::map<FaceKey, QRawFont>& faces() {
  static QThreadStorage<std::map<FaceKey, QRawFont>> known;
  return known.localData();
}

/// The same faces by what they are asked for, with the number of their glyphs.
struct StyledFace {
  QRawFont font;
  std::size_t glyphs = 0;
};
using StyleKey = std::tuple<Family, double, int, bool>;

std::map<StyleKey, StyledFace>& styledFaces() {
  static QThreadStorage<std::map<StyleKey, StyledFace>> known;
  return known.localData();
}

/// Faces for painting, by the face that they were made of and their size in eighths of a pixel.
using PixelKey = std::pair<QRawFont, int>;

QHash<PixelKey, QRawFont>& pixelFaces() {
  static QThreadStorage<QHash<PixelKey, QRawFont>> known;
  return known.localData();
}

void forgetFaces() {
  pixelFaces().clear();
  styledFaces().clear();
  faces().clear();
}

/// Fonts must be gone before the application is.
void forgetFacesInTime() {
  static const bool kForgotten = (qAddPostRoutine(forgetFaces), true);
  Q_UNUSED(kForgotten)
}

QRawFont faceOfSize(const QRawFont& measured, double size) {
  forgetFacesInTime();
  const FaceKey key{measured.familyName(), measured.styleName(), measured.weight(),
                    static_cast<int>(measured.style()), size};
  const auto found = faces().find(key);
  if (found != faces().end())
    return found->second;
  QRawFont face = measured;
  face.setPixelSize(size);
  return faces().emplace(key, face).first->second;
}

std::size_t countGlyphs(const QRawFont& font) {
  const QByteArray table = font.fontTable("maxp");
  constexpr qsizetype kCountAt = 4;
  if (table.size() < kCountAt + 2)
    return 0;
  return static_cast<std::size_t>(static_cast<unsigned char>(table[kCountAt])) << 8U |
         static_cast<unsigned char>(table[kCountAt + 1]);
}

const StyledFace& styledFace(const TextStyle& style) {
  const StyleKey key{style.family, style.size, style.weight, style.italic};
  const auto found = styledFaces().find(key);
  if (found != styledFaces().end())
    return found->second;
  const QRawFont measured = QRawFont::fromFont(measuringFont(style));
  return styledFaces()
      .emplace(key, StyledFace{faceOfSize(measured, style.size), countGlyphs(measured)})
      .first->second;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string_view::npos
             ? std::string_view{}
             : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

PlacedRun placed(const InlineRun& run, const TextStyle& line) {
  PlacedRun out;
  out.style = line;
  out.style.italic = line.italic || run.italic;
  if (run.italic)
    out.classes = "it";
  if (run.script == Script::Base)
    return out;
  out.style.size = line.size * kScriptShare;
  out.classes += out.classes.empty() ? "small" : " small";
  out.y = line.size * (run.script == Script::Sub ? kSubDrop : -kSuperRise);
  return out;
}

/// Words with the space before them left out; maths stays in one piece.
std::vector<std::string> words(std::string_view paragraph) {
  std::vector<std::string> out;
  std::string word;
  bool inMaths = false;
  for (std::size_t i = 0; i < paragraph.size(); ++i) {
    const char letter = paragraph[i];
    const bool escaped = i > 0 && paragraph[i - 1] == '\\';
    if (letter == '$' && !escaped)
      inMaths = !inMaths && paragraph.find('$', i + 1) != std::string_view::npos;
    if (letter == ' ' && !inMaths) {
      if (!word.empty())
        out.push_back(std::move(word));
      word.clear();
    } else {
      word += letter;
    }
  }
  if (!word.empty())
    out.push_back(std::move(word));
  return out;
}

void wrapParagraph(std::string_view paragraph, const TextStyle& style, double width,
                   std::vector<std::string>& lines) {
  std::string line;
  for (const std::string& word : words(paragraph)) {
    std::string longer = line;
    if (!longer.empty())
      longer += ' ';
    longer += word;
    if (!line.empty() && labelWidth(longer, style) > width) {
      lines.push_back(std::move(line));
      line = word;
    } else {
      line = std::move(longer);
    }
  }
  lines.push_back(std::move(line));
}

}  // namespace

double textWidth(std::string_view text, const TextStyle& style) {
  return QFontMetricsF(measuringFont(style)).horizontalAdvance(toQt(text)) * style.size /
         kMeasuringSize;
}

FontMetrics metrics(const TextStyle& style) {
  const QFontMetricsF font(measuringFont(style));
  const double scale = style.size / kMeasuringSize;
  return {font.ascent() * scale, font.descent() * scale, font.xHeight() * scale,
          font.capHeight() * scale};
}

ShapedText shape(const QString& text, const TextStyle& style) {
  const double scale = style.size / kMeasuringSize;
  QTextLayout layout(text, measuringFont(style));
  layout.beginLayout();
  QTextLine line = layout.createLine();
  layout.endLayout();
  ShapedText shaped;
  if (!line.isValid())
    return shaped;
  const double baseline = line.y() + line.ascent();
  const QList<QGlyphRun> runs = layout.glyphRuns();
  for (QGlyphRun run : runs) {
    QList<QPointF> positions = run.positions();
    for (QPointF& position : positions)
      position = QPointF(position.x(), position.y() - baseline) * scale;
    run.setRawFont(faceOfSize(run.rawFont(), style.size));
    run.setPositions(positions);
    shaped.runs.push_back(run);
  }
  shaped.width = QFontMetricsF(layout.font()).horizontalAdvance(text) * scale;
  return shaped;
}

QRawFont face(const TextStyle& style) {
  return styledFace(style).font;
}

QRawFont faceForPixels(const QRawFont& face, double size) {
  constexpr int kSteps = 8;              // to a pixel
  constexpr qsizetype kMostFaces = 768;  // each keeps a few dozen pictures of glyphs
  forgetFacesInTime();
  auto& known = pixelFaces();
  const PixelKey key(face, std::max(1, qRound(size * kSteps)));
  const auto found = known.constFind(key);
  if (found != known.constEnd())
    return *found;
  if (known.size() >= kMostFaces)
    known.clear();
  QRawFont sized = face;
  sized.setPixelSize(static_cast<double>(key.second) / kSteps);
  known.insert(key, sized);
  return sized;
}

std::size_t glyphCount(const TextStyle& style) {
  return styledFace(style).glyphs;
}

std::string plainText(std::string_view label) {
  std::string plain;
  for (const InlineRun& run : parseInline(label))
    plain += run.text;
  return plain;
}

InlineLine layoutInline(std::string_view label, const TextStyle& style) {
  InlineLine line;
  double beforeSub = 0;  // where a superscript that follows a subscript starts
  double widest = 0;
  Script last = Script::Base;
  for (const InlineRun& run : parseInline(label)) {
    PlacedRun next = placed(run, style);
    const bool stacked = run.script == Script::Super && last == Script::Sub;
    if (run.script == Script::Base && last != Script::Base)
      line.width += style.size * kScriptGap;
    const double start = stacked ? beforeSub : line.width;
    const std::string_view visible = trimmed(run.text);
    const std::size_t indent = run.text.find_first_not_of(' ');
    const std::size_t leading = std::min(indent, run.text.size());
    next.x = start + (leading > 0 ? textWidth(run.text.substr(0, leading), next.style) : 0);
    next.text = visible;
    beforeSub = start;
    widest = std::max(stacked ? line.width : 0, start + textWidth(run.text, next.style));
    line.width = widest;
    last = run.script;
    if (!visible.empty())
      line.runs.push_back(std::move(next));
  }
  return line;
}

double labelWidth(std::string_view label, const TextStyle& style) {
  return label.find_first_of("$\\") == std::string_view::npos ? textWidth(label, style)
                                                              : layoutInline(label, style).width;
}

std::vector<std::string> wrapGreedy(std::string_view label, const TextStyle& style, double width) {
  std::vector<std::string> lines;
  if (trimmed(label).empty())
    return lines;
  while (true) {
    const std::size_t end = std::min(label.find('\n'), label.size());
    wrapParagraph(label.substr(0, end), style, width, lines);
    if (end == label.size())
      return lines;
    label.remove_prefix(end + 1);
  }
}

std::vector<std::string> wrapBalanced(std::string_view label, const TextStyle& style,
                                      double width) {
  std::vector<std::string> best = wrapGreedy(label, style, width);
  if (best.size() < 2)
    return best;
  double tooNarrow = width / static_cast<double>(best.size() + 1);
  double enough = width;
  while (enough - tooNarrow > 1) {
    const double middle = (enough + tooNarrow) / 2;
    std::vector<std::string> tried = wrapGreedy(label, style, middle);
    const bool fits = tried.size() <= best.size() &&
                      std::all_of(tried.begin(), tried.end(), [&](const std::string& line) {
                        return labelWidth(line, style) <= middle;
                      });
    (fits ? enough : tooNarrow) = middle;
    if (fits)
      best = std::move(tried);
  }
  return best;
}

}  // namespace phaseboard::style
