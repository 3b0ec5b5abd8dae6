// SPDX-License-Identifier: Apache-2.0
#include "app/exchange/anki_template.h"

#include <gtest/gtest.h>

namespace phaseboard::test {
namespace {

using exchange::AnkiNoteType;
using exchange::sidesOf;

const AnkiNoteType kReversed{false,
                             {"Front", "Back", "Hint"},
                             {{"{{Front}}", "{{FrontSide}}<hr>{{Back}}"},
                              {"{{text:Back}}{{#Hint}} ({{Hint}}){{/Hint}}", "{{Front}}"},
                              {"{{^Hint}}no hint{{/Hint}}", "{{type:Front}}"}}};

TEST(AnkiTemplate, FillsFieldsOfTheCardThatIsMeant) {
  EXPECT_EQ(sidesOf(kReversed, {"q", "a", ""}, 0).front, "q");
  EXPECT_EQ(sidesOf(kReversed, {"q", "a", ""}, 0).back, "<hr>a");
  EXPECT_EQ(sidesOf(kReversed, {"q", "a", "h"}, 1).front, "a (h)");
  EXPECT_EQ(sidesOf(kReversed, {"q", "a", " "}, 1).front, "a");
  EXPECT_EQ(sidesOf(kReversed, {"q", "a", ""}, 2).front, "no hint");
  EXPECT_EQ(sidesOf(kReversed, {"q", "a", "h"}, 2).back, "q");
  EXPECT_EQ(sidesOf(kReversed, {"q", "a", "h"}, 9).front, "");
}

TEST(AnkiTemplate, HidesTheDeletionThatIsAsked) {
  const AnkiNoteType cloze{true, {"Text"}, {{"{{cloze:Text}}", "{{cloze:Text}}"}}};
  const std::vector<std::string> values{"{{c1::Recall}} is {{c2::of what {{c1::is}}::share}}"};

  EXPECT_EQ(sidesOf(cloze, values, 0).front, "<b>[...]</b> is of what <b>[...]</b>");
  EXPECT_EQ(sidesOf(cloze, values, 1).front, "Recall is <b>[share]</b>");
  EXPECT_EQ(sidesOf(cloze, values, 1).back, "Recall is <b>of what is</b>");
}

TEST(AnkiTemplate, StaysBoundedForHostileTemplates) {
  std::string nested;
  std::string field;
  std::string many;
  for (int at = 0; at < 600; ++at) {
    nested += "{{#Front}}";
    field += "{{c1::";
    many += "{{Front}}";
  }
  const AnkiNoteType type{true, {"Front"}, {{nested + "x", "{{cloze:Front}}"}}};
  EXPECT_EQ(sidesOf(type, {field}, 0).front, "");
  EXPECT_LE(sidesOf(type, {field}, 0).back.size(), field.size());
  const AnkiNoteType growing{false, {"Front"}, {{many, many}}};
  EXPECT_LE(sidesOf(growing, {std::string(50'000, 'a')}, 0).front.size(), exchange::kLongestSide);
}

}  // namespace
}  // namespace phaseboard::test
