// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/empty_state.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {
namespace {
constexpr int kTile = 64;
}

EmptyState::EmptyState(Glyph glyph, const QString& title, const QString& advice, QWidget* parent)
    : QWidget(parent), m_glyph(glyph), m_column(new QVBoxLayout(this)) {
  m_column->setSpacing(kGrid);
  m_column->addStretch(2);
  m_column->addSpacing(kTile + 2 * kGrid);
  auto* heading = new Label(title, TextRole::Heading);
  heading->setAlignment(Qt::AlignCenter);
  auto* words = new Label(advice, TextRole::Body, Tone::Muted);
  words->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
  words->setWordWrap(true);
  atTextSize(words, [words] { words->setMaximumWidth(scaled(400)); });
  atTextSize(words, [words] { words->setMinimumWidth(scaled(220)); });
  m_column->addWidget(heading, 0, Qt::AlignHCenter);
  // Not by alignment: the column would reckon with the height that the words have in its own width.
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  row->addWidget(words, 1'000);
  row->addStretch(1);
  m_column->addLayout(row);
  m_column->addStretch(3);
}

QPushButton* EmptyState::addAction(const QString& text) {
  auto* button = makeButton(text, ButtonKind::Primary, this);
  m_column->insertSpacing(m_column->count() - 1, kGrid);
  m_column->insertWidget(m_column->count() - 1, button, 0, Qt::AlignHCenter);
  return button;
}

void EmptyState::paintEvent(QPaintEvent*) {
  const style::ApplicationColours c = coloursOf(this);
  const QRect space = m_column->itemAt(1)->geometry();
  const QRectF tile((width() - kTile) / 2.0, space.top(), kTile, kTile);
  QPainter painter(this);
  paintPanel(painter, tile, 18, c.accentSoft, Qt::transparent);
  paintGlyph(painter, m_glyph, tile.adjusted(18, 18, -18, -18), c.accent);
}

}  // namespace phaseboard::ui
