// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/main_window.h"

#include <algorithm>
#include <chrono>

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTimer>
#include <QVBoxLayout>

#include "app/ports/notebook_lender.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/operation_text.h"
#include "ui/bridge/text.h"
#include "ui/exchange/export_everything_dialog.h"
#include "ui/exchange/import_dialog.h"
#include "ui/foreign/foreign_dialog.h"
#include "ui/merge/merge_commands.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/help_dialogs.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/place_spots.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/undo_commands.h"
#include "ui/shell/window_actions.h"
#include "ui/shell/window_memory.h"
#include "ui/widgets/look.h"
#include "ui/widgets/motion.h"
#include "ui/widgets/toasts.h"
#include "ui/workbench/update_dialog.h"

namespace phaseboard::ui {
namespace {

constexpr int kTextStep = 10;
constexpr std::chrono::milliseconds kAskedAgainAfter{500};

bool isNoneOrIn(const ports::PackLibrary& pack, const QuestionId& question) {
  const auto& all = pack.questions();
  return question.value().empty() ||
         std::any_of(all.begin(), all.end(),
                     [&](const ports::QuestionCard& card) { return card.id == question; });
}

}  // namespace

MainWindow::MainWindow(const ScreenContext& context, QWidget* parent)
    : QMainWindow(parent),
      m_context(context),
      m_table(screenTable()),
      m_actions(new WindowActions(this, m_table)),
      m_undos(new UndoCommands(context.session, this)) {
  setObjectName(QStringLiteral("mainWindow"));
  setWindowTitle(QStringLiteral("Phaseboard"));
  build();
  connectActions();
  connectSession();
  applySettings();
  if (!restoreGeometry(context.memory.geometry()))
    resize(1440, 900);
}

MainWindow::~MainWindow() {
  // A field that still has the focus commits when the window goes; nobody is there to be told.
  m_context.session.disconnect(this);
}

void MainWindow::build() {
  auto* central = new QWidget(this);
  auto* row = new QHBoxLayout(central);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  m_rail = new NavRail(m_table, central);
  auto* right = new QVBoxLayout;
  right->setSpacing(0);
  m_top = new TopBar(central);
  m_stack = new QStackedWidget(central);
  right->addWidget(m_top);
  right->addWidget(m_stack, 1);
  row->addWidget(m_rail);
  row->addLayout(right, 1);
  setCentralWidget(central);
  setMinimumSize(960, 600);
  m_toasts = new Toasts(this);
  m_palette = new CommandPalette(m_context.session, this);
  m_top->setActions({m_actions->back, m_actions->forward},
                    {m_actions->undo, m_actions->redo, m_actions->switchTheme});
}

void MainWindow::connectActions() {
  connect(m_actions->openFigure, &QAction::triggered, this, [this] { chooseForeignFigure(this); });
  connect(m_actions->importIn, &QAction::triggered, this, &MainWindow::importIn);
  connect(m_actions->exportOut, &QAction::triggered, this, &MainWindow::exportOut);
  connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
  connect(m_actions->undo, &QAction::triggered, m_undos, &UndoCommands::undo);
  connect(m_actions->redo, &QAction::triggered, m_undos, &UndoCommands::redo);
  connect(m_actions->search, &QAction::triggered, this, [this] { openPalette(); });
  connect(m_actions->back, &QAction::triggered, this, [this] { step(-1); });
  connect(m_actions->bookmark, &QAction::triggered, this, &MainWindow::toggleBookmark);
  connect(m_actions->places, &QAction::triggered, this, &MainWindow::openPlaces);
  connect(m_actions->forward, &QAction::triggered, this, [this] { step(1); });
  for (QAction* action : m_actions->screenCommands)
    connect(action, &QAction::triggered, this, [this, action] {
      Place place;
      place.screen = static_cast<ScreenName>(action->data().toInt());
      goTo(place);
    });
  connect(m_actions->themes, &QActionGroup::triggered, this, [this](const QAction* action) {
    changeTheme(static_cast<ports::Theme>(action->data().toInt()));
  });
  connect(m_actions->switchTheme, &QAction::triggered, this, [this] {
    changeTheme(themeOf(this) == style::ThemeName::Dark ? ports::Theme::Light : ports::Theme::Dark);
  });
  const auto size = [this] { return m_context.session.settings().textPercent; };
  connect(m_actions->textLarger, &QAction::triggered, this,
          [this, size] { changeTextSize(size() + kTextStep); });
  connect(m_actions->textSmaller, &QAction::triggered, this,
          [this, size] { changeTextSize(size() - kTextStep); });
  connect(m_actions->textNormal, &QAction::triggered, this, [this] { changeTextSize(100); });
  connect(m_actions->fullScreen, &QAction::toggled, this, [this](bool full) {
    setWindowState(full ? windowState() | Qt::WindowFullScreen
                        : windowState() & ~Qt::WindowFullScreen);
  });
  connect(m_actions->keys, &QAction::triggered, this, &MainWindow::showKeys);
  connect(m_actions->about, &QAction::triggered, this, &MainWindow::showAbout);
  connect(m_top, &TopBar::searchRequested, this, [this] { openPalette(); });
  connect(m_palette, &CommandPalette::placeChosen, this, &MainWindow::goTo);
  connect(m_rail, &NavRail::chosen, this, [this](ScreenName name) {
    Place place;
    place.screen = name;
    goTo(place);
  });
}

void MainWindow::connectSession() {
  connect(&m_context.session, &Session::changed, this, &MainWindow::onChanged);
  connect(&m_context.session, &Session::done, this, &MainWindow::onDone);
  connect(&m_context.session, &Session::undone, this,
          [this](const QString& words) { m_toasts->say(words); });
  connect(&m_context.session, &Session::said, this,
          [this](const QString& words) { m_toasts->say(words, tr("Undo")); });
  connect(&m_context.session, &Session::failed, this, &MainWindow::onFailed);
  connect(&m_context.session, &Session::packChanged, this, &MainWindow::onPackChanged);
  connect(m_toasts, &Toasts::actionChosen, m_undos, &UndoCommands::undo);
}

void MainWindow::openLastPlace() {
  const auto last = m_context.memory.lastPlace();
  if (last && offers(last->screen)) {
    const bool isKnown = isNoneOrIn(m_context.session.pack(), last->question);
    return goTo(isKnown ? *last : Place{.screen = last->screen});  // it was left with another pack
  }
  if (!m_table.empty()) {
    Place first;
    first.screen = m_table.front().name;
    goTo(first);
  }
}

bool MainWindow::offers(ScreenName name) const {
  return std::any_of(m_table.begin(), m_table.end(),
                     [name](const ScreenEntry& entry) { return entry.name == name; });
}

Screen* MainWindow::screenFor(ScreenName name) {
  const auto made = m_screens.find(name);
  if (made != m_screens.end())
    return made->second;
  for (const ScreenEntry& entry : m_table) {
    if (entry.name != name)
      continue;
    Screen* screen = entry.make(m_context);
    screen->setAccessibleName(screen->title());
    m_screens[name] = screen;
    m_stack->addWidget(screen);
    connect(screen, &Screen::placeRequested, this, &MainWindow::goTo);
    connect(screen, &Screen::aloneChanged, this, &MainWindow::leaveAlone);
    connect(screen, &Screen::said, this, [this](const QString& words) { m_toasts->say(words); });
    connect(screen, &Screen::placeChanged, this, [this, screen] {
      if (screen == currentScreen())
        onPlaceChanged();
    });
    return screen;
  }
  return nullptr;
}

Screen* MainWindow::currentScreen() const {
  return qobject_cast<Screen*>(m_stack->currentWidget());
}

void MainWindow::onChanged(const ops::Changes& changes) {
  if (changes.touches(ops::Aspect::Settings))
    applySettings();
  if (Screen* screen = currentScreen())
    screen->refresh(changes);
  updateActions();
}

void MainWindow::onDone(const QString& operation) {
  // What is plainly visible where it happened needs no message.
  if (operation == QLatin1String("changeSettings") || operation == QLatin1String("tickKeyPoint"))
    return;
  m_toasts->say(operationWords(fromQt(operation)).done, tr("Undo"));
}

void MainWindow::onFailed(const Error& error) {
  if (ports::isLentAway(error))
    return;  // what keeps unfinished text tries again by itself
  const ErrorWords words = errorWords(error);
  qWarning("%s", describe(error).c_str());
  m_toasts->warn(words.sentence, words.advice);
}

void MainWindow::warn(const QString& text, const QString& advice) {
  m_toasts->warn(text, advice);
}

void MainWindow::tell(const QString& words) {
  m_toasts->say(words);
}

void MainWindow::updateActions() {
  const QString undo = m_context.session.undoText();
  const QString redo = m_context.session.redoText();
  m_actions->undo->setEnabled(!undo.isEmpty());
  m_actions->undo->setText(undo.isEmpty() ? tr("&Undo") : tr("&Undo %1").arg(undo));
  m_actions->redo->setEnabled(!redo.isEmpty());
  m_actions->redo->setText(redo.isEmpty() ? tr("&Redo") : tr("&Redo %1").arg(redo));
  const auto spot = currentScreen() ? spotOf(currentScreen()->markedPlace()) : std::nullopt;
  const auto marks = spot ? m_context.session.bookmarks() : std::vector<bookmarks::Bookmark>();
  m_actions->bookmark->setEnabled(spot.has_value());
  m_actions->bookmark->setChecked(std::any_of(
      marks.begin(), marks.end(), [&](const auto& mark) { return mark.spot == *spot; }));
  m_actions->back->setEnabled(m_at > 0);
  m_actions->forward->setEnabled(m_at + 1 < m_history.size());
}

void MainWindow::applyLookOf(const ports::Settings& settings, style::ThemeName desktop) {
  style::ThemeName theme = desktop;
  if (settings.theme == ports::Theme::Light)
    theme = style::ThemeName::Light;
  if (settings.theme == ports::Theme::Dark)
    theme = style::ThemeName::Dark;
  applyLook(*qApp, theme, settings.textPercent);
}

void MainWindow::setDesktopMotion(bool reduced) {
  m_desktopReducesMotion = reduced;
  applySettings();
}

void MainWindow::setDesktopTheme(std::optional<style::ThemeName> theme) {
  const style::ThemeName wanted = theme.value_or(desktopTheme());
  if (wanted == m_desktopTheme)
    return;
  m_desktopTheme = wanted;
  if (m_context.session.settings().theme == ports::Theme::System)
    applySettings();
}

void MainWindow::applySettings() {
  const ports::Settings& settings = m_context.session.settings();
  applyLookOf(settings, m_desktopTheme);
  setMotionReduced(*qApp, settings.reducedMotion || m_desktopReducesMotion);
  m_actions->dress();
  for (QAction* action : m_actions->themes->actions())
    action->setChecked(action->data().toInt() == static_cast<int>(settings.theme));
}

void MainWindow::changeTheme(ports::Theme theme) {
  ports::Settings settings = m_context.session.settings();
  settings.theme = theme;
  m_context.session.perform([&](ops::Desk& desk) { return desk.changeSettings(settings); });
}

void MainWindow::changeTextSize(int percent) {
  ports::Settings settings = m_context.session.settings();
  settings.textPercent = std::clamp(percent, 80, 160);
  m_context.session.perform([&](ops::Desk& desk) { return desk.changeSettings(settings); });
}

void MainWindow::leaveAlone(bool alone) {
  m_rail->setVisible(!alone);
  m_top->setVisible(!alone);
  menuBar()->setVisible(!alone);
  // A hidden menu bar would take its keys with it.
  for (QAction* action : m_actions->all())
    alone ? addAction(action) : removeAction(action);
  if (alone)
    m_wasFullScreen = isFullScreen();
  m_actions->fullScreen->setChecked(alone || m_wasFullScreen);
}

void MainWindow::setExchange(const ExchangeDoor& door) {
  m_exchange.emplace(door);
  m_undos->setDoor(door);
  m_actions->importIn->setVisible(true);
  m_actions->exportOut->setVisible(true);
}

void MainWindow::setMerge(const MergeDoor& door) {
  auto* commands = new MergeCommands(m_context.session, m_context.memory, door, this);
  connect(commands, &MergeCommands::said, m_toasts,
          [this](const QString& words) { m_toasts->say(words); });
  connect(m_actions->merge, &QAction::triggered, commands, &MergeCommands::merge);
  connect(m_actions->sync, &QAction::triggered, commands, &MergeCommands::sync);
  m_actions->merge->setVisible(true);
  m_actions->sync->setVisible(true);
}

void MainWindow::exportOut() {
  if (!m_exchange)
    return;
  const Place place = currentPlace();
  auto* dialog = new ExportEverythingDialog(
      m_context.session, *m_exchange,
      place.question.value().empty() ? std::nullopt : std::optional(place.question),
      QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this,
          [this, dialog] { m_toasts->say(tr("Written: %1").arg(dialog->written())); });
  dialog->open();
}

void MainWindow::importIn() {
  if (!m_exchange)
    return;
  const Place place = currentPlace();
  auto* dialog =
      new ImportDialog(m_context.session, *m_exchange, {place.question, place.phase}, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void MainWindow::showKeys() {
  showKeysDialog(m_actions->all(), this);
}

void MainWindow::showAbout() {
  showAboutDialog(m_context.session.pack().packs(), this);
}

void MainWindow::bringToFront() {
  setWindowState(windowState() & ~Qt::WindowMinimized);
  show();
  raise();
  activateWindow();
}

void MainWindow::onPackChanged() {
  // What a dialog is about is not taken from under it.
  if (QApplication::activeModalWidget() != nullptr) {
    QTimer::singleShot(kAskedAgainAfter, this, &MainWindow::onPackChanged);
    return;
  }
  const Place here = currentPlace();
  if (Screen* screen = currentScreen(); screen && here.screen != ScreenName::Workbench)
    screen->leave();
  for (auto entry = m_screens.begin(); entry != m_screens.end();) {
    if (entry->first == ScreenName::Workbench) {
      ++entry;
      continue;
    }
    m_stack->removeWidget(entry->second);
    entry->second->deleteLater();
    entry = m_screens.erase(entry);
  }
  if (here.screen != ScreenName::Workbench && !m_history.empty())
    showPlace(here);
}

void MainWindow::tellUpdate(const std::vector<content::QuestionUpdate>& updates) {
  auto* dialog = new UpdateDialog(m_context.session, updates, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &UpdateDialog::placeRequested, this, &MainWindow::goTo);
  dialog->open();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  for (const auto& [name, screen] : m_screens)
    if (!screen->mayClose()) {
      event->ignore();
      return;
    }
  if (Screen* screen = currentScreen()) {
    screen->leave();
    m_context.memory.setLastPlace(screen->place());
  }
  m_context.memory.setGeometry(saveGeometry());
  QMainWindow::closeEvent(event);
}

}  // namespace phaseboard::ui
