// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/diagram_frame.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>

#include "tests/support/sample_figure.h"

namespace phaseboard::ui {
namespace {

FrameRequest frameAt(const scene::Scene& scene, double scale) {
  const QTransform toDevice = QTransform::fromScale(scale, scale) * QTransform::fromTranslate(8, 4);
  return {&scene, style::ThemeName::Light, {}, toDevice, QSize(800, 400)};
}

TEST(DiagramFrame, PaintsAPassingFrameAsTheKeptOne) {
  const auto scene = scene::Scene::read(test::sampleFigure()).value();
  DiagramFrame frame;
  frame.crisp(frameAt(scene, 1));
  QImage passing(800, 400, QImage::Format_RGB32);
  QPainter painter(&passing);

  frame.paintPassing(painter, frameAt(scene, 0.9));
  painter.end();

  EXPECT_EQ(frame.crisp(frameAt(scene, 0.9)).toImage().convertToFormat(QImage::Format_RGB32),
            passing);
}

TEST(DiagramFrame, KeepsItsPictureWhileFramesPass) {
  const auto scene = scene::Scene::read(test::sampleFigure()).value();
  DiagramFrame frame;
  const QImage before = frame.crisp(frameAt(scene, 1)).toImage();
  QImage passing(800, 400, QImage::Format_RGB32);
  QPainter painter(&passing);

  frame.paintPassing(painter, frameAt(scene, 2));
  painter.end();

  EXPECT_NE(passing, before.convertToFormat(QImage::Format_RGB32));
  EXPECT_EQ(frame.crisp(frameAt(scene, 1)).toImage(), before);
}

}  // namespace
}  // namespace phaseboard::ui
