// SPDX-License-Identifier: Apache-2.0
// What the box of Ctrl+K finds, by real typing on the shipped pack.
#include <algorithm>
#include <map>
#include <set>

#include <gmock/gmock.h>

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

#include "tests/ui/walks/walked_window.h"
#include "ui/models/palette_model.h"
#include "ui/study/part_panel.h"
#include "ui/study/part_pulse.h"
#include "ui/widgets/diagram_view.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;
using testing::IsSubsetOf;
using testing::UnorderedElementsAre;

struct FoundRow {
  QString title;
  QString kind;
  QString detail;
  QString where;
};

class PaletteWalk : public testing::Test {
 protected:
  PaletteWalk() {
    m_open.go({.screen = ScreenName::Library});
    const answers::AnswerKey key{test::kShippedQuestion, PhaseId("model")};
    EXPECT_TRUE(m_open.opened.desk.writeAnswer(key, "The feature zebra is calibrated."));
    const auto note = m_open.opened.pack->note(test::kShippedQuestion, PhaseId("serve"));
    for (const annotations::TargetText& target : annotations::targetsOf(*note))
      if (target.kind == annotations::TargetKind::KeyPoint) {
        EXPECT_TRUE(m_open.opened.annotations.annotate(
            anchorTo(target), {std::nullopt, "A feature of zebra stripes.", {"ask"}, false}));
        break;
      }
    m_open.opened.session.setAnnotations(m_open.opened.annotations);
  }

  std::vector<FoundRow> find(const QString& typed) {
    m_open.window.openPalette();
    auto* box = m_open.window.findChild<QLineEdit*>(u"commandPaletteBox"_s);
    box->clear();
    QTest::keyClicks(box, typed);
    const auto* model = m_open.window.findChild<QListView*>(u"commandPaletteList"_s)->model();
    std::vector<FoundRow> rows;
    for (int row = 0; row < model->rowCount(); ++row) {
      const QModelIndex index = model->index(row, 0);
      rows.push_back({index.data().toString(), index.data(PaletteModel::kKindRole).toString(),
                      index.data(PaletteModel::kDetailRole).toString(),
                      index.data(PaletteModel::kWhereRole).toString()});
    }
    return rows;
  }
  static std::set<std::string> kindsOf(const std::vector<FoundRow>& rows) {
    std::set<std::string> kinds;
    for (const FoundRow& row : rows)
      kinds.insert(fromQt(row.kind));
    return kinds;
  }

  WalkedWindow m_open;
};

TEST_F(PaletteWalk, FindsEveryKindWhenItIsAskedForIt) {
  const std::map<QString, std::pair<QString, std::string>> asked{
      {u"question"_s, {u"click"_s, "Question"}},
      {u"note"_s, {u"calibration"_s, "Note"}},
      {u"key-point"_s, {u"calibration"_s, "Key point"}},
      {u"diagram"_s, {u"serving"_s, "Figure"}},
      {u"part"_s, {u"feature"_s, "Part"}},
      {u"concept"_s, {u"feature"_s, "Concept"}},
      {u"answer"_s, {u"zebra"_s, "Answer"}},
      {u"annotation"_s, {u"zebra"_s, "Annotation"}},
      {u"command"_s, {u"theme"_s, "Command"}}};
  for (const auto& [kind, wanted] : asked) {
    SCOPED_TRACE(fromQt(kind));
    EXPECT_THAT(kindsOf(find(u"kind:"_s + kind + u' ' + wanted.first)),
                UnorderedElementsAre(wanted.second));
  }
}

TEST_F(PaletteWalk, ListsAllThatIsFoundTogetherAsOneTypes) {
  const auto rows = find(u"zeb"_s);
  EXPECT_THAT(kindsOf(rows), UnorderedElementsAre("Answer", "Annotation"));
  EXPECT_TRUE(rows.front().detail.contains(u"zebra"_s)) << "with the words around it";
  EXPECT_TRUE(find(u"\"zebra stripes\""_s).size() == 1) << "the words in this order";
  EXPECT_TRUE(find(u"\"stripes zebra\""_s).empty());
  EXPECT_FALSE(find(u"stri* zebra"_s).empty()) << "a beginning";
}

