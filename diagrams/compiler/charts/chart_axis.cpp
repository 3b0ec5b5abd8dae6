// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/chart_axis.h"

#include <cmath>

#include "diagrams/compiler/svg_writer.h"

namespace phaseboard::compiler {
namespace {

constexpr double kTickCount = 5;

std::string tickText(double value) {
  return std::abs(value) >= 0.01 || value == 0 ? svgNumber(value) : std::string();
}

/// Multiples of 1, 2 or 5 times a power of ten.
std::vector<Tick> roundTicks(const ChartAxis& axis) {
  const double rough = (axis.max - axis.min) / kTickCount;
  const double power = std::pow(10, std::floor(std::log10(rough)));
  double step = 10 * power;
  for (const double factor : {5.0, 2.0, 1.0})
    if (factor * power >= rough * 0.99)
      step = factor * power;
  std::vector<Tick> ticks;
  for (double n = std::ceil(axis.min / step - 1e-9); n * step <= axis.max + step * 1e-9; ++n)
    ticks.push_back({n * step, tickText(n * step)});
  return ticks;
}

std::vector<Tick> decadeTicks(const ChartAxis& axis) {
  std::vector<Tick> ticks;
  const int last = static_cast<int>(std::floor(std::log10(axis.max) + 1e-9));
  for (int power = static_cast<int>(std::ceil(std::log10(axis.min) - 1e-9)); power <= last; ++power)
    ticks.push_back({std::pow(10, power), "$10^{" + std::to_string(power) + "}$"});
  return ticks;
}

void readTicks(ChartFields& fields, ChartAxis& axis) {
  const bool given = fields.has("ticks");
  for (const YAML::Node& node : fields.list("ticks", 0, 40)) {
    Tick tick;
    if (node.IsSequence() && node.size() == 2 && node[1].IsScalar()) {
      tick.value = fields.numberIn(node[0]).value_or(axis.min);
      tick.text = node[1].Scalar();
    } else {
      tick.value = fields.numberIn(node).value_or(axis.min);
      tick.text = node.IsScalar() ? node.Scalar() : std::string();
    }
    if (!axis.contains(tick.value))
      fields.complain(lineOf(node),
                      "has a tick at " + svgNumber(tick.value) + ", outside its range");
    axis.ticks.push_back(std::move(tick));
  }
  if (!given)
    axis.ticks = axis.isLog ? decadeTicks(axis) : roundTicks(axis);
}

}  // namespace

double ChartAxis::at(double value) const {
  const double share = isLog ? (std::log(value) - std::log(min)) / (std::log(max) - std::log(min))
                             : (value - min) / (max - min);
  return start + share * (end - start);
}

bool ChartAxis::contains(double value) const {
  const double slack = (max - min) * 1e-9;
  return value >= min - slack && value <= max + slack;
}

ChartAxis readAxis(ChartFields& fields, bool mayHaveCategories) {
  ChartAxis axis;
  axis.label = fields.requiredText("label");
  if (mayHaveCategories && fields.has("categories")) {
    axis.categories = fields.texts("categories");
    axis.min = 0.5;
    axis.max = static_cast<double>(axis.categories.size()) + 0.5;
    for (std::size_t i = 0; i < axis.categories.size(); ++i)
      axis.ticks.push_back({static_cast<double>(i + 1), axis.categories[i]});
    if (axis.categories.empty())
      fields.complain("needs at least one category");
    fields.finish();
    return axis;
  }
  axis.min = fields.requiredNumber("min");
  axis.max = fields.requiredNumber("max");
  axis.isLog = fields.flag("log", false);
  if (axis.isLog && axis.min <= 0)
    fields.complain("is logarithmic and needs a 'min' above 0");
  else if (axis.min >= axis.max)
    fields.complain("needs a 'min' below its 'max'");
  else
    readTicks(fields, axis);
  fields.finish();
  return axis;
}

}  // namespace phaseboard::compiler
