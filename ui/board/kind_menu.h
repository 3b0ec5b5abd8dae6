// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMenu>

namespace phaseboard::ui {

class BoardCanvas;

/// The kinds that what is selected on a canvas can be given, each with how it looks; the one that
/// it has is ticked. Filled when it is about to be shown.
class KindMenu : public QMenu {
  Q_OBJECT

 public:
  /// The canvas outlives it.
  explicit KindMenu(BoardCanvas& canvas, QWidget* parent = nullptr);

 private:
  void fill();
  void addPartKinds();
  void addWireKinds();
  void addGroupKinds();

  BoardCanvas& m_canvas;
};

}  // namespace phaseboard::ui
