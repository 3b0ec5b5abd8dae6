// SPDX-License-Identifier: Apache-2.0
#include "tests/diagrams/geometry/measures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <set>

#include <QImage>
#include <QPainter>
#include <QRegularExpression>

#include "diagrams/scene/scene.h"

namespace phaseboard::geometry {
namespace {

constexpr int kInked = 96;        // cover from which a pixel counts as painted
constexpr int kSpeck = 3;         // pixels that rounding may share
constexpr double kInside = 0.98;  // of the ink
constexpr double kOutside = 0.02;
constexpr double kNearLabel = 8;  // units between a label and its own wire

std::string nameOf(const Ink& ink) {
  const std::string of = ink.part.empty() ? std::string() : " of '" + ink.part + "'";
  return ink.kind == InkKind::Words ? "\"" + ink.text + "\"" + of : ink.classes + of;
}

/// Calls `visit(x, y)` for each painted pixel of `ink` within `area`.
void forInk(const Ink& ink, const QRect& area, const std::function<void(int, int)>& visit) {
  const QRect shared = ink.box & area;
  for (int y = shared.top(); y <= shared.bottom(); ++y)
    for (int x = shared.left(); x <= shared.right(); ++x)
      if (ink.at(x, y) >= kInked)
        visit(x, y);
}

int inkPixels(const Ink& ink) {
  int count = 0;
  forInk(ink, ink.box, [&count](int, int) { ++count; });
  return count;
}

/// Pixels that both paint, those of `b` grown by `reach`.
int sharedPixels(const Ink& a, const Ink& b, int reach = 0) {
  int count = 0;
  forInk(a, b.box.adjusted(-reach, -reach, reach, reach), [&](int x, int y) {
    for (int dy = -reach; dy <= reach; ++dy)
      for (int dx = -reach; dx <= reach; ++dx)
        if (b.at(x + dx, y + dy) >= kInked) {
          ++count;
          return;
        }
  });
  return count;
}

/// Whether every pixel within `depth` of it is painted too: not on the border.
bool isDeepIn(const Ink& ink, int x, int y, int depth) {
  return ink.at(x - depth, y) >= kInked && ink.at(x + depth, y) >= kInked &&
         ink.at(x, y - depth) >= kInked && ink.at(x, y + depth) >= kInked;
}

class Measurement {
 public:
  explicit Measurement(const InkedFigure& figure) : m_figure(figure) {}

  std::vector<Breach> run() {
    const auto& marks = m_figure.marks;
    for (std::size_t i = 0; i < marks.size(); ++i) {
      if (marks[i].kind == InkKind::Words)
        checkWords(i);
      for (std::size_t j = i + 1; j < marks.size(); ++j) {
        if (marks[i].box.intersects(marks[j].box))
          checkPair(marks[i], marks[j]);
      }
    }
    checkLabels();
    return std::move(m_found);
  }

 private:
  void report(const std::string& rule, const std::string& what) { m_found.push_back({rule, what}); }

  void checkWords(std::size_t index) {
    const Ink& words = m_figure.marks[index];
    const int all = inkPixels(words);
    if (all == 0)
      return;
    int outside = 0;
    forInk(words, words.box, [&](int x, int y) {
      outside += QRect(QPoint(0, 0), m_figure.size).adjusted(2, 2, -2, -2).contains(x, y) ? 0 : 1;
    });
    if (outside > kSpeck)
      report("words-leave-canvas", nameOf(words));
    // From the top down: a chip that holds the words hides the border on which it sits.
    for (std::size_t i = index; i-- > 0;) {
      const Ink& ground = m_figure.marks[i];
      if (ground.kind == InkKind::Words || ground.kind == InkKind::Wire ||
          !ground.box.intersects(words.box))
        continue;
      const double share = static_cast<double>(sharedPixels(words, ground)) / all;
      if (share >= kInside)
        return;
      if (ground.kind != InkKind::Other && share > kOutside)
        return report("words-cross-border", nameOf(words) + " across " + nameOf(ground));
    }
  }

