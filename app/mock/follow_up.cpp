// SPDX-License-Identifier: Apache-2.0
#include "app/mock/follow_up.h"

#include <algorithm>
#include <map>

#include "app/base/hash.h"
#include "app/mock/figure_reading.h"
#include "app/mock/words.h"

namespace phaseboard::mock {
namespace {

constexpr std::array<std::string_view, 7> kRuleNames{
    "remove-part", "delay-part", "tenfold", "labels-late", "new-market", "privacy", "authored"};

/// How a style asks: how much, and from which part of the budget on.
struct Pressure {
  std::size_t count = 0;
  double from = 1;  ///< of the budget
};

constexpr double kLastAt = 0.95;

Pressure pressureOf(const Plan& plan) {
  const auto style = static_cast<std::size_t>(plan.style);
  constexpr std::array<Pressure, 3> kWhole{{{2, 0.75}, {3, 0.6}, {5, 0.3}}};
  constexpr std::array<Pressure, 3> kOneStage{{{1, 0.8}, {1, 0.7}, {2, 0.4}}};
  constexpr std::array<Pressure, 3> kHighLevel{{{0, 1}, {1, 0.8}, {1, 0.6}}};
  constexpr std::array<Pressure, 3> kRound{{{4, 0}, {5, 0}, {6, 0}}};
  switch (plan.form) {
    case Form::Whole:
      return kWhole[style];
    case Form::OneStage:
      return kOneStage[style];
    case Form::HighLevel:
      return kHighLevel[style];
    case Form::FollowUps:
      return kRound[style];
  }
  return {};
}

std::uint64_t lot(std::uint64_t seed, std::string_view name) {
  // A second turn of the hash spreads what little short names differ in.
  return Fnv64{}.addNumber(Fnv64{}.addNumber(seed).addField(name).value()).value();
}

FollowUp removed(const FigureReading& figure, const content::Part& part) {
  FollowUp one = figure.about(Rule::RemovePart, content::Level::Mid, part);
  one.names = {part.title};
  one.points = {{Expected::Purpose, {part.title}, part.explanation},
                {Expected::Starved, figure.titlesAfter(part), {}},
                {Expected::StandIn, {}, {}},
                {Expected::Notice, {}, {}}};
  return one;
}

FollowUp delayed(const FigureReading& figure, const content::Part& edge) {
  FollowUp one = figure.about(Rule::DelayPart, content::Level::Senior, edge);
  one.names = {edge.label.empty() ? edge.title : edge.label, figure.titleOf(edge.from),
               figure.titleOf(edge.to)};
  one.points = {{Expected::Starved, {figure.titleOf(edge.to)}, {}},
                {Expected::Deadline, {}, {}},
                {Expected::Stale, {}, {}},
                {Expected::Notice, {}, {}},
                {Expected::Backlog, {}, {}}};
  return one;
}

FollowUp tenfold(const FigureReading& figure) {
  FollowUp one = figure.aboutAll(Rule::Tenfold, content::Level::Mid);
  one.points = {{Expected::Path, figure.path(), {}},
                {Expected::Grow, figure.titlesOf({"store", "model", "queue"}), {}},
                {Expected::Degrade, {}, {}},
                {Expected::Cost, {}, {}}};
  return one;
}

FollowUp labelsLate(const FigureReading& figure, const content::Part& part) {
  FollowUp one = figure.about(Rule::LabelsLate, content::Level::Senior, part);
  one.names = {part.title};
  one.points = {{Expected::Window, {part.title}, {}},
                {Expected::EarlyNegatives, {}, {}},
                {Expected::EarlySignals, figure.titlesOf({"metric"}), {}},
                {Expected::Stale, figure.titlesOf({"model"}), {}}};
  return one;
}

FollowUp newMarket(const FigureReading& figure) {
  FollowUp one = figure.aboutAll(Rule::NewMarket, content::Level::Senior);
  one.points = {{Expected::ColdStart, figure.titlesOf({"model", "data"}), {}},
                {Expected::LocalRules, figure.titlesOf({"policy"}), {}},
                {Expected::Slices, figure.titlesOf({"metric"}), {}},
                {Expected::Grow, figure.titlesOf({"store"}), {}}};
  return one;
}

FollowUp privacy(const FigureReading& figure) {
  FollowUp one = figure.aboutAll(Rule::Privacy, content::Level::Staff);
  one.points = {{Expected::Copies, figure.titlesOf({"store", "queue", "data"}), {}},
                {Expected::Retrain, figure.titlesOf({"model"}), {}},
                {Expected::StandIn, {}, {}},
                {Expected::Proof, {}, {}}};
  return one;
}

/// The sentences of an answer, without its marks.
std::vector<std::string> sentencesOf(const std::string& markdown) {
  const std::string plain = withoutMarks(markdown);
  std::vector<std::string> sentences;
  std::size_t from = 0;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const bool ends = plain[i] == '.' || plain[i] == '?' || plain[i] == '!';
    const bool isLast = i + 1 == plain.size();
    if (!isLast && !(ends && plain[i + 1] == ' '))
      continue;
    std::string sentence = plain.substr(from, i + 1 - from);
    sentence.erase(0, sentence.find_first_not_of(" \n"));
    if (!sentence.empty())
      sentences.push_back(std::move(sentence));
    from = i + 1;
  }
  return sentences;
}

FollowUp authored(const content::FollowUp& written) {
  FollowUp one{
      written.id.value(), Rule::Authored, written.level, {}, written.question, written.answer, {}};
  for (std::string& sentence : sentencesOf(written.answer))
    one.points.push_back({Expected::Sentence, {}, std::move(sentence)});
  return one;
}

void addFrom(const content::Diagram& diagram, bool isReference, std::vector<FollowUp>& all) {
  const FigureReading figure(diagram);
  for (const content::Part* part : figure.labelParts())
    all.push_back(labelsLate(figure, *part));
  if (!isReference)
    return;
  for (const content::Part* part : figure.inTheMiddle())
    all.push_back(removed(figure, *part));
  for (const content::Part* edge : figure.carrying())
    all.push_back(delayed(figure, *edge));
  if (figure.path().size() >= 2)
    all.push_back(tenfold(figure));
  if (!figure.titlesOf({"model"}).empty())
    all.push_back(newMarket(figure));
  if (!figure.titlesOf({"store", "queue", "data"}).empty())
    all.push_back(privacy(figure));
}

}  // namespace

