// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/first_window.h"

#include <future>

#include <gmock/gmock.h>

#include <QSignalSpy>

#include "tests/support/temporary_folder.h"
#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

TEST(FirstWindow, ComesToTheFrontWhenALaterOneAsks) {
  const test::TemporaryFolder folder;
  const QString notebook = toQt((folder / "notebook.db").string());
  FirstWindow first(notebook);
  QSignalSpy raised(&first, &FirstWindow::raiseRequested);
  ASSERT_TRUE(first.listen());

  auto asked = std::async(std::launch::async, [&] { return FirstWindow::raiseOther(notebook); });

  EXPECT_TRUE(raised.wait());
  EXPECT_TRUE(asked.get());
}

TEST(FirstWindow, IsNotAskedForAnotherNotebook) {
  const test::TemporaryFolder folder;
  FirstWindow first(toQt((folder / "one.db").string()));
  ASSERT_TRUE(first.listen());

  EXPECT_FALSE(FirstWindow::raiseOther(toQt((folder / "other.db").string())));
}

}  // namespace
}  // namespace phaseboard::ui
