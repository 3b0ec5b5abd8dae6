// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <sys/mman.h>
#include <unistd.h>

#include "app/base/bytes.h"
#include "app/exchange/anki_template.h"
#include "app/exchange/html_text.h"
#include "app/exchange/incoming_csv.h"
#include "app/exchange/incoming_markdown.h"
#include "app/exchange/markdown_html.h"
#include "db/exchange/anki_note_types.h"
#include "db/exchange/anki_package_reader.h"

/// As targets.h, for what is imported. Each returns false when a promise was broken.
namespace phaseboard::fuzz {

inline constexpr Instant kFuzzNow{1'772'400'000'000};

/// Whether what was read keeps what `checkIncoming` promises, or was refused with a reason.
[[nodiscard]] inline bool isSoundOrRefused(const Result<exchange::Incoming>& incoming) {
  if (!incoming)
    return !incoming.error().detail.empty();
  return exchange::checkIncoming(*incoming, "f").has_value();
}

/// Tables, Markdown, HTML, templates and the two forms of note types.
[[nodiscard]] inline bool exchangeText(std::string_view text) {
  const exchange::TextOfHtml html = exchange::textOfHtml(text);
  const exchange::AnkiNoteType type{true, {"A"}, {{std::string(text), std::string(text)}}};
  static_cast<void>(exchange::htmlOfMarkdown(text));
  static_cast<void>(db::noteTypesFromJson(text));
  static_cast<void>(db::templateFromBytes(text));
  static_cast<void>(db::isClozeFromBytes(text));
  return isUtf8(html.markdown) &&
         exchange::sidesOf(type, {std::string(text)}, 0).front.size() <= exchange::kLongestSide &&
         isSoundOrRefused(exchange::incomingFromCsv(text, "f")) &&
         isSoundOrRefused(exchange::incomingFromMarkdown(text, "f"));
}

/// The database of an Anki package, in both forms.
[[nodiscard]] inline bool ankiCollection(std::string_view bytes) {
  return isSoundOrRefused(db::readAnkiCollection(std::string(bytes), false, "f", kFuzzNow, {})) &&
         isSoundOrRefused(db::readAnkiCollection(std::string(bytes), true, "f", kFuzzNow, {}));
}

/// A whole package, from a file that lives in memory.
[[nodiscard]] inline bool ankiPackage(std::string_view bytes) {
  const int file = memfd_create("package", 0);
  if (file < 0 || ::write(file, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
    return true;
  const bool isFine =
      isSoundOrRefused(db::readAnkiPackage("/proc/self/fd/" + std::to_string(file), kFuzzNow, {}));
  ::close(file);
  return isFine;
}

}  // namespace phaseboard::fuzz
