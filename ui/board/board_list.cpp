// SPDX-License-Identifier: Apache-2.0
#include "ui/board/board_list.h"

#include <cmath>

#include <QDate>
#include <QLocale>
#include <QPainter>

#include "ui/board/board_words.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr double kGoodScore = 0.85;
constexpr double kFairScore = 0.6;

QString dayWords(Session& session, Instant at) {
  const UtcOffset offset = session.clock().offsetAt(at);
  const CalendarDate date = toDate(studyDay(at, offset, session.settings().dayStart));
  return QLocale().toString(QDate(date.year, date.month, date.day), QLocale::ShortFormat);
}

}  // namespace

BoardListModel::BoardListModel(Session& session, QObject* parent)
    : QAbstractListModel(parent), m_session(session) {}

void BoardListModel::setBoards(std::vector<board::BoardInfo> boards) {
  if (boards == m_boards)
    return;
  beginResetModel();
  m_boards = std::move(boards);
  endResetModel();
}

const board::BoardInfo* BoardListModel::at(const QModelIndex& index) const {
  const auto row = static_cast<std::size_t>(index.row());
  return index.isValid() && row < m_boards.size() ? &m_boards[row] : nullptr;
}

QModelIndex BoardListModel::indexOf(const board::BoardId& board) const {
  for (std::size_t row = 0; row < m_boards.size(); ++row)
    if (m_boards[row].id == board)
      return index(static_cast<int>(row));
  return {};
}

int BoardListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_boards.size());
}

QVariant BoardListModel::data(const QModelIndex& index, int role) const {
  const board::BoardInfo* info = at(index);
  if (!info)
    return {};
  switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
      return toQt(info->title);
    case KindRole:
      return tr("%1 · %2").arg(purposeWords(*info), dayWords(m_session, info->changedAt));
    case ScoreRole:
      return info->outcome ? QVariant(info->outcome->score) : QVariant();
    case Qt::AccessibleTextRole:
      return tr("%1, %2").arg(toQt(info->title), purposeWords(*info));
    default:
      return {};
  }
}

void BoardListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
  const style::ApplicationColours colours = coloursOf(option.widget);
  const style::ThemeName theme = themeOf(option.widget);
  const QRect row = option.rect.adjusted(kGrid / 2, 2, -kGrid / 2, -2);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  if (option.state & QStyle::State_Selected)
    paintPanel(*painter, row, kControlRadius, colours.accentSoft, Qt::transparent);
  else if (option.state & QStyle::State_MouseOver)
    paintPanel(*painter, row, kControlRadius, colours.hover, Qt::transparent);
  QRect text = row.adjusted(kGrid + 4, kGrid, -kGrid, -kGrid);
  const QVariant score = index.data(BoardListModel::ScoreRole);
  if (score.isValid()) {
    const double share = score.toDouble();
    const style::Role role = share >= kGoodScore   ? style::Role::Metric
                             : share >= kFairScore ? style::Role::Store
                                                   : style::Role::Policy;
    const QString words = BoardListModel::tr("%1 %").arg(static_cast<int>(std::floor(share * 100)));
    const QSize size = chipSize(words);
    paintChip(*painter, {text.right() - size.width(), text.center().y() - size.height() / 2}, words,
              style::colours(theme, role));
    text.setRight(text.right() - size.width() - kGrid);
  }
  const QFont title = typeFont(TextRole::Strong);
  painter->setFont(title);
  painter->setPen(colours.text);
  painter->drawText(
      text, Qt::AlignTop | Qt::AlignLeft,
      QFontMetrics(title).elidedText(index.data().toString(), Qt::ElideRight, text.width()));
  const QFont caption = typeFont(TextRole::Caption);
  painter->setFont(caption);
  painter->setPen(colours.mutedText);
  painter->drawText(
      text, Qt::AlignBottom | Qt::AlignLeft,
      QFontMetrics(caption).elidedText(index.data(BoardListModel::KindRole).toString(),
                                       Qt::ElideRight, text.width()));
  painter->restore();
}

QSize BoardListDelegate::sizeHint(const QStyleOptionViewItem& /*option*/,
                                  const QModelIndex& /*index*/) const {
  return {scaled(220), scaled(60)};
}

}  // namespace phaseboard::ui
