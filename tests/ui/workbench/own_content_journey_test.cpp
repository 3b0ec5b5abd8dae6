// SPDX-License-Identifier: Apache-2.0
// Writing questions of one's own and rewording shipped texts, by the real program.
#include <algorithm>
#include <fstream>
#include <functional>

#include <gmock/gmock.h>

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include "db/pack/pack_writer.h"
#include "tests/support/fake_clock.h"
#include "tests/support/places.h"
#include "tests/support/result_matchers.h"
#include "tests/support/stub_figure_compiler.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/text.h"
#include "ui/desktop/program.h"
#include "ui/shell/window_memory.h"
#include "ui/study/note_view.h"
#include "ui/widgets/diagram_view.h"
#include "ui/widgets/motion.h"
#include "ui/widgets/text_block.h"
#include "ui/widgets/toasts.h"
#include "ui/workbench/left_behind_dialog.h"
#include "ui/workbench/problem_list.h"
#include "ui/workbench/source_editor.h"
#include "ui/workbench/source_preview.h"
#include "ui/workbench/update_dialog.h"
#include "ui/workbench/workbench_screen.h"
#include "ui/workbench/workshop.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;

constexpr int kPatience = 20'000;

/// The program on a notebook in a folder, opened as often as a test likes.
class OwnContentJourney : public testing::Test {
 protected:
  void SetUp() override { setMotionReduced(*qApp, true); }
  void TearDown() override { m_program.reset(); }

  void open(const std::filesystem::path& pack) {
    m_program.reset();
    auto program = Program::open({toQt((m_folder / "notebook.db").string()),
                                  {pack},
                                  toQt((m_folder / "window.ini").string())},
                                 m_clock, m_chance);
    ASSERT_THAT(program, test::IsOk());
    m_program = std::move(*program);
    m_program->window().resize(1440, 900);
    m_program->window().show();
  }
  MainWindow& window() { return m_program->window(); }
  Session& session() { return m_program->session(); }
  Workshop& workshop() { return m_program->workshop(); }
  template <class Type>
  Type* find(const char* name) {
    return window().findChild<Type*>(QLatin1String(name));
  }
  void goTo(ScreenName screen) { window().goTo(Place{.screen = screen}); }
  void command(const char* name) {
    auto* action = find<QAction>(name);
    ASSERT_NE(action, nullptr) << name;
    action->trigger();
  }

  /// Does something and waits until the compiler said something that fits.
  SourceCheck checkAfter(const std::function<void()>& act,
                         const std::function<bool(const SourceCheck&)>& fits) {
    SourceCheck found;
    bool isFound = false;
    QEventLoop loop;
    QObject context;
    QObject::connect(&workshop(), &Workshop::checked, &context, [&](const SourceCheck& check) {
      if (isFound || !fits(check))
        return;
      found = check;
      isFound = true;
      loop.quit();
    });
    QTimer::singleShot(kPatience, &loop, &QEventLoop::quit);
    act();
    if (!isFound)
      loop.exec();
    EXPECT_TRUE(isFound) << "the compiler said nothing that fits";
    return found;
  }
  static bool isWritten(const SourceCheck& check) { return check.isWritten; }

  /// Fills in the dialog that the next event brings.
  void whenDialogOpens(const char* name, const std::function<void(QDialog&)>& act) {
    QTimer::singleShot(0, &window(), [this, name, act] {
      auto* dialog = find<QDialog>(name);
      ASSERT_NE(dialog, nullptr) << name;
      act(*dialog);
    });
  }

  void makeQuestion(const QString& title) {
    checkAfter(
        [&] {
          whenDialogOpens("newSourceDialog", [&](QDialog& dialog) {
            dialog.findChild<QLineEdit*>(u"newTitle"_s)->setText(title);
            dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
          });
          command("newQuestionCommand");
        },
        isWritten);
  }

  [[nodiscard]] bool hasQuestion(const char* id) {
    const auto& all = session().pack().questions();
    return std::any_of(all.begin(), all.end(),
                       [&](const auto& card) { return card.id == QuestionId{id}; });
  }

  test::TemporaryFolder m_folder;
  test::FakeClock m_clock;
  test::SeededChance m_chance{7};
  std::unique_ptr<Program> m_program;
};

