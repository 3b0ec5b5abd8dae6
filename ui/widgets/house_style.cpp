// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/house_style.h"

#include <algorithm>

#include <QAbstractSpinBox>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

#include "ui/widgets/glyphs.h"
#include "ui/widgets/look.h"
#include "ui/widgets/motion.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kIndicator = 18;
constexpr int kArrowWidth = 26;
constexpr int kArrowGlyph = 14;
constexpr int kFieldPadding = 10;

void paintCheckBox(QPainter& painter, const QStyleOption& option,
                   const style::ApplicationColours& c) {
  const QRectF box(option.rect);
  const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
  const bool over = option.state & QStyle::State_MouseOver;
  const bool enabled = option.state & QStyle::State_Enabled;
  const QColor accent = enabled ? (over ? c.accentHover : c.accent) : c.disabledText;
  paintPanel(painter, box, 5, on ? accent : c.card, on ? accent : (over ? c.accent : c.mutedText));
  if (option.state & QStyle::State_NoChange)
    paintGlyph(painter, Glyph::Minus, box.adjusted(2, 2, -2, -2), c.onAccent);
  else if (on)
    paintGlyph(painter, Glyph::Check, box.adjusted(2, 2, -2, -2), c.onAccent);
}

void paintRadioButton(QPainter& painter, const QStyleOption& option,
                      const style::ApplicationColours& c) {
  const QRectF box(option.rect);
  const bool on = option.state & QStyle::State_On;
  const bool over = option.state & QStyle::State_MouseOver;
  paintPanel(painter, box, box.width() / 2, on ? c.accent : c.card,
             on || over ? c.accent : c.mutedText);
  if (on)
    paintPanel(painter, box.adjusted(5, 5, -5, -5), box.width() / 2 - 5, c.onAccent,
               Qt::transparent);
}

Glyph arrowGlyph(QStyle::PrimitiveElement element) {
  switch (element) {
    case QStyle::PE_IndicatorArrowRight:
      return Glyph::ChevronRight;
    case QStyle::PE_IndicatorArrowLeft:
      return Glyph::ChevronLeft;
    default:
      return Glyph::ChevronDown;
  }
}

void paintArrow(QPainter& painter, QStyle::PrimitiveElement element, const QStyleOption& option,
                const style::ApplicationColours& c) {
  const int side = std::max(kArrowGlyph, scaled(kArrowGlyph));
  QRectF square(0, 0, side, side);
  square.moveCenter(QRectF(option.rect).center());
  const QColor colour = option.state & QStyle::State_Enabled ? c.mutedText : c.disabledText;
  painter.save();
  if (element == QStyle::PE_IndicatorArrowUp || element == QStyle::PE_IndicatorSpinUp) {
    painter.translate(square.center());
    painter.rotate(180);
    painter.translate(-square.center());
  }
  paintGlyph(painter, arrowGlyph(element), square, colour);
  painter.restore();
}

/// The panel of a field that is typed into or chosen from.
void paintField(QPainter& painter, const QStyleOption& option, const style::ApplicationColours& c) {
  const bool enabled = option.state & QStyle::State_Enabled;
  const bool over = enabled && (option.state & QStyle::State_MouseOver);
  paintPanel(painter, option.rect, kControlRadius, enabled ? c.card : c.window,
             over ? c.disabledText : c.cardBorder);
  if (enabled && (option.state & QStyle::State_HasFocus))
    paintFocusRing(painter, option.rect, kControlRadius, c.focusRing);
}

/// The arrow of one half of a number field, on a tint while it is pressed.
void paintStep(QPainter& painter, const QStyleOptionSpinBox& option, const QRect& half, bool up,
               const style::ApplicationColours& c) {
  const QStyle::SubControl part = up ? QStyle::SC_SpinBoxUp : QStyle::SC_SpinBoxDown;
  const bool able = (option.state & QStyle::State_Enabled) &&
                    (option.stepEnabled &
                     (up ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled));
  if (able && (option.activeSubControls & part) && (option.state & QStyle::State_MouseOver))
    paintPanel(painter, QRectF(half).adjusted(1, 1, -1, -1), 4,
               option.state & QStyle::State_Sunken ? c.pressed : c.hover, Qt::transparent);
  QStyleOption arrow;
  arrow.rect = half;
  arrow.state = able ? QStyle::State_Enabled : QStyle::State_None;
  paintArrow(painter, up ? QStyle::PE_IndicatorSpinUp : QStyle::PE_IndicatorSpinDown, arrow, c);
}

