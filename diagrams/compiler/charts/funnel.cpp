// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/funnel.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace phaseboard::compiler {
namespace {

using chart::kMargin;

constexpr double kWidth = 1240;  // of the figure; with few stages they are not made wider than this
constexpr double kWidestStage = 250;
constexpr double kNarrowestStage = 190;
constexpr double kStageGap = 14;
constexpr double kTallest = 216;
constexpr double kLowest = 74;
constexpr double kToCards = 30;  // from the tallest stage to the cards
constexpr double kTextIndent = chart::kPadding + chart::kTile + 10;
constexpr double kItemLine = 16;
constexpr double kItemGap = 5;
constexpr double kBulletIndent = 14;
constexpr double kHeaderHeight = 56;
constexpr double kBudgetHeight = 20;

Funnel::Stage readStage(const YAML::Node& node, ChartProblems& problems) {
  ChartFields fields = itemFields(node, "stage", problems);
  Funnel::Stage stage;
  stage.entry = fields.entry({.hasIcon = true});
  stage.count = fields.requiredNumber("count");
  stage.value = fields.requiredText("value");
  stage.unit = fields.text("unit");
  stage.budget = fields.text("budget");
  stage.items = fields.texts("items");
  if (stage.count < 1)
    fields.complain("needs a 'count' of 1 or more");
  if (stage.items.size() > 6)
    fields.complain("has more than 6 items");
  fields.finish();
  return stage;
}

class FunnelDrawing {
 public:
  FunnelDrawing(const Funnel& funnel, ChartCanvas& canvas) : m_funnel(funnel), m_canvas(canvas) {
    const auto count = static_cast<double>(funnel.stages.size());
    m_stageWidth = std::clamp((kWidth - 2 * kMargin - (count - 1) * kStageGap) / count,
                              kNarrowestStage, kWidestStage);
    for (const Funnel::Stage& stage : funnel.stages) {
      std::vector<std::vector<std::string>> wrapped;
      double height = kHeaderHeight + 8;
      for (const std::string& item : stage.items) {
        wrapped.push_back(style::wrapGreedy(item, style::textStyle("tl"),
                                            m_stageWidth - 2 * chart::kPadding - kBulletIndent));
        height += static_cast<double>(wrapped.back().size()) * kItemLine + kItemGap;
      }
      m_items.push_back(std::move(wrapped));
      m_cardHeight = std::max(m_cardHeight, height + 10);
    }
  }

  void draw() {
    const auto count = static_cast<double>(m_funnel.stages.size());
    m_middle = kMargin + kTallest / 2;
    m_cardTop = kMargin + kTallest + kToCards;
    m_canvas.begin(2 * kMargin + count * m_stageWidth + (count - 1) * kStageGap,
                   m_cardTop + m_cardHeight + kMargin);
    for (std::size_t i = 0; i < m_funnel.stages.size(); ++i) {
      const Funnel::Stage& stage = m_funnel.stages[i];
      const double left = kMargin + static_cast<double>(i) * (m_stageWidth + kStageGap);
      m_canvas.openNode(stage.entry, "stage");
      drawShape(i, left);
      drawCard(i, QRectF(left, m_cardTop, m_stageWidth, m_cardHeight));
      m_canvas.close();
      m_canvas.claim(stage.entry,
                     QRectF(left, kMargin, m_stageWidth, m_cardTop + m_cardHeight - kMargin));
    }
  }

 private:
  [[nodiscard]] double heightAt(std::size_t stage) const {
    const double most = std::log10(m_funnel.stages.front().count);
    const double least = std::log10(m_funnel.stages.back().count);
    const double own = std::log10(m_funnel.stages[stage].count);
    const double share = most - least < 1e-9 ? 1 : (own - least) / (most - least);
    return kLowest + share * (kTallest - kLowest);
  }

