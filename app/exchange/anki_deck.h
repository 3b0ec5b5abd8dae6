// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/base/result.h"
#include "app/base/study_day.h"

namespace phaseboard::exchange {

/// A picture of a card, as a file beside the notes. It is painted when it is written, so that a
/// deck of thousands of pictures never lies in memory.
struct AnkiPicture {
  std::string name;  ///< letters, digits, '-', '_' and '.' only; another picture has another name
  std::function<Result<std::string>()> paint;
};

/// One card to be. The same `guid` in a later package updates the note instead of adding one.
struct AnkiNote {
  std::string guid;               ///< the id of the prompt
  std::string front;              ///< HTML; names pictures as `<img src="name">`
  std::string back;               ///< HTML
  std::string deck;               ///< "Phaseboard::Ad click prediction"
  std::vector<std::string> tags;  ///< without spaces
};

/// What goes into an .apkg.
struct AnkiDeck {
  std::vector<AnkiNote> notes;
  std::vector<AnkiPicture> pictures;  ///< each name once
  Instant madeAt;
};

}  // namespace phaseboard::exchange
