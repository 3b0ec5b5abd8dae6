// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include <QPainterPath>
#include <QTransform>

#include "app/base/result.h"

namespace phaseboard::foreign {

/// Adds up what a figure would cost a renderer and refuses what is too much.
class Budget {
 public:
  /// @param scale  pixels per unit of the canvas
  explicit Budget(double scale) : m_scale(scale) {}

  /// One more element to paint.
  Status element(int line);
  /// A line or an area. @param dash  mean length of a dash in the path's own units, 0 for none
  Status path(const QPainterPath& path, const QTransform& toCanvas, double dash, int line);
  Status text(const std::string& words, int line);
  Status image(double pixels, int line);
  Status stop(int line);

 private:
  double m_scale;
  std::size_t m_elements = 0;
  std::size_t m_segments = 0;
  std::size_t m_characters = 0;
  std::size_t m_images = 0;
  std::size_t m_stops = 0;
  double m_pixels = 0;
  double m_ink = 0;
  double m_dashes = 0;
};

}  // namespace phaseboard::foreign
