// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace phaseboard::ui {

/// What the style sheet cannot say: check marks, radio dots, number fields and choices with their
/// arrows in the theme's colours, focus rings, menus without a frame of their own, calm timings.
class HouseStyle : public QProxyStyle {
  Q_OBJECT

 public:
  HouseStyle();

  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
  void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                          QPainter* painter, const QWidget* widget) const override;
  [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                     SubControl part, const QWidget* widget) const override;
  [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option,
                                       const QSize& contents, const QWidget* widget) const override;
  [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option,
                                const QWidget* widget) const override;
  [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                              QStyleHintReturn* returned) const override;
};

}  // namespace phaseboard::ui
