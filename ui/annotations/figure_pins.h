// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QColor>
#include <QWidget>

#include "app/base/ids.h"
#include "ui/widgets/glyphs.h"

namespace phaseboard::ui {

class DiagramView;

/// A pin on a part of a figure.
struct FigurePin {
  PartId part;
  Glyph glyph = Glyph::Pencil;
  QColor ink;                ///< of the pin
  bool isHighlight = false;  ///< the part is also painted over in `ink`, as by a marker
  int count = 1;
  QString words;  ///< its tool tip
};

/// The layer over a figure that shows which parts are annotated. Pins keep their size and follow
/// their parts through every zoom, because each is placed when it is painted. A click on one says
/// so; everything else goes through to the figure.
class FigurePins : public QWidget {
  Q_OBJECT

 public:
  /// Lies over `view` and is its child.
  explicit FigurePins(DiagramView* view);

  /// Parts that the figure does not have are left out.
  void setPins(std::vector<FigurePin> pins);
  [[nodiscard]] const std::vector<FigurePin>& pins() const { return m_pins; }

  /// Where a pin is painted, in pixels of the view; empty when it is out of sight.
  [[nodiscard]] QRectF placeOf(const FigurePin& pin) const;

 Q_SIGNALS:
  void pinChosen(const phaseboard::PartId& part);

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  [[nodiscard]] const FigurePin* pinAt(QPointF position) const;
  void paintHighlight(QPainter& painter, const FigurePin& pin) const;
  void paintPin(QPainter& painter, const FigurePin& pin) const;

  DiagramView* m_view;
  std::vector<FigurePin> m_pins;
};

}  // namespace phaseboard::ui
