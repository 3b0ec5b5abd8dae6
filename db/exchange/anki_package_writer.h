// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/exchange/anki_deck.h"
#include "app/exchange/progress.h"

namespace phaseboard::db {

class NewFile;

/// Writes an .apkg in the older form, which every Anki since 2.1 opens: a zip file with a
/// collection of schema 11 and the pictures. The same deck gives the same bytes. Notes and note
/// type keep their ids, so that a later package updates what an earlier one brought.
[[nodiscard]] Status writeAnkiPackage(NewFile& file, const exchange::AnkiDeck& deck,
                                      const exchange::Progress& progress);

}  // namespace phaseboard::db
