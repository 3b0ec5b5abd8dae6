// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/diagram_camera.h"

#include <cmath>

#include <gmock/gmock.h>

namespace phaseboard::ui {
namespace {

class DiagramCameraTest : public ::testing::Test {
 protected:
  DiagramCameraTest() {
    m_camera.setFigure({1200, 800});
    m_camera.setView({832, 432});
  }

  [[nodiscard]] QPointF seen(QPointF figure) const { return m_camera.toWidget(1).map(figure); }

  DiagramCamera m_camera;
};

TEST_F(DiagramCameraTest, FitsTheWholeFigureWithAMargin) {
  EXPECT_DOUBLE_EQ(m_camera.scale(), 0.5);
  EXPECT_EQ(seen({600, 400}), QPointF(416, 216));
  EXPECT_FALSE(m_camera.cuts());
}

TEST_F(DiagramCameraTest, FitsAgainWhenTheViewGrows) {
  m_camera.setView({1232, 832});

  EXPECT_DOUBLE_EQ(m_camera.scale(), 1.0);
}

TEST_F(DiagramCameraTest, DoesNotBlowUpSmallFigures) {
  m_camera.setFigure({100, 50});

  EXPECT_DOUBLE_EQ(m_camera.scale(), DiagramCamera::kLargestFit);
}

TEST_F(DiagramCameraTest, KeepsThePointUnderThePointerWhileZooming) {
  const QPointF pixel(500, 200);
  const QPointF under = m_camera.toWidget(1).inverted().map(pixel);

  m_camera.zoomAt(pixel, 3);

  EXPECT_NEAR(seen(under).x(), pixel.x(), 0.51);
  EXPECT_NEAR(seen(under).y(), pixel.y(), 0.51);
  EXPECT_DOUBLE_EQ(m_camera.scale(), 1.5);
}

TEST_F(DiagramCameraTest, StaysWithinItsScales) {
  m_camera.zoomAt({0, 0}, 1e9);
  EXPECT_DOUBLE_EQ(m_camera.scale(), DiagramCamera::kLargestScale);

  m_camera.zoomAt({0, 0}, 1e-9);
  EXPECT_DOUBLE_EQ(m_camera.scale(), m_camera.smallestScale());
}

TEST_F(DiagramCameraTest, NeverLosesTheFigure) {
  m_camera.zoomAt({400, 200}, 4);

  m_camera.panBy({1e7, -1e7});

  EXPECT_EQ(m_camera.centre(), QPointF(0, 800));
}

TEST_F(DiagramCameraTest, RefusesAViewportThatIsNoNumber) {
  m_camera.setViewport({false, std::nan(""), {10, 10}});

  EXPECT_TRUE(std::isfinite(m_camera.scale()));
}

TEST_F(DiagramCameraTest, RemembersAViewportAsAValue) {
  m_camera.zoomAt({100, 100}, 2);
  const Viewport before = m_camera.viewport();

  m_camera.fit();
  m_camera.setViewport(before);

  EXPECT_EQ(m_camera.viewport(), before);
}

TEST_F(DiagramCameraTest, MovesByWholeDevicePixels) {
  m_camera.zoomAt({400, 200}, 2.37);
  for (const double ratio : {1.0, 1.5, 2.0}) {
    m_camera.panBy({0.3, 0.7});

    const QTransform transform = m_camera.toWidget(ratio);

    EXPECT_NEAR(std::remainder(transform.dx() * ratio, 1), 0, 1e-9);
    EXPECT_NEAR(std::remainder(transform.dy() * ratio, 1), 0, 1e-9);
  }
}

TEST_F(DiagramCameraTest, GlidesInStraightLines) {
  const Viewport from = m_camera.viewport();
  const QPointF pixel(700, 100);
  const QPointF under = m_camera.toWidget(1).inverted().map(pixel);
  const Viewport to = m_camera.zoomed(pixel, 4);

  for (const double share : {0.1, 0.5, 0.9}) {
    m_camera.setViewport(m_camera.between(from, to, share));

    EXPECT_NEAR(seen(under).x(), pixel.x(), 1);
    EXPECT_NEAR(seen(under).y(), pixel.y(), 1);
  }
}

TEST_F(DiagramCameraTest, BringsABoxIntoTheMiddle) {
  m_camera.setViewport(m_camera.around({100, 100, 200, 60}, 1.6));

  EXPECT_DOUBLE_EQ(m_camera.scale(), 1.6);
  EXPECT_NEAR(seen({200, 130}).x(), 416, 1);
}

}  // namespace
}  // namespace phaseboard::ui
