// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include <QLayout>

namespace phaseboard::ui {

/// Items side by side, continued in the next line where the width ends.
class FlowLayout : public QLayout {
  Q_OBJECT

 public:
  explicit FlowLayout(int spacing, QWidget* parent = nullptr);

  void addItem(QLayoutItem* item) override;
  [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
  [[nodiscard]] QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;
  void setGeometry(const QRect& rect) override;
  [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
  [[nodiscard]] QSize minimumSize() const override;

 private:
  [[nodiscard]] int place(const QRect& rect, bool really) const;

  std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

}  // namespace phaseboard::ui
