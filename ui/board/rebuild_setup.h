// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/board/board_info.h"
#include "app/ports/pack_library.h"

class QLineEdit;
class QListWidget;
class QPushButton;

namespace phaseboard::ui {

class Label;
class Segments;

/// Where a rebuild is chosen: the figure, by its title and purpose and without its picture, and how
/// much of it is given.
class RebuildSetup : public QWidget {
  Q_OBJECT

 public:
  explicit RebuildSetup(const ports::PackLibrary& pack, QWidget* parent = nullptr);

  /// Chooses a figure, e.g. the one that was just studied.
  void choose(const DiagramId& diagram);

 Q_SIGNALS:
  void started(const phaseboard::DiagramId& diagram, phaseboard::board::Level level);
  void cancelled();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void list(const QString& words);
  void showChoice();
  [[nodiscard]] DiagramId current() const;

  const ports::PackLibrary& m_pack;
  QLineEdit* m_filter;
  QListWidget* m_figures;
  Label* m_title;
  Label* m_purpose;
  Label* m_help;
  Segments* m_levels;
  QPushButton* m_start;
};

}  // namespace phaseboard::ui
