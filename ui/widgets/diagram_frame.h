// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QPixmap>
#include <QRect>
#include <QRegion>
#include <QSize>
#include <QTransform>

#include "diagrams/scene/look.h"
#include "diagrams/scene/scene.h"
#include "diagrams/style/palette.h"

class QPainter;

namespace phaseboard::ui {

/// What a view wants to see.
struct FrameRequest {
  const scene::Scene* scene = nullptr;  ///< not null
  style::ThemeName theme = style::ThemeName::Light;
  scene::Look look;
  QTransform toDevice;  ///< figure units to device pixels: a scale and a whole-pixel movement
  QSize size;           ///< device pixels

  friend bool operator==(const FrameRequest&, const FrameRequest&) = default;
};

/// The last picture of a view, kept so that little has to be painted again: nothing for the same
/// request, a strip after a small movement, a few parts after a change of look.
class DiagramFrame {
 public:
  /// How long the last whole picture or frame took; 0 before the first.
  [[nodiscard]] double wholeMilliseconds() const { return m_wholeMilliseconds; }

  /// Whether a picture of this figure in this theme is there at another scale.
  [[nodiscard]] bool canStandIn(const FrameRequest& request) const;

  /// Brings the picture up to date and gives it out; its device pixel ratio is 1.
  const QPixmap& crisp(const FrameRequest& request);

  /// Paints the picture there is, moved and scaled fast to where `request` wants it, for the middle
  /// of a gesture. `painter` counts device pixels. What it does not cover is left alone; its place
  /// is returned.
  QRectF paintStandIn(QPainter& painter, const FrameRequest& request) const;

  /// Paints one frame itself, without a picture of it that has to be copied: of a gesture, or of a
  /// figure that just came. `painter` counts device pixels. The picture there is stays as it was.
  void paintPassing(QPainter& painter, const FrameRequest& request);

  /// Forgets the picture: the figure is about to go.
  void clear();

 private:
  void paintWhole(const FrameRequest& request);
  void paintPieces(const FrameRequest& request, const QRegion& pieces);
  static void paintOn(QPainter& painter, const FrameRequest& request, const QRegion& pieces);
  [[nodiscard]] bool scrollTo(const FrameRequest& request);
  [[nodiscard]] bool repaintChanged(const FrameRequest& request);

  QPixmap m_picture;
  std::optional<FrameRequest> m_shown;
  double m_wholeMilliseconds = 0;
};

}  // namespace phaseboard::ui
