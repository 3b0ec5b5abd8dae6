// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/drawn_check.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "diagrams/compiler/drawn_marks.h"
#include "diagrams/style/palette.h"

namespace phaseboard::compiler {
namespace {

constexpr double kTouching = 1;  ///< letters may come this near; their room is a little generous
constexpr double kOpaque = 0.9;  ///< a fill from here on hides what is below
constexpr double kScriptSize = 8.5;  ///< scripts and badges may be smaller than words

/// Shapes whose border words must not cross.
constexpr std::array<std::string_view, 4> kFrames{"card", "body", "lane", "chip"};

std::string quoted(const DrawnMark& mark) {
  return "\"" + mark.text.left(40).toStdString() + "\"" +
         (mark.part.empty() ? std::string() : " of '" + mark.part + "'");
}

QRectF shrunk(const QRectF& box) {
  return box.adjusted(kTouching, kTouching / 2, -kTouching, -kTouching / 2);
}

bool isOpaque(const style::Paint& paint) {
  return paint.fill && paint.fillOpacity >= kOpaque;
}

bool isFrame(const DrawnMark& mark) {
  return !mark.isText() && isOpaque(mark.light) &&
         std::any_of(kFrames.begin(), kFrames.end(),
                     [&mark](std::string_view name) { return mark.has(name); });
}

class DrawnCheck {
 public:
  DrawnCheck(const DrawnFigure& figure, const std::string& file) : m_figure(figure), m_file(file) {}

  Diagnostics run() {
    checkParts();
    for (std::size_t i = 0; i < m_figure.marks.size(); ++i) {
      if (!m_figure.marks[i].isText())
        continue;
      checkCanvas(m_figure.marks[i]);
      checkSize(m_figure.marks[i]);
      checkOtherWords(i);
      checkFrames(i);
      checkContrast(i, style::ThemeName::Light);
      checkContrast(i, style::ThemeName::Dark);
    }
    return std::move(m_problems);
  }

 private:
  void report(const std::string& message) { m_problems.push_back({m_file, 0, message}); }

  void checkParts() {
    std::size_t nodes = 0;
    for (const DrawnPart& part : m_figure.parts) {
      nodes += part.isNode ? 1 : 0;
      if (part.marks == 0)
        report("part '" + part.id + "' paints nothing");
    }
    if (nodes > kMostNodes)
      report("the figure has " + std::to_string(nodes) + " nodes; split it, " +
             std::to_string(kMostNodes) + " are the most");
  }

  void checkCanvas(const DrawnMark& words) {
    const QRectF canvas(QPointF(0, 0), m_figure.size);
    if (!canvas.contains(shrunk(words.box)))
      report("the words " + quoted(words) + " leave the canvas");
  }

  void checkSize(const DrawnMark& words) {
    const double size = words.light.text.size;
    const double shown = size * std::min(1.0, kShownWidth / m_figure.size.width());
    if (size > kScriptSize && !words.has("tb") && shown < kLeastLetters)
      report("the words " + quoted(words) +
             " could not be read when the figure is shown 800 pixels wide; make it narrower");
  }

  void checkOtherWords(std::size_t index) {
    const DrawnMark& words = m_figure.marks[index];
    for (std::size_t i = index + 1; i < m_figure.marks.size(); ++i) {
      const DrawnMark& other = m_figure.marks[i];
      // Scripts stand close to what they belong to.
      const bool isOneLabel =
          other.part == words.part && (other.has("small") || words.has("small"));
      if (other.isText() && !isOneLabel && shrunk(words.box).intersects(shrunk(other.box)))
        report("the words " + quoted(words) + " meet " + quoted(other));
    }
  }

  void checkFrames(std::size_t index) {
    const DrawnMark& words = m_figure.marks[index];
    const QRectF room = shrunk(words.box);
    for (std::size_t i = index + 1; i < m_figure.marks.size(); ++i) {
      const DrawnMark& shape = m_figure.marks[i];
      if (!shape.isText() && isOpaque(shape.light) && shape.box.intersects(room) &&
          shape.path.intersects(room))
        report("the words " + quoted(words) + " are covered by a shape of '" + shape.part + "'");
    }
    // From the top down: a chip that holds the words hides the border on which it sits.
    for (std::size_t i = index; i-- > 0;) {
      const DrawnMark& shape = m_figure.marks[i];
      if (shape.isText() || !isOpaque(shape.light) || !shape.box.intersects(room))
        continue;
      if (shape.path.contains(room))
        return;
      if (isFrame(shape) && shape.path.intersects(room))
        return report("the words " + quoted(words) + " cross the border of '" + shape.part + "'");
    }
  }

  /// What lies under the middle of `words`.
  [[nodiscard]] QColor groundOf(std::size_t index, style::ThemeName theme) const {
    const QPointF middle = m_figure.marks[index].box.center();
    QColor ground = Qt::white;
    for (std::size_t i = 0; i < index; ++i) {
      const DrawnMark& shape = m_figure.marks[i];
      const style::Paint& paint = theme == style::ThemeName::Light ? shape.light : shape.dark;
      if (!shape.isText() && paint.fill && shape.box.contains(middle) &&
          (shape.has("canvas") || shape.path.contains(middle)))
        ground = style::mixed(ground, *paint.fill, paint.fillOpacity);
    }
    return ground;
  }

  void checkContrast(std::size_t index, style::ThemeName theme) {
    const DrawnMark& words = m_figure.marks[index];
    const style::Paint& paint = theme == style::ThemeName::Light ? words.light : words.dark;
    const double found = paint.fill ? style::contrast(*paint.fill, groundOf(index, theme)) : 1;
    if (found < kLeastContrast)
      report("the words " + quoted(words) + " have a contrast of " +
             std::to_string(std::floor(found * 10) / 10).substr(0, 3) + " in the " +
             (theme == style::ThemeName::Light ? "light" : "dark") + " theme; 4.5 is the least");
  }

  const DrawnFigure& m_figure;
  const std::string& m_file;
  Diagnostics m_problems;
};

}  // namespace

Diagnostics checkDrawn(std::string_view svg, const std::string& file) {
  const auto figure = readDrawnFigure(svg);
  if (!figure)
    return {{file, 0, "the figure that came out cannot be read"}};
  return DrawnCheck(*figure, file).run();
}

}  // namespace phaseboard::compiler
