// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

class QAction;
class QHBoxLayout;

namespace phaseboard::ui {

class SearchPill;

/// The line above every screen: back and forward, where we are, the search box, undo and redo, the
/// theme. Its buttons are the window's actions.
class TopBar : public QWidget {
  Q_OBJECT

 public:
  explicit TopBar(QWidget* parent = nullptr);

  void setActions(const QList<QAction*>& left, const QList<QAction*>& right);
  /// The screen's title, then where in it we are.
  void setTrail(const QString& title, const QStringList& trail);

 Q_SIGNALS:
  void searchRequested();
  void titleClicked();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  class Trail;

  QHBoxLayout* m_row;
  Trail* m_trail;
  SearchPill* m_search;
  int m_leftCount = 0;
};

}  // namespace phaseboard::ui
