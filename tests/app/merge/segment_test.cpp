// SPDX-License-Identifier: Apache-2.0
#include "app/merge/segment.h"

#include <gmock/gmock.h>

#include "tests/support/result_matchers.h"

namespace phaseboard::merge {
namespace {

using test::FailsWith;
using test::IsOk;

const Uuid kWriter = Uuid::version7(Instant{5}, 6, 7);

Contents aPiece() {
  Contents contents;
  contents.add(
      Cell{Subject::Annotation,
           "id",
           {Instant{7}, kWriter},
           std::vector<Field>{std::monostate(), std::int64_t{-3}, 0.25, std::string("a\0b", 3)}});
  contents.add(Cell{Subject::Favourite, "ads", {Instant{8}, kWriter}, std::nullopt});
  contents.add(Trail{Subject::Mock, "m", {{Instant{1}, "started"}, {Instant{2}, "asked"}}});
  Log log{PromptId{"own:1"}, QuestionId{"ads"}, PhaseId{"data"}, {}};
  review::ReviewEvent event;
  event.prompt = log.prompt;
  event.id = Uuid::version7(Instant{9}, 1, 1);
  event.at = Instant{10};
  event.day = StudyDay{20'000};
  event.rating = review::Rating::Easy;
  event.thinking = Millis{900};
  event.contentHash = 0x8000'0000'0000'0001ULL;
  event.device = kWriter;
  event.intervalSeconds = 86'400;
  log.events.push_back(event);
  contents.add(log);
  return contents;
}

TEST(Segment, ComesBackAsItWas) {
  const auto back = readSegment(segmentOf(aPiece(), kWriter), "file");

  ASSERT_THAT(back, IsOk());
  EXPECT_EQ(back->cells(), aPiece().cells());
  EXPECT_EQ(back->trails(), aPiece().trails());
  ASSERT_EQ(back->logs().size(), 1U);
  EXPECT_EQ(back->logs().begin()->second.events, aPiece().logs().begin()->second.events);
  EXPECT_EQ(back->logs().begin()->second.phase, PhaseId{"data"});
}

TEST(Segment, IsNotTakenUntilItIsWhole) {
  const std::string whole = segmentOf(aPiece(), kWriter);
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_THAT(readSegment(whole.substr(0, size), "file"), FailsWith(ErrorKind::Damaged)) << size;
  EXPECT_THAT(readSegment(whole + "x", "file"), FailsWith(ErrorKind::Damaged));
}

TEST(Segment, IsNotTakenWhenAnyByteIsAnother) {
  const std::string whole = segmentOf(aPiece(), kWriter);
  constexpr std::size_t kDeviceFrom = 4;
  constexpr std::size_t kDeviceEnd = 20;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    if (at >= kDeviceFrom && at < kDeviceEnd)
      continue;  // only says who wrote it
    std::string other = whole;
    other[at] = static_cast<char>(other[at] ^ 0x10);
    EXPECT_FALSE(readSegment(other, "file").has_value()) << at;
  }
}

TEST(Segment, OfALaterFormIsLeftToANewerProgram) {
  std::string later = segmentOf(aPiece(), kWriter);
  later[3] = '2';

  EXPECT_THAT(readSegment(later, "file"), FailsWith(ErrorKind::FileTooNew));
}

}  // namespace
}  // namespace phaseboard::merge
