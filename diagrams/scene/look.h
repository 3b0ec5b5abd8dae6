// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <QColor>

#include "app/base/ids.h"
#include "diagrams/style/palette.h"

namespace phaseboard::scene {

/// How one part is shown.
enum class Emphasis {
  Normal,
  Dimmed,       ///< its colours are mixed with the canvas; it stays where it is
  Highlighted,  ///< with a soft halo in the accent colour
  Feeding,      ///< with a halo in the colour of what leads to the part in question
  Fed,          ///< with a halo in the colour of what the part in question leads to
  Selected,     ///< with a strong outline in the accent colour
  Masked,       ///< hidden behind a dashed box with a question mark
  Revealed,     ///< was masked and has been shown: outlined as "good"
  Grey,         ///< without colour: the skeleton that two compared figures share
  Missing,      ///< in the colour of what is bad, with a dashed outline
  Extra,        ///< in the colour of what is good
  Changed,      ///< in the colour of a warning
};

/// The colour of a tint by recall, 0 to 1: from "forgotten" over "fading" to "known".
[[nodiscard]] QColor recallColour(style::ThemeName theme, double recall);

/// How a figure is to be shown, part by part. A value; the figure itself never changes.
class Look {
 public:
  /// Every part Normal.
  Look() = default;

  /// Shows `part` as `emphasis`; Normal takes an earlier choice back unless `others` differ.
  Look& set(const PartId& part, Emphasis emphasis);

  /// How parts that were not named are shown; Normal unless said otherwise. Groups stay Normal:
  /// they are the ground on which the others stand.
  Look& setOthers(Emphasis emphasis);

  /// Tints `part` by predicted recall, 0 (forgotten) to 1; values outside are clamped.
  Look& setRecall(const PartId& part, double recall);

  /// Hides the labels of edges that touch a masked part too. They stay otherwise.
  Look& setMaskedEdgeLabels(bool hidden);

  /// How strongly Dimmed mixes with the canvas: 0 not at all, 1 invisible. 0.72 unless said
  /// otherwise; hovering uses less.
  Look& setDimming(double share);

  [[nodiscard]] Emphasis of(const PartId& part) const;
  [[nodiscard]] Emphasis others() const { return m_others; }
  /// The recall of `part`, or a negative number when it is not tinted.
  [[nodiscard]] double recall(const PartId& part) const;
  [[nodiscard]] bool masksEdgeLabels() const { return m_maskEdgeLabels; }
  [[nodiscard]] double dimming() const { return m_dimming; }
  [[nodiscard]] const std::map<PartId, Emphasis>& named() const { return m_parts; }

  friend bool operator==(const Look&, const Look&) = default;

 private:
  std::map<PartId, Emphasis> m_parts;
  std::map<PartId, double> m_recall;
  Emphasis m_others = Emphasis::Normal;
  bool m_maskEdgeLabels = false;
  double m_dimming = 0.72;
};

}  // namespace phaseboard::scene