TEST_F(OwnContentJourney, WritesAQuestionMendsItAndStudiesIt) {
  open(test::inBuild("resources/mlsd.pack"));
  goTo(ScreenName::Workbench);
  ASSERT_NE(find<QPushButton>("firstQuestion"), nullptr) << "an empty bench says how to begin";
  makeQuestion(u"Café search"_s);
  ASSERT_TRUE(hasQuestion("caf-search")) << "at hand without a restart";
  auto* editor = find<SourceEditor>("sourceEditor");
  EXPECT_EQ(window().currentPlace().source, "questions/caf-search/question.yaml");

  // A mistake is told in its place while it is typed, and is gone when it is taken back.
  const auto wrong = checkAfter(
      [&] {
        editor->goToLine(2);
        QTest::keyClick(editor, Qt::Key_Home);
        QTest::keyClicks(editor, u"colour: blue"_s);
        QTest::keyClick(editor, Qt::Key_Return);
      },
      [](const SourceCheck& check) { return !check.problems.empty(); });
  ASSERT_THAT(editor->problems(), Not(IsEmpty()));
  EXPECT_EQ(editor->problems().begin()->first, 2);
  EXPECT_EQ(window().findChild<ProblemList*>()->count(), static_cast<int>(wrong.problems.size()));
  checkAfter(
      [&] {
        while (editor->document()->isUndoAvailable())
          editor->undo();
      },
      [](const SourceCheck& check) { return !check.file.empty() && check.problems.empty(); });
  EXPECT_THAT(editor->problems(), IsEmpty());

  // A figure is shown while it is written; what is saved is what is studied.
  checkAfter(
      [&] {
        window().goTo(Place{.screen = ScreenName::Workbench,
                            .source = "diagrams/caf-search/first-figure.dot"});
      },
      [](const SourceCheck& check) { return check.figure.has_value(); });
  ASSERT_NE(find<DiagramView>("previewFigure")->scene(), nullptr);
  checkAfter(
      [&] {
        editor->setPlainText(
            editor->toPlainText().replace(u"label=\"Model\""_s, u"label=\"Two-tower model\""_s));
        command("saveSourceCommand");
      },
      isWritten);
  EXPECT_FALSE(editor->document()->isModified());
  const auto figure = session().pack().diagram(DiagramId{"caf-search/first-figure"});
  ASSERT_THAT(figure, test::IsOk());
  EXPECT_THAT(figure->parts, Contains(testing::Field(&content::Part::title, "Two-tower model")));
  command("studySourceCommand");
  EXPECT_EQ(window().currentPlace().screen, ScreenName::Study);
  EXPECT_EQ(window().currentPlace().diagram, DiagramId{"caf-search/first-figure"});
  const ops::PromptTable* prompts = session().prompts();
  ASSERT_NE(prompts, nullptr);
  const auto& all = session().pack().prompts();
  const auto own = std::find_if(all.begin(), all.end(), [](const review::Prompt& prompt) {
    return prompt.question == QuestionId{"caf-search"};
  });
  ASSERT_NE(own, all.end());
  EXPECT_NE(prompts->find(own->id), nullptr) << "it can be asked";
}

TEST_F(OwnContentJourney, NoticesWhatAnotherEditorSaves) {
  open(test::inBuild("resources/mlsd.pack"));
  goTo(ScreenName::Workbench);
  makeQuestion(u"Shop"_s);
  const auto file = m_folder / "own/questions/shop/question.yaml";
  std::ifstream in(file);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  text.replace(text.find("title: \"Shop\""), 13, "title: \"Shop two\"");

  checkAfter([&] { std::ofstream(file) << text; }, isWritten);

  EXPECT_EQ(session().pack().questions().back().title, "Shop two");
  EXPECT_TRUE(find<SourceEditor>("sourceEditor")->toPlainText().contains(u"Shop two"_s));
}

TEST_F(OwnContentJourney, TellsWhatStaysOfAQuestionThatIsGoneAndGivesItBack) {
  open(test::inBuild("resources/mlsd.pack"));
  goTo(ScreenName::Workbench);
  makeQuestion(u"Shop"_s);
  const answers::AnswerKey key{QuestionId{"shop"}, PhaseId{"model"}};
  ASSERT_TRUE(session().perform([&](ops::Desk& desk) { return desk.writeAnswer(key, "Zebras."); }));
  const auto sources = m_folder / "own/questions/shop";
  const auto aside = m_folder / "aside";

  checkAfter([&] { std::filesystem::rename(sources, aside); }, isWritten);

  EXPECT_FALSE(hasQuestion("shop"));
  const auto left = leftBehind(session());
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].question, key.question);
  QApplication::processEvents();
  const QString told = window().findChild<Toasts*>()->text();
  EXPECT_TRUE(told.contains(u"“shop” is gone"_s) && told.contains(u"Left behind"_s))
      << fromQt(told);
  command("leftBehindCommand");
  auto* dialog = find<QDialog>("leftBehindDialog");
  ASSERT_NE(dialog, nullptr);
  QStringList words;
  for (const auto* text : dialog->findChildren<TextBlock*>())
    words.push_back(text->plainText());
  EXPECT_EQ(words, QStringList{u"Zebras."_s});
  dialog->accept();
  checkAfter([&] { std::filesystem::rename(aside, sources); }, isWritten);
  EXPECT_TRUE(hasQuestion("shop"));
  EXPECT_TRUE(leftBehind(session()).empty());
  EXPECT_EQ((*session().notebook().currentAnswer(key))->text, "Zebras.");
}

