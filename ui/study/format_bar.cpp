// SPDX-License-Identifier: Apache-2.0
#include "ui/study/format_bar.h"

#include <optional>

#include <QAction>
#include <QEvent>
#include <QToolButton>

#include "ui/study/answer_editor.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/glyphs.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kFormatButton = 30;
constexpr int kFormatGlyph = 16;

/// What stands on a button that has no picture.
QString signOf(Format format) {
  switch (format) {
    case Format::Bold:
      return u"B"_s;
    case Format::Italic:
      return u"I"_s;
    case Format::Heading:
      return u"H"_s;
    case Format::Numbers:
      return u"1."_s;
    case Format::Formula:
      return u"Σ"_s;
    case Format::Reference:
      return u"@"_s;
    default:
      return {};
  }
}

std::optional<Glyph> glyphOf(Format format) {
  switch (format) {
    case Format::Bullets:
      return Glyph::List;
    case Format::Table:
      return Glyph::Table;
    case Format::Code:
      return Glyph::Code;
    case Format::Picture:
      return Glyph::Image;
    default:
      return std::nullopt;
  }
}

QToolButton* makeFormatButton(Format format, QAction* action, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setDefaultAction(action);
  button->setAccessibleName(action->text());
  fitToText(button, kFormatGlyph, kFormatButton);
  button->setFocusPolicy(Qt::TabFocus);
  if (!glyphOf(format)) {
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setText(signOf(format));
    QFont font = button->font();
    font.setBold(format == Format::Bold || format == Format::Heading);
    font.setItalic(format == Format::Italic);
    button->setFont(font);
  }
  return button;
}

}  // namespace

FormatBar::FormatBar(AnswerEditor* editor, QWidget* parent) : QWidget(parent) {
  setObjectName(u"formatBar"_s);
  setAccessibleName(tr("Formats"));
  auto* flow = new FlowLayout(0, this);
  for (const Format format : kFormats) {
    if (!editor->offers(format))
      continue;
    auto* action = new QAction(AnswerEditor::nameOf(format), this);
    const QKeySequence key = AnswerEditor::keyOf(format);
    action->setIconText(glyphOf(format) ? action->text() : signOf(format));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(u"%1  %2"_s.arg(QString(action->text()).remove(u'…'),
                                       key.toString(QKeySequence::NativeText)));
    action->setData(static_cast<int>(format));
    connect(action, &QAction::triggered, editor, [editor, format] {
      editor->setFocus();
      editor->apply(format);
    });
    flow->addWidget(makeFormatButton(format, action, this));
    m_commands.push_back(action);
  }
  dress();
}

void FormatBar::dress() {
  const style::ApplicationColours colours = coloursOf(this);
  for (QAction* action : m_commands) {
    const auto glyph = glyphOf(static_cast<Format>(action->data().toInt()));
    if (!glyph)
      continue;
    action->setIcon(glyphIcon(*glyph, colours.mutedText, colours.disabledText));
    action->setIconVisibleInMenu(false);
  }
}

void FormatBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange)
    dress();
}

}  // namespace phaseboard::ui
