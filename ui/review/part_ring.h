// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QWidget>

#include "app/base/ids.h"

namespace phaseboard::ui {

class DiagramView;

/// A ring around the covered part that a click or Enter would choose, over a figure. The figure
/// itself shows nothing of a covered part, so that nothing is given away.
class PartRing : public QWidget {
  Q_OBJECT

 public:
  /// Lies over `view` as long as that lives.
  explicit PartRing(DiagramView* view);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  DiagramView* m_view;
  PartId m_hovered;
};

}  // namespace phaseboard::ui
