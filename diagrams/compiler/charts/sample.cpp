// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/sample.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>

#include "app/base/hash.h"

namespace phaseboard::compiler {
namespace {

using chart::kMargin;

constexpr int kColumns = 12;
constexpr int kMostDots = 144;
constexpr double kStep = 17;  // from dot to dot
constexpr double kRadius = 5.2;
constexpr double kPadding = 18;
constexpr double kHeader = 52;
constexpr double kLegendTop = 22;
constexpr double kLegendRow = 24;
constexpr double kLegendIndent = 18;
constexpr double kLegendGap = 24;  // between a group's label and its sub
constexpr double kArrowRoom = 44;  // besides the words on an arrow
constexpr double kLeastArrow = 70;

Sample::Stage readStage(const YAML::Node& node, const Sample& before, ChartProblems& problems) {
  ChartFields fields = itemFields(node, "stage", problems);
  Sample::Stage stage;
  stage.entry = fields.entry({.classes = ClassKind::Lane, .otherwise = "neutral"});
  int dots = 0;
  for (const YAML::Node& item : fields.list("groups", 1, 5)) {
    ChartFields group = itemFields(item, "group", problems);
    Sample::Group out;
    out.entry = group.entry({.otherwise = "data"});
    out.count = group.wholeNumber("count", 1, kMostDots).value_or(0);
    out.isHollow = group.flag("hollow", false);
    if (out.count == 0)
      group.complain("needs a 'count' of dots");
    group.finish();
    dots += out.count;
    stage.groups.push_back(std::move(out));
  }
  if (dots > kMostDots)
    fields.complain("has " + std::to_string(dots) + " dots; the most is " +
                    std::to_string(kMostDots));
  const std::string how = fields.text("how");
  const std::string why = fields.text("why");
  if (!before.stages.empty()) {
    stage.edge = {.id = before.stages.back().entry.id + "--" + stage.entry.id,
                  .className = "flow",
                  .label = how,
                  .title = how.empty() ? stage.entry.title : style::plainText(how),
                  .explanation = why,
                  .line = fields.line()};
    if (why.size() < 40)
      fields.complain("needs a 'why' of 40 characters or more, which explains the way to it");
  } else if (!how.empty() || !why.empty()) {
    fields.complain("is the first stage; 'how' and 'why' belong to the next one");
  }
  fields.finish();
  return stage;
}

class SampleDrawing {
 public:
  SampleDrawing(const Sample& sample, ChartCanvas& canvas) : m_sample(sample), m_canvas(canvas) {}

  void draw() {
    measure();
    m_canvas.begin(m_boxes.back().right() + kMargin, m_boxes.back().bottom() + kMargin);
    for (std::size_t i = 0; i < m_sample.stages.size(); ++i) {
      if (i > 0)
        drawEdge(i);
      drawStage(m_sample.stages[i], m_boxes[i]);
    }
  }

 private:
  void measure() {
    int rows = 0;
    std::size_t groups = 0;
    for (const Sample::Stage& stage : m_sample.stages) {
      rows = std::max(rows, rowsOf(stage));
      groups = std::max(groups, stage.groups.size());
    }
    m_dotsHeight = rows * kStep;
    const double height = kHeader + m_dotsHeight + kLegendTop +
                          static_cast<double>(groups) * kLegendRow + kPadding - 8;
    double left = kMargin;
    for (const Sample::Stage& stage : m_sample.stages) {
      if (!m_boxes.empty())
        left += std::max(kLeastArrow, widthOf(stage.edge.label, "te") + kArrowRoom);
      double inside = std::max({kColumns * kStep, widthOf(laneTitle(stage.entry), "tz"),
                                widthOf(stage.entry.sub, "ts")});
      for (const Sample::Group& group : stage.groups)
        inside = std::max(inside, kLegendIndent + widthOf(group.entry.label, "tl") + kLegendGap +
                                      widthOf(group.entry.sub, "ts"));
      m_boxes.emplace_back(left, kMargin, inside + 2 * kPadding, height);
      left = m_boxes.back().right();
    }
  }

  [[nodiscard]] static int dotsOf(const Sample::Stage& stage) {
    return std::accumulate(stage.groups.begin(), stage.groups.end(), 0,
                           [](int sum, const Sample::Group& group) { return sum + group.count; });
  }

  /// Small samples stand in a compact block.
  [[nodiscard]] static int columnsOf(const Sample::Stage& stage) {
    const double side = std::ceil(std::sqrt(1.6 * dotsOf(stage)));
    return std::min(kColumns, static_cast<int>(side));
  }