TEST_F(PaletteWalk, NarrowsByEachFilter) {
  EXPECT_THAT(kindsOf(find(u"phase:model zebra"_s)), UnorderedElementsAre("Answer"));
  EXPECT_THAT(kindsOf(find(u"phase:serve zebra"_s)), UnorderedElementsAre("Annotation"));
  EXPECT_EQ(find(u"question:ad-click-prediction zebra"_s).size(), 2U);
  EXPECT_TRUE(find(u"question:visual-search zebra"_s).empty());
  EXPECT_THAT(kindsOf(find(u"tag:ask"_s)), UnorderedElementsAre("Annotation"));
  EXPECT_TRUE(find(u"tag:other zebra"_s).empty());
}

TEST_F(PaletteWalk, TellsPartsOfOneNameApartByWhereTheyAre) {
  const auto rows = find(u"kind:part \"feature store\""_s);
  std::set<std::string> places;
  for (const FoundRow& row : rows) {
    EXPECT_FALSE(row.where.isEmpty()) << fromQt(row.title);
    places.insert(fromQt(row.title + row.where));
  }
  ASSERT_GT(rows.size(), 3U);
  EXPECT_GT(places.size(), rows.size() / 2);
}

TEST_F(PaletteWalk, OffersHowAFilterGoesOnAndTakesIt) {
  const auto rows = find(u"zebra phase:m"_s);
  ASSERT_GE(rows.size(), 2U);
  EXPECT_EQ(rows[0].title, u"phase:model"_s);
  EXPECT_EQ(rows[1].title, u"phase:monitor"_s);
  auto* box = m_open.window.findChild<QLineEdit*>(u"commandPaletteBox"_s);

  QTest::keyClick(box, Qt::Key_Return);

  EXPECT_EQ(box->text(), u"zebra phase:model "_s);
  EXPECT_TRUE(box->isVisible());
  EXPECT_GE(find(u"question:"_s).size(), 5U);
  EXPECT_EQ(find(u"tag:"_s).front().title, u"tag:ask"_s);
  EXPECT_EQ(find(u"is:"_s).front().title, u"is:due"_s);
}

TEST_F(PaletteWalk, UnderstandsFiltersByTheirBeginnings) {
  EXPECT_EQ(find(u"question:click phase:4 kind:answer zebra"_s).size(), 1U);
  EXPECT_TRUE(find(u"question:visual phase:4 kind:answer zebra"_s).empty());
  EXPECT_FALSE(find(u"kind:figure phase:serv request"_s).empty());
  EXPECT_EQ(find(u"zeb kind:answer"_s).size(), 1U);
  EXPECT_EQ(find(u"zeb kind:answer "_s).size(), 1U) << "as a filter that was chosen ends";
}

TEST_F(PaletteWalk, SaysThatNothingWasFoundAndWhatCanBeTyped) {
  const auto* hint = m_open.window.findChild<QLabel*>(u"commandPaletteHint"_s);
  find({});
  EXPECT_TRUE(hint->isVisible());
  EXPECT_TRUE(hint->text().contains(u"phase:"_s));
  EXPECT_FALSE(find(u"zebra"_s).empty());
  EXPECT_FALSE(hint->isVisible());
  EXPECT_TRUE(find(u"qqxyzzy"_s).empty());
  EXPECT_TRUE(hint->isVisible());
  EXPECT_TRUE(hint->text().contains(u"Nothing found"_s));
}

TEST_F(PaletteWalk, StaysWithinASmallWindow) {
  m_open.window.resize(900, 420);
  m_open.settle();
  ASSERT_GT(find(u"feature"_s).size(), 9U);
  const QWidget* list = m_open.window.findChild<QListView*>(u"commandPaletteList"_s);
  const QPoint bottom = list->mapTo(&m_open.window, list->rect().bottomLeft());
  EXPECT_LT(bottom.y(), m_open.window.height());
}

