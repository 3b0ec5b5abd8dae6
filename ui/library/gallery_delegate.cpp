// SPDX-License-Identifier: Apache-2.0
#include "ui/library/gallery_delegate.h"

#include <QPainter>
#include <QPainterPath>
#include <QWidget>

#include "ui/bridge/text.h"
#include "ui/models/gallery_model.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/glyphs.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kGap = 16;  // between tiles; half of it belongs to each side
constexpr int kPad = 12;

}  // namespace

GalleryDelegate::GalleryDelegate(ThumbnailStore& thumbnails, QObject* parent)
    : QStyledItemDelegate(parent), m_thumbnails(thumbnails) {}

QSize GalleryDelegate::tileSize() const {
  const int picture = (m_width - kGap) * 10 / 17;
  return {m_width, picture + scaled(76) + kGap};
}

QRect GalleryDelegate::starRect(const QRect& tile) const {
  const QRect card = tile.adjusted(kGap / 2, kGap / 2, -kGap / 2, -kGap / 2);
  return {card.right() - kPad - 22, card.bottom() - kPad - 24, 26, 26};
}

QSize GalleryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return tileSize();
}

void GalleryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
  const style::ApplicationColours c = coloursOf(option.widget);
  const style::ThemeName theme = themeOf(option.widget);
  const QRect card = option.rect.adjusted(kGap / 2, kGap / 2, -kGap / 2, -kGap / 2);
  const bool over = option.state & QStyle::State_MouseOver;
  const bool focused = option.state & QStyle::State_HasFocus;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  paintPanel(*painter, card, kCardRadius, c.card,
             over ? style::mixed(c.cardBorder, c.accent, 0.6) : c.cardBorder);
  const QRect picture(card.left(), card.top(), card.width(), card.width() * 10 / 17);
  paintPicture(*painter, picture, index, option.widget);
  painter->fillRect(QRectF(picture.left() + 1, picture.bottom(), picture.width() - 2, 1),
                    c.cardBorder);
  QFont titleFont = typeFont(TextRole::Strong);
  painter->setFont(titleFont);
  painter->setPen(over ? c.accent : c.text);
  const QRect title(card.left() + kPad, picture.bottom() + 10, card.width() - 2 * kPad,
                    painter->fontMetrics().height());
  painter->drawText(
      title, Qt::AlignLeft | Qt::AlignVCenter,
      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, title.width()));
  const QString phase = index.data(GalleryModel::kPhaseRole).toString();
  const QRect chip({card.left() + kPad, card.bottom() - kPad - chipSize(phase).height() + 2},
                   chipSize(phase));
  paintChip(*painter, chip.topLeft(), phase, style::colours(theme, style::Role::Data));
  const QRect beside(chip.right() + kGrid, chip.top(), title.right() - chip.right() - kGrid,
                     chip.height());
  painter->setFont(typeFont(TextRole::Caption));
  painter->setPen(c.mutedText);
  painter->drawText(
      beside, Qt::AlignLeft | Qt::AlignVCenter,
      painter->fontMetrics().elidedText(index.data(GalleryModel::kQuestionRole).toString(),
                                        Qt::ElideRight, beside.width()));
  const bool favourite = index.data(GalleryModel::kFavouriteRole).toBool();
  if (favourite || over)
    paintGlyph(*painter, favourite ? Glyph::StarFilled : Glyph::Star,
               QRectF(starRect(option.rect)).adjusted(4, 4, -4, -4),
               favourite ? c.warn : c.mutedText);
  if (focused)
    paintFocusRing(*painter, card, kCardRadius, c.focusRing);
  painter->restore();
}

void GalleryDelegate::paintPicture(QPainter& painter, const QRect& frame, const QModelIndex& index,
                                   const QWidget* widget) const {
  const style::ThemeName theme = themeOf(widget);
  painter.save();
  QPainterPath clip;
  clip.addRoundedRect(QRectF(frame).adjusted(1, 1, -1, kCardRadius), kCardRadius - 1,
                      kCardRadius - 1);
  painter.setClipPath(clip);
  painter.setClipRect(frame, Qt::IntersectClip);
  painter.fillRect(frame, style::colour(theme, style::Neutral::Canvas));
  const QSize box = frame.size() - QSize(2 * kPad, 2 * kPad);
  const DiagramId id(fromQt(index.data(GalleryModel::kIdRole).toString()));
  const QPixmap picture = m_thumbnails.thumbnail(id, theme, box, widget->devicePixelRatioF());
  if (!picture.isNull()) {
    QRectF place(QPointF(), picture.deviceIndependentSize());
    place.moveCenter(QRectF(frame).center());
    painter.drawPixmap(place.topLeft(), picture);
  }
  painter.restore();
}

}  // namespace phaseboard::ui
