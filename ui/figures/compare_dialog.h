// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QDialog>

#include "ui/bridge/session.h"
#include "ui/figures/figure_comparison.h"

class QComboBox;
class QListWidget;

namespace phaseboard::ui {

class DiagramView;
class Label;

/// Two figures side by side, compared as graphs: both are chosen here, what they share is grey,
/// what differs is coloured and listed below. Pointing at a part in one brings out its partner.
class CompareDialog : public QDialog {
  Q_OBJECT

 public:
  CompareDialog(Session& session, const DiagramId& reference, const DiagramId& other,
                QWidget* parent = nullptr);

  void choose(const DiagramId& reference, const DiagramId& other);
  [[nodiscard]] const std::optional<FigureComparison>& comparison() const { return m_comparison; }

 private:
  struct Side {
    QComboBox* picker = nullptr;
    DiagramView* view = nullptr;
    std::optional<content::Diagram> figure;
  };

  QWidget* makeSide(Side& side, const QString& name, const char* objectName);
  QWidget* makeLegend();
  void load(Side& side);
  void compare();
  void swap();
  void showLine(int row);
  void pointAt(const PartId& part, bool inOther);

  Session& m_session;
  Side m_reference;
  Side m_other;
  std::optional<FigureComparison> m_comparison;
  std::vector<DifferenceLine> m_lines;
  Label* m_summary;
  QListWidget* m_list;
};

}  // namespace phaseboard::ui