TEST_F(PaletteWalk, NarrowsToWhatIsDue) {
  EXPECT_TRUE(find(u"is:due"_s).empty()) << "nothing was learnt yet";
  const auto& prompts = m_open.opened.pack->prompts();
  const auto prompt = std::find_if(prompts.begin(), prompts.end(), [](const review::Prompt& one) {
    return one.kind == review::PromptKind::NamePart && one.question == test::kShippedQuestion;
  });
  ASSERT_NE(prompt, prompts.end());
  ASSERT_TRUE(m_open.opened.desk.answerPrompt(*prompt, memory::Rating::Good, Millis{1'000}));
  m_open.opened.clock.advanceDays(40);

  const auto rows = find(u"is:due kind:part"_s);

  ASSERT_EQ(rows.size(), 1U);
}

TEST_F(PaletteWalk, OpensTheFigureWithThePartInTheMiddlePulsing) {
  ASSERT_FALSE(find(u"kind:part question:ad-click-prediction ranker"_s).empty());
  QTest::keyClick(m_open.window.findChild<QLineEdit*>(u"commandPaletteBox"_s), Qt::Key_Return);
  m_open.settle();

  const auto* figure = m_open.window.findChild<DiagramView*>(u"figure"_s);
  ASSERT_TRUE(figure->currentPart().has_value());
  EXPECT_EQ(m_open.window.findChild<PartPulse*>()->part(), figure->currentPart());
  const QPointF middle =
      figure->toWidget().map(figure->scene()->item(*figure->currentPart())->box.center());
  EXPECT_LT((middle - QRectF(figure->rect()).center()).manhattanLength(), 120);
}

TEST_F(PaletteWalk, OpensAConceptWithItsPlaces) {
  ASSERT_FALSE(find(u"kind:concept \"feature store\""_s).empty());
  QTest::keyClick(m_open.window.findChild<QLineEdit*>(u"commandPaletteBox"_s), Qt::Key_Return);
  m_open.settle();

  const auto* panel = m_open.window.findChild<PartPanel*>();
  EXPECT_TRUE(panel->isVisible());
  bool hasTitle = false;
  for (const auto* label : panel->findChildren<QLabel*>())
    hasTitle = hasTitle || label->text().contains(u"Feature store"_s);
  EXPECT_TRUE(hasTitle);
}

TEST_F(PaletteWalk, ComesBackToAConceptAndMarksIt) {
  ASSERT_FALSE(find(u"kind:concept \"feature store\""_s).empty());
  QTest::keyClick(m_open.window.findChild<QLineEdit*>(u"commandPaletteBox"_s), Qt::Key_Return);
  m_open.settle();
  const ConceptId shown = m_open.window.findChild<PartPanel*>()->shownConcept();
  ASSERT_FALSE(shown.value().empty());
  m_open.command(u"bookmarkCommand"_s);
  ASSERT_EQ(m_open.opened.session.bookmarks().size(), 1U);
  EXPECT_EQ(m_open.opened.session.bookmarks().front().spot.id, shown.value());
  Place part = WalkedWindow::study();
  m_open.go(part);
  part.diagram = m_open.window.currentPlace().diagram;
  part.part = m_open.opened.pack->diagram(part.diagram)->parts.front().id;
  m_open.go(part);
  EXPECT_TRUE(m_open.window.findChild<PartPanel*>()->shownConcept().value().empty());
  m_open.go({.screen = ScreenName::Library});

  const QList<QAction*> actions = m_open.window.findChildren<QAction*>();
  const auto back = std::find_if(actions.begin(), actions.end(), [](const QAction* action) {
    return action->text().remove(u'&') == u"Back"_s;
  });
  ASSERT_NE(back, actions.end());
  for (int steps = 0; steps < 3; ++steps)
    (*back)->trigger();
  m_open.settle();

  EXPECT_EQ(m_open.window.findChild<PartPanel*>()->shownConcept(), shown);
}

}  // namespace
}  // namespace phaseboard::ui
