// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/clock.h"
#include "app/ops/desk.h"
#include "app/ports/notebook.h"
#include "app/ports/pack_library.h"

namespace phaseboard::ui {

/// A clock that the tour moves by hand, so that every run tells the same story.
class TourClock : public Clock {
 public:
  [[nodiscard]] Instant now() const override { return m_now; }
  [[nodiscard]] UtcOffset offsetAt(Instant) const override { return UtcOffset(3600); }
  void set(Instant now) { m_now = now; }
  void advance(Millis length) { m_now = Instant(m_now.value() + length.value()); }

 private:
  Instant m_now{1'790'000'000'000};
};

/// SplitMix64 from a fixed seed (Steele, Lea, Flood 2014).
class TourChance : public Chance {
 public:
  [[nodiscard]] std::uint64_t next() override;

 private:
  std::uint64_t m_state = 20'261'121;
};

/// Lives through six weeks of study by operations only: daily sittings of due and new prompts, with
/// a day left out now and then, answers written, key points ticked, an interview date set.
[[nodiscard]] Status simulateHistory(const ports::PackLibrary& pack,
                                     const ports::Notebook& notebook, ops::Desk& desk,
                                     TourClock& clock);

}  // namespace phaseboard::ui
