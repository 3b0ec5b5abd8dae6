// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_set>
#include <vector>

#include "ui/progress/progress_page.h"

class QTableWidget;

namespace phaseboard::ui {

class Label;
class PromptMemoryPanel;
class Segments;

/// Lists of prompts: the latest answers, leeches, flagged ones, those put aside. The chosen one is
/// shown with its memory beside the list.
class PromptsPage : public ProgressPage {
  Q_OBJECT

 public:
  enum class List { Latest, Leeches, Flagged, Aside };

  explicit PromptsPage(const ScreenContext& context, QWidget* parent = nullptr);

  void refresh() override;
  void showList(List list);

 private:
  struct Row {
    PromptId prompt;
    QStringList cells;
  };
  [[nodiscard]] std::vector<Row> latest() const;
  [[nodiscard]] std::vector<Row> those(List list) const;
  [[nodiscard]] QString asked(const PromptId& id) const;
  void fill(const QStringList& head, const std::vector<Row>& rows);
  void showChosen();

  Segments* m_lists;
  QTableWidget* m_table;
  Label* m_empty;
  PromptMemoryPanel* m_panel;
  PromptId m_chosen;
};

}  // namespace phaseboard::ui
