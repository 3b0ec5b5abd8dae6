// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/exchange/file_exchange.h"
#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/exchange/exchange_door.h"

namespace phaseboard::test {

/// A session on the shipped pack and a notebook in a file, with what exports and imports go
/// through.
struct ExchangeSession {
  TemporaryFolder folder;
  ShippedSession shipped{folder / "notebook.db"};
  db::FileExchange files{{folder / "notebook.db", {inBuild("resources/mlsd.pack")}, nullptr}};
  ui::ExchangeDoor door{files, *shipped.store, shipped.chance};
};

}  // namespace phaseboard::test
