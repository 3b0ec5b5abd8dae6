// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <QPixmap>
#include <QPointF>
#include <QTimer>
#include <QTransform>
#include <QWidget>

#include "app/base/study_day.h"
#include "app/board/arranging.h"
#include "app/board/drawing.h"
#include "app/board/history.h"
#include "app/board/kind_guess.h"
#include "ui/board/board_keeper.h"
#include "ui/board/board_map.h"
#include "ui/board/board_painter.h"
#include "ui/widgets/diagram_camera.h"

class QPlainTextEdit;

namespace phaseboard::ui {

/// A whiteboard: shows one board, lets the user draw on it, and keeps every stroke at once.
///
/// Pointer: a double click on free ground places a part, on anything edits its words; dragging a
/// part moves it, dragging from its border connects it (on free ground to a new part), dragging
/// free ground selects, the middle button or Space pans, the wheel zooms. Keys: typing names what
/// is selected and has no name yet, else it begins a new part; Tab after a name goes on with a
/// connected one; Enter edits; Tab walks everything, Ctrl+arrows the parts; arrows move; Del
/// removes. `beginConnecting` lets Tab or arrows point at the other end, Enter takes it.
///
/// Every gesture is one entry of the board's log, given to the keeper before it is painted. Owns no
/// timer while idle.
class BoardCanvas : public QWidget {
  Q_OBJECT

 public:
  enum class Tool { Select, Ink, Text };

  explicit BoardCanvas(QWidget* parent = nullptr);
  ~BoardCanvas() override;

  /// Shows a board from its log; the view fits. `keeper` outlives the canvas or the next call; null
  /// keeps nothing, for boards that are only looked at.
  void setBoard(board::History history, BoardKeeper* keeper);
  void setReadOnly(bool readOnly);
  [[nodiscard]] bool isReadOnly() const { return m_readOnly || m_past; }
  /// Shows what lay on the board after its first `count` entries; nothing can be drawn meanwhile.
  /// Without a count the present comes back.
  void showPast(std::optional<std::size_t> count);
  /// Where moments come from; without it, every entry is of the moment 0.
  void setNow(std::function<Instant()> now) { m_now = std::move(now); }
  void setKindGuess(board::KindGuess guess) { m_guess = std::move(guess); }
  /// Said in the middle while nothing has been drawn.
  void setEmptyText(const QString& text);

  [[nodiscard]] const board::History& history() const { return m_history; }
  /// What is shown.
  [[nodiscard]] const board::Document& document() const {
    return m_past ? *m_past : m_history.document();
  }

  /// Makes an edit, keeps it, and selects what it made. Nothing happens for an empty one.
  bool draw(const board::Edit& edit);
  void undo();
  void redo();
  /// Entries that could not be kept yet.
  [[nodiscard]] int unkept() const { return static_cast<int>(m_unkept.size()); }

  [[nodiscard]] const board::Selection& selection() const { return m_selection; }
  void select(board::Selection selection);
  void selectAll();
  void removeSelected();
  void groupSelected();
  void editSelected();
  void beginPart();
  void beginConnectedPart();
  void beginConnecting();
  /// Moves the right and lower border of the selected group.
  void growGroup(board::Point by);
  void copy();
  void cut();
  void paste();

  [[nodiscard]] Tool tool() const { return m_tool; }
  void setTool(Tool tool);

  void fit();
  void actualSize();
  void zoomBy(double factor);
  /// Brings what is selected into the middle, large enough to read.
  void showSelection();
  /// The small map in the corner; it is only there while something lies outside the view.
  void setMapShown(bool shown);
  [[nodiscard]] bool isMapVisible() const;
  [[nodiscard]] Viewport viewport() const { return m_camera.viewport(); }
  void setViewport(const Viewport& viewport);
  [[nodiscard]] QTransform toWidget() const;

  [[nodiscard]] board::PartExtent partExtent();
  [[nodiscard]] BoardPainter& painter() { return m_painter; }

  /// Around an element, units; of an edge, around its wire and words.
  [[nodiscard]] QRectF boundsOf(board::ElementId id) const;
  /// The uppermost element at a widget position.
  [[nodiscard]] std::optional<board::ElementId> elementAt(QPointF position);
  /// Everything in the order in which Tab walks it: parts row by row, each with the edges that
  /// leave it, then groups, texts and ink.
  [[nodiscard]] std::vector<board::ElementId> readingOrder() const;
  /// Whether words are being typed.
  [[nodiscard]] bool isEditing() const { return m_editing.has_value(); }

  [[nodiscard]] QSize sizeHint() const override { return {960, 600}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {240, 160}; }

 Q_SIGNALS:
  void drawn();                          ///< the document changed
  void selectionChanged();               ///< also after the document changed
  void menuRequested(const QPoint& at);  ///< for what is selected; at a global position
  void toolChanged();
  void keepingFailed(const phaseboard::Error& error);  ///< once for each row of failures
  void kept();                                         ///< nothing is waiting any more

 protected:
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void keyReleaseEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  bool focusNextPrevChild(bool next) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  enum class Drag { None, Pressed, Move, Connect, Marquee, Ink, Pan, Reshape, Map };

