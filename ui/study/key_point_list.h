// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "app/content/model.h"
#include "app/memory/rating.h"
#include "ui/widgets/rich_document.h"

class QPushButton;
class QVBoxLayout;

namespace phaseboard::ui {

class Label;

/// The key points of a phase to tick off against one's own answer. Folded at first, because reading
/// them before writing would spoil the exercise. What is ticked suggests a grade.
class KeyPointList : public QWidget {
  Q_OBJECT

 public:
  explicit KeyPointList(FormulaSource formulas, QWidget* parent = nullptr);

  void setPoints(const std::vector<content::KeyPoint>& points);
  void setTicked(const std::vector<ItemId>& ticked);
  [[nodiscard]] std::vector<ItemId> ticked() const;
  /// Notes beside points that the answer seems to say; the user ticks.
  void setSaid(const std::vector<ItemId>& said);
  /// Whether the phase can be graded from here.
  void setGradable(bool gradable);
  /// What the ticks suggest; nothing without any.
  [[nodiscard]] std::optional<memory::Rating> suggested() const;
  void setOpen(bool open);
  [[nodiscard]] bool isOpen() const { return m_open; }

 Q_SIGNALS:
  void tickChanged(const phaseboard::ItemId& point, bool ticked);
  void opened();
  void gradeRequested();

 private:
  class Row;
  QWidget* makeFoot();
  void updateHead();

  FormulaSource m_formulas;
  std::vector<Row*> m_rows;
  QWidget* m_head;
  Label* m_title;
  Label* m_count;
  QWidget* m_body;
  QWidget* m_foot;
  Label* m_suggestion;
  QPushButton* m_grade;
  QVBoxLayout* m_column;
  bool m_open = false;
  bool m_isGradable = false;
};

}  // namespace phaseboard::ui
