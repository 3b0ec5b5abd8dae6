// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "ui/widgets/card.h"
#include "ui/widgets/painted_control.h"

namespace phaseboard::ui {

class GlyphLabel;

/// A card whose body unfolds on click. The body is made when it is first shown.
class FoldCard : public Card, public PaintedControl {
  Q_OBJECT

 public:
  explicit FoldCard(QWidget* parent = nullptr);

  /// What is always shown.
  [[nodiscard]] QVBoxLayout* head() const { return m_head; }
  void setBody(std::function<QWidget*()> make) { m_make = std::move(make); }
  void setOpen(bool open);
  [[nodiscard]] bool isOpen() const { return m_open; }

  [[nodiscard]] QAccessible::Role spokenRole() const override { return QAccessible::Button; }
  void addSpokenState(QAccessible::State& state) const override;
  [[nodiscard]] bool isPressable() const override { return true; }
  void press(int) override { setOpen(!m_open); }

 private:
  QVBoxLayout* m_head;
  GlyphLabel* m_arrow;
  std::function<QWidget*()> m_make;
  QWidget* m_body = nullptr;
  bool m_open = false;
};

}  // namespace phaseboard::ui
