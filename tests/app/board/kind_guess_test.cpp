// SPDX-License-Identifier: Apache-2.0
#include "app/board/kind_guess.h"

#include <array>

#include <gtest/gtest.h>

namespace phaseboard::board {
namespace {

struct Guess {
  const char* name;
  PartKind kind;
};

TEST(KindGuess, GoesByTheLastTellingWord) {
  const std::array guesses{Guess{"User", PartKind::Actor},
                           Guess{"Mobile users", PartKind::Actor},
                           Guess{"Feature store", PartKind::Store},
                           Guess{"Redis", PartKind::Store},
                           Guess{"ANN index", PartKind::Store},
                           Guess{"Kafka", PartKind::Queue},
                           Guess{"Event log", PartKind::Queue},
                           Guess{"CTR model", PartKind::Model},
                           Guess{"Light ranker", PartKind::Model},
                           Guess{"Two-tower", PartKind::Model},
                           Guess{"API gateway", PartKind::Service},
                           Guess{"Model server", PartKind::Service},
                           Guess{"Store locator service", PartKind::Service},
                           Guess{"Auction", PartKind::Policy},
                           Guess{"Content filter", PartKind::Policy},
                           Guess{"Metrics", PartKind::Metric},
                           Guess{"User embedding", PartKind::Tensor},
                           Guess{"Training data", PartKind::Data},
                           Guess{"Payment provider", PartKind::External},
                           Guess{"Candidate generation", PartKind::Process},
                           Guess{"", PartKind::Process}};
  const KindGuess guess;
  for (const Guess& expected : guesses)
    EXPECT_EQ(nameOf(guess.of(expected.name)), nameOf(expected.kind)) << expected.name;
}

TEST(KindGuess, LooksForTheOtherNamesOfAnIdea) {
  const KindGuess guess(
      {{"Scylla", "online feature store", "key-value store"}, {"DeepFM", "factorisation model"}});

  EXPECT_EQ(guess.of("scylla"), PartKind::Store);
  EXPECT_EQ(guess.of("DeepFM"), PartKind::Model);
  EXPECT_EQ(guess.of("DeepFM replay"), PartKind::Process);
}

}  // namespace
}  // namespace phaseboard::board
