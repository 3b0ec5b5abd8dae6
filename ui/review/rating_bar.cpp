// SPDX-License-Identifier: Apache-2.0
#include "ui/review/rating_bar.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QStackedLayout>

#include "diagrams/style/palette.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kBarHeight = 68;
constexpr std::int64_t kDay = 86'400;

struct GradeWords {
  memory::Rating rating;
  const char* name;
  const char* outcome;
};

constexpr std::array<GradeWords, 4> kGrades{
    {{memory::Rating::Again, QT_TRANSLATE_NOOP("phaseboard::ui::RatingBar", "Again"),
      QT_TRANSLATE_NOOP("phaseboard::ui::RatingBar", "I did not know it")},
     {memory::Rating::Hard, QT_TRANSLATE_NOOP("phaseboard::ui::RatingBar", "Hard"),
      QT_TRANSLATE_NOOP("phaseboard::ui::RatingBar", "With gaps or effort")},
     {memory::Rating::Good, QT_TRANSLATE_NOOP("phaseboard::ui::RatingBar", "Good"),
      QT_TRANSLATE_NOOP("phaseboard::ui::RatingBar", "I could say it aloud")},
     {memory::Rating::Easy, QT_TRANSLATE_NOOP("phaseboard::ui::RatingBar", "Easy"),
      QT_TRANSLATE_NOOP("phaseboard::ui::RatingBar", "At once, with reasons")}}};

QColor inkOf(const QWidget* widget, memory::Rating rating) {
  const auto colours = coloursOf(widget);
  switch (rating) {
    case memory::Rating::Again:
      return colours.bad;
    case memory::Rating::Hard:
      return colours.warn;
    case memory::Rating::Good:
      return colours.good;
    case memory::Rating::Easy:
      break;
  }
  return colours.accent;
}

}  // namespace

/// One grade: its key, its name, what it means, and when the prompt comes back.
class RatingBar::GradeButton : public QAbstractButton {
 public:
  GradeButton(const GradeWords& words, QWidget* parent)
      : QAbstractButton(parent),
        m_rating(words.rating),
        m_name(RatingBar::tr(words.name)),
        m_outcome(RatingBar::tr(words.outcome)) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    atTextSize(this, [this] { setMinimumWidth(scaled(120)); });
    setObjectName(QStringLiteral("grade%1").arg(number()));
    setAttribute(Qt::WA_Hover);
  }

  void setInterval(const QString& interval, bool suggested) {
    m_interval = interval;
    m_suggested = suggested;
    setText(m_name);
    setAccessibleName((suggested ? RatingBar::tr("%1, suggested: %2, again in %3")
                                 : RatingBar::tr("%1: %2, again in %3"))
                          .arg(m_name, m_outcome, interval));
    setToolTip(RatingBar::tr("%1 (key %2)").arg(m_outcome).arg(number()));
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colours = coloursOf(this);
    const QColor ink = inkOf(this, m_rating);
    const QColor fill = isDown()                      ? style::mixed(colours.card, ink, 0.22)
                        : underMouse() || m_suggested ? style::mixed(colours.card, ink, 0.12)
                                                      : colours.card;
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    paintPanel(painter, box, kCardRadius, fill, style::mixed(colours.cardBorder, ink, 0.45));
    if (hasFocus())
      paintFocusRing(painter, QRectF(rect()), kCardRadius, colours.focusRing);
    paintWords(painter, ink, colours);
  }

 private:
  [[nodiscard]] int number() const { return static_cast<int>(m_rating); }

  void paintWords(QPainter& painter, const QColor& ink,
                  const style::ApplicationColours& colours) const {
    const QRectF inner = QRectF(rect()).adjusted(16, 10, -16, -10);
    painter.setFont(typeFont(TextRole::Strong));
    painter.setPen(ink);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop,
                     QStringLiteral("%1  %2").arg(number()).arg(m_name));
    painter.setPen(colours.text);
    painter.drawText(inner, Qt::AlignRight | Qt::AlignTop, RatingBar::tr("in %1").arg(m_interval));
    painter.setFont(typeFont(TextRole::Caption));
    painter.setPen(colours.mutedText);
    const QString outcome = painter.fontMetrics().elidedText(m_outcome, Qt::ElideRight,
                                                             static_cast<int>(inner.width()));
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignBottom, outcome);
  }

  memory::Rating m_rating;
  QString m_name;
  QString m_outcome;
  QString m_interval;
  bool m_suggested = false;
};

RatingBar::RatingBar(QWidget* parent) : QWidget(parent), m_stack(new QStackedLayout(this)) {
  atTextSize(this, [this] { setFixedHeight(scaled(kBarHeight)); });
  auto* before = new QWidget(this);
  auto* beforeRow = new QHBoxLayout(before);
  beforeRow->setContentsMargins(0, 0, 0, 0);
  m_show = makeButton(QString(), ButtonKind::Primary, before);
  m_show->setObjectName(QStringLiteral("showAnswer"));
  atTextSize(m_show, [this] { m_show->setMinimumSize(scaled(240), scaled(44)); });
  beforeRow->addStretch();
  beforeRow->addWidget(m_show);
  beforeRow->addStretch();
  connect(m_show, &QPushButton::clicked, this, &RatingBar::showRequested);

  auto* after = new QWidget(this);
  auto* afterRow = new QHBoxLayout(after);
  afterRow->setContentsMargins(0, 0, 0, 0);
  afterRow->setSpacing(12);
  for (std::size_t index = 0; index < kGrades.size(); ++index) {
    auto* button = new GradeButton(kGrades[index], after);
    afterRow->addWidget(button);
    const memory::Rating rating = kGrades[index].rating;
    connect(button, &QAbstractButton::clicked, this, [this, rating] { Q_EMIT graded(rating); });
    m_grades[index] = button;
  }
  m_stack->addWidget(before);
  m_stack->addWidget(after);
}

void RatingBar::askToShow(const QString& key, bool focused) {
  m_show->setText(tr("Show answer   %1").arg(key));
  m_stack->setCurrentIndex(0);
  if (focused)
    m_show->setFocus();
}

void RatingBar::askToGrade(const memory::ForEachRating<std::int64_t>& seconds,
                           std::optional<memory::Rating> suggested, bool focused) {
  for (std::size_t index = 0; index < kGrades.size(); ++index) {
    const memory::Rating rating = kGrades[index].rating;
    m_grades[index]->setInterval(intervalText(seconds[rating]), suggested == rating);
  }
  m_stack->setCurrentIndex(1);
  if (focused)
    m_grades[static_cast<std::size_t>(suggested.value_or(memory::Rating::Good)) - 1]->setFocus();
}

QString intervalText(std::int64_t seconds) {
  const QLocale locale;
  if (seconds < 90)
    return RatingBar::tr("1 min");
  if (seconds < 3'600)
    return RatingBar::tr("%1 min").arg((seconds + 30) / 60);
  if (seconds < kDay)
    return RatingBar::tr("%1 h").arg((seconds + 1'800) / 3'600);
  const auto days = static_cast<int>(seconds / kDay);
  if (days < 31)
    return RatingBar::tr("%n day(s)", nullptr, days);
  if (days < 365)
    return RatingBar::tr("%1 months").arg(locale.toString(days / 30.44, 'f', 1));
  return RatingBar::tr("%1 years").arg(locale.toString(days / 365.25, 'f', 1));
}

}  // namespace phaseboard::ui
