// SPDX-License-Identifier: Apache-2.0
#include "app/ops/mock_report.h"

#include <gmock/gmock.h>

#include "tests/app/review/serving_figure.h"
#include "tests/support/open_mocks.h"
#include "tests/support/prompt_pack.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::ops {
namespace {

using mock::EventKind;
using test::FailsWith;
using test::IsOk;
using test::OpenMocks;
using testing::ElementsAre;
using testing::IsEmpty;

const QuestionId kAds{"ads"};

content::KeyPoint keyPoint(const std::string& id, const std::string& statement,
                           content::Level level) {
  content::KeyPoint point;
  point.id = ItemId{"ads/" + id};
  point.statement = statement;
  point.level = level;
  return point;
}

/// One interview question with a note for "model", a flow figure as reference and their prompts.
class InterviewPack : public test::PromptPack {
 public:
  explicit InterviewPack(content::Diagram figure = review::test::servingFigure())
      : PromptPack(promptsOf(figure)), m_figure(std::move(figure)) {
    ports::DiagramCard plot{DiagramId{"ads/plot"}, kAds, PhaseId{"model"}, "plot", "Plot"};
    ports::DiagramCard flow{m_figure.id, kAds, PhaseId{"serve"}, "flow", "Path"};
    flow.parts = 9;
    ports::QuestionCard card;
    card.id = kAds;
    card.title = "Ad click prediction";
    card.diagrams = {plot, flow};
    m_cards = {card};
    m_note.question = kAds;
    m_note.phase = PhaseId{"model"};
    m_note.keyPoints = {keyPoint("staff", "Freeze the embeddings.", content::Level::Staff),
                        keyPoint("mid", "Calibrate the probabilities.", content::Level::Mid),
                        keyPoint("unasked", "Nobody asks about this.", content::Level::Mid)};
    m_note.followUps = {{ItemId{"ads/why"}, "Why two towers?", "Speed.", content::Level::Senior}};
    m_framework = test::aFramework();
  }

  [[nodiscard]] const framework::Framework& framework() const override { return m_framework; }
  [[nodiscard]] const std::vector<ports::QuestionCard>& questions() const override {
    return m_cards;
  }
  [[nodiscard]] Result<content::Question> question(const QuestionId& id) const override {
    if (id != kAds)
      return fail(ErrorKind::NotFound, id.value());
    content::Question found;
    found.id = kAds;
    found.title = "Ad click prediction";
    found.interviewer = "Predict clicks.";
    return found;
  }
  [[nodiscard]] Result<content::Note> note(const QuestionId& id,
                                           const PhaseId& phase) const override {
    if (isUnreadable)
      return fail(ErrorKind::Damaged, "pack");
    if (id == kAds && phase == m_note.phase)
      return m_note;
    return fail(ErrorKind::NotFound, phase.value());
  }
  [[nodiscard]] Result<content::Diagram> diagram(const DiagramId& id) const override {
    if (figureError)
      return fail(*figureError, id.value());
    if (id == m_figure.id)
      return m_figure;
    return fail(ErrorKind::NotFound, id.value());
  }

  ports::QuestionCard& card() { return m_cards.front(); }

  bool isUnreadable = false;
  std::optional<ErrorKind> figureError;

 private:
  static std::vector<review::Prompt> promptsOf(const content::Diagram& figure) {
    std::vector<review::Prompt> prompts;
    for (const char* id : {"ads/staff", "ads/mid"})
      prompts.push_back(review::makePrompt(review::PromptKind::KeyPoint, TargetId{id}, kAds,
                                           PhaseId{"model"}, "ask", "answer"));
    for (const content::Part& part : figure.parts)
      if (part.kind == content::PartKind::Node)
        prompts.push_back(review::makePrompt(review::PromptKind::NamePart,
                                             content::partTarget(figure.id, part.id), kAds,
                                             figure.phase, "ask", "answer"));
    prompts.push_back(review::makePrompt(review::PromptKind::KeyPoint, TargetId{"feed/x"},
                                         QuestionId{"feed"}, PhaseId{"model"}, "ask", "answer"));
    return prompts;
  }

