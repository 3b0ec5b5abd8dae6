// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include "app/annotations/filter.h"
#include "ui/bridge/session.h"

namespace phaseboard::ui {

/// The annotations that have a place and pass a filter, newest first. A snapshot: `read` takes a
/// new one.
class AnnotationsModel : public QAbstractListModel {
  Q_OBJECT

 public:
  static constexpr int kSayingRole = Qt::UserRole + 1;  ///< what it says
  static constexpr int kPlaceRole = Qt::UserRole + 2;   ///< "Ad click prediction · Serve"
  static constexpr int kRemarkRole = Qt::UserRole + 3;  ///< how it stands; may be empty
  static constexpr int kColourRole = Qt::UserRole + 4;  ///< int of `Colour`, -1 for none
  static constexpr int kStarredRole = Qt::UserRole + 5;

  explicit AnnotationsModel(Session& session, QObject* parent = nullptr);

  void read(const annotations::Filter& filter);

  [[nodiscard]] const ops::PlacedAnnotation& annotation(int row) const;
  [[nodiscard]] int rowOf(const annotations::AnnotationId& id) const;
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

 private:
  [[nodiscard]] QString placeText(const ops::PlacedAnnotation& annotation) const;

  Session& m_session;
  std::vector<ops::PlacedAnnotation> m_rows;
};

/// Paints a line of the list: bar in the colour, subject, what it says, where it stands.
class AnnotationDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& index) const override;
};

}  // namespace phaseboard::ui
