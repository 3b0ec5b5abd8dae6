// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/base/result.h"
#include "app/ops/prompt_table.h"
#include "app/ops/study_plan.h"

namespace phaseboard::ops {

/// What to play through.
struct OutlookWish {
  double retention = 0.9;
  int newPerDay = 15;
  int dailyMinutes = 30;
  int days = 90;  ///< 1 to 730
};

/// What the days ahead would cost and bring.
struct Outlook {
  std::vector<double> minutes;  ///< of each day from today on
  std::vector<double> known;    ///< share of all prompts that would be recalled, after each day
  double hours = 0;             ///< of all days
  int begun = 0;                ///< new prompts
};

/// Plays the days ahead by chance from where every prompt stands, towards the interview if there is
/// one; the same facts give the same days. Easy days and days away are not played.
[[nodiscard]] Result<Outlook> simulateOutlook(const PromptTable& table, const StudyPlan& plan,
                                              const OutlookWish& wish);

}  // namespace phaseboard::ops
