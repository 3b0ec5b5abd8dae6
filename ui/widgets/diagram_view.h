// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <vector>

#include <QPointF>
#include <QString>
#include <QTimer>
#include <QTransform>
#include <QVariantAnimation>
#include <QWidget>

#include "app/base/ids.h"
#include "diagrams/scene/look.h"
#include "diagrams/scene/scene.h"
#include "diagrams/style/palette.h"
#include "ui/widgets/diagram_camera.h"
#include "ui/widgets/diagram_frame.h"
#include "ui/widgets/diagram_minimap.h"

namespace phaseboard::ui {

/// Shows one figure: fits, zooms and pans it, and says which part is meant.
///
/// Keys: + and - zoom, 0 fits, 1 is 100 %, Tab and Shift+Tab walk the parts in reading order,
/// arrows go along edges (or pan when no part is chosen), Enter opens the part, Esc lets it go. The
/// wheel zooms at the pointer, dragging pans, a double click opens a part or fits the figure. Owns
/// no timer while idle.
class DiagramView final : public QWidget {
  Q_OBJECT
  Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion)

 public:
  explicit DiagramView(QWidget* parent = nullptr);
  ~DiagramView() override;

  /// Shows another figure, or the empty text for nothing; choice and reveals are let go and the
  /// viewport fits. Shared, because the list of thumbnails and the view may show the same one.
  void setScene(std::shared_ptr<const scene::Scene> scene);
  [[nodiscard]] const scene::Scene* scene() const;

  /// Paints in this theme; without a call, in that of the window.
  void setTheme(style::ThemeName theme);
  [[nodiscard]] style::ThemeName theme() const;

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

  /// Whether a part is hidden at the moment.
  [[nodiscard]] bool isMasked(const PartId& part) const;

  [[nodiscard]] Viewport viewport() const;
  void setViewport(const Viewport& viewport);
  void zoomIn();
  void zoomOut();
  void fit();
  void actualSize();
  /// Brings a part into the middle, large enough to read. Nothing happens for an unknown id.
  void zoomToPart(const PartId& part);
  /// Moves as little as needed to see a box, in units; at once when nothing of it is hidden.
  void bringIntoView(const QRectF& box);
  /// Logical pixels per figure unit.
  [[nodiscard]] double scale() const;

  /// No smooth movement: every zoom jumps.
  void setReducedMotion(bool reduced);
  [[nodiscard]] bool reducedMotion() const;

  /// Whether a movement is under way, or the pause after it or after a new figure; nothing wakes
  /// the program otherwise.
  [[nodiscard]] bool isAnimating() const;

  void setMinimapShown(bool shown);
  [[nodiscard]] bool isMinimapShown() const { return m_minimapShown; }

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
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void leaveEvent(QEvent* event) override;
  bool focusNextPrevChild(bool next) override;

 private:
  enum class Drag { None, Pressed, Panning, Minimap };

  /// What the pointer brings out. It is painted over the finished picture, so that moving the
  /// pointer costs no more than the parts it touches.
  struct Hover {
    scene::Look look;
    std::set<PartId> parts;
  };

  [[nodiscard]] scene::Look shownLook() const;
  [[nodiscard]] Hover hoverLook() const;
  [[nodiscard]] QRegion regionOf(const Hover& hover) const;
  [[nodiscard]] scene::Look lookWithReveals() const;
  [[nodiscard]] FrameRequest request() const;
  [[nodiscard]] bool isMinimapVisible() const;
  [[nodiscard]] bool movesSmoothly() const;
  void paintFigure(QPainter& painter);
  void paintEmpty(QPainter& painter);
  void glideTo(const Viewport& target);
  void onGlide(double share);
  void jumpTo(const Viewport& target);
  void settle();
  void onPause();
  void hover(const std::optional<PartId>& part);
  void choose(const std::optional<PartId>& part);
  void clearChoice();
  void keepVisible(const PartId& part);
  void pressArrow(int key);
  bool pressZoomKey(int key);
  void placeMinimap();
  void moveByMinimap(QPointF position);
  bool pinch(QEvent* event);
  void tellChoice();

  std::shared_ptr<const scene::Scene> m_scene;
  scene::Look m_look;
  std::optional<style::ThemeName> m_theme;
  QString m_emptyText;
  std::optional<PartId> m_current;
  std::optional<PartId> m_hovered;
  QRegion m_hoverShown;  ///< where the last painting had a hover
  std::vector<PartId> m_spotlight;
  std::vector<PartId> m_revealed;
  DiagramCamera m_camera;
  DiagramFrame m_frame;
  DiagramMinimap m_minimap;
  bool m_minimapShown = true;
  bool m_reducedMotion = false;
  Drag m_drag = Drag::None;
  QPointF m_pressedAt;
  QPointF m_draggedTo;
  QVariantAnimation m_glide;  ///< runs only during a movement
  Viewport m_glideFrom;
  Viewport m_glideTo;
  QTimer m_settle;  ///< single shot: after a gesture or a new figure
  bool m_isGesture = false;
};

}  // namespace phaseboard::ui
