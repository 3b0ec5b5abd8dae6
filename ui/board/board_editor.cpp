// SPDX-License-Identifier: Apache-2.0
#include "ui/board/board_editor.h"

#include <algorithm>
#include <array>

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include "app/board/arranging.h"
#include "ui/board/board_export.h"
#include "ui/bridge/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

QKeySequence keys(const char* text) {
  return QKeySequence(QString::fromLatin1(text));
}

}  // namespace

BoardEditor::BoardEditor(QWidget* parent)
    : QWidget(parent), m_canvas(new BoardCanvas(this)), m_bar(new QHBoxLayout) {
  setObjectName(QStringLiteral("boardEditorPanel"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_bar->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, kGrid);
  m_bar->setSpacing(4);
  column->addLayout(m_bar);
  column->addWidget(m_canvas, 1);
  setFocusProxy(m_canvas);
  makeTools();
  makeKinds();
  makeArrangements();
  makeView();
  makeExports();
  m_bar->addStretch(1);
  m_state = new Label({}, TextRole::Caption, Tone::Muted, this);
  m_bar->addWidget(m_state);
  connect(m_canvas, &BoardCanvas::selectionChanged, this, &BoardEditor::showState);
  connect(m_canvas, &BoardCanvas::drawn, this, &BoardEditor::showState);
  connect(m_canvas, &BoardCanvas::kept, this, &BoardEditor::showState);
  connect(m_canvas, &BoardCanvas::toolChanged, this, &BoardEditor::showState);
  connect(m_canvas, &BoardCanvas::keepingFailed, this, &BoardEditor::showState);
  showState();
}

QAction* BoardEditor::add(const QString& text, const QKeySequence& key,
                          const std::function<void()>& action) {
  auto* command = new QAction(text, this);
  command->setShortcut(key);
  command->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  connect(command, &QAction::triggered, this, [action] { action(); });
  addAction(command);
  m_commands.push_back(command);
  return command;
}

void BoardEditor::addButton(Glyph glyph, QAction* action) {
  const QString key = action->shortcut().toString(QKeySequence::NativeText);
  auto* button = new GlyphButton(
      glyph, key.isEmpty() ? action->text() : tr("%1  %2").arg(action->text(), key), this);
  button->setFocusPolicy(Qt::TabFocus);
  button->setCheckable(action->isCheckable());
  connect(button, &QToolButton::clicked, action, &QAction::trigger);
  connect(action, &QAction::changed, button, [button, action] {
    button->setEnabled(action->isEnabled());
    button->setChecked(action->isChecked());
    button->setAccented(action->isChecked());
  });
  m_bar->addWidget(button);
}

void BoardEditor::addMenuButton(Glyph glyph, const QString& name, QMenu* menu,
                                const QKeySequence& key) {
  auto* button = new GlyphButton(glyph, tr("%1  %2").arg(name, key.toString()), this);
  button->setFocusPolicy(Qt::TabFocus);
  const auto show = [button, menu] {
    menu->popup(button->mapToGlobal(QPoint(0, button->height() + 4)));
  };
  connect(button, &QToolButton::clicked, this, show);
  add(name, key, show);
  m_bar->addWidget(button);
}

void BoardEditor::addSpace() {
  m_bar->addSpacing(kGrid);
}

void BoardEditor::makeTools() {
  const auto tool = [this](const QString& text, const char* key, BoardCanvas::Tool which) {
    QAction* action = add(text, keys(key), [this, which] { m_canvas->setTool(which); });
    action->setCheckable(true);
    m_tools.push_back(action);
    return action;
  };
  addButton(Glyph::Pointer, tool(tr("Select and connect"), "Alt+1", BoardCanvas::Tool::Select));
  addButton(Glyph::Pencil, tool(tr("Draw by hand"), "Alt+2", BoardCanvas::Tool::Ink));
  addButton(Glyph::Note, tool(tr("Write text"), "Alt+3", BoardCanvas::Tool::Text));
  addSpace();
  addButton(Glyph::Plus, add(tr("New part"), keys("Ins"), [this] { m_canvas->beginPart(); }));
  QAction* connectParts =
      add(tr("Connect the part"), keys("Ctrl+L"), [this] { m_canvas->beginConnecting(); });
  addButton(Glyph::Link, connectParts);
  m_forParts.push_back(connectParts);
  QAction* group = add(tr("Group"), keys("Ctrl+G"), [this] { m_canvas->groupSelected(); });
  addButton(Glyph::Group, group);
  m_forSelection.push_back(group);
  QAction* reverse = add(tr("Turn the arrow round"), keys("Ctrl+R"), [this] {
    m_canvas->draw(board::reverseEdges(m_canvas->document(), m_canvas->selection()));
  });
  m_forSelection.push_back(reverse);
  QAction* remove = add(tr("Remove"), {}, [this] { m_canvas->removeSelected(); });
  remove->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Backspace));
  addButton(Glyph::Trash, remove);
  m_forSelection.push_back(remove);
}

