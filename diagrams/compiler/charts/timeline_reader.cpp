// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "diagrams/compiler/charts/timeline.h"

namespace phaseboard::compiler {
namespace {

/// Index of the entry that `field` names, in a list whose members have an `entry`.
template <class List>
std::size_t named(const List& list, const std::string& field, const std::string& what,
                  ChartFields& fields) {
  const std::string id = fields.requiredText(field);
  const auto found = std::find_if(list.begin(), list.end(),
                                  [&id](const auto& each) { return each.entry.id == id; });
  if (found != list.end())
    return static_cast<std::size_t>(found - list.begin());
  if (!id.empty())
    fields.complain("names the unknown " + what + " '" + id + "' in '" + field + "'");
  return 0;
}

Timeline::Item readItem(const YAML::Node& node, bool isSpan, const Timeline& timeline,
                        ChartProblems& problems) {
  ChartFields fields = itemFields(node, isSpan ? "span" : "event", problems);
  Timeline::Item item;
  item.entry = fields.entry({.otherwise = isSpan ? "process" : "actor"});
  item.lane = named(timeline.lanes, "lane", "lane", fields);
  item.from = fields.requiredNumber(isSpan ? "from" : "at");
  if (isSpan) {
    item.to = fields.requiredNumber("to");
    item.isDashed = fields.flag("dashed", false);
    if (item.from >= *item.to)
      fields.complain("needs a 'from' below its 'to'");
  }
  if (!timeline.axis.contains(item.from) || !timeline.axis.contains(item.to.value_or(item.from)))
    fields.complain("reaches outside the axis");
  fields.finish();
  return item;
}

Timeline::Link readLink(const YAML::Node& node, const Timeline& timeline, ChartProblems& problems) {
  ChartFields fields = itemFields(node, "link", problems);
  Timeline::Link link;
  link.from = named(timeline.items, "from", "span or event", fields);
  link.to = named(timeline.items, "to", "span or event", fields);
  link.entry = fields.entry({.classes = ClassKind::Wire,
                             .otherwise = "flow",
                             .hasSub = false,
                             .needsLabel = false,
                             .idOtherwise = timeline.items[link.from].entry.id + "--" +
                                            timeline.items[link.to].entry.id});
  if (link.entry.title.empty())
    link.entry.title =
        timeline.items[link.from].entry.title + " to " + timeline.items[link.to].entry.title;
  fields.finish();
  return link;
}

Timeline::Mark readMark(const YAML::Node& node, const Timeline& timeline, ChartProblems& problems) {
  ChartFields fields = itemFields(node, "mark", problems);
  Timeline::Mark mark;
  mark.entry = fields.entry({.otherwise = "policy", .hasSub = false});
  mark.at = fields.requiredNumber("at");
  if (!timeline.axis.contains(mark.at))
    fields.complain("stands outside the axis");
  fields.finish();
  return mark;
}

}  // namespace

Timeline readTimeline(ChartFields& figure) {
  Timeline timeline;
  ChartProblems& problems = figure.problems();
  timeline.width = figure.number("width").value_or(timeline.width);
  if (auto axis = figure.mapping("axis"))
    timeline.axis = readAxis(*axis, false);
  else
    figure.complain("has no 'axis'");
  for (const YAML::Node& node : figure.list("lanes", 1, 8)) {
    ChartFields fields = itemFields(node, "lane", problems);
    Timeline::Lane lane;
    lane.entry = fields.entry({.classes = ClassKind::Lane, .otherwise = "neutral"});
    lane.rows = static_cast<std::size_t>(fields.wholeNumber("rows", 1, 6).value_or(1));
    fields.finish();
    timeline.lanes.push_back(std::move(lane));
  }
  if (timeline.lanes.empty())
    return timeline;
  for (const YAML::Node& node : figure.list("spans", 0, 24))
    timeline.items.push_back(readItem(node, true, timeline, problems));
  for (const YAML::Node& node : figure.list("events", 0, 24))
    timeline.items.push_back(readItem(node, false, timeline, problems));
  for (const YAML::Node& node : figure.list("marks", 0, 6))
    timeline.marks.push_back(readMark(node, timeline, problems));
  if (timeline.items.empty())
    figure.complain("needs a span or an event");
  else
    for (const YAML::Node& node : figure.list("links", 0, 16))
      timeline.links.push_back(readLink(node, timeline, problems));
  figure.finish();
  return timeline;
}

}  // namespace phaseboard::compiler
