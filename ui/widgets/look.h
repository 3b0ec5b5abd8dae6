// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QColor>
#include <QFont>

#include "diagrams/style/palette.h"

class QApplication;
class QEvent;
class QPainter;
class QRectF;
class QWidget;

/// How windows look: colours from diagrams/style, type on a scale, distances on a grid of 8 pixels.
/// Nothing is stored: the theme and the text size are read from the palette and the font that Qt
/// hands to every widget, so a switch reaches everything by the usual change events.
namespace phaseboard::ui {

inline constexpr int kGrid = 8;
inline constexpr int kCardRadius = 12;
inline constexpr int kControlRadius = 8;
inline constexpr int kControlHeight = 34;
inline constexpr int kBodyPixels = 14;

/// The type scale. Sizes are those at 100 %; `typeFont` applies the user's text size.
enum class TextRole {
  Display,   ///< 28 bold: one per screen at most
  Title,     ///< 20 semibold
  Heading,   ///< 16 semibold
  Strong,    ///< 14 semibold
  Body,      ///< 14
  Small,     ///< 13
  Caption,   ///< 12
  Overline,  ///< 11 bold, spaced: give it upper case
  Mono,      ///< 13 JetBrains Mono
};

[[nodiscard]] style::ThemeName themeOf(const QWidget* widget);
[[nodiscard]] style::ApplicationColours coloursOf(const QWidget* widget);

/// The user's text size as a factor, 0.8 to 1.6.
[[nodiscard]] double textScale();
[[nodiscard]] QFont typeFont(TextRole role);

/// `pixels` at the user's text size.
[[nodiscard]] int scaled(int pixels);

/// Gives the whole program a theme and a text size (80 to 160 percent): style, palette, font and
/// style sheet. Open windows follow at once.
void applyLook(QApplication& application, style::ThemeName theme, int textPercent);

/// Whether a widget's `changeEvent` or `event` tells it of another theme or text size. Qt tells
/// widgets nothing of a new font of the application; the sheet that comes with it does.
[[nodiscard]] bool isLookChange(const QEvent& event);

/// Calls `fit` now and whenever the text size may have changed while `widget` lives: for sizes that
/// are set once and depend on it.
void atTextSize(QWidget* widget, std::function<void()> fit);

/// Whether the desktop prefers dark windows, as far as the palette it gave us says.
[[nodiscard]] style::ThemeName desktopTheme();

/// A rounded panel with a hairline inside `rect`; both colours may be transparent.
void paintPanel(QPainter& painter, const QRectF& rect, double radius, const QColor& fill,
                const QColor& border);

/// The ring around a focused control, 2 pixels wide, just inside `rect`.
void paintFocusRing(QPainter& painter, const QRectF& rect, double radius, const QColor& colour);

}  // namespace phaseboard::ui
