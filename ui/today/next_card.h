// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ops/progress_report.h"
#include "ui/shell/place.h"
#include "ui/widgets/card.h"
#include "ui/widgets/glyphs.h"

class QVBoxLayout;

namespace phaseboard::ui {

class Session;

/// What to go on with: answers written last, the weakest phase, notes not read yet.
class NextCard : public Card {
  Q_OBJECT

 public:
  explicit NextCard(Session& session, QWidget* parent = nullptr);

  void show(const ops::ProgressReport& report);

 Q_SIGNALS:
  void chosen(const phaseboard::ui::Place& place);

 private:
  void add(Glyph glyph, const QString& title, const QString& detail, const Place& place);
  void addWriting(const ops::ProgressReport& report);
  void addInterview(const ops::ProgressReport& report);
  [[nodiscard]] QString titleOf(const QuestionId& id) const;

  Session& m_session;
  QVBoxLayout* m_items;
};

}  // namespace phaseboard::ui
