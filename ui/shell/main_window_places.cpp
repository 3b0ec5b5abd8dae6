// SPDX-License-Identifier: Apache-2.0
// Where the window is, where it was, and what leads elsewhere: history, bookmarks, the palette.
#include <algorithm>

#include <QAction>
#include <QStackedWidget>

#include "ui/bridge/text.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/main_window.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/place_spots.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/window_actions.h"
#include "ui/shell/window_memory.h"

namespace phaseboard::ui {
namespace {

constexpr std::size_t kMostHistory = 200;

}  // namespace

Place MainWindow::currentPlace() const {
  return currentScreen() ? currentScreen()->place() : Place();
}

void MainWindow::goTo(const Place& place) {
  if (!offers(place.screen))
    return;
  if (!m_history.empty())
    m_history.resize(m_at + 1);
  m_history.push_back(place);
  if (m_history.size() > kMostHistory)
    m_history.erase(m_history.begin());
  m_at = m_history.size() - 1;
  showPlace(place);
}

void MainWindow::step(int by) {
  const auto target = static_cast<std::ptrdiff_t>(m_at) + by;
  if (target < 0 || target >= static_cast<std::ptrdiff_t>(m_history.size()))
    return;
  m_at = static_cast<std::size_t>(target);
  const Place place = m_history[m_at];  // on the way there the entry is written anew
  showPlace(place);
}

void MainWindow::showPlace(const Place& place) {
  Screen* before = currentScreen();
  Screen* next = screenFor(place.screen);  // the first one is the current one as soon as it is made
  if (next == nullptr)
    return;
  if (before && before != next)
    before->leave();
  m_stack->setCurrentWidget(next);
  const bool isWalkedAlong = m_rail->hasFocus() && before != nullptr;
  if (before != next && !isWalkedAlong)
    next->setFocus();
  next->arrive(place);
  m_rail->setCurrent(place.screen);
  m_actions->setScreenMenu(next->title(), next->commands());
  m_actions->setFigureMenu(next->figureCommands());
  onPlaceChanged();
}

void MainWindow::onPlaceChanged() {
  const Screen* screen = currentScreen();
  if (!screen || m_history.empty())
    return;
  m_history[m_at] = screen->place();
  m_context.memory.setLastPlace(screen->place());
  if (const auto spot = spotOf(screen->place()))
    m_context.memory.noteSpot(*spot);
  m_top->setTrail(screen->title(), screen->trail());
  updateActions();
}

void MainWindow::toggleBookmark() {
  const Screen* screen = currentScreen();
  const auto spot = screen ? spotOf(screen->markedPlace()) : std::nullopt;
  const ports::PackLibrary& pack = m_context.session.pack();
  const auto words = spot ? wordsOf(*spot, pack) : std::nullopt;
  if (words) {
    const auto marks = m_context.session.bookmarks();
    const bool isMarked = std::any_of(marks.begin(), marks.end(),
                                      [&](const auto& mark) { return mark.spot == *spot; });
    (void)m_context.session.runOnBookmarks([&](ops::BookmarkOperations& bookmarks) {
      return bookmarks.markPlace(*spot, fromQt(words->title), !isMarked, pack);
    });
  }
  updateActions();
}

std::vector<PaletteRow> MainWindow::knownPlaces() const {
  const ports::PackLibrary& pack = m_context.session.pack();
  std::vector<PaletteRow> rows;
  const auto add = [&](const bookmarks::Spot& spot, const QString& kind, const QString& title) {
    const auto words = wordsOf(spot, pack, title);
    const Place place = placeOf(spot);
    const bool isListed = std::any_of(rows.begin(), rows.end(),
                                      [&](const PaletteRow& row) { return row.place == place; });
    if (words && !isListed)
      rows.push_back({.title = words->title, .detail = words->where, .kind = kind, .place = place});
  };
  for (const bookmarks::Bookmark& mark : m_context.session.bookmarks())
    add(mark.spot, tr("Bookmark"), toQt(mark.title));
  for (const bookmarks::Spot& spot : m_context.memory.recentSpots())
    add(ops::currentSpot(spot, pack), tr("Recent"), {});
  return rows;
}

void MainWindow::openPlaces() {
  m_palette->setPlaces(knownPlaces(), true);
  m_palette->open({}, {});
}

void MainWindow::openPalette(const QString& typed) {
  m_palette->setPlaces(knownPlaces(), false);
  m_palette->open(m_actions->all(), typed);
}

}  // namespace phaseboard::ui