  content::Diagram m_figure;
  content::Note m_note;
  framework::Framework m_framework;
  std::vector<ports::QuestionCard> m_cards;
};

class MockReportTest : public testing::Test {
 protected:
  mock::MockInfo start(mock::Form form = mock::Form::Whole) {
    NewMock wish;
    wish.question = kAds;
    wish.title = "Ad click prediction";
    wish.plan = test::aPlan(form);
    wish.reference = DiagramId{"ads/path"};
    return m_open.mocks.startMock(wish).value().mock;
  }
  void finish(const mock::MockInfo& info) {
    m_open.open.clock.advanceMinutes(1);
    ASSERT_THAT(m_open.note(info, EventKind::Finished), IsOk());
  }
  [[nodiscard]] Result<MockReport> read(const mock::MockId& id) const {
    return readMockReport(m_pack, m_open.store, m_open.boards, id);
  }

  InterviewPack m_pack;
  OpenMocks m_open;
};

TEST_F(MockReportTest, SetsWhatWasWrittenBesideWhatItCovers) {
  const mock::MockInfo info = start();
  ASSERT_THAT(m_open.mocks.keepMockText(info.id, mock::textOf(PhaseId{"model"}),
                                        "We calibrate the probabilities."),
              IsOk());
  ASSERT_THAT(m_open.mocks.tickMock(info.id, {"ads/mid"}, true), IsOk());
  finish(info);

  const auto report = read(info.id);

  ASSERT_THAT(report, IsOk());
  EXPECT_EQ(report->title, "Ad click prediction");
  EXPECT_EQ(report->prompt, "Predict clicks.");
  ASSERT_EQ(report->phases.size(), 1U);
  const PhaseReport& model = report->phases.front();
  EXPECT_EQ(model.text, "We calibrate the probabilities.");
  ASSERT_EQ(model.points.size(), 3U);
  EXPECT_FALSE(model.points[0].isTicked);
  EXPECT_TRUE(model.points[1].isTicked);
  EXPECT_EQ(report->outcome.covered, 1);
  EXPECT_EQ(report->weakest.front(), PhaseId{"model"});
}

TEST_F(MockReportTest, NamesWhatWasMissedTheEasiestFirstAndOnlyWhatCanBeAsked) {
  const mock::MockInfo info = start();
  finish(info);

  const auto report = read(info.id);

  ASSERT_THAT(report, IsOk());
  std::vector<std::string> about;
  for (const MissedPrompt& miss : report->misses)
    about.push_back(miss.about);
  EXPECT_THAT(about, ElementsAre("Calibrate the probabilities.", "Freeze the embeddings."));
}

TEST_F(MockReportTest, ComparesTheBoardWithItsReference) {
  const mock::MockInfo info = start();
  finish(info);

  const auto report = read(info.id);

  ASSERT_THAT(report, IsOk());
  ASSERT_TRUE(report->board.has_value());
  EXPECT_EQ(report->board->reference.id, DiagramId{"ads/path"});
  EXPECT_TRUE(report->outcome.board.has_value());
}

TEST_F(MockReportTest, DoesWithoutAReferenceThatThePackLost) {
  const mock::MockInfo info = start();
  finish(info);
  m_pack.card().diagrams.clear();
  m_pack.figureError = ErrorKind::NotFound;

  const auto report = read(info.id);

  ASSERT_THAT(report, IsOk());
  EXPECT_FALSE(report->board.has_value());
  EXPECT_FALSE(report->outcome.board.has_value());
}

TEST_F(MockReportTest, ShowsTheFollowUpsThatWereAskedWithTheirTicks) {
  const mock::MockInfo info = start();
  const auto all = followUpsOf(m_pack, info);
  ASSERT_THAT(all, IsOk());
  const auto withPoints = std::find_if(
      all->begin(), all->end(), [](const mock::FollowUp& one) { return !one.points.empty(); });
  ASSERT_NE(withPoints, all->end());
  ASSERT_THAT(m_open.note(info, EventKind::FollowUpShown, withPoints->id), IsOk());
  ASSERT_THAT(m_open.note(info, EventKind::FollowUpShown, "no-such-follow-up"), IsOk());
  ASSERT_THAT(m_open.mocks.keepMockText(info.id, mock::textOfFollowUp(withPoints->id), "Because."),
              IsOk());
  ASSERT_THAT(m_open.mocks.tickMock(info.id, {mock::followUpPointId(withPoints->id, 0)}, true),
              IsOk());
  finish(info);

  const auto report = read(info.id);

  ASSERT_THAT(report, IsOk());
  ASSERT_EQ(report->followUps.size(), 1U);
  EXPECT_EQ(report->followUps[0].text, "Because.");
  EXPECT_TRUE(report->followUps[0].points[0].isTicked);
}

TEST_F(MockReportTest, SetsEarlierAttemptsOfTheSameFormBesideIt) {
  const mock::MockInfo first = start();
  finish(first);
  ASSERT_THAT(m_open.mocks.debriefMock(first.id, {}, {}), IsOk());
  const mock::MockInfo withoutDebrief = start();
  finish(withoutDebrief);
  const mock::MockInfo otherForm = start(mock::Form::FollowUps);
  finish(otherForm);
  ASSERT_THAT(m_open.mocks.debriefMock(otherForm.id, {}, {}), IsOk());
  const mock::MockInfo last = start();
  finish(last);

  const auto report = read(last.id);

  ASSERT_THAT(report, IsOk());
  ASSERT_EQ(report->earlier.size(), 1U);
  EXPECT_EQ(report->earlier[0].info.id, first.id);
  const auto ofTheFirst = read(first.id);
  ASSERT_THAT(ofTheFirst, IsOk());
  EXPECT_THAT(ofTheFirst->earlier, IsEmpty());
}

TEST_F(MockReportTest, SaysWhatIsMissingOrUnreadable) {
  const mock::MockInfo info = start();
  EXPECT_THAT(read(mock::MockId{"nobody"}), FailsWith(ErrorKind::NotFound));

  m_pack.figureError = ErrorKind::Damaged;
  EXPECT_THAT(read(info.id), FailsWith(ErrorKind::Damaged));

  m_pack.figureError.reset();
  m_pack.isUnreadable = true;
  EXPECT_THAT(read(info.id), FailsWith(ErrorKind::Damaged));
  EXPECT_THAT(followUpsOf(m_pack, info), FailsWith(ErrorKind::Damaged));

  EXPECT_THAT(followUpsOf(test::PromptPack{{}}, info), FailsWith(ErrorKind::NotFound));
}

TEST(ReferenceOf, IsTheCoverWhenThatIsAFlowElseTheLargestFlow) {
  ports::QuestionCard card;
  EXPECT_EQ(referenceOf(card), std::nullopt);

  ports::DiagramCard plot{DiagramId{"ads/plot"}, kAds, PhaseId{"model"}, "plot"};
  plot.parts = 99;
  ports::DiagramCard small{DiagramId{"ads/small"}, kAds, PhaseId{"model"}, "flow"};
  small.parts = 3;
  ports::DiagramCard large{DiagramId{"ads/large"}, kAds, PhaseId{"model"}, "flow"};
  large.parts = 9;
  card.diagrams = {plot, small, large};
  card.cover = plot.id;
  EXPECT_EQ(referenceOf(card), large.id);

  card.cover = small.id;
  EXPECT_EQ(referenceOf(card), small.id);
}

TEST(WeakestInterview, IsRecalledWorstOverAllItsPhases) {
  InterviewPack pack;
  EXPECT_EQ(weakestInterview(pack, {}), QuestionId{});

  ProgressReport progress;
  review::Readiness poor;
  poor.recall = 0.2;
  progress.readiness[{kAds, PhaseId{"model"}}] = poor;
  progress.readiness[{QuestionId{"gone"}, PhaseId{"model"}}] = {};
  EXPECT_EQ(weakestInterview(pack, progress), kAds);

  pack.card().kind = content::QuestionKind::Primer;
  EXPECT_EQ(weakestInterview(pack, progress), QuestionId{});
}

}  // namespace
}  // namespace phaseboard::ops