  [[nodiscard]] static int rowsOf(const Sample::Stage& stage) {
    const int columns = columnsOf(stage);
    return (dotsOf(stage) + columns - 1) / columns;
  }

  /// Which dot belongs to which group. Shuffled by a hash, so the same on every machine, and a dot
  /// keeps its place from stage to stage while nothing is taken away.
  [[nodiscard]] static std::vector<std::size_t> scattered(const Sample::Stage& stage) {
    std::vector<std::size_t> groups;
    for (std::size_t i = 0; i < stage.groups.size(); ++i)
      groups.insert(groups.end(), static_cast<std::size_t>(stage.groups[i].count), i);
    std::vector<std::pair<std::uint64_t, std::size_t>> order;
    for (std::size_t i = 0; i < groups.size(); ++i)
      order.emplace_back(Fnv64{}.addNumber(i).value(), groups[i]);
    std::sort(order.begin(), order.end());
    for (std::size_t i = 0; i < groups.size(); ++i)
      groups[i] = order[i].second;
    return groups;
  }

  void drawStage(const Sample::Stage& stage, const QRectF& box) {
    m_canvas.openGroup(stage.entry);
    m_canvas.svg().rect("lane", box, 16);
    const double x = box.left() + kPadding;
    m_canvas.text("tz", QPointF(x, box.top() + 24), laneTitle(stage.entry));
    m_canvas.text("ts", QPointF(x, box.top() + 41), stage.entry.sub);
    m_canvas.close();
    m_canvas.claim(stage.entry, box);
    const std::vector<std::size_t> owners = scattered(stage);
    double y = box.top() + kHeader + m_dotsHeight + kLegendTop;
    for (std::size_t i = 0; i < stage.groups.size(); ++i) {
      const Sample::Group& group = stage.groups[i];
      m_canvas.openNode(group.entry, "dots", stage.entry.id);
      drawDots(stage, i, owners, box);
      drawDot(group, QPointF(x + kRadius, y));
      m_canvas.block("tl", QPointF(x + kLegendIndent, y), {group.entry.label}, 0);
      if (!group.entry.sub.empty())
        m_canvas.block("ts", QPointF(box.right() - kPadding, y), {group.entry.sub}, 0,
                       Align::Right);
      m_canvas.close();
      y += kLegendRow;
    }
  }

  void drawDots(const Sample::Stage& stage, std::size_t index,
                const std::vector<std::size_t>& owners, const QRectF& box) {
    const int columns = columnsOf(stage);
    const QPointF first(
        box.center().x() - (columns - 1) * kStep / 2,
        box.top() + kHeader + (m_dotsHeight - rowsOf(stage) * kStep) / 2 + kStep / 2);
    int place = 0;
    for (const std::size_t owner : owners) {
      if (owner == index)
        drawDot(stage.groups[index],
                first + QPointF(place % columns * kStep, place / columns * kStep));
      ++place;
    }
  }

  void drawDot(const Sample::Group& group, QPointF middle) {
    m_canvas.svg().circle(group.isHollow ? "hair" : "solid", middle,
                          group.isHollow ? kRadius - 0.6 : kRadius);
  }

  void drawEdge(std::size_t index) {
    const Sample::Stage& stage = m_sample.stages[index];
    const double y = kMargin + kHeader + m_dotsHeight / 2;
    const double from = m_boxes[index - 1].right();
    const double to = m_boxes[index].left();
    m_canvas.openEdge(stage.edge, m_sample.stages[index - 1].entry.id, stage.entry.id);
    m_canvas.wire({QPointF(from + 4, y), QPointF(to - 2, y)});
    if (!stage.edge.label.empty())
      m_canvas.text("te", QPointF((from + to) / 2, y - 10), stage.edge.label, Align::Centre);
    m_canvas.close();
  }

  const Sample& m_sample;
  ChartCanvas& m_canvas;
  std::vector<QRectF> m_boxes;
  double m_dotsHeight = 0;
};

}  // namespace

Sample readSample(ChartFields& figure) {
  Sample sample;
  for (const YAML::Node& node : figure.list("stages", 1, 4))
    sample.stages.push_back(readStage(node, sample, figure.problems()));
  figure.finish();
  return sample;
}

void drawSample(const Sample& sample, ChartCanvas& canvas) {
  SampleDrawing(sample, canvas).draw();
}

}  // namespace phaseboard::compiler
