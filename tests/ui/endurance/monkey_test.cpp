// SPDX-License-Identifier: Apache-2.0
// Actions without sense or aim on the real window with the pack that we ship: the notebook stays
// sound, nothing is logged, and memory stays as it is.
// PHASEBOARD_SEED and PHASEBOARD_ACTIONS choose them; PHASEBOARD_MONKEY_LOG names a file to which
// each is written before it happens, for when the program does not survive it.
#include "tests/ui/endurance/monkey.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>

#include <gtest/gtest.h>
#include <unistd.h>

#include <QAction>
#include <QApplication>
#include <QDir>

#include "app/ops/replay.h"
#include "app/ops/study_plan.h"
#include "db/connection.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/places.h"
#include "tests/support/result_matchers.h"
#include "tests/support/run_numbers.h"
#include "tests/support/temporary_folder.h"
#include "ui/desktop/program.h"

namespace phaseboard::test {
namespace {

using namespace Qt::StringLiterals;

constexpr std::uint64_t kUsualActions = 150;
constexpr std::uint64_t kMostBetweenChecks = 2'000;

/// What the window tells its user although nothing is wrong, word for word.
bool isKnownRefusal(const QString& message) {
  constexpr std::array kKnown{
      // The sample notebook was written beside another pack: it rebuilt this figure of this
      // question.
      u"NotFound: ads/serving",
      u"NotFound: ads",
  };
  return std::any_of(kKnown.begin(), kKnown.end(),
                     [&](const char16_t* known) { return message == QStringView(known); });
}

QStringList* heard = nullptr;

void hear(QtMsgType type, const QMessageLogContext&, const QString& message) {
  // Of the platform that has no screen, not of the program.
  if (type == QtDebugMsg || type == QtInfoMsg ||
      message.contains(u"This plugin does not support"_s) || isKnownRefusal(message))
    return;
  if (heard != nullptr)
    *heard += message;
}

/// Everything that Qt warned of since it was made.
class Listener {
 public:
  Listener() : m_before(qInstallMessageHandler(hear)) { heard = &messages; }
  ~Listener() {
    heard = nullptr;
    qInstallMessageHandler(m_before);
  }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  QStringList messages;

 private:
  QtMessageHandler m_before;
};

/// The folder in which files end up whose names nobody chose.
class Elsewhere {
 public:
  Elsewhere() : m_before(QDir::currentPath()), m_home(qgetenv("HOME")) {
    QDir::setCurrent(QString::fromStdString(m_folder.path().string()));
    qputenv("HOME", m_folder.path().c_str());
  }
  ~Elsewhere() {
    QDir::setCurrent(m_before);
    qputenv("HOME", m_home);
  }
  Elsewhere(const Elsewhere&) = delete;
  Elsewhere& operator=(const Elsewhere&) = delete;

  [[nodiscard]] const TemporaryFolder& folder() const { return m_folder; }

