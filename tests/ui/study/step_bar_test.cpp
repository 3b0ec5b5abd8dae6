// SPDX-License-Identifier: Apache-2.0
#include "ui/study/step_bar.h"

#include <gmock/gmock.h>

#include <QToolButton>

#include "app/base/assert.h"
#include "tests/support/sample_figure.h"

namespace phaseboard::ui {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

class StepBarTest : public testing::Test {
 protected:
  StepBarTest() {
    auto read = scene::Scene::read(test::sampleFigure());
    PHASEBOARD_ASSERT(read.has_value());
    m_scene = std::make_unique<scene::Scene>(std::move(*read));
    m_bar.setScene(m_scene.get());
    QObject::connect(&m_bar, &StepBar::stepShown, &m_bar,
                     [this](const std::vector<PartId>& parts) { m_shown = parts; });
  }

  std::unique_ptr<scene::Scene> m_scene;
  StepBar m_bar;
  std::vector<PartId> m_shown;
};

TEST_F(StepBarTest, ShowsTheEdgeOfAStepWithItsEnds) {
  m_bar.go(1);

  EXPECT_THAT(m_shown, testing::UnorderedElementsAre(PartId("user--server"), PartId("user"),
                                                     PartId("server")));
}

TEST_F(StepBarTest, EndsAfterTheLastStep) {
  m_bar.go(1);
  m_bar.go(1);
  EXPECT_THAT(m_shown, Contains(PartId("server--model")));
  m_bar.go(1);

  EXPECT_THAT(m_shown, IsEmpty());
  EXPECT_EQ(m_bar.current(), -1);
}

TEST_F(StepBarTest, PlaysFromTheFirstStepAndPauses) {
  m_bar.togglePlay();
  EXPECT_TRUE(m_bar.isPlaying());
  EXPECT_EQ(m_bar.current(), 0);

  m_bar.togglePlay();

  EXPECT_FALSE(m_bar.isPlaying());
  EXPECT_EQ(m_bar.current(), 0);
}

TEST_F(StepBarTest, GoesOnPlayingFromTheStepShown) {
  m_bar.go(1);

  m_bar.togglePlay();

  EXPECT_EQ(m_bar.current(), 1);
}

TEST_F(StepBarTest, StopsPlayingWhenSomebodyStepsByHand) {
  m_bar.togglePlay();

  m_bar.go(1);

  EXPECT_FALSE(m_bar.isPlaying());
}

TEST_F(StepBarTest, StopsPlayingWhenTheFigureGoes) {
  m_bar.togglePlay();

  m_bar.setScene(nullptr);

  EXPECT_FALSE(m_bar.isPlaying());
  EXPECT_TRUE(m_bar.isHidden());
}

TEST(StepBar, GivesLongWordsMoreTime) {
  EXPECT_EQ(StepBar::readingTime(QStringLiteral("short")), 2000);
  EXPECT_GT(StepBar::readingTime(QStringLiteral("a b c d e f g h i j k l m n")), 2000);
  EXPECT_EQ(StepBar::readingTime(QStringLiteral("word ").repeated(500)), 9000);
}

}  // namespace
}  // namespace phaseboard::ui
