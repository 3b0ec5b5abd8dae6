// SPDX-License-Identifier: Apache-2.0
#include "app/content/hashes.h"

#include <functional>
#include <set>
#include <vector>

#include <gmock/gmock.h>

#include "tests/support/stub_figure_compiler.h"

namespace phaseboard::content {
namespace {

TEST(NoteHash, ChangesWithAnythingThatIsRead) {
  const Note note = test::miniPack().questions.at(0).notes.at(1);
  const std::vector<std::function<void(Note&)>> changes{
      [](Note& n) { n.summary += "."; },
      [](Note& n) { std::swap(n.keyPoints[0], n.keyPoints[1]); },
      [](Note& n) { n.keyPoints[0].level = Level::Staff; },
      [](Note& n) { n.keyPoints[0].parts.pop_back(); },
      [](Note& n) { n.tradeOffs[0].options[1].costs += "!"; },
      [](Note& n) { n.numbers[0].shown = "4.7"; },
      [](Note& n) { n.pitfalls[0].fix.clear(); },
      [](Note& n) { n.followUps.pop_back(); },
      [](Note& n) { n.sources[0].year = 1999; },
      [](Note& n) { n.diagrams.clear(); }};
  std::set<std::uint64_t> hashes{hashOf(note)};

  for (const auto& change : changes) {
    Note changed = note;
    change(changed);
    hashes.insert(hashOf(changed));
  }

  EXPECT_EQ(hashes.size(), changes.size() + 1);
}

TEST(NoteHash, DoesNotDependOnItself) {
  Note note = test::miniPack().questions.at(0).notes.at(0);
  const std::uint64_t before = hashOf(note);

  note.hash = 1;

  EXPECT_EQ(hashOf(note), before);
  EXPECT_NE(before, 0U);
}

}  // namespace
}  // namespace phaseboard::content
