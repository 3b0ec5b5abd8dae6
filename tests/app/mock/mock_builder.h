// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "app/framework/framework.h"
#include "app/mock/record.h"
#include "app/mock/standing.h"
#include "tests/support/fake_clock.h"

namespace phaseboard::test {

/// Three stages of 10, 20 and 15 minutes over four phases.
inline framework::Framework aFramework() {
  framework::Framework framework;
  framework.sessionMinutes = 45;
  int number = 0;
  for (const char* id : {"clarify", "data", "model", "serve"})
    framework.phases.push_back({PhaseId{id}, ++number, id, id, {}});
  framework.stages = {{StageId{"goal"}, "Goal", {PhaseId{"clarify"}}, 10},
                      {StageId{"core"}, "Core", {PhaseId{"data"}, PhaseId{"model"}}, 20},
                      {StageId{"run"}, "Run", {PhaseId{"serve"}}, 15}};
  return framework;
}

inline mock::Plan aPlan(mock::Form form = mock::Form::Whole,
                        mock::Style style = mock::Style::Neutral, std::uint64_t seed = 1) {
  mock::PlanWish wish{form, style, seed, StageId{"core"}, PhaseId{"serve"}};
  return *mock::makePlan(wish, aFramework(), {});
}

/// An attempt under a clock that the test moves: records what happens, as the screen does.
class Attempt {
 public:
  explicit Attempt(mock::Plan plan = aPlan()) : m_record(std::move(plan)) {
    note(mock::EventKind::Started);
  }

  void note(mock::EventKind kind, const std::string& subject = {}, const std::string& text = {}) {
    const auto event = m_record.next(kind, subject, text, clock.now());
    ASSERT_TRUE(event.has_value()) << describe(event.error());
    ASSERT_TRUE(m_record.append(*event).has_value());
  }

  /// Lets time pass while the program records its beats.
  void work(int seconds) {
    for (int passed = 0; passed < seconds; passed += 5) {
      clock.advanceSeconds(std::min(5, seconds - passed));
      note(mock::EventKind::Beat);
    }
  }
  void workMinutes(int minutes) { work(minutes * 60); }
  void enter(const std::string& stage) { note(mock::EventKind::StageEntered, stage); }
  void moveTo(const std::string& phase) { note(mock::EventKind::FocusMoved, phase); }
  void pause() { note(mock::EventKind::Paused); }
  void resume() { note(mock::EventKind::Resumed); }

  [[nodiscard]] const mock::Record& record() const { return m_record; }
  [[nodiscard]] mock::Standing standing() const { return mock::standingAt(m_record, clock.now()); }

  FakeClock clock;

 private:
  mock::Record m_record;
};

inline Millis minutes(int count) {
  return Millis{std::int64_t{count} * 60'000};
}
inline Millis seconds(int count) {
  return Millis{std::int64_t{count} * 1'000};
}

}  // namespace phaseboard::test
