// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ops/mock_report.h"
#include "ui/bridge/session.h"
#include "ui/widgets/card.h"

namespace phaseboard::ui {

/// An attempt beside the earlier ones of its question and form: what changed since the last one in
/// words, and level, points, drawing and minutes of each in a table.
class EarlierAttempts : public Card {
  Q_OBJECT

 public:
  EarlierAttempts(const ops::MockReport& report, const Session& session, QWidget* parent = nullptr);

  /// "10 more points of a hundred, one level up, ..."; empty when nothing changed.
  [[nodiscard]] static QString changeWords(const mock::Progress& progress);
};

}  // namespace phaseboard::ui