std::string_view nameOf(Rule rule) {
  return kRuleNames[static_cast<std::size_t>(rule)];
}

std::vector<FollowUp> followUpsFor(const content::Diagram& reference,
                                   const std::vector<content::Diagram>& others,
                                   const std::vector<content::Note>& notes, const Plan& plan) {
  std::vector<FollowUp> all;
  addFrom(reference, true, all);
  for (const content::Diagram& other : others)
    if (other.id != reference.id)
      addFrom(other, false, all);
  const bool hasPhases =
      std::any_of(plan.stages.begin(), plan.stages.end(),
                  [](const PlannedStage& stage) { return !stage.phases.empty(); });
  for (const content::Note& note : notes)
    if (!hasPhases || plan.hasPhase(note.phase))
      for (const content::FollowUp& written : note.followUps)
        all.push_back(authored(written));

  std::map<Rule, std::vector<FollowUp>> byRule;
  for (FollowUp& one : all)
    byRule[one.rule].push_back(std::move(one));
  std::vector<Rule> order;
  for (auto& [rule, list] : byRule) {
    order.push_back(rule);
    std::sort(list.begin(), list.end(), [&](const FollowUp& a, const FollowUp& b) {
      return std::pair(lot(plan.seed, a.id), a.id) < std::pair(lot(plan.seed, b.id), b.id);
    });
  }
  std::sort(order.begin(), order.end(),
            [&](Rule a, Rule b) { return lot(plan.seed, nameOf(a)) < lot(plan.seed, nameOf(b)); });
  std::vector<FollowUp> result;
  for (std::size_t round = 0; result.size() < all.size(); ++round)
    for (const Rule rule : order)
      if (round < byRule[rule].size())
        result.push_back(std::move(byRule[rule][round]));
  return result;
}

std::size_t followUpCount(const Plan& plan) {
  return pressureOf(plan).count;
}

std::size_t followUpsDue(const Plan& plan, Millis elapsed, std::size_t answered) {
  const Pressure pressure = pressureOf(plan);
  if (plan.form == Form::FollowUps)
    return std::min(pressure.count, answered + 1);
  const auto budget = static_cast<double>(plan.budget().value());
  const double gone = budget > 0 ? static_cast<double>(elapsed.value()) / budget : 1;
  std::size_t due = 0;
  for (std::size_t i = 0; i < pressure.count; ++i) {
    const double part = static_cast<double>(i) / static_cast<double>(pressure.count);
    if (gone >= pressure.from + (kLastAt - pressure.from) * part)
      ++due;
  }
  return due;
}

std::vector<Sought> soughtIn(const FollowUp& followUp) {
  std::vector<Sought> sought;
  for (std::size_t i = 0; i < followUp.points.size(); ++i) {
    const FollowUpPoint& point = followUp.points[i];
    const UsualWords& usual = usualWords(point.expected);
    Sought one{std::to_string(i), point.text, usual.telling, true, usual.hints};
    std::vector<std::string>& named = usual.areNamesTelling ? one.aliases : one.hints;
    named.insert(named.end(), point.names.begin(), point.names.end());
    // What the question itself names is said by nobody's merit.
    for (auto* words : {&one.aliases, &one.hints})
      std::erase_if(*words, [&](const std::string& word) {
        return std::find(followUp.names.begin(), followUp.names.end(), word) !=
               followUp.names.end();
      });
    sought.push_back(std::move(one));
  }
  return sought;
}

}  // namespace phaseboard::mock
