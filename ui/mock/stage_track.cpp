// SPDX-License-Identifier: Apache-2.0
#include "ui/mock/stage_track.h"

#include <algorithm>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include "ui/mock/mock_words.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr double kStageGap = 6;
constexpr double kBarHeight = 8;
constexpr int kTrackHeight = 46;
constexpr double kNarrowestStage = 70;
constexpr std::int64_t kMillisPerMinute = 60'000;

QColor barColour(const style::ApplicationColours& c, mock::Budget state) {
  switch (state) {
    case mock::Budget::Kept:
      return c.accent;
    case mock::Budget::Short:
      return c.warn;
    case mock::Budget::Over:
      return c.bad;
  }
  return c.accent;
}

QString minutesText(Millis time) {
  return QString::number((time.value() + kMillisPerMinute / 2) / kMillisPerMinute);
}

}  // namespace

StageTrack::StageTrack(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("stageTrack"));
  setAccessibleName(tr("Stages"));
  setMouseTracking(true);
  setFocusPolicy(Qt::TabFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StageTrack::setStanding(const mock::Plan& plan, const mock::Standing& standing) {
  m_plan = plan;
  m_standing = standing;
  if (!m_standing.stages.empty())
    setAccessibleDescription(words(m_standing.stage));
  update();
}

QSize StageTrack::sizeHint() const {
  return {480, scaled(kTrackHeight)};
}

QSize StageTrack::minimumSizeHint() const {
  return {240, scaled(kTrackHeight)};
}

QString StageTrack::words(std::size_t stage) const {
  const mock::StageTime& time = m_standing.stages[stage];
  const Millis left{time.allowed.value() - time.spent.value()};
  QString text =
      tr("%1: %2 of %3 min")
          .arg(stageWords(m_plan.stages[stage]), clockText(time.spent), minutesText(time.budget));
  if (time.state == mock::Budget::Over)
    text += tr(", %1 over").arg(clockText(Millis{-left.value()}));
  if (time.borrowed().value() > 0)
    text += tr(", %1 borrowed by earlier stages").arg(clockText(time.borrowed()));
  if (time.borrowed().value() < 0)
    text += tr(", %1 more than planned").arg(clockText(Millis{-time.borrowed().value()}));
  return text;
}

QRectF StageTrack::stageRect(std::size_t stage) const {
  // Every stage is wide enough for its name; the rest is shared by budget.
  const double count = static_cast<double>(m_standing.stages.size());
  const double room = width() - kStageGap * (count - 1);
  const double least = std::min(kNarrowestStage, room / count);
  const double shared = room - least * count;
  double all = 0;
  for (const mock::StageTime& time : m_standing.stages)
    all += static_cast<double>(time.budget.value());
  double from = 0;
  for (std::size_t i = 0;; ++i) {
    const double share =
        all > 0 ? static_cast<double>(m_standing.stages[i].budget.value()) / all : 1 / count;
    const double wide = least + shared * share;
    if (i == stage)
      return {from, 0, wide, static_cast<double>(height())};
    from += wide + kStageGap;
  }
}

int StageTrack::stageAt(QPointF position) const {
  for (std::size_t i = 0; i < m_standing.stages.size(); ++i)
    if (stageRect(i).contains(position))
      return static_cast<int>(i);
  return -1;
}

void StageTrack::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  for (std::size_t i = 0; i < m_standing.stages.size(); ++i)
    paintStage(painter, i);
}

