// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/toasts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {
namespace {
constexpr int kShownMillis = 6000;
}

Toasts::Toasts(QWidget* host) : QWidget(host) {
  host->installEventFilter(this);
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &Toasts::dismiss);
  QWidget::hide();
}

void Toasts::say(const QString& text, const QString& action) {
  show(text, {}, action, false);
}

void Toasts::warn(const QString& text, const QString& advice) {
  show(text, advice, {}, true);
}

void Toasts::dismiss() {
  m_timer.stop();
  m_text.clear();
  hide();
}

void Toasts::show(const QString& text, const QString& advice, const QString& action, bool bad) {
  m_text = text;
  m_bad = bad;
  hide();  // what is put into a layout that is on the screen is shown, and so measured, only later
  for (QWidget* old : findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
    old->hide();
    old->deleteLater();  // one of them may be the button that is being clicked
  }
  delete layout();
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(2 * kGrid, kGrid, kGrid, kGrid);
  row->setSpacing(kGrid);
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  words->addWidget(new Label(text, TextRole::Strong, bad ? Tone::Bad : Tone::Normal));
  if (!advice.isEmpty()) {
    auto* more = new Label(advice, TextRole::Small, Tone::Muted);
    more->setWordWrap(true);
    atTextSize(more, [more] { more->setMinimumWidth(scaled(320)); });
    words->addWidget(more);
  }
  row->addLayout(words);
  if (!action.isEmpty()) {
    auto* button = makeButton(action, ButtonKind::Quiet, this);
    connect(button, &QPushButton::clicked, this, [this] {
      dismiss();
      Q_EMIT actionChosen();
    });
    row->addWidget(button);
  }
  auto* close = new GlyphButton(Glyph::Close, tr("Close message"), this);
  connect(close, &GlyphButton::clicked, this, &Toasts::dismiss);
  row->addWidget(close);
  setAccessibleName(text);
  place();
  QWidget::show();
  raise();
  if (bad)
    m_timer.stop();
  else
    m_timer.start(kShownMillis);
}

void Toasts::place() {
  adjustSize();
  const QSize room = parentWidget()->size();
  // In the corner: in the middle of the bottom stand the buttons of a page.
  move(room.width() - width() - 3 * kGrid, room.height() - height() - 3 * kGrid);
}

bool Toasts::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize && isVisible())
    place();
  return QWidget::eventFilter(watched, event);
}

void Toasts::paintEvent(QPaintEvent*) {
  const style::ApplicationColours c = coloursOf(this);
  QPainter painter(this);
  paintPanel(painter, rect(), kCardRadius, m_bad ? c.badSoft : c.card,
             m_bad ? c.bad : c.cardBorder);
}

}  // namespace phaseboard::ui
