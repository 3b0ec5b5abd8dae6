// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/palette_delegate.h"

#include <algorithm>

#include <QPainter>

#include "ui/models/palette_model.h"
#include "ui/shell/search_pill.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr QChar kMatchBegins(0x2);
constexpr QChar kMatchEnds(0x3);

/// Draws a snippet on one line with its matches in the accent's colour.
void paintSnippet(QPainter& painter, QRect rect, const QString& snippet,
                  const style::ApplicationColours& c) {
  const QFont plain = typeFont(TextRole::Caption);
  QFont strong = plain;
  strong.setWeight(QFont::DemiBold);
  QString rest = snippet.simplified();
  bool match = false;
  while (!rest.isEmpty() && rect.width() > 8) {
    const qsizetype end = rest.indexOf(match ? kMatchEnds : kMatchBegins);
    const QString piece = end < 0 ? rest : rest.left(end);
    rest = end < 0 ? QString() : rest.mid(end + 1);
    painter.setFont(match ? strong : plain);
    painter.setPen(match ? c.accent : c.mutedText);
    const QFontMetrics metrics = painter.fontMetrics();
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(piece, Qt::ElideRight, rect.width()));
    rect.setLeft(rect.left() + metrics.horizontalAdvance(piece));
    match = !match;
  }
}

/// The title, and behind it where that is; a long title leaves it some room.
void paintTitle(QPainter& painter, QRect rect, const QFont& titleFont, const QModelIndex& index,
                const style::ApplicationColours& c) {
  constexpr int kSpaceBetween = 10;
  constexpr double kMostOfWhere = 0.5;
  const QString title = index.data().toString();
  const QString where = index.data(PaletteModel::kWhereRole).toString();
  const QFont whereFont = typeFont(TextRole::Caption);
  const int kept = where.isEmpty()
                       ? 0
                       : kSpaceBetween + std::min(QFontMetrics(whereFont).horizontalAdvance(where),
                                                  static_cast<int>(rect.width() * kMostOfWhere));
  painter.setFont(titleFont);
  painter.setPen(c.text);
  const QString shown =
      painter.fontMetrics().elidedText(title, Qt::ElideRight, rect.width() - kept);
  painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, shown);
  rect.setLeft(rect.left() + painter.fontMetrics().horizontalAdvance(shown) + kSpaceBetween);
  painter.setFont(whereFont);
  painter.setPen(c.mutedText);
  painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                   painter.fontMetrics().elidedText(where, Qt::ElideRight, rect.width()));
}

}  // namespace

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {200, scaled(50)};
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
  const style::ApplicationColours c = coloursOf(option.widget);
  const QRect row = option.rect;
  painter->save();
  if (option.state & QStyle::State_Selected)
    paintPanel(*painter, row, 9, c.accentSoft, Qt::transparent);
  const QString kind = index.data(PaletteModel::kKindRole).toString();
  const QString key = index.data(PaletteModel::kKeyRole).toString();
  const bool command = index.data(PaletteModel::kDetailRole).toString().isEmpty() && !key.isEmpty();
  int right = row.right() - 12;
  if (command) {
    paintKeyCap(*painter, key, right, row.center().y(), option.widget);
    right -= scaled(96);
  } else {
    const QSize chip = chipSize(kind);
    paintChip(*painter, {right - chip.width(), row.center().y() - chip.height() / 2}, kind,
              style::colours(themeOf(option.widget), style::Role::Data));
    right -= chip.width() + 12;
  }
  const QRect words(row.left() + 12, row.top(), right - row.left() - 12, row.height());
  const QString detail = index.data(PaletteModel::kDetailRole).toString();
  QFont titleFont = typeFont(TextRole::Body);
  titleFont.setWeight(QFont::Medium);
  const QRect titleRect =
      detail.isEmpty() ? words
                       : QRect(words.left(), words.top() + 6, words.width(), row.height() / 2 - 4);
  paintTitle(*painter, titleRect, titleFont, index, c);
  if (!detail.isEmpty())
    paintSnippet(*painter,
                 QRect(words.left(), row.center().y(), words.width(), row.height() / 2 - 4), detail,
                 c);
  painter->restore();
}

}  // namespace phaseboard::ui
