// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/notebook_keeper.h"

#include <filesystem>

#include <gtest/gtest.h>

#include <QSignalSpy>

#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

/// A backup that cannot be made is told, each time.
TEST(NotebookKeeper, TellsEachBackupThatFails) {
  const TemporaryFolder folder;
  ShippedSession shipped{folder / "notebook.db"};
  ASSERT_TRUE(shipped.desk.markFavourite("ads/serving", true).has_value());
  folder.write("backups", "a file where the folder should be");
  ui::NotebookKeeper keeper(*shipped.store, shipped.session, shipped.clock);
  QSignalSpy failed(&keeper, &ui::NotebookKeeper::failed);

  keeper.backUp();
  ASSERT_TRUE(failed.wait());
  keeper.backUp();
  ASSERT_TRUE(failed.wait());

  EXPECT_EQ(failed.size(), 2);
}

TEST(NotebookKeeper, TellsNothingWhenABackupIsMade) {
  const TemporaryFolder folder;
  ShippedSession shipped{folder / "notebook.db"};
  ASSERT_TRUE(shipped.desk.markFavourite("ads/serving", true).has_value());
  const db::Backups backups(db::diskFiles(), folder / "notebook.db");
  {
    ui::NotebookKeeper keeper(*shipped.store, shipped.session, shipped.clock);
    QSignalSpy failed(&keeper, &ui::NotebookKeeper::failed);
    keeper.backUp();
    // Its end waits for the backup.
  }

  EXPECT_EQ(backups.list()->size(), 1U);
}

}  // namespace
}  // namespace phaseboard::test
