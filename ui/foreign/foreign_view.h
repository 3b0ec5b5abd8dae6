// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QImage>
#include <QWidget>

#include "diagrams/foreign/foreign_picture.h"

namespace phaseboard::ui {

/// A foreign picture on a white sheet, as large as fits; the part that is chosen is outlined. A
/// click chooses the smallest part below it.
class ForeignView : public QWidget {
  Q_OBJECT

 public:
  explicit ForeignView(QWidget* parent = nullptr);

  void setPicture(foreign::ForeignPicture picture);
  void setChosen(std::optional<int> part);

  /// The smallest part whose box holds `place` (of this widget).
  [[nodiscard]] std::optional<int> partAt(QPointF place) const;

  [[nodiscard]] QSize sizeHint() const override;

 Q_SIGNALS:
  void partChosen(int part);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  [[nodiscard]] QRectF sheet() const;
  [[nodiscard]] QRectF placeOf(int part) const;

  foreign::ForeignPicture m_picture;
  QImage m_scaled;  ///< the picture at the size of the sheet
  std::optional<int> m_chosen;
};

}  // namespace phaseboard::ui
