// SPDX-License-Identifier: Apache-2.0
#include "ui/mock/replay_page.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/board/history.h"
#include "app/ports/board_store.h"
#include "ui/board/board_replay.h"
#include "ui/bridge/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {

ReplayPage::ReplayPage(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_title(new Label({}, TextRole::Heading, Tone::Normal, this)),
      m_replay(new BoardReplay(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(3 * kGrid, 2 * kGrid, 3 * kGrid, kGrid);
  head->addWidget(m_title, 1);
  auto* back = makeButton(tr("Back to the debrief"), ButtonKind::Plain, this);
  back->setObjectName(QStringLiteral("backToDebrief"));
  connect(back, &QPushButton::clicked, this, &ReplayPage::backRequested);
  head->addWidget(back);
  column->addLayout(head);
  column->addWidget(m_replay, 1);
  setFocusProxy(m_replay);
}

bool ReplayPage::open(const ops::MockReport& report) {
  if (!report.info.board || !m_session.boards())
    return false;
  auto entries = m_session.read(m_session.boards()->entries(*report.info.board));
  auto history =
      entries ? m_session.read(board::History::replay(std::move(*entries))) : std::nullopt;
  if (!history)
    return false;
  m_title->setText(toQt(report.title));
  m_replay->setBoard(std::move(*history));
  return true;
}

}  // namespace phaseboard::ui
