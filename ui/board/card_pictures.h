// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <unordered_map>

#include <QElapsedTimer>
#include <QPixmap>
#include <QPointF>
#include <QSizeF>
#include <QString>

#include "app/board/drawing.h"
#include "diagrams/scene/scene.h"
#include "diagrams/style/palette.h"

class QPainter;

namespace phaseboard::ui {

[[nodiscard]] style::Role roleOf(board::PartKind kind);
[[nodiscard]] style::Wire wireOf(board::WireKind kind);
[[nodiscard]] style::Lane laneOf(board::GroupKind kind);

/// The cards of our figures as pictures, made once for each kind and name and kept at the scale
/// that was painted last.
///
/// Painting gets a time allowance: cards that have no picture at the right scale when it is used up
/// are painted from one at another scale, or as a plain frame, and `isComplete` says so.
class CardPictures {
 public:
  /// How large the card is; what a canvas passes to the functions of `board`.
  [[nodiscard]] board::Extent extent(const std::string& name, board::PartKind kind);

  /// Begins a picture of the whole: new cards are drawn as long as `milliseconds` allow.
  void begin(double milliseconds);
  [[nodiscard]] bool isComplete() const { return m_isComplete; }

  /// Paints a card into its box. The painter's transform is a scale and a movement.
  void paint(QPainter& painter, style::ThemeName theme, const board::Part& part);

 private:
  struct Entry {
    QSizeF size;
    QPointF corner;
    std::unique_ptr<scene::Scene> scene;  ///< null until it is painted for the first time
    QPixmap picture;                      ///< null before that
    double scale = 0;                     ///< device pixels per unit of the picture
    style::ThemeName theme = style::ThemeName::Light;
    std::uint64_t usedAt = 0;
  };

  [[nodiscard]] Entry& entryFor(const std::string& name, board::PartKind kind);
  void draw(Entry& entry, const board::Part& part, style::ThemeName theme, double scale);
  void forgetOldest();

  std::unordered_map<std::string, Entry> m_entries;  ///< by kind and name
  std::uint64_t m_uses = 0;
  double m_allowance = 0;
  QElapsedTimer m_watch;
  bool m_isComplete = true;
};

}  // namespace phaseboard::ui
