// SPDX-License-Identifier: Apache-2.0
#include "ui/board/board_editor.h"

#include <algorithm>

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include "app/board/arranging.h"
#include "ui/board/board_export.h"
#include "ui/board/kind_menu.h"
#include "ui/bridge/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"
#include "ui/widgets/page_command.h"

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
  makeEdits();
  makeGroupEdits();
  makeArrangements();
  makeView();
  makeExports();
  m_bar->addStretch(1);
  m_state = new Label({}, TextRole::Caption, Tone::Muted, this);
  m_state->setElided(true);
  m_bar->addWidget(m_state);
  connect(m_canvas, &BoardCanvas::menuRequested, this, &BoardEditor::showMenu);
  connect(m_canvas, &BoardCanvas::selectionChanged, this, &BoardEditor::showState);
  connect(m_canvas, &BoardCanvas::drawn, this, &BoardEditor::showState);
  connect(m_canvas, &BoardCanvas::kept, this, &BoardEditor::showState);
  connect(m_canvas, &BoardCanvas::toolChanged, this, &BoardEditor::showState);
  connect(m_canvas, &BoardCanvas::keepingFailed, this, &BoardEditor::showState);
  showState();
}

QAction* BoardEditor::add(const QString& text, const QKeySequence& key,
                          const std::function<void()>& action) {
  QAction* command = addPageCommand(this, text, key);
  connect(command, &QAction::triggered, this, [action] { action(); });
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
}

QAction* BoardEditor::addEdit(const QString& text, const char* key, Needs needs,
                              const std::function<void()>& action) {
  QAction* edit = add(text, keys(key), action);
  m_edits.emplace_back(edit, needs);
  return edit;
}

void BoardEditor::makeEdits() {
  QAction* words =
      addEdit(tr("Edit the words"), "F2", Needs::Selection, [this] { m_canvas->editSelected(); });
  QAction* part = addEdit(tr("New part"), "Ins", Needs::Nothing, [this] { m_canvas->beginPart(); });
  QAction* next = addEdit(tr("New connected part"), "Shift+Ins", Needs::Parts,
                          [this] { m_canvas->beginConnectedPart(); });
  QAction* connectParts = addEdit(tr("Connect the part"), "Ctrl+L", Needs::Parts,
                                  [this] { m_canvas->beginConnecting(); });
  QAction* group =
      addEdit(tr("Group"), "Ctrl+G", Needs::Selection, [this] { m_canvas->groupSelected(); });
  QAction* reverse = addEdit(tr("Turn the arrow round"), "Ctrl+R", Needs::Edges, [this] {
    m_canvas->draw(board::reverseEdges(m_canvas->document(), m_canvas->selection()));
  });
  QAction* remove = addEdit(tr("Remove"), "Ctrl+Backspace", Needs::Selection,
                            [this] { m_canvas->removeSelected(); });
  addButton(Glyph::Plus, part);
  addButton(Glyph::Link, connectParts);
  addButton(Glyph::Group, group);
  addButton(Glyph::Trash, remove);
  m_forMenu = {words, part, next, connectParts, group, reverse, remove};
  m_kinds = new KindMenu(*m_canvas, this);
  m_kinds->setTitle(tr("Kind"));
  addMenuButton(Glyph::Kind, tr("Kind…"), m_kinds, keys("Ctrl+M"));
  addSpace();
}

void BoardEditor::makeGroupEdits() {
  constexpr double kGrowth = 24;
  const auto grow = [this](const QString& text, const char* key, board::Point by) {
    addEdit(text, key, Needs::Group, [this, by] { m_canvas->growGroup(by); });
  };
  grow(tr("Widen the group"), "Ctrl+Alt+Right", {kGrowth, 0});
  grow(tr("Narrow the group"), "Ctrl+Alt+Left", {-kGrowth, 0});
  grow(tr("Lengthen the group"), "Ctrl+Alt+Down", {0, kGrowth});
  grow(tr("Shorten the group"), "Ctrl+Alt+Up", {0, -kGrowth});
}

