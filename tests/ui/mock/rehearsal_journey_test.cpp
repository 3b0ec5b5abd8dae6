// SPDX-License-Identifier: Apache-2.0
// Mock interviews as a candidate lives through them, from the choice to the debrief, through the
// widgets of the real window.
#include <gmock/gmock.h>

#include <QAction>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QSlider>
#include <QTimer>

#include "app/ops/replay.h"
#include "tests/support/result_matchers.h"
#include "tests/ui/mock/mock_window.h"
#include "ui/board/board_replay.h"
#include "ui/charts/chart_panel.h"
#include "ui/mock/debrief_view.h"
#include "ui/mock/earlier_attempts.h"
#include "ui/mock/lit_text.h"
#include "ui/mock/minutes_chart.h"
#include "ui/mock/replay_page.h"
#include "ui/mock/stage_track.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

QString lastSaid(MockWindow& open) {
  QString words;
  for (const auto* block : open.window.findChildren<TextBlock*>())
    if (block->property("saidTo").isValid())
      words = block->plainText();
  return words;
}

std::vector<QCheckBox*> visibleBoxes(MockWindow& open, const char* name) {
  QApplication::processEvents();  // new lines are shown when they are laid out
  std::vector<QCheckBox*> boxes;
  for (auto* box : open.window.findChildren<QCheckBox*>(QString::fromLatin1(name)))
    if (box->isVisible())
      boxes.push_back(box);
  return boxes;
}

/// Writes the first key point of a phase into its sheet; its words are of the pack.
void writeKeyPoint(MockWindow& open, int tab) {
  const PhaseId phase = open.opened.pack->framework().phases[static_cast<std::size_t>(tab)].id;
  const auto note = open.opened.pack->note(open.question().id, phase);
  ASSERT_THAT(note, test::IsOk());
  open.openTab(tab);
  open.write("mockAnswer", toQt(note->keyPoints.front().statement).simplified());
}

/// A short attempt at the whole, confirmed.
void rehearseBriefly(MockWindow& open) {
  open.start(kWholeForm, kGuidingStyle);
  open.work(kMockMinute);
  open.click("finishMock");
  open.click("confirmDebrief");
  open.click("backToMocks");
}

/// A question that was foreseen, and one that was not.
void clarifyWhatIsAsked(MockWindow& open) {
  const auto question = *open.opened.pack->question(open.question().id);
  ASSERT_FALSE(question.dialogue.empty());
  const content::DialogueLine& line = question.dialogue.front();
  open.ask(toQt(line.ask).remove(u'?').simplified());
  EXPECT_EQ(open.rehearsal().record().events().back().subject, line.id.value());
  open.ask(u"Zyx quibble wobble"_s);
  EXPECT_EQ(open.rehearsal().record().events().back().subject, "");
  EXPECT_THAT(lastSaid(open).toStdString(), testing::HasSubstr("Assume"));
}

/// The first stage takes too long: what it took too much is taken from the next. Then a phase of
/// the third stage is worked in without saying so first.
void overrunAndGoOn(MockWindow& open) {
  writeKeyPoint(open, 0);
  open.work(6 * kMockMinute);
  open.openTab(1);
  open.work(4 * kMockMinute);
  const auto* track = open.window.findChild<StageTrack*>();
  const std::int64_t over =
      10 * kMockMinute * 1'000 - open.rehearsal().info().plan.stages[0].budget.value();
  EXPECT_EQ(open.standing().stages[0].state, mock::Budget::Over);
  EXPECT_EQ(open.standing().stages[1].borrowed(), Millis{over});
  EXPECT_THAT(track->words(0).toStdString(), testing::HasSubstr("over"));
  EXPECT_THAT(track->words(1).toStdString(), testing::HasSubstr("borrowed"));
  open.click("nextStage");
  EXPECT_EQ(open.standing().stage, 1U);
  writeKeyPoint(open, 2);
  open.work(5 * kMockMinute);
  writeKeyPoint(open, 3);
  EXPECT_EQ(open.standing().stage, 2U);
}