  void checkPair(const Ink& a, const Ink& b) {
    if (a.kind == InkKind::Words && b.kind == InkKind::Words)
      checkTwoWords(a, b);
    else if (a.kind == InkKind::Wire && b.kind == InkKind::Wire)
      checkTwoWires(a, b);
    else if (a.kind == InkKind::Body && b.kind == InkKind::Body)
      checkTwoBodies(a, b);
    else if (a.kind == InkKind::Wire)
      checkWire(a, b);
    else if (b.kind == InkKind::Wire)
      checkWire(b, a);
  }

  void checkTwoWords(const Ink& a, const Ink& b) {
    const bool areOneLabel = a.part == b.part && (a.has("small") || b.has("small") || a.has("it") ||
                                                  b.has("it") || a.has("tb") == b.has("tb"));
    if (sharedPixels(a, b, areOneLabel ? 0 : 1) > kSpeck)
      report("words-meet-words", nameOf(a) + " and " + nameOf(b));
  }

  void checkWire(const Ink& wire, const Ink& other) {
    // The number of a step stands once for all wires of a bundle.
    const bool isOfBundle = other.has("tb") && (other.from == wire.from || other.to == wire.to);
    if (other.kind == InkKind::Words && other.part != wire.part && !isOfBundle) {
      if (sharedPixels(other, wire, 1) > kSpeck)
        report("words-on-wire", nameOf(other) + " on " + nameOf(wire));
    } else if (other.kind == InkKind::Body) {
      int deep = 0;
      const int depth = std::max(3, static_cast<int>(std::lround(5 * m_figure.scale)));
      forInk(wire, other.box, [&](int x, int y) { deep += isDeepIn(other, x, y, depth) ? 1 : 0; });
      if (deep > kSpeck)
        report("wire-through-node", nameOf(wire) + " through " + nameOf(other));
    }
  }

  void checkTwoBodies(const Ink& a, const Ink& b) {
    if (a.part == b.part || a.isColumn || b.isColumn)
      return;
    int deep = 0;
    forInk(a, b.box,
           [&](int x, int y) { deep += isDeepIn(a, x, y, 1) && isDeepIn(b, x, y, 1) ? 1 : 0; });
    if (deep > kSpeck)
      report("nodes-overlap", nameOf(a) + " and " + nameOf(b));
  }

  /// Two wires may cross; they may share a stretch only where they have an end in common.
  void checkTwoWires(const Ink& a, const Ink& b) {
    if (a.part == b.part || a.from == b.from || a.to == b.to || a.from == b.to || a.to == b.from)
      return;
    QRect shared;
    int longest = 0;
    forInk(a, b.box, [&](int x, int y) {
      if (b.at(x, y) < kInked)
        return;
      const QRect here(x, y, 1, 1);
      const bool isNear = shared.adjusted(-2, -2, 2, 2).intersects(here);
      shared = isNear ? shared | here : here;
      longest = std::max({longest, shared.width(), shared.height()});
    });
    if (longest > std::lround(12 * m_figure.scale))
      report("wires-run-together", nameOf(a) + " and " + nameOf(b));
  }

  /// A label with a chip lies on its own wire, or just above it.
  void checkLabels() {
    std::map<std::string, std::vector<const Ink*>> wires;
    for (const Ink& mark : m_figure.marks)
      if (mark.kind == InkKind::Wire)
        wires[mark.part].push_back(&mark);
    for (const Ink& chip : m_figure.marks) {
      const auto own = wires.find(chip.part);
      if (chip.kind != InkKind::Chip || own == wires.end())
        continue;
      int touching = 0;
      const int near = static_cast<int>(kNearLabel * m_figure.scale);
      for (const Ink* wire : own->second)
        forInk(*wire, chip.box.adjusted(-near, -near, near, near),
               [&touching](int, int) { ++touching; });
      if (touching == 0)
        report("label-off-its-wire", nameOf(chip));
    }
  }

