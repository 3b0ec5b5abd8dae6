// SPDX-License-Identifier: Apache-2.0
// Going about between what was found: a concept and its places, back and forward, bookmarks, recent
// places.
#include <algorithm>
#include <map>
#include <utility>

#include <gmock/gmock.h>

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QTest>

#include "tests/ui/walks/walked_window.h"
#include "ui/models/palette_model.h"
#include "ui/study/part_panel.h"
#include "ui/widgets/card.h"
#include "ui/widgets/diagram_view.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

class FindWalk : public testing::Test {
 protected:
  /// A concept that is asked for in the question of the walk, with the prompts that do so.
  std::pair<ConceptId, std::vector<review::Prompt>> someConcept() {
    std::map<ConceptId, std::vector<review::Prompt>> asked;
    for (const review::Prompt& prompt : m_walk.opened.pack->prompts())
      if (prompt.conceptId && prompt.part && prompt.question == test::kShippedQuestion)
        asked[*prompt.conceptId].push_back(prompt);
    return *std::max_element(asked.begin(), asked.end(), [](const auto& a, const auto& b) {
      return a.second.size() < b.second.size();
    });
  }
  void openConcept(const ConceptId& id) {
    Place place = WalkedWindow::study();
    place.conceptId = id;
    m_walk.go(place);
  }
  template <class Type>
  Type* inPart(const QString& name) {
    return m_walk.window.findChild<PartPanel*>()->findChild<Type*>(name);
  }
  /// Kind and title of every row that is listed.
  std::vector<std::string> listed() {
    const auto* model = m_walk.window.findChild<QListView*>(u"commandPaletteList"_s)->model();
    std::vector<std::string> rows;
    for (int row = 0; row < model->rowCount(); ++row)
      rows.push_back(fromQt(model->index(row, 0).data(PaletteModel::kKindRole).toString()));
    return rows;
  }
  QAction* action(const QString& text) {
    for (auto* one : m_walk.window.findChildren<QAction*>())
      if (one->text().remove(u'&') == text)
        return one;
    return nullptr;
  }

  WalkedWindow m_walk;
};

TEST_F(FindWalk, TellsTheRecallOfAConceptOverItsPlacesAndLeadsToEach) {
  const auto [id, prompts] = someConcept();
  openConcept(id);
  ASSERT_NE(inPart<Label>(u"conceptRecall"_s), nullptr);
  EXPECT_TRUE(inPart<Label>(u"conceptRecall"_s)->text().contains(u"none of which"_s));
  for (std::size_t i = 0; i < std::min<std::size_t>(2, prompts.size()); ++i)
    ASSERT_TRUE(m_walk.opened.session.perform([&](ops::Desk& desk) {
      return desk.answerPrompt(prompts[i], memory::Rating::Good, Millis{4'000});
    }));

  openConcept(id);

  const QString recalled = inPart<Label>(u"conceptRecall"_s)->text();
  EXPECT_TRUE(recalled.contains(u"Predicted recall today"_s)) << fromQt(recalled);
  auto* card = inPart<Card>(u"occurrence"_s);
  ASSERT_NE(card, nullptr);
  Q_EMIT card->activated();
  m_walk.settle();
  const auto* figure = m_walk.window.findChild<DiagramView*>(u"figure"_s);
  EXPECT_TRUE(figure->currentPart().has_value() ||
              !m_walk.window.currentPlace().item.value().empty());
}

TEST_F(FindWalk, GoesBackAndForwardOverScreens) {
  m_walk.go(WalkedWindow::study());
  m_walk.go({.screen = ScreenName::Library});
  m_walk.go({.screen = ScreenName::Settings});

  action(u"Back"_s)->trigger();
  EXPECT_EQ(m_walk.window.currentPlace().screen, ScreenName::Library);
  action(u"Back"_s)->trigger();
  EXPECT_EQ(m_walk.window.currentPlace().screen, ScreenName::Study);
  EXPECT_EQ(m_walk.window.currentPlace().phase, WalkedWindow::study().phase);
  EXPECT_FALSE(action(u"Back"_s)->isEnabled() && action(u"Forward"_s) == nullptr);
  action(u"Forward"_s)->trigger();
  EXPECT_EQ(m_walk.window.currentPlace().screen, ScreenName::Library);
  m_walk.go({.screen = ScreenName::Today});
  EXPECT_FALSE(action(u"Forward"_s)->isEnabled()) << "who turns off leaves the way ahead";
}

TEST_F(FindWalk, ListsBookmarksThenRecentPlacesAndOpensThemByKeys) {
  m_walk.go(WalkedWindow::study());
  m_walk.command(u"bookmarkCommand"_s);
  Place other = WalkedWindow::study();
  other.phase = PhaseId("model");
  m_walk.go(other);
  m_walk.go({.screen = ScreenName::Today});
  m_walk.command(u"placesCommand"_s);

  const auto rows = listed();
  ASSERT_GE(rows.size(), 2U);
  EXPECT_EQ(rows.front(), "Bookmark");
  EXPECT_NE(std::find(rows.begin(), rows.end(), "Recent"), rows.end());
  auto* box = m_walk.window.findChild<QLineEdit*>(u"commandPaletteBox"_s);
  QTest::keyClick(box, Qt::Key_Down);
  QTest::keyClick(box, Qt::Key_Return);
  m_walk.settle();
  EXPECT_EQ(m_walk.window.currentPlace().phase, other.phase) << "the newest recent place";
}

}  // namespace
}  // namespace phaseboard::ui
