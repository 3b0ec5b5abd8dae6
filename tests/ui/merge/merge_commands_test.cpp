// SPDX-License-Identifier: Apache-2.0
#include "ui/merge/merge_commands.h"

#include <filesystem>

#include <gmock/gmock.h>

#include <QSignalSpy>
#include <QWidget>

#include "app/ops/sync_operations.h"
#include "db/files/file_system.h"
#include "db/notebook/shared_folder.h"
#include "db/notebook/sqlite_merge_store.h"
#include "db/notebook/sqlite_telling.h"
#include "tests/support/merge_session.h"
#include "ui/shell/window_memory.h"

namespace phaseboard::test {
namespace {

using namespace Qt::StringLiterals;

class MergeCommandsTest : public testing::Test {
 protected:
  QString sync() {
    QSignalSpy said(&m_commands, &ui::MergeCommands::said);
    m_commands.sync();
    return said.isEmpty() ? QString() : said.front().front().toString();
  }

  MergeSession m_open;
  QWidget m_window;
  ui::WindowMemory m_memory{QString::fromStdString((m_open.folder / "window.ini").string())};
  ui::MergeCommands m_commands{m_open.shipped.session, m_memory, m_open.door, &m_window};
};

TEST_F(MergeCommandsTest, ExchangesNewsWithTheFolderOfThisMachine) {
  const std::filesystem::path shared = m_open.folder / "shared";
  std::filesystem::create_directory(shared);
  ui::setSharedFolder(m_memory, QString::fromStdString(shared.string()));
  EXPECT_EQ(sync(), u"Nothing new from other devices."_s);
  {
    const auto other = m_open.writeOther("elsewhere");
    SeededChance chance{56};
    FakeClock clock;
    const auto store = db::SqliteNotebookStore::open({other}, chance);
    ASSERT_TRUE(store.has_value());
    db::SqliteMergeStore own(**store);
    ops::MergeOperations merges(**store, own, clock);
    db::SqliteTelling telling(**store);
    const db::DiskSharedFolder folders(db::diskFiles());
    ASSERT_TRUE(ops::SyncOperations(**store, merges, telling, folders, clock)
                    .sync(shared.string())
                    .has_value());
  }

  EXPECT_TRUE(sync().startsWith(u"Came: 1 review"_s));

  EXPECT_EQ(m_open.shipped.store->stats()->reviews, 1);
}

TEST_F(MergeCommandsTest, SaysWhenTheFolderIsMissing) {
  ui::setSharedFolder(m_memory, u"/nowhere/at/all"_s);
  QSignalSpy failed(&m_open.shipped.session, &ui::Session::failed);

  EXPECT_TRUE(sync().isEmpty());

  EXPECT_EQ(failed.size(), 1);
}

}  // namespace
}  // namespace phaseboard::test
