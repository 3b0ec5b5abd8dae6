// SPDX-License-Identifier: Apache-2.0
#include "ui/review/sitting_end.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/time_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/glyphs.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kDisc = 72;
constexpr int kWidth = 560;

/// A number with its name under it, in a panel.
Label* addFigure(QHBoxLayout* row, const QString& name) {
  auto* card = new Card;
  auto* number = new Label(QString(), TextRole::Title, Tone::Normal, card);
  auto* caption = new Label(name, TextRole::Caption, Tone::Muted, card);
  number->setAlignment(Qt::AlignCenter);
  caption->setAlignment(Qt::AlignCenter);
  card->column()->addWidget(number);
  card->column()->addWidget(caption);
  row->addWidget(card, 1);
  return number;
}

}  // namespace

SittingEnd::SittingEnd(QWidget* parent)
    : QWidget(parent),
      m_title(new Label(QString(), TextRole::Display, Tone::Normal, this)),
      m_advice(new Label(QString(), TextRole::Body, Tone::Muted, this)),
      m_figures(new QWidget(this)),
      m_more(makeButton(tr("Learn 10 more"), ButtonKind::Plain, this)),
      m_goOn(makeButton(QString(), ButtonKind::Primary, this)),
      m_study(makeButton(tr("Go to Study"), ButtonKind::Primary, this)) {
  setFocusPolicy(Qt::StrongFocus);
  m_title->setObjectName(QStringLiteral("endTitle"));
  m_more->setObjectName(QStringLiteral("learnMore"));
  m_title->setAlignment(Qt::AlignCenter);
  m_advice->setAlignment(Qt::AlignCenter);
  m_advice->setWordWrap(true);
  auto* figures = new QHBoxLayout(m_figures);
  figures->setContentsMargins(0, 0, 0, 0);
  figures->setSpacing(12);
  m_answers = addFigure(figures, tr("answers"));
  m_recalled = addFigure(figures, tr("recalled"));
  m_time = addFigure(figures, tr("of your time"));

  auto* progress = makeButton(tr("See progress"), ButtonKind::Plain, this);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(12);
  buttons->addStretch();
  buttons->addWidget(m_goOn);
  buttons->addWidget(m_study);
  buttons->addWidget(m_more);
  buttons->addWidget(progress);
  buttons->addStretch();

  auto* middle = new QWidget(this);
  atTextSize(middle, [middle] { middle->setMaximumWidth(scaled(kWidth)); });
  auto* column = new QVBoxLayout(middle);
  column->setSpacing(16);
  column->addSpacing(kDisc + 16);
  column->addWidget(m_title);
  column->addWidget(m_advice);
  column->addWidget(m_figures);
  column->addSpacing(8);
  column->addLayout(buttons);
  auto* outer = new QVBoxLayout(this);
  outer->addStretch();
  outer->addWidget(middle, 0, Qt::AlignHCenter);
  outer->addStretch();

  m_goOn->setObjectName(QStringLiteral("goOn"));
  connect(m_goOn, &QPushButton::clicked, this, &SittingEnd::goOnRequested);
  connect(m_more, &QPushButton::clicked, this, &SittingEnd::moreRequested);
  connect(m_study, &QPushButton::clicked, this, &SittingEnd::studyRequested);
  connect(progress, &QPushButton::clicked, this, &SittingEnd::progressRequested);
}

void SittingEnd::setFigures(const SittingFigures& figures) {
  m_waiting = figures.nextIn.has_value();
  m_figures->setVisible(figures.answers > 0);
  m_answers->setText(QString::number(figures.answers));
  m_recalled->setText(
      figures.answers == 0 ? QString() : tr("%1 %").arg(figures.recalled * 100 / figures.answers));
  m_time->setText(durationText(figures.time));
  const bool goesOn = figures.isTimeUp || figures.isApart;
  m_goOn->setVisible(goesOn);
  m_goOn->setText(figures.isTimeUp ? tr("Go on") : tr("Back to the day"));
  m_study->setVisible(!goesOn);
  m_more->setVisible(figures.unseen > 0 && !goesOn);
  if (figures.isTimeUp) {
    m_title->setText(tr("The time of this sitting is up"));
    m_advice->setText(tr("Every grade is on the disk. Take a break, or go on for as long again."));
  } else if (figures.isApart && !figures.nextIn) {
    m_title->setText(tr("That was all you chose"));
    m_advice->setText(tr("What today asks for is waiting where you left it."));
  } else if (figures.nextIn) {
    m_title->setText(tr("A short break"));
    m_advice->setText(tr("The next prompt comes back in %1. It appears here by itself.")
                          .arg(durationText(*figures.nextIn)));
  } else if (figures.leftForLater > 0) {
    m_title->setText(tr("Today's minutes are used"));
    m_advice->setText(
        tr("%n more prompt(s) are due and keep until tomorrow. Raise the daily minutes in "
           "Settings to see them today.",
           nullptr, figures.leftForLater));
  } else if (figures.answers > 0) {
    m_title->setText(tr("Done for today"));
    m_advice->setText(
        tr("Everything that was due is answered. Write an answer while it is fresh."));
  } else {
    m_title->setText(tr("Nothing is due"));
    m_advice->setText(
        tr("Read a note or write an answer in Study, or learn some new prompts now."));
  }
  update();
}

void SittingEnd::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto colours = coloursOf(this);
  const QPoint titleTop = m_title->mapTo(this, QPoint(m_title->width() / 2, 0));
  const QRectF disc(titleTop.x() - kDisc / 2.0, titleTop.y() - kDisc - 20, kDisc, kDisc);
  painter.setPen(Qt::NoPen);
  painter.setBrush(m_waiting ? colours.accentSoft : colours.goodSoft);
  painter.drawEllipse(disc);
  paintGlyph(painter, m_waiting ? Glyph::Hourglass : Glyph::Check, disc.adjusted(20, 20, -20, -20),
             m_waiting ? colours.accent : colours.good);
}

}  // namespace phaseboard::ui
