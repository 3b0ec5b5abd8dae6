// SPDX-License-Identifier: Apache-2.0
#include "ui/study/outline_delegate.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>

#include "ui/models/outline_model.h"
#include "ui/widgets/glyphs.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

using Kind = OutlineModel::Kind;

constexpr int kEdge = 4;

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

QFont faceOf(Kind kind, bool chosen) {
  QFont face = typeFont(isBranch(kind) ? TextRole::Body : TextRole::Small);
  if (isBranch(kind))
    face.setWeight(chosen ? QFont::DemiBold : QFont::Medium);
  return face;
}

double pictureSide(Kind kind) {
  return scaled(isBranch(kind) ? 22 : 15);
}

/// Where the words of a row begin and end, in a row from 0 to `width`.
struct Words {
  int left;
  int width;
};

Words wordsOf(Kind kind, int width) {
  const int left = kEdge + (isBranch(kind) ? 8 : 24) + static_cast<int>(pictureSide(kind)) + 10;
  return {left, std::max(1, width - kEdge - 8 - left)};
}

/// The words on at most two lines, the second shortened; branches have one.
QStringList linesOf(const QString& text, const QFont& face, int width, Kind kind) {
  const QFontMetrics metrics(face);
  if (isBranch(kind) || metrics.horizontalAdvance(text) <= width)
    return {metrics.elidedText(text, Qt::ElideRight, width)};
  QTextLayout layout(text, face);
  layout.beginLayout();
  QTextLine line = layout.createLine();
  line.setLineWidth(width);
  const int first = line.textLength();
  layout.endLayout();
  return {text.left(first).trimmed(),
          metrics.elidedText(text.mid(first).trimmed(), Qt::ElideRight, width)};
}

}  // namespace

QSize OutlineDelegate::sizeHint(const QStyleOptionViewItem& option,
                                const QModelIndex& index) const {
  const Kind kind = kindOf(index);
  if (isBranch(kind))
    return {120, scaled(38)};
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
  const QStringList lines =
      linesOf(index.data().toString(), faceOf(kind, false), wordsOf(kind, width).width, kind);
  return {120, scaled(lines.size() > 1 ? 46 : 30)};
}

void OutlineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
  const style::ApplicationColours c = coloursOf(option.widget);
  const Kind kind = kindOf(index);
  const bool chosen = option.state & QStyle::State_Selected;
  const bool over = option.state & QStyle::State_MouseOver;
  QRect row = option.rect;
  row.setLeft(kEdge);
  row.setRight(row.right() - kEdge);
  painter->save();
  if (chosen || over)
    paintPanel(*painter, row.adjusted(0, 1, 0, -1), 8, chosen ? c.accentSoft : c.hover,
               Qt::transparent);
  if (chosen && (option.state & QStyle::State_HasFocus))
    paintFocusRing(*painter, row.adjusted(0, 1, 0, -1), 8, c.focusRing);
  const Words words = wordsOf(kind, option.rect.right() + 1);
  const double side = pictureSide(kind);
  const QRectF box(words.left - 10 - side, row.center().y() - side / 2 + 0.5, side, side);
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
  const QFont face = faceOf(kind, chosen);
  painter->setFont(face);
  painter->setPen(chosen ? c.text : (isBranch(kind) ? c.text : c.mutedText));
  painter->drawText(QRect(words.left, row.top(), words.width, row.height()),
                    Qt::AlignVCenter | Qt::AlignLeft,
                    linesOf(index.data().toString(), face, words.width, kind).join(u'\n'));
  painter->restore();
}

}  // namespace phaseboard::ui
