// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace phaseboard::ui {

/// Looks like a search box and opens the command palette.
class SearchPill : public QAbstractButton {
  Q_OBJECT

 public:
  explicit SearchPill(QWidget* parent = nullptr);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
};

/// Paints a key such as "Ctrl+K" as a little cap that ends at `right`.
void paintKeyCap(QPainter& painter, const QString& key, int right, int middle,
                 const QWidget* widget);

}  // namespace phaseboard::ui