 private:
  TemporaryFolder m_folder;
  QString m_before;
  QByteArray m_home;
};

std::int64_t residentKilobytes() {
  std::ifstream file("/proc/self/statm");
  std::int64_t pages = 0;
  file >> pages >> pages;
  return pages * (sysconf(_SC_PAGESIZE) / 1'024);
}

std::optional<std::string> faultOf(db::SqliteNotebookStore& store) {
  const auto structure = store.connection().integer(
      "SELECT count(*) FROM pragma_quick_check WHERE quick_check <> 'ok'");
  const auto references =
      store.connection().integer("SELECT count(*) FROM pragma_foreign_key_check");
  if (structure != 0 || references != 0)
    return "the notebook is damaged";
  const auto memory = ops::memorySettings(store.settings().value());
  const auto report = ops::compareWithLog(store, *memory);
  if (!report || report->differenceCount != 0)
    return "schedule and log differ: " +
           (report ? report->differences.front() : describe(report.error()));
  return std::nullopt;
}

void writeSampleNotebook(const std::filesystem::path& file) {
  SeededChance chance{3};
  auto store = db::SqliteNotebookStore::open({file}, chance);
  ASSERT_THAT(store, IsOk());
  OpenDesk open{std::move(*store)};
  writeSample(open);
}

/// Some place that is worth being at.
void goSomewhere(ui::Program& program, std::uint64_t number) {
  const auto& pack = program.session().pack();
  const auto& questions = pack.questions();
  const auto& phases = pack.framework().phases;
  constexpr std::array kScreens{ui::ScreenName::Study,   ui::ScreenName::Study,
                                ui::ScreenName::Review,  ui::ScreenName::Today,
                                ui::ScreenName::Library, ui::ScreenName::Progress};
  ui::Place place{.screen = kScreens[number % kScreens.size()]};
  if (place.screen == ui::ScreenName::Study) {
    place.question = questions[number / 8 % questions.size()].id;
    place.phase = phases[number / 1'024 % phases.size()].id;
    place.writing = number / 65'536 % 3 == 0;
  }
  program.window().goTo(place);
}

class MonkeyTest : public testing::Test {
 protected:
  MonkeyTest() {
    writeSampleNotebook(m_elsewhere.folder() / "notebook.db");
    auto opened =
        ui::Program::open({QString::fromStdString((m_elsewhere.folder() / "notebook.db").string()),
                           {inBuild("resources/mlsd.pack")},
                           QString::fromStdString((m_elsewhere.folder() / "window.ini").string())},
                          m_clock, m_chance);
    EXPECT_THAT(opened, IsOk());
    m_program = std::move(*opened);
    m_wasQuitting = QApplication::quitOnLastWindowClosed();
    QApplication::setQuitOnLastWindowClosed(false);
    for (QAction* action : m_program->window().findChildren<QAction*>())
      if (action->text().contains(u"Quit"_s))
        action->setEnabled(false);
    QObject::connect(&m_program->session(), &ui::Session::failed, &m_program->window(),
                     [this](const Error& error) {
                       if (error.kind == ErrorKind::Internal || error.kind == ErrorKind::Damaged ||
                           error.kind == ErrorKind::InputOutput)
                         m_errors.push_back(describe(error));
                     });
    m_program->show();
  }
  ~MonkeyTest() override { QApplication::setQuitOnLastWindowClosed(m_wasQuitting); }

  bool isWell(const Monkey& monkey) {
    std::string what;
    for (const std::string& error : m_errors)
      what += "the program told: " + error + "\n";
    for (const QString& message : m_listener.messages)
      what += "Qt warned: " + message.toStdString() + "\n";
    if (const auto fault = faultOf(m_program->store()))
      what += *fault + "\n";
    if (!what.empty())
      ADD_FAILURE() << what << "after\n" << monkey.lastActions();
    return what.empty();
  }

  Elsewhere m_elsewhere;
  FakeClock m_clock;
  SeededChance m_chance{7};
  Listener m_listener;
  std::vector<std::string> m_errors;
  std::unique_ptr<ui::Program> m_program;
  bool m_wasQuitting = true;
};

TEST_F(MonkeyTest, DoesNoHarm) {
  // The same in each usual run: what it finds is looked for in long ones.
  const std::uint64_t seed = numberFrom("PHASEBOARD_SEED", 32);
  std::cout << "PHASEBOARD_SEED=" << seed << "\n";
  const std::uint64_t actions = numberFrom("PHASEBOARD_ACTIONS", kUsualActions);
  Monkey monkey(m_program->window(), m_clock, seed,
                [this](std::uint64_t number) { goSomewhere(*m_program, number); });

  // What is kept for later is there after a while.
  std::vector<std::int64_t> memory;
  monkey.act(actions, std::min(kMostBetweenChecks, actions / 4 + 1), [&] {
    memory.push_back(residentKilobytes());
    return isWell(monkey);
  });

  EXPECT_TRUE(isWell(monkey));
  std::cout << actions << " actions: p50 " << monkey.percentile(0.5) << " ms, p99 "
            << monkey.percentile(0.99) << " ms, longest " << monkey.percentile(1) << " ms, "
            << monkey.stalls().size() << " over 100 ms\n";
  auto stalls = monkey.stalls();
  std::sort(stalls.begin(), stalls.end(),
            [](const auto& a, const auto& b) { return a.millis > b.millis; });
  for (std::size_t i = 0; i < std::min<std::size_t>(8, stalls.size()); ++i)
    std::cout << "  " << stalls[i].millis << " ms: " << stalls[i].action << "\n";
  std::cout << "memory, MB:";
  for (std::size_t i = 0; i < memory.size(); i += memory.size() / 12 + 1)
    std::cout << " " << memory[i] / 1'024;
  std::cout << " " << residentKilobytes() / 1'024 << "\n";
}

}  // namespace
}  // namespace phaseboard::test
