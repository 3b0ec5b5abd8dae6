// SPDX-License-Identifier: Apache-2.0
// A damaged notebook, as the user meets it: what is hurt, and back in two clicks.
#include <gmock/gmock.h>

#include <QEventLoop>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include "db/files/file_system.h"
#include "db/notebook/notebook_lock.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/places.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/text.h"
#include "ui/desktop/program.h"
#include "ui/desktop/recovery_dialog.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t kPage = 4'096;

class Recovery : public testing::Test {
 protected:
  /// A notebook with a backup and answers given after it, and a page in the middle that is noise.
  Recovery() {
    test::OpenDesk desk = open();
    test::writeSample(desk);
    EXPECT_THAT(desk.desk.writeAnswer(test::kAdsModel, std::string(60'000, 't')), test::IsOk());
    const db::Backups backups(db::diskFiles(), m_file);
    const auto backup = backups.make(desk.clock.now());
    EXPECT_THAT(backup, test::IsOk());
    EXPECT_THAT(desk.store->rotateJournal(db::Backups::journalOf(*backup)), test::IsOk());
    desk.clock.advanceMinutes(1);
    EXPECT_THAT(desk.desk.answerPrompt(test::aPrompt("one"), memory::Rating::Good, Millis{1}),
                test::IsOk());
    m_clock.set(toIso(desk.clock.now()));
  }

  test::OpenDesk open() {
    test::SeededChance chance{3};
    auto store = db::SqliteNotebookStore::open({m_file}, chance);
    EXPECT_THAT(store, test::IsOk());
    return test::OpenDesk{std::move(*store)};
  }

  /// The long answer lies in pages of its own, among the answers and among the steps of undo.
  void hurtTheAnswers() {
    std::string bytes = test::contentsOf(m_file);
    const std::string answer(3'000, 't');
    for (std::size_t at = bytes.find(answer); at != std::string::npos; at = bytes.find(answer, at))
      bytes[at] = 'x';
    m_folder.write("notebook.db", bytes);
  }

  std::unique_ptr<RecoveryDialog> showDialog() {
    auto dialog = std::make_unique<RecoveryDialog>(
        toQt(m_file.string()), [file = m_file] { return db::surveyDamage(db::diskFiles(), file); },
        [file = m_file, now = m_clock.now()] {
          return db::restoreNotebook(db::diskFiles(), file, std::nullopt, now);
        },
        [file = m_file, now = m_clock.now()] { return db::setAside(db::diskFiles(), file, now); },
        m_clock);
    dialog->show();
    waitFor(*dialog, &RecoveryDialog::surveyed);
    return dialog;
  }

  static void waitFor(RecoveryDialog& dialog, void (RecoveryDialog::*signal)()) {
    QEventLoop loop;
    QObject::connect(&dialog, signal, &loop, &QEventLoop::quit);
    loop.exec();
    QApplication::processEvents();
  }

  static QString wordsOf(const RecoveryDialog& dialog) {
    QString words;
    for (const QLabel* label : dialog.findChildren<QLabel*>())
      if (label->isVisibleTo(&dialog))
        words += label->text() + u'\n';
    return words;
  }

  /// With the mouse, as a user would; counts.
  void click(QPushButton* button) {
    ASSERT_NE(button, nullptr);
    ASSERT_TRUE(button->isVisible() && button->isEnabled());
    ++m_clicks;
    QTest::mouseClick(button, Qt::LeftButton);
  }

  test::TemporaryFolder m_folder;
  std::filesystem::path m_file = m_folder / "notebook.db";
  test::FakeClock m_clock;
  int m_clicks = 0;
};

TEST_F(Recovery, BringsEveryAnswerBackInTwoClicksAndKeepsTheDamagedFile) {
  hurtTheAnswers();
  const std::string damaged = test::contentsOf(m_file);
  const auto dialog = showDialog();

  click(dialog->findChild<QPushButton*>(u"restore"_s));
  waitFor(*dialog, &RecoveryDialog::restored);
  click(dialog->findChild<QPushButton*>(u"open"_s));

  EXPECT_EQ(m_clicks, 2);
  EXPECT_EQ(dialog->result(), QDialog::Accepted);
  const test::OpenDesk desk = open();
  const auto events = desk.store->recentEvents(100);
  EXPECT_EQ(events->size(), 5U);
  EXPECT_EQ((*desk.store->currentAnswer(test::kAdsModel))->text, std::string(60'000, 't'));
  bool isKept = false;
  for (const auto& entry : std::filesystem::directory_iterator(m_folder.path()))
    isKept =
        isKept || (entry.path().filename().string().find("before-restore") != std::string::npos &&
                   test::contentsOf(entry.path()) == damaged);
  EXPECT_TRUE(isKept);
}

TEST_F(Recovery, SaysWhatIsHurtAndWhatCanStillBeRead) {
  hurtTheAnswers();

  const db::DamageSurvey survey = db::surveyDamage(db::diskFiles(), m_file);
  const auto dialog = showDialog();

  ASSERT_EQ(survey.parts.size(), 8U);
  for (const db::PartReach& reach : survey.parts)
    EXPECT_EQ(reach.isHurt,
              reach.part == db::NotebookPart::Answers || reach.part == db::NotebookPart::Settings);
  EXPECT_EQ(survey.parts.front().rows, 5);
  ASSERT_TRUE(survey.backup.has_value());
  EXPECT_EQ(survey.backupGrades, 4);
  EXPECT_EQ(survey.laterGrades, 1);
  const QString words = wordsOf(*dialog);
  EXPECT_TRUE(words.contains(u"Your answers"_s));
  EXPECT_TRUE(words.contains(u"damaged"_s));
  EXPECT_TRUE(words.contains(toQt(m_file.string())));
}

TEST_F(Recovery, WorksWhenTheNotebookIsGone) {
  std::filesystem::remove(m_file);
  test::SeededChance chance{3};
  ASSERT_THAT(db::SqliteNotebookStore::open({m_file}, chance), test::FailsWith(ErrorKind::Damaged));
  const auto dialog = showDialog();
  EXPECT_FALSE(dialog->findChild<QPushButton*>(u"read"_s)->isVisible());
  EXPECT_TRUE(wordsOf(*dialog).contains(u"is missing"_s));
  EXPECT_TRUE(wordsOf(*dialog).contains(u"The journal has 1 given"_s));

  click(dialog->findChild<QPushButton*>(u"restore"_s));
  waitFor(*dialog, &RecoveryDialog::restored);
  click(dialog->findChild<QPushButton*>(u"open"_s));

  EXPECT_EQ(m_clicks, 2);
  EXPECT_EQ(open().store->recentEvents(100)->size(), 5U);
}

TEST_F(Recovery, BeginsAnewInTwoClicksAndKeepsWhatIsLeftOfTheOldOne) {
  std::filesystem::remove(m_file);
  const std::string journal = test::contentsOf(m_folder / "notebook.journal");
  const auto dialog = showDialog();

  click(dialog->findChild<QPushButton*>(u"anew"_s));
  waitFor(*dialog, &RecoveryDialog::wasSetAside);
  const QString words = wordsOf(*dialog);
  click(dialog->findChild<QPushButton*>(u"open"_s));

  EXPECT_EQ(m_clicks, 2);
  EXPECT_EQ(dialog->result(), QDialog::Accepted);
  EXPECT_EQ(open().store->stats()->reviews, 0);
  std::vector<std::filesystem::path> kept;
  for (const auto& entry : std::filesystem::directory_iterator(m_folder.path()))
    if (entry.is_directory() && entry.path().filename().string().starts_with("notebook-before-"))
      kept.push_back(entry.path());
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(test::contentsOf(kept.front() / "notebook.journal"), journal);
  EXPECT_TRUE(words.contains(toQt(kept.front().filename().string())));
  const auto restored = db::restoreNotebook(db::diskFiles(), kept.front() / "notebook.db",
                                            std::nullopt, m_clock.now());
  ASSERT_THAT(restored, test::IsOk());
  EXPECT_EQ(restored->events, 5);
}

TEST_F(Recovery, DoesNotOfferToBeginAnewBesideWhatCanBeRead) {
  hurtTheAnswers();

  const auto dialog = showDialog();

  EXPECT_FALSE(dialog->findChild<QPushButton*>(u"anew"_s)->isVisible());
  EXPECT_TRUE(dialog->findChild<QPushButton*>(u"read"_s)->isVisible());
}

TEST_F(Recovery, SaysWhyItCannotBeginAnew) {
  std::filesystem::remove(m_file);
  const auto dialog = showDialog();
  // Somebody has the notebook's place meanwhile.
  const auto lock = db::NotebookLock::acquire(m_file);
  ASSERT_THAT(lock, test::IsOk());

  click(dialog->findChild<QPushButton*>(u"anew"_s));
  waitFor(*dialog, &RecoveryDialog::wasSetAside);

  EXPECT_TRUE(dialog->findChild<QLabel*>(u"trouble"_s)->isVisible());
  EXPECT_TRUE(std::filesystem::exists(m_folder / "backups"));
}

TEST_F(Recovery, OffersNothingThatIsNotThere) {
  std::filesystem::remove_all(m_folder / "backups");
  m_folder.write("notebook.db", std::string(20'000, 'x'));

  const auto dialog = showDialog();

  EXPECT_FALSE(dialog->findChild<QPushButton*>(u"restore"_s)->isEnabled());
  EXPECT_FALSE(dialog->findChild<QPushButton*>(u"read"_s)->isEnabled());
  EXPECT_TRUE(dialog->findChild<QPushButton*>(u"anew"_s)->isEnabled());
  EXPECT_TRUE(wordsOf(*dialog).contains(u"no whole backup"_s));
}

TEST_F(Recovery, SaysWhyItCannotRestore) {
  hurtTheAnswers();
  const auto dialog = showDialog();
  std::filesystem::remove_all(m_folder / "backups");

  click(dialog->findChild<QPushButton*>(u"restore"_s));
  waitFor(*dialog, &RecoveryDialog::restored);

  EXPECT_TRUE(dialog->findChild<QLabel*>(u"trouble"_s)->isVisible());
  EXPECT_TRUE(dialog->isVisible());
}

class RecoveryOfTheWindow : public Recovery {
 protected:
  Result<std::unique_ptr<Program>> openProgram(bool readsDamaged) {
    return Program::open({toQt(m_file.string()),
                          {test::inBuild("resources/mlsd.pack")},
                          toQt((m_folder / "window.ini").string()),
                          {},
                          readsDamaged},
                         m_clock, m_chance);
  }

  test::SeededChance m_chance{5};
};

TEST_F(RecoveryOfTheWindow, OpensADamagedNotebookForReadingWhenToldTo) {
  std::string bytes = test::contentsOf(m_file);
  for (std::size_t page = 4; (page + 1) * kPage <= bytes.size(); page += 5)
    bytes[page * kPage + 100] = static_cast<char>(bytes[page * kPage + 100] ^ 1);
  m_folder.write("notebook.db", bytes);

  const auto program = openProgram(true);

  // Reading may find damage anywhere; it says so, and neither shows what was not there nor crashes.
  if (program) {
    (*program)->show();
    QApplication::processEvents();
  } else {
    EXPECT_EQ(program.error().kind, ErrorKind::Damaged);
  }
}

}  // namespace
}  // namespace phaseboard::ui
