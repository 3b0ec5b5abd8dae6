// SPDX-License-Identifier: Apache-2.0
#include "app/mock/clarification.h"

#include <gtest/gtest.h>

namespace phaseboard::test {
namespace {

using mock::Answered;
using mock::Clarification;
using mock::Topic;

content::Question aQuestion() {
  content::Question question;
  const auto line = [&](const char* id, const char* ask, const char* answer, const char* why) {
    question.dialogue.push_back({ItemId{std::string("rides/") + id}, ask, answer, why});
  };
  line("ask-objective", "What should improve, waiting time or the share of trips that happen?",
       "Completed trips. Waiting time is a guardrail.", "It fixes the online metric.");
  line("ask-scale", "How many riders, drivers and requests?",
       "20 million riders, 2 million drivers, 15 million requests a day.", "It gives the peak.");
  line("ask-latency", "How long may a match take?", "Two seconds at the 99th percentile.",
       "It bounds the model.");
  line("ask-labels", "What do we log about a trip?",
       "Offer, acceptance, pickup, drop-off and the rating.", "They are the labels.");
  line("ask-existing", "What exists today?", "The nearest free driver is asked.",
       "It is the baseline.");
  line("ask-privacy", "Which data about riders may we use?",
       "Trips of the last year, with consent. Home addresses are blurred.", "It limits features.");
  line("ask-freshness", "How quickly do positions change?",
       "A driver sends one every four seconds.", "It asks for streams.");
  line("ask-experiment", "Can I run controlled experiments?", "Yes, by city and week.",
       "Riders share drivers, so users cannot be split.");
  line("ask-cities", "Which cities and countries?", "Two hundred cities in forty countries.",
       "Each has its own rules.");
  question.outOfScope = {"Surge pricing and payment.", "Navigation of the driver's car."};
  question.inScope = {"Matching of riders and drivers.", "Prediction of arrival times."};
  question.assumptions = {"A driver accepts 80 % of offers."};
  return question;
}

struct Case {
  const char* asked;
  const char* line;
};

TEST(Clarification, FindsWhatIsAskedInOtherWords) {
  const content::Question question = aQuestion();
  constexpr Case kCases[]{
      {"How many riders, drivers and requests?", "ask-scale"},
      {"how much traffic do we expect", "ask-scale"},
      {"what's the QPS?", "ask-scale"},
      {"number of users?", "ask-scale"},
      {"how many daily requests", "ask-scale"},
      {"What is the latency budget?", "ask-latency"},
      {"how fast must it be", "ask-latency"},
      {"p99 latencey", "ask-latency"},
      {"How long can a match take", "ask-latency"},
      {"is there a deadline", "ask-latency"},
      {"what metric should we optimise?", "ask-objective"},
      {"What is the business goal?", "ask-objective"},
      {"what should get better", "ask-objective"},
      {"objectve", "ask-objective"},
      {"what labels do we have", "ask-labels"},
      {"is there training data", "ask-labels"},
      {"Do we log trips?", "ask-labels"},
      {"what is logged", "ask-labels"},
      {"what is the current system", "ask-existing"},
      {"Is there a baseline today", "ask-existing"},
      {"what exsits already?", "ask-existing"},
      {"privacy constraints?", "ask-privacy"},
      {"can I use personal data", "ask-privacy"},
      {"which rider data may be used", "ask-privacy"},
      {"GDPR?", "ask-privacy"},
      {"how fresh are positions", "ask-freshness"},
      {"how often does a driver's position update", "ask-freshness"},
      {"can we do an A/B test", "ask-experiment"},
      {"May I run experimnts?", "ask-experiment"},
      {"what countries do we serve", "ask-cities"},
      {"Which regions?", "ask-cities"},
      {"one city or global", "ask-cities"},
  };
  int found = 0;
  for (const Case& one : kCases) {
    const Clarification answer = mock::clarify(one.asked, question);
    const bool isRight = answer.line && answer.line->value() == std::string("rides/") + one.line;
    found += isRight ? 1 : 0;
    EXPECT_TRUE(isRight) << one.asked << " -> " << (answer.line ? answer.line->value() : "nothing");
  }
  EXPECT_EQ(found, static_cast<int>(std::size(kCases)));
}

TEST(Clarification, AnswersFromTheScopeWhatTheDialogueDoesNotHave) {
  const content::Question question = aQuestion();

  EXPECT_EQ(mock::clarify("Should I design surge pricing?", question).answered,
            Answered::OutOfScope);
  EXPECT_EQ(mock::clarify("does navigation belong to it", question).answered, Answered::OutOfScope);
  EXPECT_EQ(mock::clarify("prediction of arrival times too?", question).answered,
            Answered::InScope);
  EXPECT_EQ(mock::clarify("share of offers that a driver accepts", question).answered,
            Answered::Assumption);
}

TEST(Clarification, SendsBackWhatNobodyForesawAndSaysWhatItIsAbout) {
  const content::Question question = aQuestion();
  struct Unforeseen {
    const char* asked;
    Topic topic;
  };
  for (const Unforeseen& one : {Unforeseen{"Do I get a whiteboard marker?", Topic::None},
                                Unforeseen{"How much GPU hardware can I rent?", Topic::Scale},
                                Unforeseen{"which screen sizes do phones have", Topic::Surface},
                                Unforeseen{"colour of the umbrella", Topic::None}}) {
    const Clarification answer = mock::clarify(one.asked, question);
    EXPECT_EQ(answer.answered, Answered::Unforeseen) << one.asked << ": " << answer.answer;
    EXPECT_EQ(answer.topic, one.topic) << one.asked;
    EXPECT_TRUE(answer.answer.empty());
  }
}

TEST(Clarification, SurvivesAnything) {
  const content::Question question = aQuestion();

  for (const char* asked : {"", "   ", "?", "\xff\xfe", "what", "\xe4\xbd\xa0\xe5\xa5\xbd"})
    EXPECT_EQ(mock::clarify(asked, question).answered, Answered::Unforeseen) << asked;
  EXPECT_EQ(mock::clarify("How many users?", content::Question()).answered, Answered::Unforeseen);
}

}  // namespace
}  // namespace phaseboard::test
