// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QWidget>

#include "diagrams/scene/scene.h"

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace phaseboard::ui {

class Label;

/// The parts of a figure as an outline, groups with their nodes and nodes with the edges that leave
/// them, and a field that finds parts by the words of their title, print or explanation.
class PartsPanel : public QWidget {
  Q_OBJECT

 public:
  explicit PartsPanel(QWidget* parent = nullptr);

  void setScene(std::shared_ptr<const scene::Scene> scene);
  /// Marks a part in the outline without a signal.
  void setCurrent(const PartId& part);
  /// Puts the cursor into the field, with what is in it selected.
  void startSearch();
  /// What the words in the field find, in reading order; empty without words.
  [[nodiscard]] const std::vector<PartId>& found() const { return m_found; }

 Q_SIGNALS:
  void partChosen(const phaseboard::PartId& part);
  /// After every change of the words.
  void searched(const std::vector<phaseboard::PartId>& parts);
  void closeRequested();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fill();
  void search();
  void step(int by);
  [[nodiscard]] QTreeWidgetItem* rowOf(const PartId& part) const;

  std::shared_ptr<const scene::Scene> m_scene;
  std::vector<PartId> m_found;
  int m_at = -1;  ///< the found part that was chosen last
  QLineEdit* m_words;
  Label* m_count;
  QTreeWidget* m_tree;
};

}  // namespace phaseboard::ui
