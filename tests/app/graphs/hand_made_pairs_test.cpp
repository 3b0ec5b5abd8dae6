// SPDX-License-Identifier: Apache-2.0
// What a person may draw for a figure, and what has to be said about it.
#include <algorithm>
#include <array>
#include <string_view>

#include <gtest/gtest.h>

#include "app/graphs/graph_difference.h"
#include "tests/app/graphs/figure_text.h"

namespace phaseboard::graphs {
namespace {

struct Pair {
  const char* about;
  const char* reference;
  const char* drawn;
  const char* expected;
};

constexpr const char* kPath =
    "User#actor -> Gateway#service -> Retrieval -> Ranker#model -> Auction#policy";
constexpr const char* kServing =
    "User#actor -> Gateway#service: request; Gateway -> Retrieval: context; Feature store#store -> "
    "Retrieval: vector; Retrieval -> Ranker#model: 1,000; Ranker -> User: ads; "
    "Online {Gateway, Retrieval, Ranker, Feature store}; Event log#queue; Gateway -> Event log: "
    "log; "
    "Logging {Event log}";
constexpr const char* kTowers =
    "Query#data -> Query tower#model -> Dot product -> Loss#metric; Item#data -> Item tower#model "
    "-> Dot product";

const std::array kPairs{
    // The same thing said otherwise
    Pair{"the same", kPath, kPath, ""}, Pair{"the whole serving path", kServing, kServing, ""},
    Pair{"another order of statements", "A store -> B model; C queue -> B model",
         "C queue -> B model; A store -> B model", ""},
    Pair{"lower case", kPath, "user -> gateway -> retrieval -> ranker -> auction", ""},
    Pair{"capitals", kPath, "USER -> GATEWAY -> RETRIEVAL -> RANKER -> AUCTION", ""},
    Pair{"punctuation", "Two-tower model -> Index", "Two tower model -> Index.", ""},
    Pair{"plural", "Candidate -> Ranker", "Candidates -> Rankers", ""},
    Pair{"endings", "Ranker -> Retrieval", "Ranking -> Retrieval", ""},
    Pair{"word order", "Store of features -> Model", "Feature store -> Model", ""},
    Pair{"small words", "Log of events -> The model", "Log events -> Model", ""},
    Pair{"a typing mistake", "Retrieval -> Gateway", "Retreival -> Gatway", ""},
    Pair{"two mistakes in a long word", "Recommendation -> Log", "Recomendaton -> Log", ""},
    Pair{"another kind", "Cache#store -> Model", "Cache#process -> Model", ""},
    Pair{"abbreviation", "User database -> Model", "User DB -> Model", ""},
    Pair{"initials", "Click-through rate model -> Auction", "CTR model -> Auction", ""},
    Pair{"initials the other way", "ANN index -> Ranker",
         "Approximate nearest neighbour index -> Ranker", ""},
    Pair{"labels without case and stops", "A -> B: 400 ads", "A -> B: 400 Ads.", ""},
    // Synonyms
    Pair{"a synonym", "Message log#queue=kafka/event stream -> Model", "Kafka -> Model", ""},
    Pair{"the second synonym", "Message log=kafka/event stream -> Model", "Event stream -> Model",
         ""},
    Pair{"a synonym with a slip", "Online feature store=key-value store -> Model",
         "Key value stores -> Model", ""},
    Pair{"the name before the synonym", "Cache=store; Store -> Model; Cache -> Model",
         "Cache -> Model; Store -> Model", ""},
    Pair{"synonyms of several parts", "Retrieval=candidate generation -> Ranker=scoring",
         "Candidate generation -> Scoring", ""},
    Pair{"a synonym of none", "Message log=kafka -> Model", "Rabbit -> Model",
         "missing Message log; extra Rabbit; no edge Message log>Model; extra edge Rabbit>Model"},
    // Half a name
    Pair{"part of a name", "Light ranker -> Auction", "Ranker -> Auction", ""},
    Pair{"more than the name", "Ranker -> Auction", "Heavy ranker -> Auction", ""},
    Pair{"too little of a name", "Online user feature store -> Ranker", "User -> Ranker",
         "missing Online user feature store; extra User; no edge Online user feature store>Ranker; "
         "extra edge User>Ranker"},
    Pair{"neighbours decide between halves",
         "Retrieval -> Light ranker; Light ranker -> Heavy ranker; Heavy ranker -> Auction",
         "Retrieval -> Ranker; Ranker -> Heavy ranker; Heavy ranker -> Auction", ""},
    Pair{"two parts of one name by their neighbours",
         "User -> Cache#store -> Page; Model -> Cache 2#store -> Disk",
         "Model -> Cache 2#store -> Disk; User -> Cache#store -> Page", ""},
    Pair{"another number is another part", "Stage 1 -> Model", "Stage 2 -> Model",
         "missing Stage 1; extra Stage 2; no edge Stage 1>Model; extra edge Stage 2>Model"},
    // Missing
    Pair{"a part is missing", kPath, "User -> Gateway -> Retrieval; Auction",
         "missing Ranker; no edge Retrieval>Ranker, Ranker>Auction"},
    Pair{"the first is missing", kPath, "Gateway -> Retrieval -> Ranker -> Auction",
         "missing User; no edge User>Gateway"},
    Pair{"an edge is missing", kPath, "User -> Gateway -> Retrieval -> Ranker; Auction",
         "no edge Ranker>Auction"},
    Pair{"all edges are missing", "A -> B -> C", "A; B; C", "no edge A>B, B>C"},
    Pair{"nothing was drawn", "A -> B", "", "missing A, B; no edge A>B"},
    Pair{"a lone part is missing", "A -> B; C", "A -> B", "missing C"},
    Pair{"a branch is missing", kTowers, "Query -> Query tower -> Dot product -> Loss",
         "missing Item, Item tower; no edge Item>Item tower, Item tower>Dot product"},
    // Extra
    Pair{"an extra part", kPath,
         "User -> Gateway -> Retrieval -> Ranker -> Auction; Cache -> Ranker",
         "extra Cache; extra edge Cache>Ranker"},
    Pair{"an extra part in between", "A -> B", "A -> Between -> B",
         "extra Between; no edge A>B; extra edge A>Between, Between>B"},
    Pair{"an extra edge", "A -> B -> C", "A -> B -> C; A -> C", "extra edge A>C"},
    Pair{"everything is extra", "", "A -> B", "extra A, B; extra edge A>B"},
    Pair{"an edge back", "A -> B", "A -> B; B -> A", "extra edge B>A"},
    Pair{"a short cut instead of a way", "A -> B -> C", "B; A -> C",
         "no edge A>B, B>C; extra edge A>C"},
    // Reversed and relabelled
    Pair{"reversed", "Store -> Model", "Model -> Store", "reversed Store>Model"},
    Pair{"reversed with its label", "Store -> Model: rows", "Model -> Store: rows",
         "reversed Store>Model"},
    Pair{"one of three reversed", "A -> B -> C -> D", "A -> B; C -> B; C -> D", "reversed B>C"},
    Pair{"a whole chain reversed", "A -> B -> C", "C -> B -> A", "reversed A>B, B>C"},
    Pair{"relabelled", "A -> B: request", "A -> B: response", "relabelled A>B"},
    Pair{"a label left out", "A -> B: request", "A -> B", "relabelled A>B"},
    Pair{"a label too many", "A -> B", "A -> B: request", "relabelled A>B"},
    Pair{"both directions there and only one drawn", "A -> B: ask; B -> A: tell", "A -> B: ask",
         "no edge B>A"},
    Pair{"both directions with swapped labels", "A -> B: ask; B -> A: tell",
         "A -> B: tell; B -> A: ask", "relabelled A>B, B>A"},
    Pair{"parallel edges by their labels", "A -> B: x; A -> B: y", "A -> B: y", "no edge A>B"},
    // Splits and merges
    Pair{"split in two", "Feature store -> Model", "Online feature store -> Model; Offline store",
         "extra Offline store"},
    Pair{"split, and the edges follow the half that is nearer", "Log -> Feature store -> Model",
         "Log -> Offline feature store; Online feature store -> Model; "
         "Offline feature store -> Online feature store",
         "extra Online feature store; no edge Feature store>Model; extra edge Online feature "
         "store>Model, Offline feature store>Online feature store"},
    Pair{"merged into one", "Light ranker -> Heavy ranker -> Auction", "Heavy ranker -> Auction",
         "missing Light ranker; no edge Light ranker>Heavy ranker"},
    Pair{"merged under both names", "Retrieval -> Ranker -> Auction",
         "Retrieval and ranker -> Auction", "missing Retrieval; no edge Retrieval>Ranker"},
    Pair{"towers merged into one", kTowers,
         "Query -> Query tower -> Dot product -> Loss; Item -> Query tower",
         "missing Item tower; no edge Item>Item tower, Item tower>Dot product; extra edge "
         "Item>Query tower"},
    // Groups
    Pair{"a group under another name", "A -> B -> C; Online {A, B}", "A -> B -> C; Serving {A, B}",
         ""},
    Pair{"a group left out", "A -> B; Online {A, B}", "A -> B", "missing Online"},
    Pair{"a group too many", "A -> B", "A -> B; Online {A, B}", "extra Online"},
    Pair{"in the wrong group", "A -> B -> C -> D; Online {A, B}; Offline {C, D}",
         "A -> B -> C -> D; Online {A, B, C}; Offline {D}", "misplaced C"},
    Pair{"outside its group", "A -> B -> C; Online {A, B, C}", "A -> B -> C; Online {A, B}",
         "misplaced C"},
    Pair{"in a group by mistake", "A -> B -> C; Online {A, B}", "A -> B -> C; Online {A, B, C}",
         "misplaced C"},
    Pair{"groups exchanged", "A -> B; Online {A}; Offline {B}", "A -> B; Online {B}; Offline {A}",
         "misplaced A, B"},
    Pair{"nobody is misplaced in a missing group", "A -> B; Online {A}; Offline {B}",
         "A -> B; Online {A}", "missing Offline"},
    Pair{"a group and a part of one name", "Online -> B", "Online group {B}",
         "missing Online; extra Online group; no edge Online>B"},
    // Nonsense
    Pair{"other words altogether", "User -> Model -> Store", "Banana -> Umbrella -> Clock",
         "missing User, Model, Store; extra Banana, Umbrella, Clock; no edge User>Model, "
         "Model>Store; extra edge Banana>Umbrella, Umbrella>Clock"},
    Pair{"letters", "Retrieval -> Ranker", "x -> y",
         "missing Retrieval, Ranker; extra x, y; no edge Retrieval>Ranker; extra edge x>y"},
    Pair{"one right among nonsense", "User -> Model", "User -> Qwerty",
         "missing Model; extra Qwerty; no edge User>Model; extra edge User>Qwerty"},
    Pair{"one name for every part", "User -> Model -> Store", "Model -> Model 2 -> Model 3",
         "missing User, Store; extra Model 2, Model 3; no edge User>Model, Model>Store; extra edge "
         "Model>Model 2, Model 2>Model 3"},
    Pair{"short words are not forgiven a letter", "Log -> Cat", "Dog -> Car",
         "missing Log, Cat; extra Dog, Car; no edge Log>Cat; extra edge Dog>Car"}};

TEST(HandMadePairs, AreDescribedAsAPersonWould) {
  static_assert(kPairs.size() >= 60);
  for (const Pair& pair : kPairs) {
    SCOPED_TRACE(pair.about);
    const FigureGraph reference = test::figureFrom(pair.reference, "r");
    const FigureGraph drawn = test::figureFrom(pair.drawn, "d");

    EXPECT_EQ(test::wordsFor(compareGraphs(reference, drawn), reference, drawn), pair.expected);
  }
}

TEST(HandMadePairs, ScoreOneOnlyWhenNothingIsToBeSaid) {
  for (const Pair& pair : kPairs) {
    SCOPED_TRACE(pair.about);
    const double score =
        compareGraphs(test::figureFrom(pair.reference, "r"), test::figureFrom(pair.drawn, "d"))
            .score;

    EXPECT_GE(score, 0);
    EXPECT_EQ(score == 1, std::string_view(pair.expected).empty());
  }
}

TEST(HandMadePairs, DoNotDependOnTheOrderInWhichTheyWereDrawn) {
  for (const Pair& pair : kPairs) {
    SCOPED_TRACE(pair.about);
    const FigureGraph reference = test::figureFrom(pair.reference, "r");
    FigureGraph drawn = test::figureFrom(pair.drawn, "d");
    const double score = compareGraphs(reference, drawn).score;
    const std::size_t last = drawn.nodes.size();
    std::reverse(drawn.nodes.begin(), drawn.nodes.end());
    std::reverse(drawn.edges.begin(), drawn.edges.end());
    for (GraphEdge& edge : drawn.edges) {
      edge.from = last - 1 - edge.from;
      edge.to = last - 1 - edge.to;
    }
    for (GraphNode& node : drawn.nodes)
      if (node.group)
        node.group = last - 1 - *node.group;

    EXPECT_NEAR(compareGraphs(reference, drawn).score, score, 1e-9);
  }
}

TEST(HandMadePairs, OfferALookalikeForAPartWithAnotherName) {
  const FigureGraph reference = test::figureFrom(kPath, "r");
  const FigureGraph drawn = test::figureFrom("User -> Gateway -> Foo -> Ranker -> Auction", "d");

  const GraphDifference found = compareGraphs(reference, drawn);

  ASSERT_EQ(found.lookalikes.size(), 1U);
  EXPECT_EQ(found.lookalikes.begin()->first, PartId("r3"));
  EXPECT_EQ(found.lookalikes.begin()->second, PartId("d3"));
}

}  // namespace
}  // namespace phaseboard::graphs
