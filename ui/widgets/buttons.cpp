// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/buttons.h"

#include <algorithm>

#include <QEvent>
#include <QKeyEvent>
#include <QShortcut>
#include <QStyle>
#include <QVariant>

#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kGlyphPixels = 18;

QString kindName(ButtonKind kind) {
  switch (kind) {
    case ButtonKind::Plain:
      return {};
    case ButtonKind::Primary:
      return u"primary"_s;
    case ButtonKind::Quiet:
      return u"quiet"_s;
    case ButtonKind::Danger:
      return u"danger"_s;
  }
  return {};
}

/// Is pressed by Enter as by Space while it has the focus. Qt has that only for buttons that may
/// become a dialog's default, and then Enter in a field of the dialog presses one of them.
class Button : public QPushButton {
 public:
  using QPushButton::QPushButton;

 protected:
  void keyPressEvent(QKeyEvent* event) override {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier)
      click();
    else
      QPushButton::keyPressEvent(event);
  }
};

}  // namespace

QPushButton* makeButton(const QString& text, ButtonKind kind, QWidget* parent) {
  auto* button = new Button(text, parent);
  button->setProperty("kind", kindName(kind));
  button->setCursor(Qt::PointingHandCursor);
  button->setAutoDefault(false);
  return button;
}

void setKind(QPushButton* button, ButtonKind kind) {
  button->setProperty("kind", kindName(kind));
  // A rule of the sheet that looks at a property is not asked again by itself.
  button->style()->unpolish(button);
  button->style()->polish(button);
}

void makeMain(QPushButton* button) {
  setKind(button, ButtonKind::Primary);
  for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
    auto* press = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(key)), button);
    QObject::connect(press, &QShortcut::activated, button, &QPushButton::click);
  }
}

GlyphButton::GlyphButton(Glyph glyph, const QString& name, QWidget* parent)
    : QToolButton(parent), m_glyph(glyph) {
  setAccessibleName(name);
  setToolTip(name);
  fitToText(this, kGlyphPixels, kControlHeight);
  setFocusPolicy(Qt::TabFocus);
  dress();
}

void fitToText(QToolButton* button, int glyphPixels, int buttonPixels) {
  constexpr int kRoomAround = 6;
  atTextSize(button, [=] {
    const int glyph = std::max(glyphPixels, scaled(glyphPixels));
    button->setIconSize(QSize(glyph, glyph));
    const int side = std::max(buttonPixels, glyph + 2 * kRoomAround);
    button->setFixedSize(side, side);
  });
}

void GlyphButton::setGlyph(Glyph glyph) {
  m_glyph = glyph;
  dress();
}

void GlyphButton::setAccented(bool accented) {
  m_accented = accented;
  dress();
}

void GlyphButton::dress() {
  const style::ApplicationColours colours = coloursOf(this);
  setIcon(glyphIcon(m_glyph, m_accented ? colours.accent : colours.mutedText,
                    style::mixed(colours.window, colours.disabledText, 0.55)));
}

void GlyphButton::changeEvent(QEvent* event) {
  QToolButton::changeEvent(event);
  if (event->type() == QEvent::PaletteChange)
    dress();
}

}  // namespace phaseboard::ui
