// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QAction>

#include "tests/support/shipped_session.h"
#include "ui/bridge/text.h"
#include "ui/models/gallery_model.h"
#include "ui/models/outline_model.h"
#include "ui/models/palette_model.h"
#include "ui/models/plain_text.h"

namespace phaseboard::ui {
namespace {

constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

class PackModels : public testing::Test {
 protected:
  std::unique_ptr<db::PackReader> m_pack = test::shippedPack();
};

TEST_F(PackModels, OutlineListsThePhasesAfterTheOpening) {
  OutlineModel model(*m_pack);
  QAbstractItemModelTester tester(&model, kFatal);
  tester.setUseFetchMore(false);

  model.setQuestion(test::kShippedQuestion);

  EXPECT_EQ(model.rowCount(), 1 + static_cast<int>(m_pack->framework().phases.size()));
  EXPECT_TRUE(model.phaseIndex(PhaseId("serve")).isValid());
  EXPECT_FALSE(model.phaseIndex(PhaseId("nowhere")).isValid());
}

TEST_F(PackModels, OutlineReadsKeyPointsOnlyWhenAPhaseIsOpened) {
  OutlineModel model(*m_pack);
  QAbstractItemModelTester tester(&model, kFatal);
  tester.setUseFetchMore(false);
  model.setQuestion(test::kShippedQuestion);
  const QModelIndex phase = model.phaseIndex(PhaseId("model"));
  const int figures = model.rowCount(phase);
  ASSERT_TRUE(model.canFetchMore(phase));

  model.fetchMore(phase);

  const auto note = m_pack->note(test::kShippedQuestion, PhaseId("model"));
  ASSERT_TRUE(note.has_value());
  EXPECT_EQ(model.rowCount(phase), figures + static_cast<int>(note->keyPoints.size()));
  EXPECT_FALSE(model.canFetchMore(phase));
}

TEST_F(PackModels, OutlineShowsKeyPointsInTheUsersWords) {
  test::ShippedSession opened;
  OutlineModel model(*m_pack);
  QAbstractItemModelTester tester(&model, kFatal);
  tester.setUseFetchMore(false);
  model.setQuestion(test::kShippedQuestion);
  const QModelIndex phase = model.phaseIndex(PhaseId("model"));
  const int row = model.rowCount(phase);
  model.fetchMore(phase);
  const auto firstPoint = [&] { return model.index(row, 0, phase).data().toString(); };
  const QString shipped = firstPoint();
  const auto note = m_pack->note(test::kShippedQuestion, PhaseId("model"));
  ASSERT_TRUE(note.has_value());
  const content::KeyPoint& point = note->keyPoints.front();
  ASSERT_TRUE(opened.desk.overrideText(point.id.value(), "statement", "My **own** words.",
                                       point.statement));

  model.setWordings(*ops::Wordings::read(*opened.store));
  EXPECT_EQ(firstPoint(), QStringLiteral("My own words."));
  model.setWordings({});
  EXPECT_EQ(firstPoint(), shipped);
}

TEST_F(PackModels, OutlineIsEmptyForAnUnknownQuestion) {
  OutlineModel model(*m_pack);
  QAbstractItemModelTester tester(&model, kFatal);
  tester.setUseFetchMore(false);

  model.setQuestion(QuestionId("unknown"));

  EXPECT_EQ(model.rowCount(), 0);
}

TEST_F(PackModels, OutlineMarksAnsweredPhases) {
  OutlineModel model(*m_pack);
  model.setQuestion(test::kShippedQuestion);

  model.setAnswered({PhaseId("frame")});

  EXPECT_TRUE(model.phaseIndex(PhaseId("frame")).data(OutlineModel::kAnsweredRole).toBool());
  EXPECT_FALSE(model.phaseIndex(PhaseId("serve")).data(OutlineModel::kAnsweredRole).toBool());
}

TEST_F(PackModels, GalleryShowsOnlyWhatPassesEveryFilter) {
  GalleryModel model(*m_pack);
  QAbstractItemModelTester tester(&model, kFatal);
  const int all = model.rowCount();
  GalleryFilter filter;
  filter.phase = PhaseId("serve");

  model.setFilter(filter);

  ASSERT_GT(model.rowCount(), 0);
  EXPECT_LT(model.rowCount(), all);
  for (int row = 0; row < model.rowCount(); ++row)
    EXPECT_EQ(model.card(row).phase, PhaseId("serve"));
  filter.words = QStringLiteral("no figure has these words");
  model.setFilter(filter);
  EXPECT_EQ(model.rowCount(), 0);
}

TEST_F(PackModels, GalleryShowsFavouritesAlone) {
  GalleryModel model(*m_pack);
  QAbstractItemModelTester tester(&model, kFatal);
  const std::string chosen = model.card(2).id.value();
  model.setFavourites({chosen});
  GalleryFilter filter;
  filter.favourites = true;

  model.setFilter(filter);

  ASSERT_EQ(model.rowCount(), 1);
  EXPECT_EQ(model.card(0).id.value(), chosen);
}

TEST_F(PackModels, AFigureOfTheGallerySaysWhoseItIsUntilOneQuestionIsChosen) {
  test::ShippedSession opened;
  GalleryModel model(*opened.pack);
  const ports::QuestionCard& question = opened.pack->questions().front();
  EXPECT_EQ(model.index(0).data(GalleryModel::kQuestionRole).toString(), toQt(question.title));
  EXPECT_TRUE(
      model.index(0).data(Qt::AccessibleTextRole).toString().contains(toQt(question.title)));

  model.setFilter({.question = question.id});

  EXPECT_TRUE(model.index(0).data(GalleryModel::kQuestionRole).toString().isEmpty());
}

TEST_F(PackModels, PaletteOffersCommandsBeforePlaces) {
  test::ShippedSession opened;
  PaletteModel model(opened.session);
  QAbstractItemModelTester tester(&model, kFatal);
  QAction command(QStringLiteral("Feature something"), nullptr);
  QAction disabled(QStringLiteral("Feature nothing"), nullptr);
  disabled.setEnabled(false);
  model.setCommands({&command, &disabled});

  model.search(QStringLiteral("feature"));

  ASSERT_GT(model.rowCount(), 1);
  EXPECT_EQ(model.row(0).command, &command);
  for (int row = 1; row < model.rowCount(); ++row)
    EXPECT_TRUE(model.row(row).command.isNull());
}

TEST(PaletteModel, SendsAPartToItsFigure) {
  search::Hit hit;
  hit.kind = search::HitKind::Part;
  hit.id = "q/figure/part";
  hit.question = QuestionId("q");

  const Place place = placeOf(hit);

  EXPECT_EQ(place.diagram, DiagramId("q/figure"));
  EXPECT_EQ(place.part, PartId("part"));
}

TEST(PlainText, LeavesTheWordsOfMarkdown) {
  EXPECT_EQ(plainText(QStringLiteral("**Rank** by [bid](concept:bid) times $p_i$\nnow")),
            QStringLiteral("Rank by bid times pi now"));
}

TEST(ReadablePiece, ShowsNothingOfALinkWhoseBeginningOrEndIsCutOff) {
  const auto piece = [](const char* text) { return readablePiece(QString::fromUtf8(text)); };

  EXPECT_EQ(piece("…the [feature store](part:ads/serving/store) serves…"),
            QStringLiteral("…the feature store serves…"));
  EXPECT_EQ(piece("…serving/store) serves the \x02ranker\x03…"),
            QStringLiteral("…serves the \x02ranker\x03…"));
  EXPECT_EQ(piece("…store](part:ads/serving/store) serves"), QStringLiteral("…store serves"));
  EXPECT_EQ(piece("the [feature store](part:ads/ser…"), QStringLiteral("the feature store"));
  EXPECT_EQ(piece("…the log (of clicks) is kept"), QStringLiteral("…the log (of clicks) is kept"));
}

}  // namespace
}  // namespace phaseboard::ui
