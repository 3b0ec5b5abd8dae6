// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "diagrams/compiler/charts/sequence.h"

namespace phaseboard::compiler {
namespace {

std::size_t actorNamed(const Sequence& sequence, const std::string& field, ChartFields& fields) {
  const std::string id = fields.requiredText(field);
  const auto actor = std::find_if(sequence.actors.begin(), sequence.actors.end(),
                                  [&id](const Entry& each) { return each.id == id; });
  if (actor != sequence.actors.end())
    return static_cast<std::size_t>(actor - sequence.actors.begin());
  if (!id.empty())
    fields.complain("names the unknown actor '" + id + "' in '" + field + "'");
  return 0;
}

Sequence::Message readMessage(const YAML::Node& node, const Sequence& sequence,
                              ChartProblems& problems) {
  ChartFields fields = itemFields(node, "message", problems);
  Sequence::Message message;
  message.from = actorNamed(sequence, "from", fields);
  message.to = actorNamed(sequence, "to", fields);
  message.isReply = fields.flag("reply", false);
  message.at = fields.text("at");
  const std::string id = sequence.actors[message.from].id + "--" + sequence.actors[message.to].id;
  message.entry = fields.entry(
      {.classes = ClassKind::Wire, .otherwise = "flow", .hasSub = false, .idOtherwise = id});
  fields.finish();
  return message;
}

Sequence::Group readGroup(const YAML::Node& node, const Sequence& sequence,
                          ChartProblems& problems) {
  ChartFields fields = itemFields(node, "group", problems);
  Sequence::Group group;
  group.entry = fields.entry({.classes = ClassKind::Lane, .otherwise = "neutral", .hasSub = false});
  const auto count = static_cast<int>(sequence.messages.size());
  const int first = fields.wholeNumber("first", 1, count).value_or(0);
  const int last = fields.wholeNumber("last", 1, count).value_or(0);
  if (first == 0 || last < first) {
    fields.complain("needs a 'first' and a 'last' message, by their numbers");
  } else {
    group.first = static_cast<std::size_t>(first - 1);
    group.last = static_cast<std::size_t>(last - 1);
  }
  for (const Sequence::Group& other : sequence.groups) {
    const bool apart = group.last < other.first || other.last < group.first;
    const bool inside = other.first <= group.first && group.last <= other.last;
    if (!apart && !inside)
      fields.complain("crosses '" + other.entry.id +
                      "'; groups stand apart, or an inner one follows its outer one");
  }
  fields.finish();
  return group;
}

}  // namespace

Sequence readSequence(ChartFields& figure) {
  Sequence sequence;
  ChartProblems& problems = figure.problems();
  sequence.isNumbered = figure.flag("numbered", true);
  for (const YAML::Node& node : figure.list("actors", 2, 7)) {
    ChartFields fields = itemFields(node, "actor", problems);
    sequence.actors.push_back(fields.entry({.hasIcon = true}));
    fields.finish();
  }
  if (sequence.actors.size() < 2)
    return sequence;
  for (const YAML::Node& node : figure.list("messages", 2, 18))
    sequence.messages.push_back(readMessage(node, sequence, problems));
  for (const YAML::Node& node : figure.list("groups", 0, 5))
    sequence.groups.push_back(readGroup(node, sequence, problems));
  figure.finish();
  return sequence;
}

}  // namespace phaseboard::compiler
