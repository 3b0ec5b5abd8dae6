// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "app/board/board_info.h"
#include "app/ops/rebuild.h"

class QLineEdit;
class QListWidget;
class QPushButton;

namespace phaseboard::ui {

class Label;
class Segments;
class Session;

/// Where a rebuild is chosen: the figure, by its title and purpose and without its picture, and how
/// much of it is given.
class RebuildSetup : public QWidget {
  Q_OBJECT

 public:
  explicit RebuildSetup(Session& session, QWidget* parent = nullptr);

  /// Reads what can be rebuilt and how that came out so far, and chooses a figure, e.g. the one
  /// that was just studied; without one, what was chosen stays.
  void offer(const DiagramId& diagram);

 Q_SIGNALS:
  void started(const phaseboard::DiagramId& diagram, phaseboard::board::Level level);
  void cancelled();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  [[nodiscard]] QWidget* makeList();
  [[nodiscard]] QWidget* makeChoice();
  void list();
  void showChoice();
  [[nodiscard]] QString attemptsText(const ops::RebuildChoice& choice) const;
  [[nodiscard]] const ops::RebuildChoice* current() const;

  Session& m_session;
  std::vector<ops::RebuildChoice> m_choices;
  DiagramId m_chosen;
  QLineEdit* m_filter;
  QListWidget* m_figures;
  Label* m_title;
  Label* m_purpose;
  Label* m_attempts;
  Label* m_help;
  Segments* m_levels;
  QPushButton* m_start;
};

}  // namespace phaseboard::ui
