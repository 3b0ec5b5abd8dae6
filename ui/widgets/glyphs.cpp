// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/glyphs.h"

#include <map>
#include <string>
#include <string_view>

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

#include "diagrams/scene/path_reader.h"
#include "diagrams/style/icons.h"

namespace phaseboard::ui {
namespace {

std::string_view nameOf(Glyph glyph) {
  switch (glyph) {
    case Glyph::Today:
      return "calendar";
    case Glyph::Library:
      return "library";
    case Glyph::Study:
      return "book";
    case Glyph::Review:
      return "layers";
    case Glyph::Progress:
      return "chart-line";
    case Glyph::Settings:
      return "sliders";
    case Glyph::Search:
      return "search";
    case Glyph::Undo:
      return "undo";
    case Glyph::Redo:
      return "redo";
    case Glyph::Sun:
      return "sun";
    case Glyph::Moon:
      return "moon";
    case Glyph::Star:
    case Glyph::StarFilled:
      return "star";
    case Glyph::ChevronRight:
      return "chevron-right";
    case Glyph::ChevronDown:
      return "chevron-down";
    case Glyph::ChevronLeft:
      return "chevron-left";
    case Glyph::Check:
      return "check";
    case Glyph::Close:
      return "x";
    case Glyph::Back:
      return "arrow-left";
    case Glyph::Forward:
      return "arrow-right";
    case Glyph::Plus:
      return "plus";
    case Glyph::Minus:
      return "minus";
    case Glyph::Fit:
      return "maximize";
    case Glyph::ZoomIn:
      return "zoom-in";
    case Glyph::ZoomOut:
      return "zoom-out";
    case Glyph::Play:
      return "play";
    case Glyph::Pause:
      return "pause";
    case Glyph::Clock:
      return "clock";
    case Glyph::Pencil:
      return "pencil";
    case Glyph::Eye:
      return "eye";
    case Glyph::Columns:
      return "columns";
    case Glyph::History:
      return "archive";
    case Glyph::Figure:
      return "network";
    case Glyph::Note:
      return "note";
    case Glyph::Part:
      return "target";
    case Glyph::Concept:
      return "lightbulb";
    case Glyph::Info:
      return "info";
    case Glyph::Warning:
      return "alert";
    case Glyph::Command:
      return "terminal";
    case Glyph::Flag:
      return "flag";
    case Glyph::Scale:
      return "scale";
    case Glyph::Hash:
      return "hash";
    case Glyph::Chat:
      return "message";
    case Glyph::Question:
      return "help";
    case Glyph::Flame:
      return "flame";
    case Glyph::Bell:
      return "bell";
    case Glyph::Gauge:
      return "gauge";
    case Glyph::Bookmark:
      return "bookmark";
    case Glyph::Link:
      return "link";
    case Glyph::Trash:
      return "trash";
    case Glyph::Download:
      return "download";
    case Glyph::Refresh:
      return "refresh";
    case Glyph::Hourglass:
      return "hourglass";
    case Glyph::Trend:
      return "trending-up";
    case Glyph::Heart:
      return "heart";
    case Glyph::Bars:
      return "chart-bar";
    case Glyph::Brain:
      return "brain";
    case Glyph::Board:
      return "network";
    case Glyph::Pointer:
      return "target";
    case Glyph::Group:
      return "box";
    case Glyph::Kind:
      return "tag";
    case Glyph::Tidy:
      return "grid";
    case Glyph::Hidden:
      return "lock";
    case Glyph::List:
      return "list";
    case Glyph::Table:
      return "table";
    case Glyph::Code:
      return "code";
    case Glyph::Image:
      return "image";
  }
  return "help";
}

/// Read once each: icons are files in the program's resources.
const QPainterPath& pathOf(Glyph glyph) {
  static std::map<Glyph, QPainterPath> known;
  const auto at = known.find(glyph);
  if (at != known.end())
    return at->second;
  QPainterPath path;
  if (const auto icon = style::icon(nameOf(glyph)))
    for (const std::string& data : icon->paths)
      path.addPath(scene::readPath(data).value_or(QPainterPath()));
  return known.emplace(glyph, path).first->second;
}

/// Draws when asked, so that no size or device ratio is ever scaled.
class GlyphEngine : public QIconEngine {
 public:
  GlyphEngine(Glyph glyph, QColor colour, QColor disabled)
      : m_glyph(glyph), m_colour(colour), m_disabled(disabled) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    const double side = std::min(rect.width(), rect.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(QRectF(rect).center());
    paintGlyph(*painter, m_glyph, square, mode == QIcon::Disabled ? m_disabled : m_colour);
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(), size), mode, state);
    return pixmap;
  }

  [[nodiscard]] QIconEngine* clone() const override { return new GlyphEngine(*this); }

 private:
  Glyph m_glyph;
  QColor m_colour;
  QColor m_disabled;
};

}  // namespace

void paintGlyph(QPainter& painter, Glyph glyph, const QRectF& rect, const QColor& colour) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(rect.topLeft());
  painter.scale(rect.width() / 24, rect.height() / 24);
  painter.setPen(QPen(colour, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  const bool solid = glyph == Glyph::StarFilled || glyph == Glyph::Play;
  painter.setBrush(solid ? QBrush(colour) : QBrush(Qt::NoBrush));
  painter.drawPath(pathOf(glyph));
  painter.restore();
}

QIcon glyphIcon(Glyph glyph, const QColor& colour, const QColor& disabled) {
  return QIcon(new GlyphEngine(glyph, colour, disabled));
}

}  // namespace phaseboard::ui
