// SPDX-License-Identifier: Apache-2.0
#include "ui/figures/recall_legend.h"

#include <QLinearGradient>
#include <QPainter>

#include "diagrams/scene/look.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kScaleWidth = 120;
constexpr int kScaleHeight = 8;
constexpr int kColourStops = 8;

}  // namespace

RecallLegend::RecallLegend(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RecallLegend::setCounts(int asked, int parts) {
  m_words = asked == 0 ? tr("Nothing here has been asked yet")
                       : tr("%1 of %2 parts have been asked").arg(asked).arg(parts);
  setAccessibleName(tr("Memory"));
  setAccessibleDescription(m_words);
  setToolTip(
      tr("Each part has the colour of its predicted recall today. Parts that were never "
         "asked about are grey until you review them."));
  update();
}

QSize RecallLegend::sizeHint() const {
  return {320, scaled(22)};
}

void RecallLegend::paintEvent(QPaintEvent* /*event*/) {
  const style::ApplicationColours colours = coloursOf(this);
  const style::ThemeName theme = themeOf(this);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(typeFont(TextRole::Caption));
  painter.setPen(colours.mutedText);
  const QFontMetrics metrics = painter.fontMetrics();
  int x = 0;
  const auto say = [&](const QString& words) {
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, words);
    x += metrics.horizontalAdvance(words) + kGrid;
  };
  say(tr("forgotten"));
  QLinearGradient scale(x, 0, x + kScaleWidth, 0);
  for (int stop = 0; stop <= kColourStops; ++stop) {
    const double share = static_cast<double>(stop) / kColourStops;
    scale.setColorAt(share, scene::recallColour(theme, share));
  }
  painter.save();
  painter.setPen(Qt::NoPen);
  painter.setBrush(scale);
  painter.drawRoundedRect(QRectF(x, (height() - kScaleHeight) / 2.0, kScaleWidth, kScaleHeight), 4,
                          4);
  painter.restore();
  x += kScaleWidth + kGrid;
  say(tr("known"));
  x += kGrid;
  say(metrics.elidedText(m_words, Qt::ElideRight, width() - x));
}

}  // namespace phaseboard::ui
