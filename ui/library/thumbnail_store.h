// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <map>
#include <tuple>

#include <QObject>
#include <QPixmap>
#include <QSize>

#include "app/ports/pack_library.h"
#include "diagrams/style/palette.h"

namespace phaseboard::ui {

/// Small pictures of figures, drawn on a worker when they are first asked for and kept.
///
/// Nothing runs while nothing is asked for. The newest wish is drawn first, so that what is on the
/// screen comes before what was scrolled past.
class ThumbnailStore : public QObject {
  Q_OBJECT

 public:
  explicit ThumbnailStore(const ports::PackLibrary& pack, QObject* parent = nullptr);
  ~ThumbnailStore() override;

  /// The picture, as large as fits into `box` logical pixels; null while it is being drawn, then
  /// `ready` says so. A figure that cannot be drawn stays null.
  [[nodiscard]] QPixmap thumbnail(const DiagramId& diagram, style::ThemeName theme, QSize box,
                                  double pixelRatio);

  /// Forgets every picture: the pack holds other figures now.
  void forget();

  /// Draws everything that was asked for before it returns; for pictures of whole screens.
  void finish();

 Q_SIGNALS:
  void ready(const phaseboard::DiagramId& diagram);

 private:
  using Key = std::tuple<DiagramId, style::ThemeName, int, int, int>;
  void startNext();
  void keep(const Key& key, const QImage& image);

  const ports::PackLibrary& m_pack;
  std::map<Key, QPixmap> m_pictures;
  std::deque<Key> m_wishes;
  bool m_busy = false;
  int m_generation = 0;  ///< of the pack; what was drawn of an older one is thrown away
};

}  // namespace phaseboard::ui
