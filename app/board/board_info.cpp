// SPDX-License-Identifier: Apache-2.0
#include "app/board/board_info.h"

#include <array>

namespace phaseboard::board {
namespace {

constexpr std::array<std::string_view, 3> kPurposeNames{"free", "rebuild", "mock"};
constexpr std::array<std::string_view, 3> kLevelNames{"parts-given", "names-hidden",
                                                      "nothing-given"};

template <class Choice>
std::optional<Choice> choiceNamed(const std::array<std::string_view, 3>& names,
                                  std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name)
      return static_cast<Choice>(i);
  return std::nullopt;
}

}  // namespace

std::string_view nameOf(Purpose purpose) {
  return kPurposeNames[static_cast<std::size_t>(purpose)];
}

std::string_view nameOf(Level level) {
  return kLevelNames[static_cast<std::size_t>(level)];
}

std::optional<Purpose> purposeNamed(std::string_view name) {
  return choiceNamed<Purpose>(kPurposeNames, name);
}

std::optional<Level> levelNamed(std::string_view name) {
  return choiceNamed<Level>(kLevelNames, name);
}

}  // namespace phaseboard::board
