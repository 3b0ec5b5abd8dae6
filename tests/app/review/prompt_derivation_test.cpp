// SPDX-License-Identifier: Apache-2.0
#include "app/review/prompt_derivation.h"

#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace phaseboard::review {
namespace {

using content::Part;
using content::PartKind;

Part node(const std::string& id, const std::string& title) {
  Part part;
  part.id = PartId{id};
  part.title = title;
  part.label = title;
  part.explanation = title + " is needed.";
  return part;
}

Part edge(const std::string& from, const std::string& to, const std::string& label) {
  Part part;
  part.id = PartId{from + "--" + to};
  part.kind = PartKind::Edge;
  part.title = from + " to " + to;
  part.label = label;
  part.explanation = "It carries " + label + ".";
  part.from = PartId{from};
  part.to = PartId{to};
  return part;
}

content::Diagram diagram(const std::string& name, const std::string& phase) {
  content::Diagram figure;
  figure.id = DiagramId{"ads/" + name};
  figure.question = QuestionId{"ads"};
  figure.phase = PhaseId{phase};
  figure.kind = "flow";
  Part group = node("online", "Online");
  group.kind = PartKind::Group;
  figure.parts = {group, node("log", "Event log"), node("join", "Joiner"),
                  edge("log", "join", "clicks"), edge("join", "log", "")};
  return figure;
}

content::Note note(const std::string& phase) {
  content::Note note;
  note.question = QuestionId{"ads"};
  note.phase = PhaseId{phase};
  note.keyPoints = {{ItemId{"ads/wait"},
                     "Wait an hour.",
                     "Clicks are late.",
                     "Wait a day.",
                     content::Level::Mid,
                     {},
                     {}},
                    {ItemId{"ads/sample"},
                     "Sample negatives.",
                     "They are many.",
                     "Keep all.",
                     content::Level::Mid,
                     {},
                     {}}};
  note.tradeOffs = {
      {ItemId{"ads/window"},
       "How long to wait?",
       {{"An hour", "freshness.", "missed clicks."}, {"A day", "complete labels.", "staleness."}},
       "The delay of clicks."}};
  note.numbers = {{ItemId{"ads/rate"}, "350 k requests a second at peak, not 1350 k", "1+1",
                   "350 k", "requests/s", "500 M users", 350'000}};
  note.pitfalls = {
      {ItemId{"ads/leak"}, "Future clicks leak.", "A join without time.", "Join by time."}};
  note.followUps = {{ItemId{"ads/late"}, "What if labels come a day late?", "Weigh them.",
                     content::Level::Senior}};
  return note;
}

content::Pack pack() {
  content::Question question;
  question.id = QuestionId{"ads"};
  question.title = "Ad click prediction";
  question.notes = {note("data")};
  question.notes[0].diagrams = {DiagramId{"ads/labels"}};
  question.diagrams = {diagram("labels", "data")};
  question.prompts = {
      {ItemId{"ads/why-calibrate"}, PhaseId{"data"}, "Why calibrate?", "Bids.", {}}};
  content::Pack pack;
  pack.framework.phases = {{PhaseId{"data"}, 3, "Prepare data", "Data", ""}};
  pack.questions = {question};
  return pack;
}

std::vector<std::string> ids(const std::vector<Prompt>& prompts) {
  std::vector<std::string> all;
  for (const Prompt& prompt : prompts)
    all.push_back(prompt.id.value());
  return all;
}

Prompt find(const std::vector<Prompt>& prompts, const std::string& id) {
  for (const Prompt& prompt : prompts)
    if (prompt.id.value() == id)
      return prompt;
  ADD_FAILURE() << "no prompt " << id;
  return {};
}

TEST(DerivePrompts, AsksAboutEverythingInTheOrderOfLearning) {
  EXPECT_THAT(ids(derivePrompts(pack())),
              testing::ElementsAre(
                  "key-points:ads#data", "key-point:ads/wait", "key-point:ads/sample",
                  "trade-off:ads/window", "number:ads/rate", "pitfall:ads/leak",
                  "follow-up:ads/late", "name-part:ads/labels/log", "part-purpose:ads/labels/log",
                  "name-part:ads/labels/join", "part-purpose:ads/labels/join",
                  "edge-meaning:ads/labels/log--join", "authored:ads/why-calibrate",
                  "click-part:ads/labels/log--join", "answer-phase:ads#data"));
}

TEST(DerivePrompts, NamesTheFigureAndPartOfAPartPrompt) {
  const Prompt prompt = find(derivePrompts(pack()), "name-part:ads/labels/log");

  EXPECT_EQ(prompt.kind, PromptKind::NamePart);
  EXPECT_EQ(prompt.question, QuestionId{"ads"});
  EXPECT_EQ(prompt.phase, PhaseId{"data"});
  EXPECT_EQ(prompt.target, TargetId{"ads/labels/log"});
  EXPECT_EQ(prompt.diagram, DiagramId{"ads/labels"});
  EXPECT_EQ(prompt.part, PartId{"log"});
  EXPECT_EQ(prompt.ask, "Which part is hidden here?");
  EXPECT_EQ(prompt.answer, "Event log");
}

TEST(DerivePrompts, AsksWhyAPartIsThere) {
  const Prompt prompt = find(derivePrompts(pack()), "part-purpose:ads/labels/join");

  EXPECT_EQ(prompt.ask, "Why is “Joiner” here?");
  EXPECT_EQ(prompt.answer, "Joiner is needed.");
}

TEST(DerivePrompts, AsksWhatFlowsAlongALabelledEdge) {
  const Prompt prompt = find(derivePrompts(pack()), "edge-meaning:ads/labels/log--join");

  EXPECT_EQ(prompt.ask, "What flows from “Event log” to “Joiner”?");
  EXPECT_EQ(prompt.answer, "**clicks**\n\nIt carries clicks.");
}

TEST(DerivePrompts, ListsTheKeyPointsOfANote) {
  const Prompt prompt = find(derivePrompts(pack()), "key-points:ads#data");

  EXPECT_EQ(prompt.ask, "State the key points of “Prepare data” for “Ad click prediction”.");
  EXPECT_EQ(prompt.answer, "- Wait an hour.\n- Sample negatives.");
}

TEST(DerivePrompts, KeepsAKeyPointOfSeveralLinesInItsListItem) {
  content::Pack changed = pack();
  changed.questions[0].notes[0].keyPoints[0].statement = "Rank by\n\n$$b p$$\n\nat the auction.";

  EXPECT_EQ(find(derivePrompts(changed), "key-points:ads#data").answer,
            "- Rank by\n\n  $$b p$$\n\n  at the auction.\n- Sample negatives.");
}

TEST(DerivePrompts, AsksForTheReasonOfAKeyPoint) {
  const Prompt prompt = find(derivePrompts(pack()), "key-point:ads/wait");

  EXPECT_EQ(prompt.ask, "Wait an hour.\n\nWhy here, and what would you do instead?");
  EXPECT_EQ(prompt.answer, "Clicks are late.\n\n**Instead:** Wait a day.");
}

TEST(DerivePrompts, ListsTheOptionsOfATradeOff) {
  EXPECT_EQ(find(derivePrompts(pack()), "trade-off:ads/window").answer,
            "- **An hour.** *Buys:* freshness. *Costs:* missed clicks.\n"
            "- **A day.** *Buys:* complete labels. *Costs:* staleness.\n\n"
            "**Decides:** The delay of clicks.");
}

TEST(DerivePrompts, DoesNotGiveTheNumberAway) {
  const Prompt prompt = find(derivePrompts(pack()), "number:ads/rate");

  EXPECT_EQ(prompt.ask,
            "… requests a second at peak, not 1350 k\n\n**Given:** 500 M users\n\nEstimate it.");
  EXPECT_EQ(prompt.answer, "**350 k requests/s** from `1+1`");
}

TEST(DerivePrompts, MakesSiblingsOfPromptsAboutOneThing) {
  const auto prompts = derivePrompts(pack());
  const auto group = [&](const std::string& id) { return find(prompts, id).siblingGroup; };

  EXPECT_EQ(group("name-part:ads/labels/log"), group("part-purpose:ads/labels/log"));
  EXPECT_NE(group("name-part:ads/labels/log"), group("name-part:ads/labels/join"));
  EXPECT_NE(group("key-point:ads/wait"), group("key-point:ads/sample"));
}

TEST(DerivePrompts, UsesThePhaseOfAPartThatHasItsOwn) {
  content::Pack changed = pack();
  changed.questions[0].diagrams[0].parts[1].phase = PhaseId{"serve"};

  EXPECT_EQ(find(derivePrompts(changed), "name-part:ads/labels/log").phase, PhaseId{"serve"});
}

TEST(DerivePrompts, AsksChartsWhatTheirPartsSay) {
  content::Pack changed = pack();
  changed.questions[0].diagrams[0].kind = "plot";

  EXPECT_EQ(find(derivePrompts(changed), "part-purpose:ads/labels/log").ask,
            "What does “Event log” say here?");
}

TEST(DerivePrompts, StillAsksAboutAFigureThatNoNoteLists) {
  content::Pack changed = pack();
  changed.questions[0].notes[0].diagrams.clear();

  EXPECT_EQ(derivePrompts(changed).size(), derivePrompts(pack()).size());
}

TEST(DerivePrompts, GivesEveryPromptItsOwnId) {
  const auto all = ids(derivePrompts(pack()));

  EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), all.size());
}

TEST(DerivePrompts, AsksForAWholePhaseWithoutStoringItsKeyPointsAgain) {
  content::Pack changed = pack();
  changed.questions[0].notes[0].keyPoints[1].statement = "Keep one negative in ten.";

  const Prompt prompt = find(derivePrompts(pack()), "answer-phase:ads#data");

  EXPECT_EQ(prompt.answer, "");
  EXPECT_EQ(prompt.siblingGroup, find(derivePrompts(pack()), "key-points:ads#data").siblingGroup);
  EXPECT_NE(prompt.contentHash, find(derivePrompts(changed), "answer-phase:ads#data").contentHash);
}

TEST(DerivePrompts, NamesTheConceptBehindATarget) {
  content::Pack changed = pack();
  changed.questions[0].diagrams[0].parts[1].conceptId = ConceptId{"event-log"};
  changed.questions[0].notes[0].keyPoints[0].concepts = {ConceptId{"delayed-label"}};
  const auto prompts = derivePrompts(changed);

  EXPECT_EQ(find(prompts, "name-part:ads/labels/log").conceptId, ConceptId{"event-log"});
  EXPECT_EQ(find(prompts, "key-point:ads/wait").conceptId, ConceptId{"delayed-label"});
  EXPECT_EQ(find(prompts, "key-point:ads/sample").conceptId, std::nullopt);
}

TEST(DerivePrompts, KeepsTheIdsWhenPositionsAndWordsChange) {
  content::Pack changed = pack();
  content::Question& question = changed.questions[0];
  std::swap(question.notes[0].keyPoints[0], question.notes[0].keyPoints[1]);
  question.notes[0].keyPoints[0].statement = "Other words.";
  std::reverse(question.diagrams[0].parts.begin(), question.diagrams[0].parts.end());
  question.diagrams[0].parts.back().title = "Another title";
  question.diagrams[0].width = 2'000;

  EXPECT_THAT(ids(derivePrompts(changed)),
              testing::UnorderedElementsAreArray(ids(derivePrompts(pack()))));
}

TEST(ContentHash, ChangesOnlyForThePromptsThatChanged) {
  content::Pack changed = pack();
  changed.questions[0].diagrams[0].parts[1].explanation = "Another reason.";
  const auto before = derivePrompts(pack());
  const auto after = derivePrompts(changed);

  ASSERT_EQ(ids(before), ids(after));
  for (std::size_t i = 0; i < before.size(); ++i)
    EXPECT_EQ(before[i].contentHash != after[i].contentHash,
              before[i].id.value() == "part-purpose:ads/labels/log")
        << before[i].id;
}

}  // namespace
}  // namespace phaseboard::review
