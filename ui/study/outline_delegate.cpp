// SPDX-License-Identifier: Apache-2.0
#include "ui/study/outline_delegate.h"

#include <QAbstractItemView>
#include <QPainter>

#include "ui/models/outline_model.h"
#include "ui/widgets/glyphs.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

using Kind = OutlineModel::Kind;

Kind kindOf(const QModelIndex& index) {
  return static_cast<Kind>(index.data(OutlineModel::kKindRole).toInt());
}

bool isBranch(Kind kind) {
  return kind == Kind::Phase || kind == Kind::Brief;
}

Glyph figureGlyph(const QString& kind) {
  if (kind == QLatin1String("plot") || kind == QLatin1String("bars"))
    return Glyph::Progress;
  if (kind == QLatin1String("timeline"))
    return Glyph::Clock;
  if (kind == QLatin1String("matrix") || kind == QLatin1String("table"))
    return Glyph::Columns;
  return Glyph::Figure;
}

void paintNumber(QPainter& painter, const QRectF& box, int number, bool chosen, bool answered,
                 const style::ApplicationColours& c) {
  const QColor fill = answered ? c.good : (chosen ? c.accent : c.pressed);
  paintPanel(painter, box, box.height() / 2, fill, Qt::transparent);
  const QColor ink = answered || chosen ? c.onAccent : c.mutedText;
  if (answered) {
    paintGlyph(painter, Glyph::Check, box.adjusted(4, 4, -4, -4), ink);
    return;
  }
  QFont face = typeFont(TextRole::Overline);
  face.setLetterSpacing(QFont::PercentageSpacing, 100);
  painter.setFont(face);
  painter.setPen(ink);
  painter.drawText(box, Qt::AlignCenter, QString::number(number));
}

}  // namespace

QSize OutlineDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  return {120, scaled(isBranch(kindOf(index)) ? 38 : 30)};
}

void OutlineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
  const style::ApplicationColours c = coloursOf(option.widget);
  const Kind kind = kindOf(index);
  const bool chosen = option.state & QStyle::State_Selected;
  const bool over = option.state & QStyle::State_MouseOver;
  QRect row = option.rect;
  row.setLeft(4);
  row.setRight(row.right() - 4);
  painter->save();
  if (chosen || over)
    paintPanel(*painter, row.adjusted(0, 1, 0, -1), 8, chosen ? c.accentSoft : c.hover,
               Qt::transparent);
  if (chosen && (option.state & QStyle::State_HasFocus))
    paintFocusRing(*painter, row.adjusted(0, 1, 0, -1), 8, c.focusRing);
  const int left = row.left() + (isBranch(kind) ? 8 : 36);
  const double side = scaled(isBranch(kind) ? 22 : 15);
  const QRectF box(left, row.center().y() - side / 2 + 0.5, side, side);
  if (kind == Kind::Brief)
    paintGlyph(*painter, Glyph::Chat, box.adjusted(2, 2, -2, -2), chosen ? c.accent : c.mutedText);
  else if (kind == Kind::Phase)
    paintNumber(*painter, box, index.data(OutlineModel::kNumberRole).toInt(), chosen,
                index.data(OutlineModel::kAnsweredRole).toBool(), c);
  else if (kind == Kind::Figure)
    paintGlyph(*painter, figureGlyph(index.data(OutlineModel::kKindNameRole).toString()), box,
               chosen ? c.accent : c.mutedText);
  else if (kind == Kind::Chapter)
    paintGlyph(*painter, Glyph::Bookmark, box, chosen ? c.accent : c.mutedText);
  else
    paintPanel(*painter, QRectF(box.center().x() - 2.5, box.center().y() - 2.5, 5, 5), 2.5,
               c.disabledText, Qt::transparent);
  QFont face = typeFont(isBranch(kind) ? TextRole::Body : TextRole::Small);
  if (isBranch(kind))
    face.setWeight(chosen ? QFont::DemiBold : QFont::Medium);
  painter->setFont(face);
  painter->setPen(chosen ? c.text : (isBranch(kind) ? c.text : c.mutedText));
  const int textLeft = left + static_cast<int>(side) + 10;
  const QRect words(textLeft, row.top(), row.right() - 8 - textLeft, row.height());
  painter->drawText(
      words, Qt::AlignVCenter | Qt::AlignLeft,
      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
  painter->restore();
}

}  // namespace phaseboard::ui
