// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/pixel_painter.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>

#include <gmock/gmock.h>

#include <QImage>
#include <QPainter>
#include <QPicture>

namespace phaseboard::scene {
namespace {

constexpr QSize kPaper(160, 130);
constexpr QPointF kOrigin(7.3, 5.8);
const QColor kGround(240, 244, 250);

QImage paperWith(double scale, const std::function<void(QPainter&)>& paint) {
  QImage image(kPaper, QImage::Format_RGB32);
  image.fill(kGround);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(kOrigin);
  painter.scale(scale, scale);
  paint(painter);
  return image;
}

struct Apart {
  int most = 0;
  double average = 0;  ///< of pixels that differ at all
};

Apart apart(const QImage& one, const QImage& other) {
  Apart found;
  double sum = 0;
  int count = 0;
  for (int y = 0; y < one.height(); ++y) {
    for (int x = 0; x < one.width(); ++x) {
      const QColor a = one.pixelColor(x, y);
      const QColor b = other.pixelColor(x, y);
      const int most = std::max({std::abs(a.red() - b.red()), std::abs(a.green() - b.green()),
                                 std::abs(a.blue() - b.blue())});
      found.most = std::max(found.most, most);
      sum += most;
      count += most > 0 ? 1 : 0;
    }
  }
  found.average = count > 0 ? sum / count : 0;
  return found;
}

Mark markOf(const QPainterPath& path) {
  Mark mark;
  mark.path = path;
  mark.bounds = path.boundingRect();
  mark.box = roundBoxOf(path);
  return mark;
}

QPainterPath roundPath(const QRectF& box, double radius) {
  QPainterPath path;
  path.addRoundedRect(box, radius, radius);
  return path;
}

/// What QPainter makes of it many times larger, made smaller again. At the true size it draws round
/// lines as coarse polygons.
QImage ideal(double scale, const std::function<void(QPainter&)>& paint) {
  constexpr int kFine = 8;
  QImage image(kPaper * kFine, QImage::Format_RGB32);
  image.fill(kGround);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.scale(kFine, kFine);
  painter.translate(kOrigin);
  painter.scale(scale, scale);
  paint(painter);
  painter.end();
  return image.scaled(kPaper, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

constexpr Apart kHardlySeen{40, 12};

void expectAlike(const QPainterPath& path, const QPen& pen, const QBrush& brush,
                 const Apart& limit = kHardlySeen) {
  for (const double scale : {0.37, 0.97, 2.0}) {
    const QImage expected = ideal(scale, [&](QPainter& painter) {
      painter.setPen(pen);
      painter.setBrush(brush);
      painter.drawPath(path);
    });
    bool isPainted = false;
    const QImage actual = paperWith(scale, [&](QPainter& painter) {
      isPainted = PixelPainter::on(painter)->paintShape(markOf(path), pen, brush);
    });
    EXPECT_TRUE(isPainted);
    const Apart found = apart(actual, expected);
    EXPECT_LT(found.most, limit.most) << "at scale " << scale;
    EXPECT_LT(found.average, limit.average) << "at scale " << scale;
    EXPECT_NE(actual, paperWith(scale, [](QPainter&) {})) << "something is there";
  }
}

TEST(PixelPainter, PaintsBoxesAsPathsLook) {
  const QPen pen(QColor(20, 60, 140), 1.5, Qt::SolidLine, Qt::FlatCap, Qt::SvgMiterJoin);
  const QColor fill(200, 120, 60);
  for (const double radius : {0.0, 3.0, 12.0, 20.0}) {
    SCOPED_TRACE(radius);
    const QPainterPath path =
        radius > 0 ? roundPath({3.4, 2.7, 60, 40}, radius) : roundPath({3.4, 2.7, 60, 40}, 0);
    expectAlike(path, pen, fill);
    expectAlike(path, QPen(Qt::NoPen), fill);
    expectAlike(path, pen, Qt::NoBrush);
    expectAlike(path, QPen(Qt::NoPen), QColor(200, 120, 60, 90));
  }
}

TEST(PixelPainter, PaintsDiscsAndDotsAsPathsLook) {
  for (const double radius : {0.8, 2.2, 6.0, 14.5}) {
    SCOPED_TRACE(radius);
    QPainterPath disc;
    disc.addEllipse(QPointF(20.3, 18.9), radius, radius);
    expectAlike(disc, QPen(QColor(30, 30, 30), 1.25), QColor(90, 200, 120));
  }
}

TEST(PixelPainter, PaintsUprightLinesAsPathsLook) {
  for (const Qt::PenCapStyle cap : {Qt::FlatCap, Qt::SquareCap, Qt::RoundCap}) {
    SCOPED_TRACE(cap);
    for (const QPointF end : {QPointF(50.3, 8.6), QPointF(5.2, 47.1)}) {
      QPainterPath line(QPointF(5.2, 8.6));
      line.lineTo(end);
      expectAlike(line, QPen(QColor(30, 30, 30), 1.75, Qt::SolidLine, cap), Qt::NoBrush);
    }
  }
}

/// Right, down, left and down again.
QPainterPath wire(double arm, bool isRound) {
  QPainterPath path(QPointF(4.3, 6.4));
  const auto turn = [&](QPointF corner, QPointF end) {
    const double handle = isRound ? 0.5523 : 2.0 / 3;
    const QPointF begin = path.currentPosition();
    path.cubicTo(begin + (corner - begin) * handle, end + (corner - end) * handle, end);
  };
  path.lineTo(60.2 - arm, 6.4);
  turn({60.2, 6.4}, {60.2, 6.4 + arm});
  path.lineTo(60.2, 33.7 - arm);
  turn({60.2, 33.7}, {60.2 - arm, 33.7});
  path.lineTo(21.9 + arm, 33.7);
  turn({21.9, 33.7}, {21.9, 33.7 + arm});
  path.lineTo(21.9, 57.6);
  return path;
}

TEST(PixelPainter, PaintsWiresAsPathsLook) {
  for (const Qt::PenCapStyle cap : {Qt::FlatCap, Qt::RoundCap}) {
    for (const double arm : {8.0, 10.0, 13.6}) {
      for (const bool isRound : {false, true}) {
        SCOPED_TRACE(testing::Message() << cap << " " << arm << " " << isRound);
        // The arc that is painted for a parabola lies up to a third of a pixel beside it.
        const Apart limit = isRound ? kHardlySeen : Apart{100, 24};
        expectAlike(wire(arm, isRound), QPen(QColor(30, 30, 30), 1.5, Qt::SolidLine, cap),
                    Qt::NoBrush, limit);
        expectAlike(wire(arm, isRound), QPen(QColor(30, 80, 200, 66), 4, Qt::SolidLine, cap),
                    Qt::NoBrush, limit);
      }
    }
  }
}

TEST(PixelPainter, LeavesToQPainterWhatItCannotPaint) {
  QPainterPath slanted(QPointF(5, 5));
  slanted.lineTo(60, 30);
  const QPen dashed(QColor(30, 30, 30), 2, Qt::DashLine);
  const QImage blank = paperWith(1, [](QPainter&) {});

  const QImage image = paperWith(1, [&](QPainter& painter) {
    PixelPainter pixels = *PixelPainter::on(painter);
    EXPECT_FALSE(pixels.paintShape(markOf(slanted), QPen(Qt::black), Qt::NoBrush));
    EXPECT_FALSE(pixels.paintShape(markOf(roundPath({5, 5, 40, 30}, 6)), dashed, Qt::white));
    EXPECT_FALSE(pixels.paintShape(markOf(roundPath({5, 5, 40, 30}, 6)), QPen(Qt::black),
                                   QBrush(Qt::Dense4Pattern)));
  });

  EXPECT_EQ(image, blank);
}

TEST(PixelPainter, IsOnlyThereForPixelsThatAreScaledAlike) {
  QPicture picture;
  QPainter recording(&picture);
  EXPECT_FALSE(PixelPainter::on(recording).has_value());
  recording.end();
  QImage image(kPaper, QImage::Format_RGB32);
  QPainter painter(&image);
  EXPECT_TRUE(PixelPainter::on(painter).has_value());
  painter.scale(1, 2);
  EXPECT_FALSE(PixelPainter::on(painter).has_value());
  painter.resetTransform();
  painter.rotate(3);
  EXPECT_FALSE(PixelPainter::on(painter).has_value());
}

TEST(PixelPainter, PaintsASoftLineOnceWhereverItBends) {
  QPainterPath route(QPointF(4.3, 6.4));
  route.lineTo(60, 6.4);
  route.quadTo(68, 6.4, 68, 14.4);
  route.lineTo(68, 70);
  route.lineTo(20.6, 70);
  const QPen pen(QColor(30, 80, 200, 66), 9, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);

  for (const double scale : {0.97, 1.6}) {
    const QImage expected =
        paperWith(scale, [&](QPainter& painter) { painter.strokePath(route, pen); });
    const QImage actual = paperWith(
        scale, [&](QPainter& painter) { PixelPainter::on(painter)->paintSoftLine(route, pen); });

    EXPECT_LT(apart(actual, expected).most, 12) << "at scale " << scale;
  }
}

TEST(PixelPainter, LeavesOutOfAShadowWhatIsHidden) {
  const Mark shadow = markOf(roundPath({10, 14, 60, 40}, 12));
  const Mark card = markOf(roundPath({10, 10, 60, 40}, 12));
  const auto painted = [&](bool isTold) {
    return paperWith(1, [&](QPainter& painter) {
      PixelPainter pixels = *PixelPainter::on(painter);
      pixels.paintShadow(shadow, QColor(0, 0, 0, 40), isTold ? &*card.box : nullptr);
      if (!isTold)
        pixels.paintShape(card, QPen(Qt::NoPen), Qt::white);
    });
  };
  const QImage whole = painted(false);
  const QImage rim = painted(true);

  EXPECT_EQ(rim.pixel(47, 35), rim.pixel(1, 1)) << "nothing where the card will be";
  EXPECT_EQ(rim.pixel(47, 58), whole.pixel(47, 58)) << "the same below it";
  EXPECT_NE(rim.pixel(47, 58), rim.pixel(1, 1));
}

}  // namespace
}  // namespace phaseboard::scene
