// SPDX-License-Identifier: Apache-2.0
#include "app/merge/contents.h"

#include <gmock/gmock.h>

#include "tests/support/fake_clock.h"

namespace phaseboard::merge {
namespace {

Uuid deviceNumber(std::uint64_t number) {
  return Uuid::version7(Instant{0}, number, number);
}

Cell aCell(std::int64_t at, std::uint64_t device, std::optional<std::string> value) {
  Cell cell{Subject::Setting, "retention", {Instant{at}, deviceNumber(device)}, std::nullopt};
  if (value)
    cell.fields = std::vector<Field>{*value};
  return cell;
}

TEST(Cell, TheLaterOneHolds) {
  EXPECT_TRUE(beats(aCell(2, 1, "0.9"), aCell(1, 2, "0.8")));
  EXPECT_FALSE(beats(aCell(1, 2, "0.8"), aCell(2, 1, "0.9")));
}

TEST(Cell, AtTheSameMomentTheDeviceDecidesAndThenTheContents) {
  EXPECT_TRUE(beats(aCell(1, 2, "0.8"), aCell(1, 1, "0.9")));
  EXPECT_TRUE(beats(aCell(1, 1, "0.9"), aCell(1, 1, "0.8"))) << "copies of one notebook";
  EXPECT_TRUE(beats(aCell(1, 1, "0.9"), aCell(1, 1, std::nullopt)));
  EXPECT_FALSE(beats(aCell(1, 1, "0.9"), aCell(1, 1, "0.9")));
}

/// Some of everything, of few places, so that much of it collides.
Contents someContents(std::uint64_t seed) {
  test::SeededChance chance{seed};
  const auto below = [&](std::uint64_t end) { return chance.next() % end; };
  Contents contents;
  for (int i = 0; i < 12; ++i) {
    std::optional<std::string> value;
    if (below(4) != 0)
      value = std::to_string(below(3));
    Cell cell = aCell(static_cast<std::int64_t>(below(5)), below(3), value);
    cell.key = std::to_string(below(4));
    contents.add(std::move(cell));
    Trail trail{Subject::Board, "b" + std::to_string(below(2)), {}};
    for (std::uint64_t length = below(4); length > 0; --length)
      trail.steps.push_back({Instant{static_cast<std::int64_t>(below(2))}, "s"});
    contents.add(std::move(trail));
    Log log{PromptId{"own:" + std::to_string(below(2))},
            QuestionId{std::to_string(below(2))},
            PhaseId{"data"},
            {}};
    review::ReviewEvent event;
    event.prompt = log.prompt;
    const std::uint64_t number = below(6);
    event.id = Uuid::version7(Instant{static_cast<std::int64_t>(number)}, number, 0);
    log.events.push_back(event);
    contents.add(std::move(log));
  }
  return contents;
}

bool areSame(const Contents& a, const Contents& b) {
  if (a.cells() != b.cells() || a.trails() != b.trails() || a.logs().size() != b.logs().size())
    return false;
  for (const auto& [prompt, log] : a.logs()) {
    const auto other = b.logs().find(prompt);
    if (other == b.logs().end() || other->second.events != log.events ||
        other->second.question != log.question)
      return false;
  }
  return true;
}

TEST(Contents, AreAUnionInAnyOrderAndHoweverOften) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    SCOPED_TRACE(seed);
    const Contents parts[]{someContents(3 * seed), someContents(3 * seed + 1),
                           someContents(3 * seed + 2)};
    Contents straight;
    for (const int part : {0, 1, 2})
      straight.add(parts[part]);
    Contents mixed;
    for (const int part : {2, 0, 2, 1, 1, 0})
      mixed.add(parts[part]);
    Contents pair;
    pair.add(parts[1]);
    pair.add(parts[2]);
    Contents grouped = parts[0];
    grouped.add(pair);

    EXPECT_TRUE(areSame(straight, mixed));
    EXPECT_TRUE(areSame(straight, grouped));
    straight.add(Contents(straight));
    EXPECT_TRUE(areSame(straight, mixed));
  }
}

}  // namespace
}  // namespace phaseboard::merge
