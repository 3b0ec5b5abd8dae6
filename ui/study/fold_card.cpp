// SPDX-License-Identifier: Apache-2.0
#include "ui/study/fold_card.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/widgets/glyph_label.h"

namespace phaseboard::ui {

FoldCard::FoldCard(QWidget* parent)
    : Card(parent),
      m_head(new QVBoxLayout),
      m_arrow(new GlyphLabel(Glyph::ChevronRight, Tone::Muted, 16)) {
  setInteractive(true);
  auto* row = new QHBoxLayout;
  row->setSpacing(kGrid);
  m_head->setSpacing(4);
  row->addLayout(m_head, 1);
  row->addWidget(m_arrow, 0, Qt::AlignBottom);
  column()->addLayout(row);
  connect(this, &Card::activated, this, [this] { setOpen(!m_open); });
}

void FoldCard::setOpen(bool open) {
  m_open = open;
  if (open && !m_body && m_make) {
    m_body = m_make();
    column()->addWidget(m_body);
  }
  if (m_body)
    m_body->setVisible(open);
  m_arrow->setGlyph(open ? Glyph::ChevronDown : Glyph::ChevronRight);
  announceExpanded(this);
}

void FoldCard::addSpokenState(QAccessible::State& state) const {
  state.expandable = true;
  state.expanded = m_open;
  state.collapsed = !m_open;
}

}  // namespace phaseboard::ui
