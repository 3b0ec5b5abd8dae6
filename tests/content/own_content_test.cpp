// SPDX-License-Identifier: Apache-2.0
// Content of the user's own, compiled beside a pack.
#include <fstream>

#include <gmock/gmock.h>

#include "app/content/own_sources.h"
#include "app/content/pack_compiler.h"
#include "db/pack/own_content_files.h"
#include "db/pack/pack_shelf.h"
#include "db/pack/pack_writer.h"
#include "diagrams/compiler/figure_compiler.h"
#include "diagrams/style/fonts.h"
#include "tests/support/places.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard {
namespace {

using test::IsOk;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class OwnContentTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(style::registerFonts());
    const auto mini = content::compilePack(test::inSources("tests/data/mini-pack"),
                                           compiler::SvgFigureCompiler{});
    ASSERT_TRUE(mini.pack.has_value());
    ASSERT_THAT(db::writePack(*mini.pack, m_hostFile), IsOk());
    auto host = db::readHost({m_hostFile});
    ASSERT_THAT(host, IsOk());
    m_host = std::move(*host);
    write(content::newPackSource());
  }

  void write(const content::SourceFile& file) { m_folder.write("own/" + file.name, file.text); }
  void write(const std::vector<content::SourceFile>& files) {
    for (const content::SourceFile& file : files)
      write(file);
  }
  void makeQuestion(const std::string& id) {
    const auto made =
        content::newQuestionSources(QuestionId{id}, "Is it \"fresh\"?", m_host.framework);
    ASSERT_THAT(made, IsOk());
    write(*made);
  }

  content::CompiledPack compile(std::map<std::string, std::string> unsaved = {}) {
    return content::compilePack(m_folder / "own", compiler::SvgFigureCompiler{},
                                {1, &m_host, std::move(unsaved)});
  }

  test::TemporaryFolder m_folder;
  std::filesystem::path m_hostFile = m_folder / "host.pack";
  content::Host m_host;
};

TEST_F(OwnContentTest, BeginsWithSourcesThatCompile) {
  makeQuestion("fresh");
  write(*content::newPromptsSource(QuestionId{"fresh"}, m_host.framework));

  const auto compiled = compile();

  EXPECT_THAT(compiled.problems, IsEmpty());
  ASSERT_TRUE(compiled.pack.has_value());
  EXPECT_EQ(compiled.pack->questions.at(0).title, "Is it \"fresh\"?");
  EXPECT_THAT(compiled.pack->questions.at(0).notes, SizeIs(m_host.framework.phases.size()))
      << "a phase without a file has an empty note";
  EXPECT_THAT(compiled.pack->questions.at(0).diagrams, SizeIs(1));
}

TEST_F(OwnContentTest, AsksForANewFigureToBeListed) {
  makeQuestion("fresh");
  write(*content::newFigureSource(DiagramId{"fresh/curve"}, content::NewFigureKind::Plot, "When?"));

  EXPECT_THAT(compile().problems,
              ElementsAre(testing::Field(&Diagnostic::message, HasSubstr("no note lists"))));
}

TEST_F(OwnContentTest, IsOpenedBesideTheHost) {
  makeQuestion("fresh");
  const db::OwnContentFiles files(m_folder / "own", {m_hostFile});
  ASSERT_THAT(files.writePack(*compile().pack), IsOk());

  const auto shelf = db::PackShelf::open({m_hostFile, files.packFile()});

  ASSERT_THAT(shelf, IsOk());
  EXPECT_THAT((*shelf)->questions(), SizeIs(2));
  EXPECT_THAT((*shelf)->note(QuestionId{"fresh"}, PhaseId{"clarify"}), IsOk());
}

TEST_F(OwnContentTest, MayNameConceptsOfTheHostAndTakesOnlyThose) {
  makeQuestion("fresh");
  auto note = *content::newNoteSource(QuestionId{"fresh"}, PhaseId{"clarify"}, m_host.framework);
  note.text += "    concepts: [calibration]\n";
  write(note);

  const auto compiled = compile();

  EXPECT_THAT(compiled.problems, IsEmpty());
  ASSERT_THAT(compiled.pack->concepts, SizeIs(1));
  EXPECT_EQ(compiled.pack->concepts[0].id, ConceptId{"calibration"});
  EXPECT_THAT(compiled.pack->concepts[0].related, IsEmpty());
}

TEST_F(OwnContentTest, MayNotTakeTheIdOfAQuestionOfTheHost) {
  makeQuestion("spam-filter");

  EXPECT_THAT(compile().problems,
              ElementsAre(testing::Field(&Diagnostic::message,
                                         HasSubstr("belongs to a question that comes with"))));
}

TEST_F(OwnContentTest, SaysWhereATextThatIsNotSavedIsWrong) {
  makeQuestion("fresh");
  const std::string file = "questions/fresh/1-clarify.yaml";

  const auto compiled = compile({{file, "question: fresh\nphase: clarify\nsummary: [\n"}});

  ASSERT_THAT(compiled.problems, testing::Not(IsEmpty()));
  EXPECT_EQ(compiled.problems.front().file, file);
  EXPECT_GE(compiled.problems.front().line, 3);
  EXPECT_THAT(compile().problems, IsEmpty()) << "what is saved is not touched";
}

TEST_F(OwnContentTest, ShowsAFormulaThatNobodyDrewAsItIsWritten) {
  makeQuestion("fresh");
  auto note = *content::newNoteSource(QuestionId{"fresh"}, PhaseId{"clarify"}, m_host.framework);
  note.text +=
      "    # see\nnumbers:\n  - id: one\n    statement: It is $x_1 + x_2$.\n"
      "    expression: 1 + 1\n    shown: 2\n";
  write(note);

  EXPECT_THAT(compile().problems, IsEmpty());
}

TEST_F(OwnContentTest, KnowsWhenASourceIsYoungerThanThePack) {
  makeQuestion("fresh");
  const db::OwnContentFiles files(m_folder / "own", {m_hostFile});
  EXPECT_FALSE(files.hasPack());
  ASSERT_THAT(files.writePack(*compile().pack), IsOk());
  const auto built = std::filesystem::last_write_time(files.packFile());
  const auto source = m_folder / "own/questions/fresh/question.yaml";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(m_folder / "own"))
    if (entry.path().string().find(".built") == std::string::npos)
      std::filesystem::last_write_time(entry.path(), built - std::chrono::seconds(1));
  std::filesystem::last_write_time(m_folder / "own", built - std::chrono::seconds(1));
  EXPECT_FALSE(files.isPackOld());

  std::filesystem::last_write_time(source, built + std::chrono::seconds(1));

  EXPECT_TRUE(files.isPackOld());
}

TEST_F(OwnContentTest, StaysValidWhileTheShelfIsOpenedAnew) {
  makeQuestion("fresh");
  const db::OwnContentFiles files(m_folder / "own", {m_hostFile});
  ASSERT_THAT(files.writePack(*compile().pack), IsOk());
  auto shelf = db::PackShelf::open({m_hostFile});
  ASSERT_THAT(shelf, IsOk());
  const ports::QuestionCard* before = &(*shelf)->questions().front();
  const std::size_t prompts = (*shelf)->prompts().size();

  ASSERT_THAT((*shelf)->reopen({m_hostFile, files.packFile()}), IsOk());

  EXPECT_THAT((*shelf)->questions(), SizeIs(2));
  EXPECT_GT((*shelf)->prompts().size(), prompts);
  EXPECT_EQ(before->id, QuestionId{"spam-filter"});
}

}  // namespace
}  // namespace phaseboard
