// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/look.h"

#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QPalette>
#include <QWidget>

#include "ui/widgets/house_style.h"
#include "ui/widgets/painted_control.h"
#include "ui/widgets/reading_order.h"
#include "ui/widgets/style_sheet.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

/// Fits a widget anew at every change of the look.
class Refit : public QObject {
 public:
  Refit(QWidget* widget, std::function<void()> fit) : QObject(widget), m_fit(std::move(fit)) {}

  bool eventFilter(QObject* watched, QEvent* event) override {
    if (watched == parent() && event->type() == QEvent::StyleChange)
      m_fit();
    return false;
  }

 private:
  std::function<void()> m_fit;
};

struct TypeStep {
  int pixels;
  QFont::Weight weight;
  double spacingPercent;
};

TypeStep stepOf(TextRole role) {
  switch (role) {
    case TextRole::Display:
      return {28, QFont::Bold, 98};
    case TextRole::Title:
      return {20, QFont::DemiBold, 99};
    case TextRole::Heading:
      return {16, QFont::DemiBold, 100};
    case TextRole::Strong:
      return {kBodyPixels, QFont::DemiBold, 100};
    case TextRole::Body:
      return {kBodyPixels, QFont::Normal, 100};
    case TextRole::Small:
      return {13, QFont::Normal, 100};
    case TextRole::Caption:
      return {12, QFont::Normal, 100};
    case TextRole::Overline:
      return {11, QFont::Bold, 106};
    case TextRole::Mono:
      return {13, QFont::Normal, 100};
  }
  return {kBodyPixels, QFont::Normal, 100};
}

QPalette paletteFor(const style::ApplicationColours& colours) {
  QPalette palette;
  const auto set = [&palette](QPalette::ColorRole role, const QColor& colour) {
    palette.setColor(role, colour);
  };
  set(QPalette::Window, colours.window);
  set(QPalette::WindowText, colours.text);
  set(QPalette::Base, colours.card);
  set(QPalette::AlternateBase, colours.window);
  set(QPalette::Text, colours.text);
  set(QPalette::Button, colours.card);
  set(QPalette::ButtonText, colours.text);
  set(QPalette::BrightText, colours.bad);
  set(QPalette::Highlight, colours.selection);
  set(QPalette::HighlightedText, colours.onSelection);
  set(QPalette::Link, colours.accent);
  set(QPalette::LinkVisited, colours.accent);
  set(QPalette::PlaceholderText, colours.mutedText);
  set(QPalette::ToolTipBase, colours.card);
  set(QPalette::ToolTipText, colours.text);
  set(QPalette::Light, colours.card);
  set(QPalette::Midlight, colours.hover);
  set(QPalette::Mid, colours.cardBorder);
  set(QPalette::Dark, colours.cardBorder);
  set(QPalette::Shadow, colours.shadow);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    palette.setColor(QPalette::Disabled, role, colours.disabledText);
  return palette;
}

style::ThemeName themeOf(const QPalette& palette) {
  return palette.color(QPalette::Window).lightness() <
                 palette.color(QPalette::WindowText).lightness()
             ? style::ThemeName::Dark
             : style::ThemeName::Light;
}

}  // namespace

style::ThemeName themeOf(const QWidget*) {
  // Not the widget's own palette: the style sheet gives some a transparent window colour.
  return themeOf(QApplication::palette());
}

style::ApplicationColours coloursOf(const QWidget* widget) {
  return style::applicationColours(themeOf(widget));
}

double textScale() {
  return std::max(QApplication::font().pixelSize(), 1) / static_cast<double>(kBodyPixels);
}

int scaled(int pixels) {
  return static_cast<int>(std::lround(pixels * textScale()));
}

QFont typeFont(TextRole role) {
  const TypeStep step = stepOf(role);
  QFont result(role == TextRole::Mono ? u"JetBrains Mono"_s : u"Inter"_s);
  result.setPixelSize(scaled(step.pixels));
  result.setWeight(step.weight);
  result.setLetterSpacing(QFont::PercentageSpacing, step.spacingPercent);
  result.setHintingPreference(QFont::PreferNoHinting);
  if (role == TextRole::Mono)  // "->" and ">-" are shown as they are typed
    result.setStyleStrategy(QFont::PreferNoShaping);
  return result;
}

void applyLook(QApplication& application, style::ThemeName theme, int textPercent) {
  const style::ApplicationColours colours = style::applicationColours(theme);
  if (!application.property("phaseboardStyle").toBool()) {
    QApplication::setStyle(new HouseStyle);
    PaintedControl::install();
    readDialogsAsLaidOut(application);
    application.setProperty("phaseboardStyle", true);
  }
  QFont base(u"Inter"_s);
  base.setPixelSize(
      static_cast<int>(std::lround(kBodyPixels * std::clamp(textPercent, 80, 160) / 100.0)));
  base.setHintingPreference(QFont::PreferNoHinting);
  // From one sheet to the next takes Qt several times as long as from one to none and from none to
  // the next.
  application.setStyleSheet({});
  QApplication::setFont(base);
  QApplication::setPalette(paletteFor(colours));
  application.setStyleSheet(styleSheet(colours, textScale()));
}

bool isLookChange(const QEvent& event) {
  return event.type() == QEvent::PaletteChange || event.type() == QEvent::StyleChange;
}

void atTextSize(QWidget* widget, std::function<void()> fit) {
  fit();
  widget->installEventFilter(new Refit(widget, std::move(fit)));
}

style::ThemeName desktopTheme() {
  static const style::ThemeName first = themeOf(QApplication::palette());
  return first;
}

void paintPanel(QPainter& painter, const QRectF& rect, double radius, const QColor& fill,
                const QColor& border) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(border.alpha() == 0 ? QPen(Qt::NoPen) : QPen(border, 1));
  painter.setBrush(fill);
  painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5);
  painter.restore();
}

void paintFocusRing(QPainter& painter, const QRectF& rect, double radius, const QColor& colour) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(colour, 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1);
  painter.restore();
}

}  // namespace phaseboard::ui
