// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "app/board/board_info.h"
#include "app/board/element.h"
#include "app/board/kind_guess.h"

namespace phaseboard::ui {

class Session;

/// "Service", "Async", "Online", ...
[[nodiscard]] QString kindWords(board::PartKind kind);
[[nodiscard]] QString kindWords(board::WireKind kind);
[[nodiscard]] QString kindWords(board::GroupKind kind);

/// "Parts given", ...
[[nodiscard]] QString levelWords(board::Level level);

/// What kind of board it is, in few words: "Whiteboard", "Rebuild, nothing given".
[[nodiscard]] QString purposeWords(const board::BoardInfo& info);

/// A guess that knows the concepts of the opened packs.
[[nodiscard]] board::KindGuess kindGuessFor(Session& session);

}  // namespace phaseboard::ui