TEST_F(OwnContentJourney, UsesTheFolderThatThisMachineWasTold) {
  {
    WindowMemory memory(toQt((m_folder / "window.ini").string()));
    memory.setChoice(u"own-content-folder"_s, toQt((m_folder / "elsewhere").string()));
  }
  open(test::inBuild("resources/mlsd.pack"));
  goTo(ScreenName::Workbench);

  makeQuestion(u"Shop"_s);

  EXPECT_TRUE(std::filesystem::exists(m_folder / "elsewhere/questions/shop/question.yaml"));
  EXPECT_FALSE(std::filesystem::exists(m_folder / "own"));
}

TEST_F(OwnContentJourney, OpensWhatWasWrittenBeforeWithoutCompiling) {
  open(test::inBuild("resources/mlsd.pack"));
  goTo(ScreenName::Workbench);
  makeQuestion(u"Shop"_s);

  open(test::inBuild("resources/mlsd.pack"));

  EXPECT_TRUE(hasQuestion("shop"));
  EXPECT_FALSE(workshop().isBusy());
}

TEST_F(OwnContentJourney, KeepsOwnWordsThroughAnUpdateAndShowsTheOriginal) {
  content::Pack pack = test::miniPack();
  const auto file = m_folder / "mini.pack";
  ASSERT_THAT(db::writePack(pack, file), test::IsOk());
  open(file);
  content::KeyPoint& point = pack.questions.at(0).notes.at(1).keyPoints.at(0);
  const Place there{.screen = ScreenName::Study,
                    .question = QuestionId{"spam-filter"},
                    .phase = PhaseId{"serve"},
                    .item = point.id};
  ASSERT_TRUE(session().perform([&](ops::Desk& desk) {
    return desk.overrideText(point.id.value(), "why", "Because I say so.", point.why);
  }));
  point.why = "A better reason.";
  m_program.reset();
  ASSERT_THAT(db::writePack(pack, file), test::IsOk());

  open(file);
  window().goTo(there);
  auto* note = find<NoteView>("note");
  note->finish();

  auto* card = note->page()->findChild<QWidget*>(u"item:"_s + toQt(point.id.value()));
  ASSERT_NE(card, nullptr);
  QStringList words;
  for (const auto* text : card->findChildren<TextBlock*>())
    words.push_back(text->plainText());
  EXPECT_TRUE(words.join(u' ').contains(u"Because I say so."_s));
  auto* original = card->findChild<QWidget*>(u"originalWords"_s);
  ASSERT_NE(original, nullptr);
  EXPECT_TRUE(original->isHidden());
  card->findChild<QPushButton*>(u"seeOriginal"_s)->click();
  EXPECT_FALSE(original->isHidden());
  EXPECT_EQ(original->findChild<TextBlock*>()->plainText(), u"A better reason."_s);
  session().undo();
  QApplication::processEvents();
  EXPECT_EQ(find<NoteView>("note")->page()->findChild<QWidget*>(u"originalWords"_s), nullptr);
}

TEST_F(OwnContentJourney, TellsAnUpdateOnceAndOffersOnlyWhatChanged) {
  content::Pack pack = test::miniPack();
  const auto file = m_folder / "mini.pack";
  ASSERT_THAT(db::writePack(pack, file), test::IsOk());
  open(file);
  QSignalSpy reported(&m_program->news(), &UpdateNotice::reported);
  m_program->news().look();
  m_program->news().settle();
  QApplication::processEvents();
  EXPECT_EQ(reported.count(), 0) << "the first time everything is new";
  for (const review::Prompt& listed : session().pack().prompts()) {
    const auto prompt = session().pack().prompt(listed.id);
    ASSERT_TRUE(session().perform([&](ops::Desk& desk) {
      return desk.answerPrompt(*prompt, memory::Rating::Good, Millis{1'000});
    }));
  }
  pack.questions.at(0).diagrams.at(0).parts.at(0).explanation = "Otherwise.";
  m_program.reset();
  ASSERT_THAT(db::writePack(pack, file), test::IsOk());

  open(file);
  m_program->news().look();
  m_program->news().settle();
  QApplication::processEvents();

  auto* dialog = find<QDialog>("updateDialog");
  ASSERT_NE(dialog, nullptr);
  auto* again = dialog->findChild<QPushButton*>(u"reviewChanged"_s);
  ASSERT_NE(again, nullptr);
  again->click();
  EXPECT_EQ(window().currentPlace().screen, ScreenName::Review);
  m_program->news().look();
  m_program->news().settle();
  QApplication::processEvents();
  EXPECT_FALSE(m_program->news().isReading()) << "it was told once";
}

}  // namespace
}  // namespace phaseboard::ui