QRect spinBoxPart(const QStyleOption& option, QStyle::SubControl part) {
  const QRect inner = option.rect.adjusted(2, 2, -2, -2);
  const int left = inner.right() + 1 - kArrowWidth;
  const int middle = inner.center().y() + 1;
  switch (part) {
    case QStyle::SC_SpinBoxUp:
      return {left, inner.top(), kArrowWidth, middle - inner.top()};
    case QStyle::SC_SpinBoxDown:
      return {left, middle, kArrowWidth, inner.bottom() + 1 - middle};
    case QStyle::SC_SpinBoxEditField:
      return inner.adjusted(kFieldPadding - 2, 0, -kArrowWidth, 0);
    default:
      return option.rect;
  }
}

QRect comboBoxPart(const QStyleOption& option, QStyle::SubControl part) {
  const QRect inner = option.rect.adjusted(2, 2, -2, -2);
  switch (part) {
    case QStyle::SC_ComboBoxArrow:
      return {inner.right() + 1 - kArrowWidth, inner.top(), kArrowWidth, inner.height()};
    case QStyle::SC_ComboBoxEditField:
      return inner.adjusted(kFieldPadding - 2, 0, -kArrowWidth, 0);
    default:
      return option.rect;
  }
}

}  // namespace

HouseStyle::HouseStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {}

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                               QPainter* painter, const QWidget* widget) const {
  const style::ApplicationColours colours = coloursOf(widget);
  switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
      return paintCheckBox(*painter, *option, colours);
    case PE_IndicatorRadioButton:
      return paintRadioButton(*painter, *option, colours);
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight:
    case PE_IndicatorSpinUp:
    case PE_IndicatorSpinDown:
      return paintArrow(*painter, element, *option, colours);
    case PE_FrameFocusRect:
      if (qobject_cast<const QPushButton*>(widget) || qobject_cast<const QToolButton*>(widget))
        return;  // the style sheet has drawn their ring
      return paintFocusRing(*painter, QRectF(option->rect).adjusted(-1, -1, 1, 1), 6,
                            colours.focusRing);
    default:
      QProxyStyle::drawPrimitive(element, option, painter, widget);
  }
}

void HouseStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                    QPainter* painter, const QWidget* widget) const {
  const style::ApplicationColours colours = coloursOf(widget);
  if (const auto* number = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
      number != nullptr && control == CC_SpinBox) {
    paintField(*painter, *number, colours);
    for (const bool up : {true, false})
      paintStep(*painter, *number, spinBoxPart(*number, up ? SC_SpinBoxUp : SC_SpinBoxDown), up,
                colours);
  } else if (control == CC_ComboBox) {
    paintField(*painter, *option, colours);
    QStyleOptionComplex arrow = *option;
    arrow.rect = comboBoxPart(*option, SC_ComboBoxArrow);
    paintArrow(*painter, PE_IndicatorArrowDown, arrow, colours);
  } else {
    QProxyStyle::drawComplexControl(control, option, painter, widget);
  }
}

QRect HouseStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                 SubControl part, const QWidget* widget) const {
  QRect rect;
  if (control == CC_SpinBox)
    rect = spinBoxPart(*option, part);
  else if (control == CC_ComboBox && part != SC_ComboBoxListBoxPopup)
    rect = comboBoxPart(*option, part);
  else
    return QProxyStyle::subControlRect(control, option, part, widget);
  return visualRect(option->direction, option->rect, rect);
}

QSize HouseStyle::sizeFromContents(ContentsType type, const QStyleOption* option,
                                   const QSize& contents, const QWidget* widget) const {
  if (type != CT_SpinBox && type != CT_ComboBox)
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
  return {contents.width() + 2 * kFieldPadding + kArrowWidth,
          std::max(scaled(kControlHeight), contents.height())};
}

int HouseStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                            const QWidget* widget) const {
  switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
      return std::max(kIndicator, scaled(kIndicator));
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
      return kGrid;
    case PM_ScrollBarExtent:
      return 12;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
      return 18;
    case PM_SplitterWidth:
      return 9;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
      return kGrid;
    case PM_MenuPanelWidth:
      return 1;
    default:
      return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

int HouseStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* returned) const {
  switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
    case SH_DialogButtonBox_ButtonsHaveIcons:  // the desktop's own are of another look
      return 0;
    case SH_ToolTip_WakeUpDelay:
      return 500;
    case SH_Menu_MouseTracking:
    case SH_MenuBar_MouseTracking:
      return 1;
    case SH_Widget_Animate:
      return 0;
    case SH_Widget_Animation_Duration:
      return isMotionReduced() ? 0 : QProxyStyle::styleHint(hint, option, widget, returned);
    default:
      return QProxyStyle::styleHint(hint, option, widget, returned);
  }
}

}  // namespace phaseboard::ui
