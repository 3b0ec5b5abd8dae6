// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <vector>

#include <QPointF>
#include <QRectF>
#include <QString>
#include <QTransform>
#include <QWidget>

#include "app/base/ids.h"
#include "diagrams/scene/look.h"
#include "diagrams/scene/scene.h"
#include "diagrams/style/palette.h"

namespace phaseboard::ui {

class DiagramViewPrivate;

/// Which piece of a figure a view shows. A value, to be remembered with the figure.
struct Viewport {
  bool fits = true;  ///< the whole figure, whatever the window's size; the rest is then unused
  double scale = 1;  ///< logical pixels per figure unit
  QPointF centre;    ///< figure point in the middle of the view

  friend bool operator==(const Viewport&, const Viewport&) = default;
};

/// Shows one figure: fits, zooms and pans it, and says which part is meant.
///
/// Keys: + and - zoom, 0 fits, 1 is 100 %, Tab and Shift+Tab walk the parts in reading order,
/// arrows go along edges (or pan when no part is chosen), Enter opens the part, Esc lets it go. The
/// wheel zooms at the pointer, dragging pans, a double click opens a part or fits the figure. Owns
/// no timer while idle.
class DiagramView : public QWidget {
  Q_OBJECT
  Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion)

 public:
  explicit DiagramView(QWidget* parent = nullptr);
  ~DiagramView() override;

  /// Shows another figure, or the empty text for nothing; choice and reveals are let go and the
  /// viewport fits. Shared, because the list of thumbnails and the view may show the same one.
  void setScene(std::shared_ptr<const scene::Scene> scene);
  [[nodiscard]] const scene::Scene* scene() const;

  void setTheme(style::ThemeName theme);

  /// How parts are shown before pointer and keyboard add to it: masks, dimming, tint.
  void setLook(const scene::Look& look);
  [[nodiscard]] const scene::Look& look() const;

  /// Said in the middle while there is no figure, e.g. "Choose a figure on the left".
  void setEmptyText(const QString& text);

  /// Chooses a part (or none) without a signal; what it is connected to is highlighted.
  void setCurrentPart(const std::optional<PartId>& part);
  [[nodiscard]] std::optional<PartId> currentPart() const;

  /// Highlights parts that something outside speaks of (a key point under the pointer), and dims
  /// the others; an empty list ends it. Unknown ids are ignored.
  void spotlight(const std::vector<PartId>& parts);

  /// Shows one masked part in its place; the other masks stay. Ends with the next `setLook`.
  void reveal(const PartId& part);

  [[nodiscard]] Viewport viewport() const;
  void setViewport(const Viewport& viewport);
  void zoomIn();
  void zoomOut();
  void fit();
  void actualSize();
  /// Brings a part into the middle, large enough to read. Nothing happens for an unknown id.
  void zoomToPart(const PartId& part);
  [[nodiscard]] double scale() const;

  /// No smooth movement: every zoom jumps.
  void setReducedMotion(bool reduced);
  [[nodiscard]] bool reducedMotion() const;

  void setMinimapShown(bool shown);

  /// Figure units to widget pixels.
  [[nodiscard]] QTransform toWidget() const;
  [[nodiscard]] std::optional<PartId> partAtWidget(QPointF position) const;

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void partHovered(const phaseboard::PartId& part);    ///< empty id: the pointer left all parts
  void partClicked(const phaseboard::PartId& part);    ///< also when the keyboard moves the choice
  void partActivated(const phaseboard::PartId& part);  ///< Enter or double click: open its card
  void choiceCleared();                                ///< Esc, or a click beside all parts
  void viewportChanged(const phaseboard::ui::Viewport& viewport);

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void leaveEvent(QEvent* event) override;
  bool focusNextPrevChild(bool next) override;

 private:
  friend class DiagramViewPrivate;
  std::unique_ptr<DiagramViewPrivate> m_private;
};

}  // namespace phaseboard::ui
