// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QByteArray>
#include <QSettings>
#include <QString>

#include "app/bookmarks/bookmark.h"
#include "ui/shell/place.h"
#include "ui/widgets/diagram_view.h"

namespace phaseboard::ui {

/// What windows remember between runs: sizes, splitters, where the user was. An INI file of its
/// own; nothing in it is user data, and a damaged or missing file only means defaults.
class WindowMemory {
 public:
  /// `file` is made when something is first remembered.
  explicit WindowMemory(const QString& file);

  [[nodiscard]] QByteArray geometry() const;
  void setGeometry(const QByteArray& geometry);

  /// The state of a named splitter; empty when it was never moved.
  [[nodiscard]] QByteArray splitter(const QString& name) const;
  void setSplitter(const QString& name, const QByteArray& state);

  [[nodiscard]] std::optional<Place> lastPlace() const;
  void setLastPlace(const Place& place);

  /// Where the user was, the newest first, each place once.
  [[nodiscard]] std::vector<bookmarks::Spot> recentSpots() const;
  void noteSpot(const bookmarks::Spot& spot);
  static constexpr qsizetype kMostRecent = 20;

  [[nodiscard]] std::optional<Viewport> viewport(const DiagramId& diagram) const;
  void setViewport(const DiagramId& diagram, const Viewport& viewport);

  [[nodiscard]] QString choice(const QString& name, const QString& otherwise) const;
  void setChoice(const QString& name, const QString& value);

 private:
  QSettings m_file;
};

}  // namespace phaseboard::ui
