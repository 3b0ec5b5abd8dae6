// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "app/content/model.h"
#include "ui/widgets/rich_document.h"

class QVBoxLayout;

namespace phaseboard::ui {

class Label;

/// The key points of a phase to tick off against one's own answer. Folded at first, because reading
/// them before writing would spoil the exercise.
class KeyPointList : public QWidget {
  Q_OBJECT

 public:
  explicit KeyPointList(FormulaSource formulas, QWidget* parent = nullptr);

  void setPoints(const std::vector<content::KeyPoint>& points);
  void setTicked(const std::vector<ItemId>& ticked);
  void setOpen(bool open);
  [[nodiscard]] bool isOpen() const { return m_open; }

 Q_SIGNALS:
  void tickChanged(const phaseboard::ItemId& point, bool ticked);

 private:
  class Row;
  void updateHead();

  FormulaSource m_formulas;
  std::vector<Row*> m_rows;
  QWidget* m_head;
  Label* m_title;
  Label* m_count;
  QWidget* m_body;
  QVBoxLayout* m_column;
  bool m_open = false;
};

}  // namespace phaseboard::ui
