// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/look.h"

#include <algorithm>

namespace phaseboard::scene {

QColor recallColour(style::ThemeName theme, double recall) {
  const QColor low = style::colours(theme, style::Role::Policy).ink;
  const QColor middle = style::colours(theme, style::Role::Store).ink;
  const QColor high = style::colours(theme, style::Role::Metric).ink;
  return recall < 0.5 ? style::mixed(low, middle, recall * 2)
                      : style::mixed(middle, high, recall * 2 - 1);
}

Look& Look::set(const PartId& part, Emphasis emphasis) {
  m_parts[part] = emphasis;
  return *this;
}

Look& Look::setOthers(Emphasis emphasis) {
  m_others = emphasis;
  return *this;
}

Look& Look::setRecall(const PartId& part, double recall) {
  m_recall[part] = std::clamp(recall, 0.0, 1.0);
  return *this;
}

Look& Look::setMaskedEdgeLabels(bool hidden) {
  m_maskEdgeLabels = hidden;
  return *this;
}

Look& Look::setDimming(double share) {
  m_dimming = std::clamp(share, 0.0, 1.0);
  return *this;
}

Emphasis Look::of(const PartId& part) const {
  const auto found = m_parts.find(part);
  return found == m_parts.end() ? m_others : found->second;
}

double Look::recall(const PartId& part) const {
  const auto found = m_recall.find(part);
  return found == m_recall.end() ? -1 : found->second;
}

}  // namespace phaseboard::scene