void BoardEditor::makeKinds() {
  auto* menu = new QMenu(this);
  const std::array names{tr("Service"), tr("Process"), tr("Store"),    tr("Model"),
                         tr("Queue"),   tr("Data"),    tr("Metric"),   tr("Policy"),
                         tr("Tensor"),  tr("User"),    tr("External"), tr("Note")};
  for (const board::PartKind kind : board::kPartKinds)
    m_forParts.push_back(menu->addAction(
        tr("Part: %1").arg(names[static_cast<std::size_t>(kind)]), this, [this, kind] {
          m_canvas->draw(board::changePartKind(m_canvas->document(), m_canvas->selection(), kind,
                                               m_canvas->partExtent()));
        }));
  menu->addSeparator();
  const std::array wires{tr("Flow"),     tr("Async"),   tr("Batch"),    tr("Training"),
                         tr("Feedback"), tr("Control"), tr("Reference")};
  for (const board::WireKind kind : board::kWireKinds)
    m_forSelection.push_back(menu->addAction(
        tr("Arrow: %1").arg(wires[static_cast<std::size_t>(kind)]), this, [this, kind] {
          m_canvas->draw(board::changeWireKind(m_canvas->document(), m_canvas->selection(), kind));
        }));
  menu->addSeparator();
  const std::array groups{tr("Offline"),    tr("Online"),  tr("Training"),
                          tr("Monitoring"), tr("Neutral"), tr("Risk")};
  for (const board::GroupKind kind : board::kGroupKinds)
    m_forSelection.push_back(menu->addAction(
        tr("Group: %1").arg(groups[static_cast<std::size_t>(kind)]), this, [this, kind] {
          m_canvas->draw(board::changeGroupKind(m_canvas->document(), m_canvas->selection(), kind));
        }));
  addMenuButton(Glyph::Kind, tr("Kind…"), menu, keys("Ctrl+M"));
  addSpace();
}

void BoardEditor::makeArrangements() {
  QAction* tidy = add(tr("Tidy up"), keys("Ctrl+T"), [this] {
    if (m_canvas->draw(board::tidy(m_canvas->document())))
      m_canvas->fit();
  });
  addButton(Glyph::Tidy, tidy);
  auto* menu = new QMenu(this);
  const auto arrange = [&](const QString& text, const char* key, const auto& edit) {
    QAction* action = add(text, keys(key), [this, edit] {
      m_canvas->draw(edit(m_canvas->document(), m_canvas->selection()));
    });
    menu->addAction(action);
    m_forTwo.push_back(action);
  };
  const auto aligned = [&](const QString& text, const char* key, board::Alignment alignment) {
    arrange(text, key, [alignment](const board::Document& d, const board::Selection& s) {
      return board::align(d, s, alignment);
    });
  };
  aligned(tr("Align left"), "Ctrl+Shift+Left", board::Alignment::Left);
  aligned(tr("Align centres"), "Ctrl+Shift+C", board::Alignment::Centre);
  aligned(tr("Align right"), "Ctrl+Shift+Right", board::Alignment::Right);
  aligned(tr("Align tops"), "Ctrl+Shift+Up", board::Alignment::Top);
  aligned(tr("Align middles"), "Ctrl+Shift+M", board::Alignment::Middle);
  aligned(tr("Align bottoms"), "Ctrl+Shift+Down", board::Alignment::Bottom);
  const auto distributed = [&](const QString& text, const char* key, board::Direction direction) {
    arrange(text, key, [direction](const board::Document& d, const board::Selection& s) {
      return board::distribute(d, s, direction);
    });
  };
  distributed(tr("Distribute across"), "Ctrl+Shift+H", board::Direction::Across);
  distributed(tr("Distribute down"), "Ctrl+Shift+V", board::Direction::Down);
  addMenuButton(Glyph::Columns, tr("Align and distribute…"), menu, keys("Ctrl+Shift+A"));
  addSpace();
}

