// SPDX-License-Identifier: Apache-2.0
#include "app/content/option_list.h"

#include <algorithm>
#include <cstddef>

namespace phaseboard::content {
namespace {

constexpr std::string_view kBold = "**";
constexpr std::string_view kBuys = "*Buys:*";
constexpr std::string_view kCosts = "*Costs:*";

std::string trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\n";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos)
    return {};
  return std::string(text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1));
}

/// The entries of a list, without bullets and indents. Text before the first bullet is one too.
std::vector<std::string> entriesOf(std::string_view list) {
  std::vector<std::string> entries;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('\n'), list.size());
    std::string_view line = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    const bool isBullet = line.starts_with("- ") || line.starts_with("* ");
    if (isBullet || line.starts_with("  "))
      line.remove_prefix(2);
    if (isBullet || entries.empty())
      entries.emplace_back(line);
    else
      entries.back() += '\n' + std::string(line);
  }
  std::erase_if(entries, [](const std::string& entry) { return trimmed(entry).empty(); });
  return entries;
}

TradeOffOption optionOf(std::string_view entry) {
  const std::size_t buys = entry.find(kBuys);
  const std::size_t costs = buys == std::string_view::npos ? buys : entry.find(kCosts, buys);
  std::string name = trimmed(entry.substr(0, buys));
  const bool isBold = name.size() > 2 * kBold.size() && name.starts_with(kBold) &&
                      name.find(kBold, kBold.size()) == name.size() - kBold.size();
  if (costs == std::string_view::npos || !isBold)
    return {trimmed(entry), {}, {}};
  name = name.substr(kBold.size(), name.size() - 2 * kBold.size());
  if (name.ends_with('.'))
    name.pop_back();
  return {name, trimmed(entry.substr(buys + kBuys.size(), costs - buys - kBuys.size())),
          trimmed(entry.substr(costs + kCosts.size()))};
}

}  // namespace

std::string listItem(std::string_view text) {
  std::string item = "- ";
  for (std::size_t i = 0; i < text.size(); ++i) {
    item += text[i];
    const bool isBlank = i + 1 < text.size() && text[i + 1] == '\n';
    if (text[i] == '\n' && !isBlank)
      item += "  ";
  }
  return item;
}

std::string optionList(const std::vector<TradeOffOption>& options) {
  std::string list;
  for (const TradeOffOption& option : options) {
    if (!list.empty())
      list += '\n';
    list +=
        listItem("**" + option.option + ".** *Buys:* " + option.buys + " *Costs:* " + option.costs);
  }
  return list;
}

std::vector<TradeOffOption> optionsOfList(std::string_view list) {
  std::vector<TradeOffOption> options;
  for (const std::string& entry : entriesOf(list))
    options.push_back(optionOf(entry));
  return options;
}

}  // namespace phaseboard::content
