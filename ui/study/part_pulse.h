// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QVariantAnimation>
#include <QWidget>

#include "app/base/ids.h"

namespace phaseboard::ui {

class DiagramView;

/// Rings that spread from a part of a figure for a moment, to say "here". With little motion: one
/// ring that stands still. Takes no pointer and runs no timer while nothing is shown.
class PartPulse : public QWidget {
  Q_OBJECT

 public:
  /// Lies over `view` and is its child.
  explicit PartPulse(DiagramView* view);

  /// Unknown ids are ignored.
  void show(const PartId& part);
  [[nodiscard]] std::optional<PartId> part() const { return m_part; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void end();

  DiagramView* m_view;
  std::optional<PartId> m_part;
  QVariantAnimation m_spread;
};

}  // namespace phaseboard::ui
