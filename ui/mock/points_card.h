// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include <QStringList>

#include "app/ops/mock_report.h"
#include "ui/widgets/card.h"
#include "ui/widgets/rich_document.h"

class QCheckBox;

namespace phaseboard::ui {

class LitText;

/// What was written about one thing, beside what should have been said: mentions light up in the
/// text, and the user ticks what was covered.
class PointsCard : public Card {
  Q_OBJECT

 public:
  /// A point in words.
  struct Statement {
    QString markdown;
    QString mark;  ///< a chip after it; may be empty
  };

  /// @param head        above both; taken over
  /// @param empty       said where nothing was written
  /// @param statements  one for each of `points`
  PointsCard(QWidget* head, const QString& empty, const std::string& text,
             const std::vector<ops::PointReport>& points, const std::vector<Statement>& statements,
             const FormulaSource& formulas, QWidget* parent = nullptr);

  /// Shows which points are ticked; nothing is emitted.
  void setTicks(const std::set<std::string>& ticked);

 Q_SIGNALS:
  void ticked(const std::string& point, bool isTicked);

 private:
  QWidget* makePoint(const ops::PointReport& point, const Statement& statement,
                     const FormulaSource& formulas, int index);

  LitText* m_text = nullptr;
  std::vector<std::pair<std::string, QCheckBox*>> m_boxes;
};

}  // namespace phaseboard::ui
