// SPDX-License-Identifier: Apache-2.0
#include "ui/annotations/pen_row.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

#include "ui/annotations/annotation_words.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {
constexpr int kDotSide = 26;
}

/// One pen: a filled circle, with a ring when it is chosen.
class PenRow::Dot : public QAbstractButton {
 public:
  Dot(annotations::Colour colour, QWidget* parent) : QAbstractButton(parent), m_colour(colour) {
    setCheckable(true);
    setAccessibleName(colourText(colour));
    setToolTip(colourText(colour));
    setObjectName(QStringLiteral("pen%1").arg(static_cast<int>(colour)));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
  }
  [[nodiscard]] annotations::Colour colour() const { return m_colour; }
  [[nodiscard]] QSize sizeHint() const override { return {scaled(kDotSide), scaled(kDotSide)}; }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const style::PenColours pen = style::colours(themeOf(this), penOf(m_colour));
    const QRectF box = QRectF(rect()).adjusted(4, 4, -4, -4);
    painter.setPen(QPen(pen.ink, isChecked() ? 2.5 : 1.2));
    painter.setBrush(pen.paper);
    painter.drawEllipse(box);
    if (isChecked()) {
      painter.setPen(Qt::NoPen);
      painter.setBrush(pen.ink);
      painter.drawEllipse(box.center(), box.width() / 5, box.height() / 5);
    }
    if (hasFocus())
      paintFocusRing(painter, rect(), kControlRadius, coloursOf(this).focusRing);
  }

 private:
  annotations::Colour m_colour;
};

PenRow::PenRow(QWidget* parent) : QWidget(parent) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(2);
  for (const annotations::Colour colour : annotations::kColours) {
    auto* dot = new Dot(colour, this);
    m_dots.push_back(dot);
    row->addWidget(dot);
    connect(dot, &QAbstractButton::clicked, this, [this, colour] { choose(colour); });
  }
  row->addStretch(1);
  setAccessibleName(tr("Colour of the highlight"));
}

void PenRow::setColour(std::optional<annotations::Colour> colour) {
  m_colour = colour;
  for (Dot* dot : m_dots)
    dot->setChecked(colour == dot->colour());
}

void PenRow::choose(annotations::Colour colour) {
  setColour(m_colour == colour ? std::nullopt : std::optional(colour));
  Q_EMIT chosen(m_colour);
}

}  // namespace phaseboard::ui