  /// What the words being typed are for.
  struct Editing {
    std::optional<board::ElementId> element;  ///< nothing: something new at `at`
    std::optional<board::ElementId> from;     ///< the new part is connected from here
    board::Point at;
    bool isText = false;
  };

  // Painting (board_canvas_painting.cpp)
  void paintGround(QPainter& painter);
  void paintPiece(const QRect& piece);
  void paintOverlay(QPainter& painter);
  void paintSelection(QPainter& painter);
  void paintGestures(QPainter& painter);
  void paintEmpty(QPainter& painter);
  void paintMap(QPainter& painter);
  void paintHint(QPainter& painter);
  void paintGuides(QPainter& painter);
  void paintOutline(QPainter& painter, board::ElementId id, const QColor& colour, double width);
  [[nodiscard]] bool scrollGround(const QTransform& wanted);
  void spoil();
  void spoil(const QRectF& units);

  // Keeping
  void onEntry(const board::Entry& entry, const QRectF& before);
  void keepAll();
  [[nodiscard]] Instant now() const { return m_now ? m_now() : Instant{0}; }
  void routeAgain();

  // Pointer (board_canvas_pointer.cpp)
  void pressOn(QMouseEvent* event);
  void beginDrag(QPointF position);
  void dragTo(QPointF position);
  void finishDrag(QPointF position);
  void moveTo(QPointF position);
  /// How far what is dragged has been moved: onto a line with other parts, unless Alt is held.
  [[nodiscard]] board::SnappedMove dragged(QPointF position) const;
  void cancelDrag();
  void hover(QPointF position);
  void updateCursor();
  void zoomAt(QPointF position, double factor);
  void moveByMap(QPointF position);
  [[nodiscard]] bool isOnMap(QPointF position) const;
  [[nodiscard]] std::optional<board::ElementId> partAt(QPointF position, double reach) const;
  [[nodiscard]] bool isOnBorder(board::ElementId part, QPointF position) const;
  [[nodiscard]] std::optional<board::ElementId> groupCornerAt(QPointF position) const;

  // Keys (board_canvas_keys.cpp)
  bool pressCommand(QKeyEvent* event);
  bool pressLetter(QKeyEvent* event);
  bool pressArrow(QKeyEvent* event);
  void pressEnter();
  void typeWords(const QString& text);
  [[nodiscard]] std::vector<const board::Part*> partsByRow() const;
  [[nodiscard]] std::optional<board::ElementId> walkingAt() const;
  void walk(int step);
  [[nodiscard]] std::optional<board::ElementId> nearest(board::ElementId from, int key) const;
  void keepVisible(board::ElementId id);
  void pointConnectionAt(std::optional<board::ElementId> part);
  void finishConnecting();

  // Words (board_canvas_words.cpp)
  void beginEditing(const Editing& editing, const QString& text, bool selectAll);
  void finishEditing(bool keep);
  void commitWords(const Editing& editing, const std::string& words);
  void placeEditor();
  [[nodiscard]] board::Point freeSpot(board::Point wish) const;
  [[nodiscard]] board::Point spotAfter(board::ElementId part) const;

  board::History m_history;
  BoardKeeper* m_keeper = nullptr;
  std::deque<board::Entry> m_unkept;
  bool m_hasFailed = false;
  QTimer m_retry;  ///< single shot, after a failure
  std::function<Instant()> m_now;
  board::KindGuess m_guess;
  QString m_emptyText;
  bool m_readOnly = false;
  std::optional<board::Document> m_past;  ///< shown instead of the present

  BoardPainter m_painter;
  PaintedWires m_wires;
  DiagramCamera m_camera;
  BoardMap m_map;
  bool m_isMapShown = true;
  QPixmap m_ground;  ///< everything that is not being dragged, device pixels
  QTransform m_groundAt;
  std::optional<style::ThemeName> m_groundTheme;
  QRegion m_spoilt;  ///< pieces of the ground to be painted again, device pixels
  double m_groundCost = 0;
  bool m_isZooming = false;
  QTimer m_settle;  ///< single shot: paints crisply after a zoom

  Tool m_tool = Tool::Select;
  board::Selection m_selection;
  std::optional<board::ElementId> m_hovered;
  Drag m_drag = Drag::None;
  QPointF m_pressedAt;  ///< widget pixels
  QPointF m_draggedTo;
  bool m_isSpaceHeld = false;
  bool m_showsFocus = false;  ///< the keyboard brought the focus here
  std::optional<board::ElementId> m_pressed;
  bool m_pressedBorder = false;
  bool m_addsToSelection = false;
  std::optional<board::Document> m_preview;  ///< while parts are dragged
  PaintedWires m_previewWires;
  board::SnappedMove m_snapped;  ///< of the preview
  board::Selection m_moving;     ///< elements and wires that the preview shows
  std::vector<board::Point> m_ink;
  std::optional<board::ElementId> m_connectFrom;  ///< by dragging or by keys
  std::optional<board::ElementId> m_connectTo;

  std::optional<Editing> m_editing;
  QPlainTextEdit* m_editor = nullptr;
};

}  // namespace phaseboard::ui