void StageTrack::paintStage(QPainter& painter, std::size_t stage) const {
  const style::ApplicationColours c = coloursOf(this);
  const mock::StageTime& time = m_standing.stages[stage];
  const bool isCurrent = stage == m_standing.stage;
  const QRectF rect = stageRect(stage);
  if (static_cast<int>(stage) == m_over && !isCurrent)
    paintPanel(painter, rect, kControlRadius, c.hover, Qt::transparent);
  if (isCurrent)
    paintPanel(painter, rect, kControlRadius, c.accentSoft, Qt::transparent);
  const QRectF inside = rect.adjusted(8, 4, -8, -7);
  const QRectF bar(inside.left(), inside.bottom() - kBarHeight, inside.width(), kBarHeight);

  const QString left = isCurrent || time.spent.value() > 0
                           ? clockText(Millis{time.allowed.value() - time.spent.value()})
                           : tr("%1 min").arg(minutesText(time.allowed));
  painter.setFont(typeFont(TextRole::Small));
  const double leftWidth = QFontMetricsF(painter.font()).horizontalAdvance(left) + 6;
  painter.setPen(time.state == mock::Budget::Kept ? c.mutedText : barColour(c, time.state));
  const QRectF line(inside.left(), inside.top(), inside.width(), bar.top() - inside.top() - 2);
  painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, left);
  painter.setFont(typeFont(isCurrent ? TextRole::Strong : TextRole::Small));
  painter.setPen(isCurrent ? c.text : c.mutedText);
  const QRectF place = line.adjusted(0, 0, -leftWidth, 0);
  painter.drawText(
      place, Qt::AlignLeft | Qt::AlignVCenter,
      QFontMetricsF(painter.font())
          .elidedText(stageWords(m_plan.stages[stage]), Qt::ElideRight, place.width()));

  // The whole bar is the budget. What was borrowed is hatched at its end; what is gone is filled.
  const auto budget = static_cast<double>(std::max<std::int64_t>(1, time.budget.value()));
  const auto part = [&](Millis length) {
    return std::clamp(static_cast<double>(length.value()) / budget, 0.0, 1.0);
  };
  QPainterPath round;
  round.addRoundedRect(bar, kBarHeight / 2, kBarHeight / 2);
  painter.save();
  painter.setClipPath(round);
  painter.fillRect(bar, style::mixed(c.card, c.text, 0.12));
  const double lent = part(time.borrowed()) * bar.width();
  if (lent > 0)
    painter.fillRect(QRectF(bar.right() - lent, bar.top(), lent, bar.height()),
                     QBrush(c.bad, Qt::BDiagPattern));
  painter.fillRect(QRectF(bar.left(), bar.top(), part(time.spent) * bar.width(), bar.height()),
                   barColour(c, time.state));
  painter.restore();
  if (isCurrent && hasFocus())
    paintFocusRing(painter, rect, kControlRadius, c.focusRing);
}

void StageTrack::choose(int stage) {
  if (stage >= 0 && stage < static_cast<int>(m_plan.stages.size()))
    Q_EMIT stageChosen(m_plan.stages[static_cast<std::size_t>(stage)].id);
}

void StageTrack::mouseReleaseEvent(QMouseEvent* event) {
  choose(stageAt(event->position()));
}

void StageTrack::mouseMoveEvent(QMouseEvent* event) {
  m_over = stageAt(event->position());
  setCursor(m_over < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
  update();
}

void StageTrack::leaveEvent(QEvent*) {
  m_over = -1;
  update();
}

void StageTrack::keyPressEvent(QKeyEvent* event) {
  const int current = static_cast<int>(m_standing.stage);
  if (event->key() == Qt::Key_Left)
    choose(current - 1);
  else if (event->key() == Qt::Key_Right)
    choose(current + 1);
  else
    QWidget::keyPressEvent(event);
}

void StageTrack::focusInEvent(QFocusEvent*) {
  update();
}

void StageTrack::focusOutEvent(QFocusEvent*) {
  update();
}

bool StageTrack::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const int stage = stageAt(help->pos());
    if (stage >= 0)
      QToolTip::showText(help->globalPos(), words(static_cast<std::size_t>(stage)), this);
    else
      QToolTip::hideText();
    return true;
  }
  return QWidget::event(event);
}

}  // namespace phaseboard::ui
