// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "app/board/board_info.h"
#include "ui/board/board_list.h"
#include "ui/shell/screen.h"

class QListView;
class QPushButton;
class QStackedWidget;

namespace phaseboard::ui {

class BoardEditor;
class BoardReplay;
class Label;
class RebuildResult;
class RebuildSetup;
class SessionKeeper;

/// Every board of the notebook: whiteboards to think on, and figures rebuilt from memory with how
/// they came out.
class BoardScreen : public Screen {
  Q_OBJECT

 public:
  explicit BoardScreen(const ScreenContext& context, QWidget* parent = nullptr);
  ~BoardScreen() override;

  [[nodiscard]] QString title() const override { return tr("Board"); }
  [[nodiscard]] QStringList trail() const override;
  /// With a figure, offers to rebuild it; with a board, opens that; else goes on where it was.
  void arrive(const Place& place) override;
  void leave() override;
  [[nodiscard]] Place place() const override;
  void refresh(const ops::Changes& changes) override;
  [[nodiscard]] QList<QAction*> commands() const override { return m_commands; }

 private:
  [[nodiscard]] QWidget* makeList();
  [[nodiscard]] QWidget* makeEmpty();
  [[nodiscard]] QWidget* makeBoard();
  [[nodiscard]] QWidget* makeReplay();
  void makeCommands();
  void readBoards();
  /// Shows what the open board has become, or another one when it is gone.
  void readOpenBoard();
  void open(const board::BoardId& board);
  void create();
  void rename();
  void remove();
  void offerRebuild(const DiagramId& diagram);
  void startRebuild(const DiagramId& diagram, board::Level level);
  void compare();
  void showResult();
  void showBoard();
  void showReplay();

  BoardListModel m_model;
  QListView* m_list;
  QStackedWidget* m_pages;
  QWidget* m_empty = nullptr;
  QWidget* m_boardPage = nullptr;
  BoardEditor* m_editor = nullptr;
  QWidget* m_replayPage = nullptr;
  BoardReplay* m_replay = nullptr;
  RebuildSetup* m_setup = nullptr;
  RebuildResult* m_result = nullptr;
  Label* m_heading = nullptr;
  Label* m_purpose = nullptr;
  QPushButton* m_compare = nullptr;
  std::optional<board::BoardInfo> m_info;  ///< of the open board
  std::unique_ptr<SessionKeeper> m_keeper;
  Instant m_openedAt;
  bool m_isAsked = false;  ///< the review waits for the rebuild
  bool m_knowsConcepts = false;
  QList<QAction*> m_commands;
};

}  // namespace phaseboard::ui
