// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace phaseboard::test {

/// A collection of Anki as bytes: `kAnkiTables`, a note type "Basic" (number 1) and one "Cloze"
/// (number 2), then whatever `sql` adds or spoils.
[[nodiscard]] std::string ankiCollection(const std::string& sql);

/// One note (number 10) with one card (number 20) that was answered twice.
inline constexpr const char* kOneCard =
    "INSERT INTO notes VALUES (10,'abcdefghij',1,0,0,' ml ','What is AUC?' || char(31) || "
    "'A <b>rank</b> measure',0,0,0,'');"
    "INSERT INTO cards VALUES (20,10,1,0,0,0,2,2,30,12,2500,2,0,0,0,0,0,'');"
    "INSERT INTO revlog VALUES (1760000000000,20,0,3,-600,0,2500,4200,0);"
    "INSERT INTO revlog VALUES (1760000700000,20,0,3,12,-600,2500,3100,1);";

/// What `ankiCollection` adds for a deck of so many notes with one card each, each answered so
/// often.
[[nodiscard]] std::string manyCards(int notes, int answersEach);

/// The form of packages of Anki 2.1.50 and later, before it is packed: note types are tables.
[[nodiscard]] std::string newAnkiCollection(const std::string& sql);

/// Packed with Zstandard.
[[nodiscard]] std::string zstdOf(const std::string& bytes);

}  // namespace phaseboard::test
