// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QWidget>

#include "ui/models/palette_model.h"

class QLineEdit;
class QListView;

namespace phaseboard::ui {

class Label;

/// One box over the whole window: type, choose with the arrows, Enter. Finds commands, everything
/// in the pack, answers and annotations. Esc closes it and gives the focus back.
class CommandPalette : public QWidget {
  Q_OBJECT

 public:
  CommandPalette(Session& session, QWidget* host);

  /// Marked and recent places for the next opening; `only` lists nothing else.
  void setPlaces(std::vector<PaletteRow> places, bool only);
  void open(const QList<QAction*>& commands, const QString& typed = {});
  void close();

 Q_SIGNALS:
  void placeChosen(const phaseboard::ui::Place& place);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  void place();
  void onTyped(const QString& typed);
  void onListed();
  /// Says what can be typed, or that nothing was found.
  void updateHint();
  void accept();
  void move(int rows);

  PaletteModel m_model;
  bool m_hasOnlyPlaces = false;
  bool m_acceptsNext = false;  ///< Enter was pressed before the list was there
  QWidget* m_panel;
  QLineEdit* m_box;
  QListView* m_list;
  Label* m_hint;
  QPointer<QWidget> m_focusBefore;
};

}  // namespace phaseboard::ui
