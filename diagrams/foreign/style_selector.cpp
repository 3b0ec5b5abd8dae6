// SPDX-License-Identifier: Apache-2.0
#include "diagrams/foreign/style_selector.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "diagrams/foreign/style_values.h"

namespace phaseboard::foreign {
namespace {

constexpr std::size_t kMostSteps = 8;
constexpr std::size_t kMostNames = 8;  ///< of one step
constexpr std::size_t kLongestPath = 64;
constexpr std::string_view kNotUnderstood = "+~:[]()\"'\\";
constexpr std::string_view kBlanks = " \t\r\n\f";

std::optional<SelectorStep> stepOf(std::string_view text, bool isChild) {
  SelectorStep step;
  step.isChild = isChild;
  for (std::size_t count = 0; !text.empty(); ++count) {
    const char mark = text.front() == '.' || text.front() == '#' ? text.front() : ' ';
    if (mark != ' ')
      text.remove_prefix(1);
    const std::size_t end = std::min(text.find_first_of(".#"), text.size());
    std::string word(text.substr(0, end));
    text.remove_prefix(end);
    const bool isSecondName = mark == ' ' && count > 0;
    const bool isSecondId = mark == '#' && !step.id.empty();
    if (word.empty() || count >= kMostNames || isSecondName || isSecondId)
      return std::nullopt;
    if (mark == '.')
      step.classes.push_back(std::move(word));
    else if (mark == '#')
      step.id = std::move(word);
    else if (word != "*")
      step.name = std::move(word);
  }
  return step;
}

}  // namespace

bool SelectorStep::fits(const ElementNames& element) const {
  return (name.empty() || name == element.name) && (id.empty() || id == element.id) &&
         std::all_of(classes.begin(), classes.end(), [&element](const std::string& each) {
           return std::binary_search(element.classes.begin(), element.classes.end(), each);
         });
}

std::optional<StyleSelector> StyleSelector::read(std::string_view text) {
  StyleSelector selector;
  bool isChild = false;
  text = trimmedValue(text);
  if (text.find_first_of(kNotUnderstood) != std::string_view::npos)
    return std::nullopt;
  while (!text.empty()) {
    if (text.front() == '>') {
      if (isChild || selector.m_steps.empty())
        return std::nullopt;
      isChild = true;
      text.remove_prefix(1);
    } else {
      const std::size_t end = std::min(text.find_first_of(" \t\r\n\f>"), text.size());
      auto step = stepOf(text.substr(0, end), isChild);
      if (!step || selector.m_steps.size() >= kMostSteps)
        return std::nullopt;
      selector.m_steps.push_back(std::move(*step));
      isChild = false;
      text.remove_prefix(end);
    }
    text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  }
  if (selector.m_steps.empty() || isChild)
    return std::nullopt;
  return selector;
}

bool StyleSelector::fits(const std::vector<const ElementNames*>& path,
                         std::size_t& comparisons) const {
  ++comparisons;
  if (path.empty() || !m_steps.back().fits(*path.front()))
    return false;
  // Each bit is a place of the path where the steps so far can end; so no chain is tried twice.
  std::uint64_t places = 1;
  for (std::size_t step = m_steps.size() - 1; step > 0; --step) {
    const auto above = static_cast<std::uint64_t>(std::countr_zero(places)) + 1;
    std::uint64_t wanted = above < kLongestPath ? ~std::uint64_t{0} << above : 0;
    if (m_steps[step].isChild)
      wanted = places << 1U;
    places = 0;
    for (std::size_t at = above; at < std::min(path.size(), kLongestPath); ++at) {
      const std::uint64_t bit = std::uint64_t{1} << at;
      ++comparisons;
      if ((wanted & bit) != 0 && m_steps[step - 1].fits(*path[at]))
        places |= bit;
    }
    if (places == 0)
      return false;
  }
  return true;
}

Specificity StyleSelector::specificity() const {
  Specificity sum{};
  for (const SelectorStep& step : m_steps) {
    sum[0] += step.id.empty() ? 0U : 1U;
    sum[1] += step.classes.size();
    sum[2] += step.name.empty() ? 0U : 1U;
  }
  return sum;
}

std::string StyleSelector::key() const {
  const SelectorStep& last = m_steps.back();
  if (!last.id.empty())
    return "#" + last.id;
  if (!last.classes.empty())
    return "." + last.classes.front();
  return last.name.empty() ? "*" : last.name;
}

}  // namespace phaseboard::foreign
