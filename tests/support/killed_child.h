// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "app/base/clock.h"

namespace phaseboard::test {

/// Runs `work` in a process of its own, kills that some moment after its first word, one time in
/// six some moment after its start, and hands over the whole lines that it wrote to the descriptor
/// it was given. Fails the test when it ended by itself.
[[nodiscard]] std::string wordsUntilKilled(Chance& chance, const std::function<void(int)>& work);

/// Writes `line` and its end at once.
void sayLine(int descriptor, const std::string& line);

}  // namespace phaseboard::test
