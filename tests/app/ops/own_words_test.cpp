// SPDX-License-Identifier: Apache-2.0
#include "app/ops/own_words.h"

#include <gmock/gmock.h>

#include "db/pack/pack_reader.h"
#include "db/pack/pack_writer.h"
#include "tests/support/open_desk.h"
#include "tests/support/result_matchers.h"
#include "tests/support/stub_figure_compiler.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

using ops::OwnSentence;
using testing::ElementsAre;
using testing::IsEmpty;

const answers::AnswerKey kOwnClarify{QuestionId{"spam-filter"}, PhaseId{"clarify"}};
const answers::AnswerKey kAdsServe{QuestionId{"ads"}, PhaseId{"serve"}};
const DiagramId kOwnFigure{"spam-filter/request-path"};

class OwnWordsTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto file = m_folder / "mini.pack";
    ASSERT_THAT(db::writePack(miniPack(), file), IsOk());
    auto opened = db::PackReader::open(file);
    ASSERT_THAT(opened, IsOk());
    m_pack = std::move(*opened);
  }
  void write(const answers::AnswerKey& key, const std::string& text) {
    ASSERT_THAT(m_open.desk.writeAnswer(key, text), IsOk());
    m_open.clock.advanceMinutes(1);
  }
  content::Part part(const std::string& id) {
    const auto diagram = m_pack->diagram(kOwnFigure);
    for (const content::Part& one : diagram->parts)
      if (one.id.value() == id)
        return one;
    ADD_FAILURE() << id;
    return {};
  }
  std::vector<std::string> textsAbout(const std::string& id) {
    ops::OwnWords words(*m_pack, *m_open.store);
    EXPECT_THAT(words.read(), IsOk());
    std::vector<std::string> texts;
    for (const OwnSentence& sentence : words.about(part(id), kOwnFigure))
      texts.push_back(sentence.text);
    return texts;
  }

  TemporaryFolder m_folder;
  std::unique_ptr<db::PackReader> m_pack;
  OpenDesk m_open = OpenDesk::inMemory();
};

TEST_F(OwnWordsTest, AreTheSentencesThatNameAPartLeniently) {
  write(kOwnClarify,
        "The gateways accept mail. A featrue store keeps rows.\n- Feature stores are read once.\n"
        "Features alone are not it.");

  EXPECT_THAT(textsAbout("features"),
              ElementsAre("A featrue store keeps rows.", "Feature stores are read once."));
  EXPECT_THAT(textsAbout("gateway"), ElementsAre("The gateways accept mail."));
}

TEST_F(OwnWordsTest, AreTheSentencesThatReferToAPartOrItsConcept) {
  write(
      kOwnClarify,
      "[It](part:spam-filter/request-path/features) is fresh. We keep [rows](concept:feature-store)"
      " by key. [This](part:spam-filter/request-path/gateway) is another.");

  EXPECT_THAT(textsAbout("features"),
              ElementsAre("[It](part:spam-filter/request-path/features) is fresh.",
                          "We keep [rows](concept:feature-store) by key."));
}

TEST_F(OwnWordsTest, OfOtherQuestionsComeAfterItsOwn) {
  write(kAdsServe, "The feature store serves ads.");
  write(kOwnClarify, "The feature store serves mail.");

  EXPECT_THAT(textsAbout("features"),
              ElementsAre("The feature store serves mail.", "The feature store serves ads."));
}

TEST_F(OwnWordsTest, AreThoseOfTheCurrentVersion) {
  write(kOwnClarify, "A feature store.");
  ops::OwnWords words(*m_pack, *m_open.store);
  ASSERT_THAT(words.read(), IsOk());
  write(kOwnClarify, "None.");

  ASSERT_THAT(words.read(kOwnClarify), IsOk());

  EXPECT_THAT(words.about(part("features"), kOwnFigure), IsEmpty());
}

TEST_F(OwnWordsTest, SayWhichPartsAreNeverMentioned) {
  write(kOwnClarify, "The gateway asks the spam model.");
  write(kAdsServe, "The feature store is of another question.");
  ops::OwnWords words(*m_pack, *m_open.store);
  ASSERT_THAT(words.read(), IsOk());

  const auto report = words.saidOf(kOwnClarify.question);

  ASSERT_THAT(report, IsOk());
  EXPECT_EQ(report->said, 2);
  EXPECT_EQ(report->all, 3) << "the nodes of its flow; a curve of a plot is no part of a design";
  std::vector<std::string> titles;
  for (const ops::UnsaidPart& unsaid : report->unsaid)
    titles.push_back(unsaid.title);
  EXPECT_THAT(titles, testing::ElementsAre("Feature store"));
}

}  // namespace
}  // namespace phaseboard::test