void BoardEditor::makeArrangements() {
  addButton(Glyph::Tidy, addEdit(tr("Tidy up"), "Ctrl+T", Needs::Nothing, [this] {
              if (m_canvas->draw(board::tidy(m_canvas->document())))
                m_canvas->fit();
            }));
  auto* menu = new QMenu(tr("Align and distribute"), this);
  m_arrangements = menu;
  const auto arrange = [&](const QString& text, const char* key, const auto& edit) {
    menu->addAction(addEdit(text, key, Needs::Two, [this, edit] {
      m_canvas->draw(edit(m_canvas->document(), m_canvas->selection()));
    }));
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
  add(tr("Show what is selected"), keys("Ctrl+Home"), [this] { m_canvas->showSelection(); });
  add(tr("Actual size"), keys("Shift+Home"), [this] { m_canvas->actualSize(); });
  QAction* map = add(tr("Small map of the board"), keys("Ctrl+Shift+M"), [] {});
  map->setCheckable(true);
  map->setChecked(true);
  connect(map, &QAction::toggled, m_canvas, &BoardCanvas::setMapShown);
}

void BoardEditor::makeExports() {
  auto* menu = new QMenu(this);
  const auto way = [&](const QString& text, const char* key, const char* ending,
                       const QStringList& filters) {
    menu->addAction(add(text, keys(key), [this, ending, filters] {
      askAndExport(QString::fromLatin1(ending), filters);
    }));
  };
  way(tr("Export as SVG…"), "Ctrl+E", "svg",
      {tr("SVG picture, light (*.svg)"), tr("SVG picture, dark (*.svg)")});
  way(tr("Export as PNG…"), "Ctrl+Shift+E", "png",
      {tr("PNG picture, light (*.png)"), tr("PNG picture, dark (*.png)")});
  way(tr("Export as DOT source…"), "Ctrl+Alt+E", "dot", {tr("DOT source (*.dot)")});
  addMenuButton(Glyph::Download, tr("Export…"), menu, keys("Ctrl+Shift+X"));
}

/// What can be done with what is selected, where the pointer is.
void BoardEditor::showMenu(const QPoint& at) {
  if (m_canvas->isReadOnly())
    return;
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (QAction* action : m_forMenu)
    if (action->isEnabled())
      menu->addAction(action);
  if (!m_canvas->selection().empty())
    menu->insertMenu(menu->actions().value(1), m_kinds);
  if (m_canvas->selection().size() > 1)
    menu->addMenu(m_arrangements);
  menu->popup(at);
}

bool BoardEditor::has(Needs needs) const {
  const board::Selection& selection = m_canvas->selection();
  const board::Document& document = m_canvas->document();
  const auto any = [&](const auto& isWanted) {
    return std::any_of(selection.begin(), selection.end(), isWanted);
  };
  switch (needs) {
    case Needs::Nothing:
      return true;
    case Needs::Selection:
      return !selection.empty();
    case Needs::Parts:
      return any([&](board::ElementId id) { return document.find<board::Part>(id) != nullptr; });
    case Needs::Edges:
      return any([&](board::ElementId id) { return document.find<board::Edge>(id) != nullptr; });
    case Needs::Group:
      return selection.size() == 1 && document.find<board::Group>(*selection.begin());
    case Needs::Two:
      return selection.size() > 1;
  }
  return false;
}

void BoardEditor::showState() {
  const bool isOpen = !m_canvas->isReadOnly();
  for (const auto& [action, needs] : m_edits)
    action->setEnabled(isOpen && has(needs));
  for (std::size_t i = 0; i < m_tools.size(); ++i) {
    m_tools[i]->setEnabled(isOpen);
    m_tools[i]->setChecked(static_cast<std::size_t>(m_canvas->tool()) == i);
  }
  m_undo->setEnabled(isOpen && m_canvas->history().canUndo());
  m_redo->setEnabled(isOpen && m_canvas->history().canRedo());
  const int unkept = m_canvas->unkept();
  m_state->setTone(unkept > 0 ? Tone::Bad : Tone::Muted);
  m_state->setText(unkept > 0 ? tr("%n change(s) not saved yet", nullptr, unkept)
                   : isOpen   ? tr("Saved")
                              : tr("To be looked at"));
  m_state->setToolTip(isOpen && unkept == 0 ? tr("Every stroke is saved") : QString());
}

Status BoardEditor::exportTo(const QString& path, style::ThemeName theme) {
  return exportBoard(m_canvas->document(), fromQt(m_title), path, theme);
}

/// The kinds of file that can be chosen are the themes, the light one first.
void BoardEditor::askAndExport(const QString& ending, const QStringList& filters) {
  const bool isDark = themeOf(this) == style::ThemeName::Dark;
  QString filter = isDark ? filters.back() : filters.front();
  const QString path = QFileDialog::getSaveFileName(this, tr("Export the board"),
                                                    QStringLiteral("%1.%2").arg(m_title, ending),
                                                    filters.join(QStringLiteral(";;")), &filter);
  if (path.isEmpty())
    return;
  const QString whole = path.endsWith(u'.' + ending) ? path : path + u'.' + ending;
  const Status status = exportTo(
      whole, filters.indexOf(filter) > 0 ? style::ThemeName::Dark : style::ThemeName::Light);
  if (status)
    Q_EMIT exported(whole);
  else
    Q_EMIT failed(status.error());
}

}  // namespace phaseboard::ui
