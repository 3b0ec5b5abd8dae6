// SPDX-License-Identifier: Apache-2.0
#include "app/review/typed_answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/review/answer_words.h"

namespace phaseboard::review {
namespace {

using memory::Rating;
using testing::ElementsAre;

ExpectedAnswer expectingWords(std::vector<std::string> accepted) {
  return {std::move(accepted), std::nullopt};
}

ExpectedAnswer expectingNumber(std::string_view shown) {
  ExpectedAnswer expected;
  expected.quantity = readQuantity(shown, shown.find('B') != std::string_view::npos);
  EXPECT_TRUE(expected.quantity.has_value()) << shown;
  return expected;
}

struct TypedCase {
  const char* typed;
  const char* expected;
  Likeness likeness;
};

std::ostream& operator<<(std::ostream& out, const TypedCase& row) {
  return out << '"' << row.typed << "\" for \"" << row.expected << '"';
}

class TypedWords : public testing::TestWithParam<TypedCase> {};

TEST_P(TypedWords, AreComparedLeniently) {
  EXPECT_EQ(compareTyped(GetParam().typed, expectingWords({GetParam().expected})),
            GetParam().likeness);
}

INSTANTIATE_TEST_SUITE_P(
    Case, TypedWords,
    testing::Values(TypedCase{"feature store", "Feature store", Likeness::Same},
                    TypedCase{"FEATURE STORE", "Feature store", Likeness::Same},
                    TypedCase{"ＦＥＡＴＵＲＥ store", "Feature store", Likeness::Same},
                    TypedCase{"the feature-store.", "Feature store", Likeness::Same},
                    TypedCase{"featurestore", "Feature store", Likeness::Same},
                    TypedCase{"store of features", "Feature store", Likeness::Same},
                    TypedCase{"Fea\xC2\xADture store", "Feature store", Likeness::Same}));

INSTANTIATE_TEST_SUITE_P(Diacritics, TypedWords,
                         testing::Values(TypedCase{"naive bayes", "Naïve Bayes", Likeness::Same},
                                         TypedCase{"nai\xCC\x88ve bayes", "Naïve Bayes",
                                                   Likeness::Same},
                                         TypedCase{"Gödel",
                                                   "Go\xCC\x88"
                                                   "del",
                                                   Likeness::Same},
                                         TypedCase{"lojasiewicz", "Łojasiewicz", Likeness::Same},
                                         TypedCase{"holder", "Hölder", Likeness::Same},
                                         TypedCase{"strasse", "Straße", Likeness::Same},
                                         TypedCase{"oeuvre", "Œuvre", Likeness::Same},
                                         TypedCase{"ho chi minh", "Hồ Chí Minh", Likeness::Same},
                                         TypedCase{"йогурт", "Йогурт", Likeness::Same},
                                         TypedCase{"и\xCC\x86огурт", "Йогурт", Likeness::Same}));

INSTANTIATE_TEST_SUITE_P(Signs, TypedWords,
                         testing::Values(TypedCase{"ﬂow ﬁlter", "flow filter", Likeness::Same},
                                         TypedCase{"epsilon greedy", "ε-greedy", Likeness::Same},
                                         TypedCase{"ϵ-greedy", "ε-greedy", Likeness::Same},
                                         TypedCase{"Beta", "β", Likeness::Same},
                                         TypedCase{"sigma", "Σ", Likeness::Same},
                                         TypedCase{"l2 norm", "L² norm", Likeness::Same},
                                         TypedCase{"recall at k", "recall@k", Likeness::Same},
                                         TypedCase{"users clicks", "user's clicks", Likeness::Same},
                                         TypedCase{"\xFF\xFE", "bytes", Likeness::Blank},
                                         TypedCase{"  ", "words", Likeness::Blank}));

INSTANTIATE_TEST_SUITE_P(
    Typos, TypedWords,
    testing::Values(TypedCase{"feture store", "Feature store", Likeness::Close},
                    TypedCase{"featrue sotre", "Feature store", Likeness::Close},
                    TypedCase{"calibraton", "Calibration", Likeness::Close},
                    TypedCase{"colour model", "color model", Likeness::Close},
                    TypedCase{"fetre store", "Feature store", Likeness::Partly},
                    TypedCase{"log", "job", Likeness::Different},
                    TypedCase{"v1 model", "v2 model", Likeness::Partly},
                    TypedCase{"top 10", "top 20", Likeness::Partly}));

INSTANTIATE_TEST_SUITE_P(Parts, TypedWords,
                         testing::Values(TypedCase{"event", "Event log", Likeness::Partly},
                                         TypedCase{"impressions and clicks joined",
                                                   "impressions clicks", Likeness::Close},
                                         TypedCase{"ann index", "Index", Likeness::Close},
                                         TypedCase{"dnn", "deep neural network", Likeness::Close},
                                         TypedCase{
                                             "a list of every word I know about logs and more",
                                             "Event log", Likeness::Partly},
                                         TypedCase{"cache", "Feature store", Likeness::Different},
                                         TypedCase{"queries", "query", Likeness::Same},
                                         TypedCase{"bias", "biases", Likeness::Close}));

INSTANTIATE_TEST_SUITE_P(
    Unicode, TypedWords,
    testing::Values(TypedCase{"h\xE2\x82\x82o", "H2O", Likeness::Same},       // subscript two
                    TypedCase{"x\xE2\x81\xB0", "x0", Likeness::Same},         // raised zero
                    TypedCase{"x\xE2\x81\xB4", "x4", Likeness::Same},         // raised four
                    TypedCase{"\xD0\x81лка", "ёлка", Likeness::Same},         // Cyrillic Io
                    TypedCase{"cac\xE1\xAA\xB0he", "cache", Likeness::Same},  // U+1AB0
                    TypedCase{"cac\xE1\xB7\x80he", "cache", Likeness::Same},  // U+1DC0
                    TypedCase{"cac\xE2\x83\x90he", "cache", Likeness::Same},  // U+20D0
                    TypedCase{"cac\xEF\xB8\xA0he", "cache", Likeness::Same},  // U+FE20
                    TypedCase{"cac\xE2\x80\x8Bhe", "cache", Likeness::Same},  // no width
                    TypedCase{"\xEF\xBB\xBF"
                              "cache",
                              "cache", Likeness::Same},                                // byte order
                    TypedCase{"user\xE2\x80\x99s", "users", Likeness::Same},           // apostrophe
                    TypedCase{"event\xE2\x86\x92log", "event log", Likeness::Same},    // arrow
                    TypedCase{"event\xE3\x80\x80log", "event log", Likeness::Same},    // wide blank
                    TypedCase{"event\xE2\x80\x94log", "event log", Likeness::Same}));  // dash

TEST(CompareTyped, TakesTheNearestOfTheAcceptedForms) {
  const ExpectedAnswer expected =
      expectingWords({"Approximate nearest neighbour search", "ANN index"});

  EXPECT_EQ(compareTyped("index ANN", expected), Likeness::Same);
  EXPECT_EQ(compareTyped("nearest neighbour search", expected), Likeness::Partly);
}

TEST(CompareTyped, MindsTheSignOfANumberThatIsAcceptedAsWords) {
  EXPECT_EQ(compareTyped("5", expectingWords({"-5"})), Likeness::Different);
  EXPECT_EQ(compareTyped("-5 ms", expectingWords({"5 ms"})), Likeness::Different);
  EXPECT_EQ(compareTyped("\xE2\x88\x92"
                         "5",
                         expectingWords({"-5"})),
            Likeness::Same);
  EXPECT_EQ(compareTyped("-100", expectingWords({"top 100"})), Likeness::Partly);
}

TEST(CompareTyped, IsNeverRightWhereNothingIsAccepted) {
  EXPECT_EQ(compareTyped("anything", {}), Likeness::Different);
  EXPECT_FALSE(ExpectedAnswer{}.isTypable());
}

class TypedNumbers : public testing::TestWithParam<TypedCase> {};

TEST_P(TypedNumbers, AreComparedByValue) {
  EXPECT_EQ(compareTyped(GetParam().typed, expectingNumber(GetParam().expected)),
            GetParam().likeness);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, TypedNumbers,
    testing::Values(
        TypedCase{"1500", "1.5 k", Likeness::Same}, TypedCase{"1.5k", "1500", Likeness::Same},
        TypedCase{"1,500", "1.5 k", Likeness::Same}, TypedCase{"1 500", "1.5 k", Likeness::Same},
        TypedCase{"1\xC2\xA0"
                  "500",
                  "1.5 k", Likeness::Same},
        TypedCase{"1,5 k", "1.5 k", Likeness::Same}, TypedCase{"1.5e3", "1.5 k", Likeness::Same},
        TypedCase{"1.5 × 10³", "1.5 k", Likeness::Same},
        TypedCase{"1.5*10^3", "1.5 k", Likeness::Same}, TypedCase{"10^6", "1 M", Likeness::Same},
        TypedCase{"about 1.5 thousand", "1.5 k", Likeness::Same},
        TypedCase{"0.35 million", "350 k requests/s", Likeness::Same},
        TypedCase{"350k rps", "350 k requests/s", Likeness::Same},
        TypedCase{"7 billion", "7 bn parameters", Likeness::Same},
        TypedCase{"ten", "10", Likeness::Different}, TypedCase{".5", "0.5", Likeness::Same}));

INSTANTIATE_TEST_SUITE_P(Signs, TypedNumbers,
                         testing::Values(TypedCase{"１５００", "1500", Likeness::Same},
                                         TypedCase{"1.5·10\xC2\xB3", "1500", Likeness::Same},
                                         TypedCase{"1.5\xE2\x8B\x85"
                                                   "10\xC2\xB3",
                                                   "1500", Likeness::Same},
                                         TypedCase{"1.5\xE2\x88\x99"
                                                   "10\xC2\xB3",
                                                   "1500", Likeness::Same},
                                         TypedCase{"10\xC2\xB9", "10", Likeness::Same},
                                         TypedCase{"10\xC2\xB2", "100", Likeness::Same},
                                         TypedCase{"10\xE2\x81\xB0", "1", Likeness::Same},
                                         TypedCase{"10\xE2\x81\xB4", "10000", Likeness::Same},
                                         TypedCase{"10\xC2\xB9\xC2\xB2", "1e12", Likeness::Same},
                                         TypedCase{"\xE2\x88\x92"
                                                   "5",
                                                   "-5", Likeness::Same},
                                         TypedCase{"+5", "5", Likeness::Same},
                                         TypedCase{"5", "50", Likeness::Different},
                                         TypedCase{"1E3", "1000", Likeness::Same},
                                         TypedCase{"1e-3", "0.001", Likeness::Same},
                                         TypedCase{"1e+3", "1000", Likeness::Same},
                                         TypedCase{"10^-3", "0.001", Likeness::Same},
                                         TypedCase{"2*10", "2", Likeness::Same},
                                         TypedCase{"3 e", "3", Likeness::Same},
                                         TypedCase{"1_500", "1500", Likeness::Same},
                                         TypedCase{"1'500", "1500", Likeness::Same},
                                         TypedCase{"1,500.5", "1500.5", Likeness::Same},
                                         TypedCase{"200 \xCE\xBCs", "0.2 ms", Likeness::Same},
                                         TypedCase{"31 percent", "0.31", Likeness::Same},
                                         TypedCase{"5", "0.31 %", Likeness::Different}));

INSTANTIATE_TEST_SUITE_P(
    Minus, TypedNumbers,
    testing::Values(
        TypedCase{"5", "-5", Likeness::Different}, TypedCase{"-5", "5", Likeness::Different},
        TypedCase{"- 5", "-5", Likeness::Same}, TypedCase{"minus 5", "-5", Likeness::Same},
        TypedCase{"about -5 ms", "-5 ms", Likeness::Same}, TypedCase{"(-5)", "-5", Likeness::Same},
        TypedCase{"-.5", "-0.5", Likeness::Same}, TypedCase{"-5.1", "-5", Likeness::Same},
        TypedCase{"-4", "-5", Likeness::Partly}, TypedCase{"-9", "-5", Likeness::Partly},
        TypedCase{"0", "-5", Likeness::Different}, TypedCase{"-2e3", "-2 k", Likeness::Same},
        TypedCase{"2e-3", "0.002", Likeness::Same}, TypedCase{"-2", "-3 to -1", Likeness::Same},
        TypedCase{"2", "-3 to -1", Likeness::Different}, TypedCase{"-2", "-3--1", Likeness::Same},
        TypedCase{"250", "200 -300", Likeness::Same}, TypedCase{"top-5", "5", Likeness::Same},
        TypedCase{"latency - 5", "5", Likeness::Same},
        TypedCase{"terminus 5", "5", Likeness::Same}));

INSTANTIATE_TEST_SUITE_P(Units, TypedNumbers,
                         testing::Values(TypedCase{"1.5 s", "1500 ms", Likeness::Same},
                                         TypedCase{"200 µs", "0.2 ms", Likeness::Same},
                                         TypedCase{"200 us", "0.2 ms", Likeness::Same},
                                         TypedCase{"1500", "1500 ms", Likeness::Same},
                                         TypedCase{"2 h", "120 minutes", Likeness::Same},
                                         TypedCase{"1500 GB", "1.5 TB", Likeness::Same},
                                         TypedCase{"1.5 GB", "1.5 TB", Likeness::Different},
                                         TypedCase{"5 ms", "5 GB", Likeness::Different},
                                         TypedCase{"0.31 %", "0.31 %", Likeness::Same},
                                         TypedCase{"0.0031", "0.31 %", Likeness::Same},
                                         TypedCase{"0.31", "0.31 %", Likeness::Same},
                                         TypedCase{"31 %", "0.31", Likeness::Same}));

INSTANTIATE_TEST_SUITE_P(Distance, TypedNumbers,
                         testing::Values(TypedCase{"101", "100", Likeness::Same},
                                         TypedCase{"110", "100", Likeness::Close},
                                         TypedCase{"86", "100", Likeness::Close},
                                         TypedCase{"180", "100", Likeness::Partly},
                                         TypedCase{"55", "100", Likeness::Partly},
                                         TypedCase{"40", "100", Likeness::Different},
                                         TypedCase{"250", "100", Likeness::Different},
                                         TypedCase{"250 ms", "200-300 ms", Likeness::Same},
                                         TypedCase{"250", "200 ms – 300 ms", Likeness::Same},
                                         TypedCase{"0.25 s", "200 to 300 ms", Likeness::Same},
                                         TypedCase{"400 ms", "200-300 ms", Likeness::Partly}));

TEST(ReadQuantity, CountsABAsBytesOnlyWhenToldSo) {
  EXPECT_EQ(readQuantity("7 B")->least, 7e9);
  EXPECT_EQ(readQuantity("7 B", true)->measure, "bytes");
}

TEST(ReadQuantity, PassesDigitsInWords) {
  EXPECT_EQ(readQuantity("p99 of 40 ms")->least, 40);
  EXPECT_EQ(readQuantity("no number"), std::nullopt);
}

TEST(EditDistance, CountsSwappedLettersOnceAndStopsAtItsBound) {
  EXPECT_EQ(editDistance(U"store", U"sotre", 2), 1);
  EXPECT_EQ(editDistance(U"kitten", U"sitting", 3), 3);
  EXPECT_EQ(editDistance(U"kitten", U"sitting", 2), 3);
  EXPECT_EQ(editDistance(U"", U"ab", 2), 2);
  EXPECT_EQ(editDistance(U"abcdefgh", U"x", 2), 3);
}

TEST(SuggestedRating, IsNeverEasyAndNeverForNothing) {
  EXPECT_EQ(suggestedRating(Likeness::Blank), std::nullopt);
  EXPECT_EQ(suggestedRating(Likeness::Different), Rating::Again);
  EXPECT_EQ(suggestedRating(Likeness::Partly), Rating::Hard);
  EXPECT_EQ(suggestedRating(Likeness::Close), Rating::Good);
  EXPECT_EQ(suggestedRating(Likeness::Same), Rating::Good);
}

TEST(RatingFromTicks, GrowsWithTheShareOfKeyPoints) {
  EXPECT_EQ(ratingFromTicks(0, 0), std::nullopt);
  EXPECT_EQ(ratingFromTicks(0, 8), Rating::Again);
  EXPECT_EQ(ratingFromTicks(3, 8), Rating::Again);
  EXPECT_EQ(ratingFromTicks(4, 8), Rating::Hard);
  EXPECT_EQ(ratingFromTicks(6, 8), Rating::Good);
  EXPECT_EQ(ratingFromTicks(8, 8), Rating::Easy);
}

TEST(FormsOfTitle, AreWhatPeopleShortenItTo) {
  EXPECT_THAT(formsOfTitle("Two-tower retrieval, 128-d"),
              ElementsAre("Two-tower retrieval, 128-d", "Two-tower retrieval"));
  EXPECT_THAT(formsOfTitle("Nearest neighbours (ANN)"),
              ElementsAre("Nearest neighbours (ANN)", "Nearest neighbours", "ANN"));
  EXPECT_THAT(formsOfTitle("Event log (Kafka)"), ElementsAre("Event log (Kafka)", "Event log"));
}

TEST(TypedNumbers, WithoutEndAreNone) {
  EXPECT_FALSE(readQuantity("1.5 x 10^310").has_value());
  EXPECT_FALSE(readQuantity("3e200 years").has_value());
  EXPECT_TRUE(readQuantity("3e20 years").has_value());
}

}  // namespace
}  // namespace phaseboard::review
