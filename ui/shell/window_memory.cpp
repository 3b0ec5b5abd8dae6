// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/window_memory.h"

#include <algorithm>
#include <array>

#include "ui/bridge/text.h"
#include "ui/shell/screens.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr std::array kScreens{ScreenName::Today,    ScreenName::Library,  ScreenName::Study,
                              ScreenName::Review,   ScreenName::Board,    ScreenName::Mock,
                              ScreenName::Progress, ScreenName::Settings, ScreenName::Annotations};

QString viewportKey(const DiagramId& diagram) {
  return u"viewports/"_s + toQt(diagram.value()).replace(u'/', u'.');
}

}  // namespace

WindowMemory::WindowMemory(const QString& file) : m_file(file, QSettings::IniFormat) {}

QByteArray WindowMemory::geometry() const {
  return m_file.value(u"window/geometry").toByteArray();
}

void WindowMemory::setGeometry(const QByteArray& geometry) {
  m_file.setValue(u"window/geometry", geometry);
}

QByteArray WindowMemory::splitter(const QString& name) const {
  return m_file.value(u"splitters/"_s + name).toByteArray();
}

void WindowMemory::setSplitter(const QString& name, const QByteArray& state) {
  m_file.setValue(u"splitters/"_s + name, state);
}

std::optional<Place> WindowMemory::lastPlace() const {
  const QString screen = m_file.value(u"place/screen").toString();
  for (const ScreenName name : kScreens) {
    if (nameOf(name) != screen)
      continue;
    Place place;
    place.screen = name;
    place.question = QuestionId(fromQt(m_file.value(u"place/question").toString()));
    place.phase = PhaseId(fromQt(m_file.value(u"place/phase").toString()));
    place.diagram = DiagramId(fromQt(m_file.value(u"place/diagram").toString()));
    return place;
  }
  return std::nullopt;
}

void WindowMemory::setLastPlace(const Place& place) {
  m_file.setValue(u"place/screen", nameOf(place.screen));
  m_file.setValue(u"place/question", toQt(place.question.value()));
  m_file.setValue(u"place/phase", toQt(place.phase.value()));
  m_file.setValue(u"place/diagram", toQt(place.diagram.value()));
}

std::vector<bookmarks::Spot> WindowMemory::recentSpots() const {
  std::vector<bookmarks::Spot> spots;
  for (const QString& text : m_file.value(u"place/recent").toStringList())
    if (auto spot = bookmarks::spotFrom(fromQt(text)))
      spots.push_back(std::move(*spot));
  return spots;
}

void WindowMemory::noteSpot(const bookmarks::Spot& spot) {
  const QString text = toQt(bookmarks::textOf(spot));
  QStringList recent = m_file.value(u"place/recent").toStringList();
  if (!recent.isEmpty() && recent.front() == text)
    return;
  recent.removeAll(text);
  recent.push_front(text);
  m_file.setValue(u"place/recent", recent.first(std::min(recent.size(), kMostRecent)));
}

std::optional<Viewport> WindowMemory::viewport(const DiagramId& diagram) const {
  const QVariantList values = m_file.value(viewportKey(diagram)).toList();
  if (values.size() != 3)
    return std::nullopt;
  const double scale = values[0].toDouble();
  if (!(scale > 0.01 && scale < 100))
    return std::nullopt;
  return Viewport{false, scale, {values[1].toDouble(), values[2].toDouble()}};
}

void WindowMemory::setViewport(const DiagramId& diagram, const Viewport& viewport) {
  if (viewport.fits)
    m_file.remove(viewportKey(diagram));
  else
    m_file.setValue(viewportKey(diagram),
                    QVariantList{viewport.scale, viewport.centre.x(), viewport.centre.y()});
}

QString WindowMemory::choice(const QString& name, const QString& otherwise) const {
  return m_file.value(u"choices/"_s + name, otherwise).toString();
}

void WindowMemory::setChoice(const QString& name, const QString& value) {
  m_file.setValue(u"choices/"_s + name, value);
}

}  // namespace phaseboard::ui
