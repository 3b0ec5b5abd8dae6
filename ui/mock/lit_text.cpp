// SPDX-License-Identifier: Apache-2.0
#include "ui/mock/lit_text.h"

#include <cmath>

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QUrl>

#include "ui/bridge/text.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {

LitText::LitText(QWidget* parent) : QPlainTextEdit(parent) {
  setReadOnly(true);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setAccessibleName(tr("What you wrote"));
  setTabChangesFocus(true);
  document()->setDocumentMargin(8);
  // The page scrolls, not the text on it.
  setFocusPolicy(Qt::ClickFocus);
}

void LitText::setText(const std::string& text,
                      const std::vector<std::vector<mock::Span>>& mentions) {
  setPlainText(toQt(text.substr(0, text.find_last_not_of(" \n\r\t") + 1)));
  m_places.clear();
  const std::string_view bytes(text);
  for (const std::vector<mock::Span>& mention : mentions) {
    std::vector<std::pair<int, int>> places;
    for (const mock::Span& span : mention) {
      const auto from = static_cast<int>(toQt(bytes.substr(0, span.from)).size());
      const auto length = toQt(bytes.substr(span.from, span.to - span.from)).size();
      places.emplace_back(from, from + static_cast<int>(length));
    }
    m_places.push_back(std::move(places));
  }
  m_emphasised = -1;
  light();
  fitHeight();
}

void LitText::emphasise(int mention) {
  if (m_emphasised == mention)
    return;
  m_emphasised = mention;
  light();
}

void LitText::light() {
  const style::ApplicationColours c = coloursOf(this);
  QList<QTextEdit::ExtraSelection> selections;
  const auto add = [&](std::size_t mention, const QColor& colour) {
    for (const auto& [from, to] : m_places[mention]) {
      QTextEdit::ExtraSelection selection;
      selection.cursor = textCursor();
      selection.cursor.setPosition(from);
      selection.cursor.setPosition(to, QTextCursor::KeepAnchor);
      selection.format.setBackground(colour);
      selections.push_back(selection);
    }
  };
  for (std::size_t i = 0; i < m_places.size(); ++i)
    add(i, c.goodSoft);
  if (m_emphasised >= 0 && m_emphasised < static_cast<int>(m_places.size()))
    add(static_cast<std::size_t>(m_emphasised), style::mixed(c.goodSoft, c.good, 0.45));
  setExtraSelections(selections);
}

void LitText::fitHeight() {
  double lines = 2 * document()->documentMargin();
  const QAbstractTextDocumentLayout* layout = document()->documentLayout();
  for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
    lines += layout->blockBoundingRect(block).height();
  // Frame and padding, whatever the style sheet makes of them.
  const int around = height() - viewport()->height();
  setFixedHeight(static_cast<int>(std::ceil(lines)) + around);
}

void LitText::resizeEvent(QResizeEvent* event) {
  QPlainTextEdit::resizeEvent(event);
  fitHeight();
}

void LitText::changeEvent(QEvent* event) {
  QPlainTextEdit::changeEvent(event);
  if (event->type() == QEvent::PaletteChange)
    light();
  if (event->type() == QEvent::FontChange)
    fitHeight();
}

QVariant LitText::loadResource(int, const QUrl&) {
  return {};
}

}  // namespace phaseboard::ui
