// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>

#include <QScrollArea>
#include <QTimer>

class QVBoxLayout;

namespace phaseboard::ui {

/// A column of blocks that scrolls. Blocks that are not on the screen yet are made one by one while
/// the program has nothing else to do, so that a long page opens as fast as a short one.
class PageView : public QScrollArea {
  Q_OBJECT

 public:
  using Maker = std::function<QWidget*()>;

  explicit PageView(QWidget* parent = nullptr);

  /// Replaces the page. What fills the view is made at once.
  void setBlocks(std::deque<Maker> makers);
  /// Makes all that is missing.
  void finish();
  /// Brings a block with that object name to the top and marks it for a moment.
  bool showBlock(const QString& objectName);
  /// What is made of the page already.
  [[nodiscard]] QWidget* page() const { return m_page; }

 Q_SIGNALS:
  /// A block was made and stands in the page.
  void blockMade(QWidget* block);

 private:
  void makeOne();
  void onIdle();

  QWidget* m_page = nullptr;
  QVBoxLayout* m_column = nullptr;
  std::deque<Maker> m_missing;
  QTimer m_idle;
};

}  // namespace phaseboard::ui
