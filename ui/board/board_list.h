// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include "app/board/board_info.h"
#include "app/framework/framework.h"

namespace phaseboard::ui {

class Session;

/// The boards of a notebook as rows: title, what it is and when, and how a rebuild came out.
class BoardListModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Roles { KindRole = Qt::UserRole, ScoreRole };

  explicit BoardListModel(Session& session, QObject* parent = nullptr);

  void setBoards(std::vector<board::BoardInfo> boards);
  [[nodiscard]] const board::BoardInfo* at(const QModelIndex& index) const;
  [[nodiscard]] QModelIndex indexOf(const board::BoardId& board) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

 private:
  Session& m_session;
  std::vector<board::BoardInfo> m_boards;
};

/// Paints such a row on two lines, with the score as a chip.
class BoardListDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& index) const override;
};

}  // namespace phaseboard::ui
