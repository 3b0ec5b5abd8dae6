// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QWidget>

#include "app/annotations/annotation.h"

namespace phaseboard::ui {

/// The five marker pens side by side, one or none of them chosen. Arrow keys move the focus, Space
/// chooses; choosing the chosen one lets it go.
class PenRow : public QWidget {
  Q_OBJECT

 public:
  explicit PenRow(QWidget* parent = nullptr);

  void setColour(std::optional<annotations::Colour> colour);
  [[nodiscard]] std::optional<annotations::Colour> colour() const { return m_colour; }

 Q_SIGNALS:
  /// The user chose another one; nothing: none.
  void chosen(std::optional<phaseboard::annotations::Colour> colour);

 private:
  class Dot;
  void choose(annotations::Colour colour);

  std::optional<annotations::Colour> m_colour;
  std::vector<Dot*> m_dots;
};

}  // namespace phaseboard::ui
