// SPDX-License-Identifier: Apache-2.0
#include "ui/study/target_line.h"

#include <algorithm>

#include <QPainter>
#include <QVBoxLayout>

#include "ui/widgets/label.h"

namespace phaseboard::ui {
namespace {

constexpr int kBarHeight = 3;
constexpr double kLongAnswer = 1.25;  // of the words aimed at

}  // namespace

TargetLine::TargetLine(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, kBarHeight + 4);
  m_words = new Label(QString(), TextRole::Small, Tone::Muted, this);
  m_words->setObjectName(QStringLiteral("answerTarget"));
  m_words->setElided(true);
  column->addWidget(m_words);
}

QString TargetLine::text() const {
  return m_words->text();
}

void TargetLine::show(int words, Millis spent, const std::optional<answers::Target>& target) {
  const int minutes = static_cast<int>((spent.value() + 30'000) / 60'000);
  m_hasTarget = target.has_value();
  m_share = target ? std::min(1.0, static_cast<double>(words) / target->words) : 0;
  if (!target) {
    m_words->setText(tr("%n word(s)", nullptr, words));
  } else if (minutes == 0) {
    m_words->setText(
        tr("%1 of about %2 words, for %3 min").arg(words).arg(target->words).arg(target->minutes));
  } else {
    m_words->setText(tr("%1 of about %2 words, %3 of %4 min")
                         .arg(words)
                         .arg(target->words)
                         .arg(minutes)
                         .arg(target->minutes));
  }
  const bool isLong = target && words > target->words * kLongAnswer;
  setToolTip(isLong ? tr("More than can be said in the time. What would you leave out?")
                    : tr("The minutes are those of the stage, shared by its phases; words a minute "
                         "are set in Settings."));
  update();
}

void TargetLine::paintEvent(QPaintEvent*) {
  if (!m_hasTarget)
    return;
  const style::ApplicationColours colours = coloursOf(this);
  QPainter painter(this);
  QRectF bar(0, height() - kBarHeight - 1, width(), kBarHeight);
  paintPanel(painter, bar, kBarHeight / 2.0, colours.hover, Qt::transparent);
  bar.setWidth(bar.width() * m_share);
  if (bar.width() >= kBarHeight)
    paintPanel(painter, bar, kBarHeight / 2.0, colours.accent, Qt::transparent);
}

}  // namespace phaseboard::ui
