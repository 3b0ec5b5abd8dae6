// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>

#include <QTransform>

#include "diagrams/foreign/style_sheet.h"

namespace phaseboard::foreign {

/// What an element inherits and cannot be seen from itself.
struct Inherited {
  QTransform transform;  ///< to the canvas
  double fontSize = 16;
  std::string colour = "#000000";  ///< `currentColor`
  double dash = 0;                 ///< mean length of a dash; 0 for a solid line
  double baselineShift = 0;        ///< down, in font sizes
  std::string fill = "#000000";    ///< as written
  std::string stroke = "none";
  double strokeWidth = 1;
  std::string markedFill = "none";    ///< `context-fill`: of the line that a marker stands at
  std::string markedStroke = "none";  ///< `context-stroke`
};

/// Turns an element's properties into attributes of ours.
class ElementStyle {
 public:
  using Name = std::function<void(const std::string& feature)>;

  /// @param gradients  ids of the file's gradients -> ids of ours
  explicit ElementStyle(const std::map<std::string, std::string>& gradients)
      : m_gradients(gradients) {}

  /// The attributes, each with a space before it; `inherited` becomes what the children inherit.
  /// What cannot be shown is told to `unsupported`.
  [[nodiscard]] std::string attributes(const Properties& set, Inherited& inherited,
                                       const Name& unsupported) const;

 private:
  [[nodiscard]] std::string paint(const Properties& set, const std::string& property,
                                  const Inherited& inherited, const Name& unsupported) const;

  const std::map<std::string, std::string>& m_gradients;
};

/// A share from 0 to 1, or `otherwise`.
[[nodiscard]] double readShare(std::string_view text, double otherwise);

}  // namespace phaseboard::foreign
