// SPDX-License-Identifier: Apache-2.0
#include "ui/study/page_view.h"

#include <QCoreApplication>
#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/widgets/card.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {
constexpr int kMarkedMillis = 1600;
/// Each pass lays the page out once more, so that one block at a time would cost most of the time.
constexpr int kBlocksPerPass = 4;
}  // namespace

PageView::PageView(QWidget* parent) : QScrollArea(parent) {
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::TabFocus);  // a click is for the text, not for the area
  viewport()->setAutoFillBackground(false);
  m_idle.setInterval(0);
  connect(&m_idle, &QTimer::timeout, this, &PageView::onIdle);
}

void PageView::setBlocks(std::deque<Maker> makers) {
  m_idle.stop();
  m_missing = std::move(makers);
  m_page = new QWidget;
  m_page->setAutoFillBackground(false);
  m_column = new QVBoxLayout(m_page);
  m_column->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, 3 * kGrid);
  m_column->setSpacing(12);
  m_column->addStretch(1);
  const int enough = viewport()->height() + viewport()->height() / 4;
  int height = 0;
  while (!m_missing.empty() && height < enough) {
    makeOne();
    const QWidget* last = m_column->itemAt(m_column->count() - 2)->widget();
    height += last->hasHeightForWidth() || last->layout()
                  ? last->heightForWidth(std::max(200, viewport()->width() - 4 * kGrid))
                  : last->sizeHint().height();
  }
  setWidget(m_page);  // deletes the old page
  m_page->show();
  verticalScrollBar()->setValue(0);
  if (!m_missing.empty())
    m_idle.start();
}

void PageView::makeOne() {
  const Maker maker = std::move(m_missing.front());
  m_missing.pop_front();
  QWidget* block = maker();
  m_column->insertWidget(m_column->count() - 1, block);
  if (m_page->isVisible())
    block->show();  // the layout would do so only later, and count it as empty until then
  Q_EMIT blockMade(block);
}

void PageView::onIdle() {
  for (int made = 0; made < kBlocksPerPass && !m_missing.empty(); ++made)
    makeOne();
  if (m_missing.empty())
    m_idle.stop();
}

void PageView::finish() {
  m_idle.stop();
  while (!m_missing.empty())
    makeOne();
  if (!m_page)
    return;
  QEvent request(QEvent::LayoutRequest);  // at once, so that places are known to `showBlock`
  QCoreApplication::sendEvent(this, &request);
  m_column->activate();
}

bool PageView::showBlock(const QString& objectName) {
  finish();
  auto* block = m_page ? m_page->findChild<QWidget*>(objectName) : nullptr;
  if (!block)
    return false;
  verticalScrollBar()->setValue(block->y() - 2 * kGrid);
  if (auto* card = qobject_cast<Card*>(block)) {
    card->setChosen(true);
    QTimer::singleShot(kMarkedMillis, card, [card] { card->setChosen(false); });
  }
  return true;
}

}  // namespace phaseboard::ui
