// SPDX-License-Identifier: Apache-2.0
#include "ui/annotations/annotations_model.h"

#include <algorithm>

#include <QPainter>

#include "ui/annotations/annotation_words.h"
#include "ui/bridge/text.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {

AnnotationsModel::AnnotationsModel(Session& session, QObject* parent)
    : QAbstractListModel(parent), m_session(session) {}

void AnnotationsModel::read(const annotations::Filter& filter) {
  beginResetModel();
  m_rows.clear();
  if (const auto* placed = m_session.annotations())
    std::copy_if(placed->all().rbegin(), placed->all().rend(), std::back_inserter(m_rows),
                 [&filter](const ops::PlacedAnnotation& one) {
                   return one.standing != annotations::Standing::Unplaced &&
                          passes(filter, one.annotation, one.question, one.phase);
                 });
  endResetModel();
}

const ops::PlacedAnnotation& AnnotationsModel::annotation(int row) const {
  return m_rows.at(static_cast<std::size_t>(row));
}

int AnnotationsModel::rowOf(const annotations::AnnotationId& id) const {
  for (std::size_t row = 0; row < m_rows.size(); ++row)
    if (m_rows[row].annotation.id == id)
      return static_cast<int>(row);
  return -1;
}

int AnnotationsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString AnnotationsModel::placeText(const ops::PlacedAnnotation& annotation) const {
  QString question = toQt(annotation.question.value());
  for (const ports::QuestionCard& card : m_session.pack().questions())
    if (card.id == annotation.question)
      question = toQt(card.title);
  const framework::Phase* phase = m_session.pack().framework().phase(annotation.phase);
  return question + QStringLiteral(" · ") + (phase ? toQt(phase->shortTitle) : tr("The question"));
}

QVariant AnnotationsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount())
    return {};
  const ops::PlacedAnnotation& line = annotation(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return subjectText(line);
    case Qt::AccessibleTextRole:
      return tr("%1: %2. %3").arg(subjectText(line), annotationText(line), placeText(line));
    case kSayingRole:
      return annotationText(line);
    case kPlaceRole:
      return placeText(line);
    case kRemarkRole:
      return standingText(line.standing);
    case kColourRole:
      return line.annotation.content.colour ? static_cast<int>(*line.annotation.content.colour)
                                            : -1;
    case kStarredRole:
      return line.annotation.content.isStarred;
    default:
      return {};
  }
}

QSize AnnotationDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {200, scaled(62)};
}

void AnnotationDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const {
  const style::ApplicationColours c = coloursOf(option.widget);
  const style::ThemeName theme = themeOf(option.widget);
  const QRect row = option.rect.adjusted(2, 2, -2, -2);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const bool chosen = option.state & QStyle::State_Selected;
  paintPanel(*painter, row, 9, chosen ? c.accentSoft : c.card, chosen ? c.accent : c.cardBorder);
  const int colour = index.data(AnnotationsModel::kColourRole).toInt();
  painter->setPen(Qt::NoPen);
  painter->setBrush(colour < 0 ? c.mutedText
                               : style::colours(theme, static_cast<style::Pen>(colour)).ink);
  painter->drawRoundedRect(QRectF(row.left() + 7, row.top() + 9, 4, row.height() - 18), 2, 2);
  const QString place = index.data(AnnotationsModel::kPlaceRole).toString();
  const QSize chip = chipSize(place);
  paintChip(*painter, {row.right() - chip.width() - 12, row.top() + 9}, place,
            style::colours(theme, style::Role::Data));
  if (index.data(AnnotationsModel::kStarredRole).toBool())
    paintGlyph(*painter, Glyph::StarFilled,
               QRectF(row.right() - chip.width() - 38, row.top() + 12, 16, 16), c.warn);
  const QRect upper(row.left() + 22, row.top() + 6, row.width() - chip.width() - 84,
                    row.height() / 2 - 6);
  painter->setFont(typeFont(TextRole::Strong));
  painter->setPen(c.text);
  painter->drawText(
      upper, Qt::AlignVCenter | Qt::AlignLeft,
      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, upper.width()));
  const QRect lower(upper.left(), row.center().y(), row.width() - 44, row.height() / 2 - 6);
  painter->setFont(typeFont(TextRole::Small));
  const QString remark = index.data(AnnotationsModel::kRemarkRole).toString();
  QString saying = index.data(AnnotationsModel::kSayingRole).toString();
  if (!remark.isEmpty())
    saying += QStringLiteral("   ") + remark;
  painter->setPen(remark.isEmpty() ? c.mutedText : c.warn);
  painter->drawText(lower, Qt::AlignVCenter | Qt::AlignLeft,
                    painter->fontMetrics().elidedText(saying, Qt::ElideRight, lower.width()));
  painter->restore();
}

}  // namespace phaseboard::ui