  /// A trapezium that narrows half the way to the next stage, so that the gaps read as one slope.
  void drawShape(std::size_t index, double left) {
    const Funnel::Stage& stage = m_funnel.stages[index];
    const double from = heightAt(index);
    const bool last = index + 1 == m_funnel.stages.size();
    const double to = last ? from : from + (heightAt(index + 1) - from) * 0.72;
    const double right = left + m_stageWidth;
    SvgWriter& svg = m_canvas.svg();
    svg.path("cap", roundedPolygon({{left, m_middle - from / 2},
                                    {right, m_middle - to / 2},
                                    {right, m_middle + to / 2},
                                    {left, m_middle + from / 2}},
                                   10));
    const double x = left + chart::kPadding;
    const double text = stage.entry.icon.empty() ? x : left + kTextIndent;
    if (!stage.entry.icon.empty())
      m_canvas.tile(stage.entry.icon, QPointF(x, m_middle - chart::kTile / 2), true);
    m_canvas.block("tn", QPointF(text, m_middle - (stage.unit.empty() ? 0 : 9)), {stage.value}, 0);
    m_canvas.block("ts", QPointF(text, m_middle + 12), {stage.unit}, 0);
    const double room = right - text - 8;
    m_canvas.fit(stage.entry, stage.value, "tn", room);
    m_canvas.fit(stage.entry, stage.unit, "ts", room);
    const double foot = m_middle + (from + to) / 4 + 6;
    if (m_cardTop - 6 - foot > 4)
      svg.path("hair", PathData()
                           .move({left + m_stageWidth / 2, foot})
                           .line({left + m_stageWidth / 2, m_cardTop - 5}));
  }

  void drawCard(std::size_t index, const QRectF& box) {
    const Funnel::Stage& stage = m_funnel.stages[index];
    SvgWriter& svg = m_canvas.svg();
    m_canvas.card(box);
    const double x = box.left() + chart::kPadding;
    const double right = box.right() - chart::kPadding;
    m_canvas.text("tt", QPointF(x, box.top() + 25), stage.entry.label);
    m_canvas.text("ts", QPointF(x, box.top() + 43), stage.entry.sub);
    m_canvas.fit(stage.entry, stage.entry.label, "tt", right - x);
    m_canvas.fit(stage.entry, stage.entry.sub, "ts", right - x);
    svg.path(
        "hair",
        PathData().move({x, box.top() + kHeaderHeight}).line({right, box.top() + kHeaderHeight}));
    double y = box.top() + kHeaderHeight + 20;
    for (const std::vector<std::string>& lines : m_items[index]) {
      svg.circle("bullet", QPointF(x + 3, y - capRise("tl")), 2);
      for (const std::string& line : lines) {
        m_canvas.text("tl", QPointF(x + kBulletIndent, y), line);
        m_canvas.fit(stage.entry, line, "tl", right - x - kBulletIndent);
        y += kItemLine;
      }
      y += kItemGap;
    }
    if (stage.budget.empty())
      return;
    const double width = widthOf(stage.budget, "tc") + 18;
    const QRectF chip(box.right() - 10 - width, box.top() - kBudgetHeight / 2, width,
                      kBudgetHeight);
    svg.rect("solid", chip, kBudgetHeight / 2);
    m_canvas.block("tc onsolid", chip.center(), {stage.budget}, 0, Align::Centre);
    m_canvas.fit(stage.entry, stage.budget, "tc", m_stageWidth - 40);
  }

  const Funnel& m_funnel;
  ChartCanvas& m_canvas;
  std::vector<std::vector<std::vector<std::string>>> m_items;  ///< lines of items of stages
  double m_stageWidth = 0;
  double m_cardHeight = 0;
  double m_middle = 0;
  double m_cardTop = 0;
};

}  // namespace

Funnel readFunnel(ChartFields& figure) {
  Funnel funnel;
  for (const YAML::Node& node : figure.list("stages", 3, 6)) {
    funnel.stages.push_back(readStage(node, figure.problems()));
    const std::size_t count = funnel.stages.size();
    if (count > 1 && funnel.stages[count - 1].count > funnel.stages[count - 2].count)
      figure.complain(lineOf(node), "has a stage that grows");
  }
  figure.finish();
  return funnel;
}

void drawFunnel(const Funnel& funnel, ChartCanvas& canvas) {
  FunnelDrawing(funnel, canvas).draw();
}

}  // namespace phaseboard::compiler