/// It is recorded and costs nothing; what one works on is out of sight.
void takeAPause(MockWindow& open) {
  const Millis before = open.standing().elapsed;
  open.click("pauseMock");
  EXPECT_FALSE(open.window.findChild<RehearsalView*>()->findChild<BoardEditor*>()->isVisible());
  open.opened.clock.advanceMinutes(12);
  open.click("resumeMock");
  EXPECT_EQ(open.standing().paused, Millis{12 * kMockMinute * 1'000});
  EXPECT_EQ(open.standing().elapsed, before);
}

/// Three parts of the reference, a while apart.
void drawThreeParts(MockWindow& open) {
  const mock::MockInfo info = open.rehearsal().info();
  const auto figure = *open.opened.pack->diagram(*info.reference);
  int drawn = 0;
  for (const content::Part& part : figure.parts)
    if (part.kind == content::PartKind::Node && drawn < 3) {
      open.drawPart(toQt(part.title));
      open.opened.clock.advanceSeconds(5);
      ++drawn;
    }
  EXPECT_EQ(open.opened.boardStore.entries(*info.board)->size(), 3U);
}

/// They come by themselves near the end; that one was answered is noted.
void answerAFollowUp(MockWindow& open) {
  open.work(25 * kMockMinute);
  ASSERT_FALSE(open.standing().followUpsShown.empty());
  open.openTab(open.window.findChild<AnswerTabs*>()->count() - 1);
  open.write("followUpAnswer", u"First a fallback, then an alert."_s);
  open.click("followUpDone");
  EXPECT_EQ(open.standing().followUpsAnswered.size(), 1U);
}

void lookAtTheDebrief(MockWindow& open) {
  EXPECT_EQ(open.find<QLabel>("mockLevel")->text(), u"Below mid"_s);
  const QString minutes = open.find<MinutesChart>("minutesChart")->accessibleDescription();
  EXPECT_THAT(minutes.toStdString(), testing::HasSubstr("10.0 of 8 minutes"));
  EXPECT_THAT(minutes.toStdString(), testing::HasSubstr("4.0 minutes"));  // in the second phase
  ASSERT_NE(open.window.findChild<LitText*>(), nullptr);
  EXPECT_FALSE(open.window.findChild<LitText*>()->extraSelections().isEmpty());
  EXPECT_THAT(open.find<QLabel>("boardFindings")->text().toStdString(),
              testing::HasSubstr("Missing"));
  EXPECT_NE(open.find<EarlierAttempts>("earlierAttempts"), nullptr);
}

/// What was found is ticked in one go; the user may tick more.
void tickWhatWasSaid(MockWindow& open, const mock::MockId& id) {
  EXPECT_EQ(open.report(id).outcome.covered, 0);
  open.click("tickFound");
  const int found = open.report(id).outcome.covered;
  EXPECT_GE(found, 3);
  const auto boxes = visibleBoxes(open, "mockTick");
  const auto unticked = std::find_if(boxes.begin(), boxes.end(),
                                     [](const QCheckBox* box) { return !box->isChecked(); });
  ASSERT_NE(unticked, boxes.end());
  QTest::keyClick(*unticked, Qt::Key_Space);
  EXPECT_EQ(open.report(id).outcome.covered, found + 1);
}

/// Misses become due; one that the user does not want does not.
void confirmTheMisses(MockWindow& open, const mock::MockId& id) {
  const ops::MockReport report = open.report(id);
  ASSERT_GT(report.misses.size(), 2U);
  const auto offered = visibleBoxes(open, "mockMiss");
  ASSERT_GT(offered.size(), 2U);
  const auto grades = [&](std::size_t miss) {
    return open.opened.store->events(report.misses[miss].prompt.id)->size();
  };
  const std::size_t ofUnwanted = grades(0);
  const std::size_t ofWanted = grades(1);
  QTest::keyClick(offered.front(), Qt::Key_Space);
  open.click("confirmDebrief");
  EXPECT_TRUE(open.opened.mockStore.mock(id)->value().outcome);
  EXPECT_EQ(grades(0), ofUnwanted);
  EXPECT_EQ(grades(1), ofWanted + 1);
  const auto row = *open.opened.store->promptRow(report.misses[1].prompt.id);
  ASSERT_TRUE(row);
  EXPECT_EQ(row->state.dueDay, open.opened.session.today());
  EXPECT_EQ(ops::compareWithLog(*open.opened.store, {})->differenceCount, 0);
}

void playTheBoardBack(MockWindow& open) {
  open.click("replayBoard");
  auto* replay = open.window.findChild<ReplayPage*>()->findChild<BoardReplay*>();
  ASSERT_TRUE(replay->isVisible());
  replay->showMoment(1);
  EXPECT_EQ(replay->canvas().document().all<board::Part>().size(), 1U);
  QTest::keyClick(replay->findChild<QSlider*>(), Qt::Key_Right);
  EXPECT_EQ(replay->canvas().document().all<board::Part>().size(), 2U);
  open.click("backToDebrief");
}

TEST(RehearsalJourney, GoesFromTheChoiceToTheDebrief) {
  MockWindow open;
  rehearseBriefly(open);
  open.opened.clock.advanceDays(1);
  open.start(kWholeForm, kGuidingStyle);
  ASSERT_TRUE(open.rehearsal().isRunning());
  const mock::MockInfo info = open.rehearsal().info();
  EXPECT_EQ(info.question, open.question().id);
  EXPECT_EQ(info.plan.style, mock::Style::Guiding);
  clarifyWhatIsAsked(open);
  overrunAndGoOn(open);
  takeAPause(open);
  drawThreeParts(open);
  answerAFollowUp(open);

  open.click("finishMock");

  EXPECT_EQ(open.window.currentPlace().mock, info.id);
  lookAtTheDebrief(open);
  tickWhatWasSaid(open, info.id);
  confirmTheMisses(open, info.id);
  playTheBoardBack(open);

  // One click to the weakest note.
  const PhaseId weakest = open.report(info.id).weakest.front();
  open.click("studyWeakest");
  EXPECT_EQ(open.window.currentPlace().screen, ScreenName::Study);
  EXPECT_EQ(open.window.currentPlace().question, info.question);
  EXPECT_EQ(open.window.currentPlace().phase, weakest);

  // The history, with its trend, leads back.
  open.window.goTo(Place{.screen = ScreenName::Mock});
  QApplication::processEvents();
  EXPECT_TRUE(open.find<ChartPanel>("mockTrend")->isVisible());
  QTest::keyClick(open.find<Card>("mockRow"), Qt::Key_Return);
  EXPECT_EQ(open.window.currentPlace().mock, info.id);
}

TEST(RehearsalJourney, TakesADebriefBackAsOneStep) {
  MockWindow open;
  open.start(kHighLevelForm, kGuidingStyle);
  open.work(kMockMinute);
  open.click("finishMock");
  const mock::MockId id = open.mocks().front().id;
  const ops::MockReport report = open.report(id);
  ASSERT_FALSE(report.misses.empty());
  open.click("confirmDebrief");
  ASSERT_TRUE(open.opened.store->promptRow(report.misses[0].prompt.id)->has_value());

  open.opened.session.undo();

  EXPECT_FALSE(open.opened.mockStore.mock(id)->value().outcome);
  EXPECT_FALSE(open.opened.store->promptRow(report.misses[0].prompt.id)->has_value());
  EXPECT_TRUE(open.find<QPushButton>("confirmDebrief")->isEnabled());
}

/// The menu has every command of the screen, also while there is no interview.
TEST(RehearsalJourney, HasNothingToCommandBeforeItBegins) {
  MockWindow open;
  auto* command = open.window.findChild<QAction*>(QStringLiteral("followUpsCommand"));
  ASSERT_NE(command, nullptr);
  EXPECT_FALSE(command->isEnabled());
  command->trigger();

  open.start(kOneStageForm, kNeutralStyle);

  EXPECT_TRUE(command->isEnabled());
}

TEST(RehearsalJourney, RehearsesOneStageInTenMinutes) {
  MockWindow open;
  open.choose("mockForm", kOneStageForm);
  auto* stages = open.find<QComboBox>("mockStage");
  stages->setCurrentIndex(1);
  open.start(kOneStageForm, kGuidingStyle);

  const framework::Stage& stage = open.opened.pack->framework().stages[1];
  const mock::Plan plan = open.rehearsal().info().plan;
  ASSERT_EQ(plan.stages.size(), 1U);
  EXPECT_EQ(plan.stages[0].id, stage.id);
  EXPECT_EQ(plan.budget(), Millis{10 * kMockMinute * 1'000});
  EXPECT_EQ(open.window.findChild<AnswerTabs*>()->count(),
            static_cast<int>(stage.phases.size()) + 1);
  open.work(11 * kMockMinute);
  EXPECT_EQ(open.find<QLabel>("mockClock")->text(), u"\u22121:00"_s);

  open.click("finishMock");
  EXPECT_EQ(open.report(open.mocks().front().id).phases.size(), stage.phases.size());
}

TEST(RehearsalJourney, AsksOneFollowUpAfterTheOtherInARound) {
  MockWindow open;
  open.start(kFollowUpsForm, kDemandingStyle);

  EXPECT_FALSE(open.canvas().isVisible());
  EXPECT_EQ(open.standing().followUpsShown.size(), 1U);
  const QString first = open.find<TextBlock>("followUpQuestion")->plainText();
  open.write("followUpAnswer", u"With a fallback."_s);
  open.work(kMockMinute);
  open.click("followUpDone");
  EXPECT_EQ(open.standing().followUpsShown.size(), 2U);
  EXPECT_NE(open.find<TextBlock>("followUpQuestion")->plainText(), first);

  open.click("finishMock");
  const ops::MockReport report = open.report(open.mocks().front().id);
  ASSERT_EQ(report.followUps.size(), 2U);
  EXPECT_EQ(report.followUps[0].text, "With a fallback.");
  EXPECT_FALSE(report.board);
}

TEST(RehearsalJourney, DrawsTheHighLevelDesignInFiveMinutes) {
  MockWindow open;
  open.start(kHighLevelForm, kGuidingStyle);

  EXPECT_TRUE(open.canvas().isVisible());
  EXPECT_EQ(open.find<QLabel>("mockClock")->text(), u"5:00"_s);
  open.drawPart(u"User"_s);
  open.work(kMockMinute);
  open.click("finishMock");

  const ops::MockReport report = open.report(open.mocks().front().id);
  ASSERT_TRUE(report.board);
  EXPECT_EQ(report.board->document.all<board::Part>().size(), 1U);
  EXPECT_EQ(report.phases.size(), 1U);
}

TEST(RehearsalJourney, SaysMoreTheKinderTheInterviewer) {
  std::vector<QString> said;
  for (const MockStyleChoice style : {kGuidingStyle, kDemandingStyle}) {
    MockWindow open;
    open.start(kWholeForm, style);
    open.ask(toQt(open.opened.pack->question(open.question().id)->dialogue.front().ask));
    said.push_back(lastSaid(open));
    open.click("finishMock");
  }

  EXPECT_GT(said[0].size(), said[1].size());
  EXPECT_TRUE(said[0].startsWith(said[1].left(10)));
}

TEST(RehearsalJourney, ThrowsAnInterviewAwayAndBringsItBack) {
  MockWindow open;
  rehearseBriefly(open);
  ASSERT_EQ(open.mocks().size(), 1U);

  QTest::mouseClick(open.find<QWidget>("removeMock"), Qt::LeftButton);
  EXPECT_TRUE(open.mocks().empty());

  open.opened.session.undo();
  EXPECT_EQ(open.mocks().size(), 1U);
}

TEST(RehearsalJourney, MakesAPromptOfWordsSelectedInTheDebriefWhichHasOnesOwnWordings) {
  MockWindow open;
  const content::Note note =
      *open.opened.pack->note(open.question().id, open.opened.pack->framework().phases.front().id);
  ASSERT_FALSE(note.keyPoints.empty());
  const content::KeyPoint& point = note.keyPoints.front();
  ASSERT_TRUE(open.opened.session.perform([&](ops::Desk& desk) {
    return desk.overrideText(point.id.value(), "statement", "Zebras come first.", point.statement);
  }));
  open.start(kWholeForm, kGuidingStyle);
  open.work(kMockMinute);
  open.click("finishMock");
  auto* debrief = open.window.findChild<DebriefView*>();
  TextBlock* mine = nullptr;
  for (auto* block : debrief->findChildren<TextBlock*>())
    if (block->plainText() == u"Zebras come first."_s)
      mine = block;
  ASSERT_NE(mine, nullptr) << "what is ticked is in the user's words";
  mine->select(0, 6);
  QTimer::singleShot(0, &open.window, [] {
    QWidget* dialog = QApplication::activeModalWidget();
    ASSERT_NE(dialog, nullptr);
    dialog->findChild<QPlainTextEdit*>(u"ownAsk"_s)->setPlainText(u"Who?"_s);
    dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
  });

  open.window.findChild<QAction*>(u"promptFromDebriefCommand"_s)->trigger();

  const auto own = open.opened.store->ownPrompts();
  ASSERT_TRUE(own && own->size() == 1);
  EXPECT_EQ(own->front().answer, "Zebras");
  EXPECT_EQ(own->front().question, open.question().id);
  EXPECT_EQ(own->front().phase, note.phase);
}

}  // namespace
}  // namespace phaseboard::ui
