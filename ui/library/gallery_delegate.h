// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

#include "ui/library/thumbnail_store.h"

namespace phaseboard::ui {

/// Paints a figure of the gallery: its picture, title, phase and star.
class GalleryDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  explicit GalleryDelegate(ThumbnailStore& thumbnails, QObject* parent = nullptr);

  /// How wide a tile is; its height follows.
  void setTileWidth(int width) { m_width = width; }
  [[nodiscard]] QSize tileSize() const;
  /// Where the star is, for clicks.
  [[nodiscard]] QRect starRect(const QRect& tile) const;

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& index) const override;

 private:
  void paintPicture(QPainter& painter, const QRect& frame, const QModelIndex& index,
                    const QWidget* widget) const;

  ThumbnailStore& m_thumbnails;
  int m_width = 320;
};

}  // namespace phaseboard::ui