  const InkedFigure& m_figure;
  std::vector<Breach> m_found;
};

QImage painted(const std::string& svg, double scale, style::ThemeName theme) {
  const auto scene = scene::Scene::read(svg);
  QImage image((scene->size() * scale).toSize(), QImage::Format_RGB32);
  image.fill(Qt::white);
  QPainter painter(&image);
  painter.scale(scale, scale);
  scene->paint(painter, theme, {});
  return image;
}

std::string withoutWords(const std::string& svg) {
  static const QRegularExpression kText(QStringLiteral("<text[^>]*>[^<]*</text>"));
  return QString::fromStdString(svg).remove(kText).toStdString();
}

/// The ground that most of a word's ink stands on.
QColor groundUnder(const Ink& words, const QImage& ground, double shrink) {
  std::map<QRgb, int> seen;
  forInk(words, words.box, [&](int x, int y) {
    const QPoint at(static_cast<int>(x * shrink), static_cast<int>(y * shrink));
    if (ground.rect().contains(at))
      ++seen[ground.pixel(at)];
  });
  QRgb most = 0;
  int best = 0;
  for (const auto& [colour, count] : seen) {
    if (count > best) {
      best = count;
      most = colour;
    }
  }
  return QColor(most);
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const Breach& breach) {
  return out << breach.rule << ": " << breach.what;
}

std::vector<Breach> geometryBreaches(const InkedFigure& figure) {
  return Measurement(figure).run();
}

std::vector<Breach> contrastBreaches(const std::string& svg) {
  constexpr double kFine = 2;  // at twice its size a letter has pixels of its full colour
  const InkedFigure figure = inkOf(svg, kFine);
  std::vector<Breach> found;
  for (const style::ThemeName theme : {style::ThemeName::Light, style::ThemeName::Dark}) {
    const QImage whole = painted(svg, kFine, theme);
    const QImage bare = painted(withoutWords(svg), kFine, theme);
    for (const Ink& words : figure.marks) {
      if (words.kind != InkKind::Words || words.has("small"))
        continue;
      const QColor ground = groundUnder(words, bare, 1);
      double most = 1;
      forInk(words, whole.rect(), [&](int x, int y) {
        if (words.at(x, y) > 240 && bare.pixel(x, y) == ground.rgb())
          most = std::max(most, style::contrast(QColor(whole.pixel(x, y)), ground));
      });
      if (most > 1 && most < 4.4)  // 4.5 less what rounding to whole pixels may cost
        found.push_back({"faint-words", nameOf(words) + " " + std::to_string(most)});
    }
  }
  return found;
}

std::vector<Breach> readingBreaches(const InkedFigure& figure) {
  std::vector<Breach> found;
  std::set<std::string> nodes;
  const double shown = std::min(1.0, 800 * figure.scale / figure.size.width()) / figure.scale;
  for (const Ink& mark : figure.marks) {
    if (mark.inNode && !mark.isSegment)
      nodes.insert(mark.part);
    if (mark.kind != InkKind::Words || mark.has("small") || mark.has("tb") || mark.isTurned)
      continue;
    const bool hasTall = std::any_of(mark.text.begin(), mark.text.end(), [](char each) {
      return (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9') || each == 'l' ||
             each == 'd';
    });
    int top = mark.box.bottom();
    int bottom = mark.box.top();
    forInk(mark, mark.box, [&](int, int y) {
      top = std::min(top, y);
      bottom = std::max(bottom, y);
    });
    if (hasTall && (bottom - top + 1) * shown < 3.9)  // capitals are 0.73 of the type's size
      found.push_back({"too-small-at-800", nameOf(mark)});
  }
  if (nodes.size() > 16)
    found.push_back({"too-many-nodes", std::to_string(nodes.size())});
  return found;
}

std::vector<Breach> breachesIn(const std::string& svg) {
  const InkedFigure figure = inkOf(svg, 1);
  std::vector<Breach> found = geometryBreaches(figure);
  const auto add = [&found](std::vector<Breach> more) {
    found.insert(found.end(), more.begin(), more.end());
  };
  add(readingBreaches(figure));
  add(contrastBreaches(svg));
  return found;
}

}  // namespace phaseboard::geometry
