// SPDX-License-Identifier: Apache-2.0
#include "ui/figures/parts_panel.h"

#include <gmock/gmock.h>

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

#include "app/base/assert.h"
#include "tests/support/sample_figure.h"
#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class PartsPanelTest : public testing::Test {
 protected:
  PartsPanelTest() {
    auto read = scene::Scene::read(test::sampleFigure());
    PHASEBOARD_ASSERT(read.has_value());
    m_panel.setScene(std::make_shared<const scene::Scene>(std::move(*read)));
    m_panel.show();
    QObject::connect(&m_panel, &PartsPanel::partChosen, &m_panel,
                     [this](const PartId& part) { m_chosen.push_back(part.value()); });
    m_words = m_panel.findChild<QLineEdit*>();
    m_tree = m_panel.findChild<QTreeWidget*>();
  }
  std::vector<std::string> shown() {
    std::vector<std::string> titles;
    for (QTreeWidgetItemIterator row(m_tree); *row != nullptr; ++row)
      if (!(*row)->isHidden())
        titles.push_back(fromQt((*row)->text(0)));
    return titles;
  }

  PartsPanel m_panel;
  QLineEdit* m_words;
  QTreeWidget* m_tree;
  std::vector<std::string> m_chosen;
};

TEST_F(PartsPanelTest, ListsGroupsWithTheirNodesAndNodesWithTheirEdges) {
  ASSERT_EQ(m_tree->topLevelItemCount(), 3);
  const QTreeWidgetItem* group = m_tree->topLevelItem(1);
  EXPECT_EQ(group->text(0), QStringLiteral("ONLINE SERVING"));
  ASSERT_EQ(group->childCount(), 3);
  EXPECT_EQ(group->child(0)->text(0), QStringLiteral("Ad server"));
  EXPECT_EQ(group->child(0)->childCount(), 2) << "what it sends";
}

TEST_F(PartsPanelTest, FindsPartsByTheWordsInThem) {
  QTest::keyClicks(m_words, QStringLiteral("store"));

  EXPECT_THAT(m_panel.found(), ElementsAre(PartId("features")));
  EXPECT_THAT(shown(), ElementsAre("ONLINE SERVING", "Feature store"));
}

TEST_F(PartsPanelTest, GoesFromOneFoundPartToTheNextByEnter) {
  QTest::keyClicks(m_words, QStringLiteral("server"));
  ASSERT_GT(m_panel.found().size(), 1U);

  QTest::keyClick(m_words, Qt::Key_Return);
  QTest::keyClick(m_words, Qt::Key_Return);
  QTest::keyClick(m_words, Qt::Key_Return, Qt::ShiftModifier);

  EXPECT_THAT(m_chosen, ElementsAre(m_panel.found()[0].value(), m_panel.found()[1].value(),
                                    m_panel.found()[0].value()));
}

TEST_F(PartsPanelTest, SaysWhenNothingIsFound) {
  QTest::keyClicks(m_words, QStringLiteral("zebra"));

  EXPECT_THAT(m_panel.found(), IsEmpty());
  EXPECT_THAT(shown(), IsEmpty());
}

TEST_F(PartsPanelTest, LetsGoOfItsWordsByEscape) {
  const QSignalSpy closed(&m_panel, &PartsPanel::closeRequested);
  QTest::keyClicks(m_words, QStringLiteral("store"));

  QTest::keyClick(m_words, Qt::Key_Escape);

  EXPECT_EQ(closed.count(), 1);
  EXPECT_THAT(m_panel.found(), IsEmpty());
}

TEST_F(PartsPanelTest, MarksAPartWithoutChoosingIt) {
  m_panel.setCurrent(PartId("model"));

  ASSERT_NE(m_tree->currentItem(), nullptr);
  EXPECT_EQ(m_tree->currentItem()->text(0), QStringLiteral("CTR model"));
  EXPECT_THAT(m_chosen, IsEmpty());
}

TEST_F(PartsPanelTest, ChoosesByTheKeysOfTheOutline) {
  m_panel.setCurrent(PartId("server"));

  QTest::keyClick(m_tree, Qt::Key_Down);

  EXPECT_EQ(m_chosen.size(), 1U);
}

}  // namespace
}  // namespace phaseboard::ui
