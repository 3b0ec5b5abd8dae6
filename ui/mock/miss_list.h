// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <utility>
#include <vector>

#include "app/ops/board_operations.h"
#include "app/ops/mock_report.h"
#include "ui/widgets/card.h"
#include "ui/widgets/rich_document.h"

class QCheckBox;
class QPushButton;

namespace phaseboard::ui {

/// The prompts that misses of an attempt make due, to be chosen and confirmed together with the
/// debrief. What was chosen stays chosen while points are ticked.
class MissList : public Card {
  Q_OBJECT

 public:
  static constexpr std::size_t kMostChosen = 12;  ///< beforehand, so that no flood comes

  explicit MissList(FormulaSource formulas, QWidget* parent = nullptr);

  /// Shows another state of the same attempt.
  void setReport(const ops::MockReport& report);
  void confirm();

 Q_SIGNALS:
  void confirmed(const std::vector<phaseboard::ops::ConfirmedGrade>& misses);

 private:
  void addLine(const ops::MissedPrompt& miss, bool isChosen);

  FormulaSource m_formulas;
  QVBoxLayout* m_lines;
  QPushButton* m_confirm;
  std::vector<std::pair<QCheckBox*, review::Prompt>> m_chosen;
  std::set<PromptId> m_refused;  ///< by the user
};

}  // namespace phaseboard::ui
