// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/diagram_navigation.h"

#include <string>

#include <gmock/gmock.h>

#include "app/base/assert.h"
#include "tests/support/sample_figure.h"

namespace phaseboard::ui {
namespace {

using scene::Emphasis;
using scene::Look;

class DiagramNavigationTest : public ::testing::Test {
 protected:
  static scene::Scene read() {
    auto scene = scene::Scene::read(test::sampleFigure());
    PHASEBOARD_ASSERT(scene.has_value());
    return std::move(*scene);
  }

  std::string towards(const std::string& from, Direction direction) {
    const auto part = partTowards(m_scene, PartId(from), direction);
    return part ? part->value() : "nothing";
  }

  scene::Scene m_scene = read();
};

TEST_F(DiagramNavigationTest, FollowsTheEdgeOnThatSide) {
  EXPECT_EQ(towards("server", Direction::Right), "server--model");
  EXPECT_EQ(towards("server", Direction::Left), "user--server");
  EXPECT_EQ(towards("server", Direction::Down), "server--log");
  EXPECT_EQ(towards("model", Direction::Down), "features--model");
}

TEST_F(DiagramNavigationTest, GoesFromAnEdgeToItsEnds) {
  EXPECT_EQ(towards("server--model", Direction::Right), "model");
  EXPECT_EQ(towards("server--model", Direction::Left), "server");
  EXPECT_EQ(towards("features--model", Direction::Up), "model");
}

TEST_F(DiagramNavigationTest, JumpsToTheNearestNodeWithoutAnEdge) {
  EXPECT_EQ(towards("features", Direction::Left), "server");
  EXPECT_EQ(towards("user", Direction::Left), "nothing");
  EXPECT_EQ(towards("nobody", Direction::Left), "nothing");
}

TEST_F(DiagramNavigationTest, WalksInReadingOrderAndEnds) {
  EXPECT_EQ(partAfter(m_scene, std::nullopt, true), PartId("user"));
  EXPECT_EQ(partAfter(m_scene, PartId("user"), true), PartId("user--server"));
  EXPECT_EQ(partAfter(m_scene, PartId("user--server"), false), PartId("user"));
  EXPECT_EQ(partAfter(m_scene, std::nullopt, false), PartId("log"));
  EXPECT_EQ(partAfter(m_scene, PartId("log"), true), std::nullopt);
}

TEST_F(DiagramNavigationTest, HoverTellsWhatFeedsAPartFromWhatItFeeds) {
  const Look look = hovered(m_scene, {}, PartId("server"));

  EXPECT_EQ(look.of(PartId("server")), Emphasis::Highlighted);
  EXPECT_EQ(look.of(PartId("user--server")), Emphasis::Feeding);
  EXPECT_EQ(look.of(PartId("user")), Emphasis::Feeding);
  EXPECT_EQ(look.of(PartId("server--model")), Emphasis::Fed);
  EXPECT_EQ(look.of(PartId("model")), Emphasis::Fed);
  EXPECT_EQ(look.of(PartId("features")), Emphasis::Normal);
}

TEST_F(DiagramNavigationTest, HoverOnAnEdgeBringsOutItsTwoEnds) {
  const Look look = hovered(m_scene, {}, PartId("features--model"));

  EXPECT_EQ(look.of(PartId("features--model")), Emphasis::Highlighted);
  EXPECT_EQ(look.of(PartId("features")), Emphasis::Feeding);
  EXPECT_EQ(look.of(PartId("model")), Emphasis::Fed);
}

TEST_F(DiagramNavigationTest, HoverNeverUncoversAMask) {
  Look masked;
  masked.set(PartId("model"), Emphasis::Masked).set(PartId("server--model"), Emphasis::Masked);

  const Look look = chosen(m_scene, hovered(m_scene, masked, PartId("model")), PartId("model"));

  EXPECT_EQ(look.of(PartId("model")), Emphasis::Masked);
  EXPECT_EQ(look.of(PartId("server--model")), Emphasis::Masked);
}

TEST_F(DiagramNavigationTest, ChoosingDimsNothing) {
  const Look look = chosen(m_scene, {}, PartId("model"));

  EXPECT_EQ(look.of(PartId("model")), Emphasis::Selected);
  EXPECT_EQ(look.of(PartId("user")), Emphasis::Normal);
}

}  // namespace
}  // namespace phaseboard::ui