void BoardEditor::makeView() {
  m_undo = add(tr("Undo on the board"), {}, [this] { m_canvas->undo(); });
  m_redo = add(tr("Redo on the board"), {}, [this] { m_canvas->redo(); });
  m_undo->setShortcut(keys("Alt+Backspace"));
  m_redo->setShortcut(keys("Alt+Shift+Backspace"));
  addButton(Glyph::Undo, m_undo);
  addButton(Glyph::Redo, m_redo);
  addSpace();
  addButton(Glyph::ZoomOut, add(tr("Zoom out"), keys("Ctrl+["), [this] { m_canvas->zoomBy(0.8); }));
  addButton(Glyph::ZoomIn, add(tr("Zoom in"), keys("Ctrl+]"), [this] { m_canvas->zoomBy(1.25); }));
  addButton(Glyph::Fit, add(tr("Show everything"), keys("Home"), [this] { m_canvas->fit(); }));
  add(tr("Actual size"), keys("Shift+Home"), [this] { m_canvas->actualSize(); });
}

void BoardEditor::makeExports() {
  auto* menu = new QMenu(this);
  const auto way = [&](const QString& text, const char* key, const char* ending,
                       const QString& filter) {
    menu->addAction(add(text, keys(key), [this, ending, filter] {
      askAndExport(QString::fromLatin1(ending), filter);
    }));
  };
  way(tr("Export as SVG…"), "Ctrl+E", "svg", tr("SVG picture (*.svg)"));
  way(tr("Export as PNG…"), "Ctrl+Shift+E", "png", tr("PNG picture (*.png)"));
  way(tr("Export as DOT source…"), "Ctrl+Alt+E", "dot", tr("DOT source (*.dot)"));
  addMenuButton(Glyph::Download, tr("Export…"), menu, keys("Ctrl+Shift+X"));
}

void BoardEditor::showState() {
  const board::Selection& selection = m_canvas->selection();
  const auto parts = static_cast<std::size_t>(
      std::count_if(selection.begin(), selection.end(), [this](board::ElementId id) {
        return m_canvas->document().find<board::Part>(id) != nullptr;
      }));
  for (QAction* action : m_forParts)
    action->setEnabled(parts > 0);
  for (QAction* action : m_forTwo)
    action->setEnabled(selection.size() > 1);
  for (QAction* action : m_forSelection)
    action->setEnabled(!selection.empty());
  for (std::size_t i = 0; i < m_tools.size(); ++i)
    m_tools[i]->setChecked(static_cast<std::size_t>(m_canvas->tool()) == i);
  m_undo->setEnabled(m_canvas->history().canUndo());
  m_redo->setEnabled(m_canvas->history().canRedo());
  m_state->setTone(m_canvas->unkept() > 0 ? Tone::Bad : Tone::Muted);
  m_state->setText(m_canvas->unkept() > 0
                       ? tr("%n change(s) not saved yet", nullptr, m_canvas->unkept())
                       : tr("Every stroke is saved"));
}

Status BoardEditor::exportTo(const QString& path) {
  return exportBoard(m_canvas->document(), fromQt(m_title), path);
}

void BoardEditor::askAndExport(const QString& ending, const QString& filter) {
  const QString path = QFileDialog::getSaveFileName(
      this, tr("Export the board"), QStringLiteral("%1.%2").arg(m_title, ending), filter);
  if (path.isEmpty())
    return;
  const QString whole = path.endsWith(u'.' + ending) ? path : path + u'.' + ending;
  const Status status = exportTo(whole);
  if (status)
    Q_EMIT exported(whole);
  else
    Q_EMIT failed(status.error());
}

}  // namespace phaseboard::ui
