// SPDX-License-Identifier: Apache-2.0
#include "ui/library/thumbnail_store.h"

#include <algorithm>
#include <cmath>

#include <QFutureWatcher>
#include <QPainter>
#include <QtConcurrentRun>

#include "diagrams/scene/scene.h"

namespace phaseboard::ui {
namespace {

constexpr double kHundredths = 100;

/// Runs on a worker: values in, a picture out.
QImage draw(const std::string& svg, const std::string& drawing, style::ThemeName theme, QSize box,
            double pixelRatio) {
  const auto figure = scene::Scene::read(svg, drawing);
  if (!figure || figure->size().isEmpty())
    return {};
  const QSizeF size = figure->size().scaled(QSizeF(box), Qt::KeepAspectRatio);
  QImage image((size * pixelRatio).toSize().expandedTo(QSize(1, 1)),
               QImage::Format_ARGB32_Premultiplied);
  image.fill(style::colour(theme, style::Neutral::Canvas));
  QPainter painter(&image);
  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
  painter.scale(image.width() / figure->size().width(), image.height() / figure->size().height());
  figure->paint(painter, theme, {});
  painter.end();
  image.setDevicePixelRatio(pixelRatio);
  return image;
}

}  // namespace

ThumbnailStore::ThumbnailStore(const ports::PackLibrary& pack, QObject* parent)
    : QObject(parent), m_pack(pack) {}

ThumbnailStore::~ThumbnailStore() = default;

QPixmap ThumbnailStore::thumbnail(const DiagramId& diagram, style::ThemeName theme, QSize box,
                                  double pixelRatio) {
  const Key key{diagram, theme, box.width(), box.height(),
                static_cast<int>(std::lround(pixelRatio * kHundredths))};
  const auto found = m_pictures.find(key);
  if (found != m_pictures.end())
    return found->second;
  const auto wish = std::find(m_wishes.begin(), m_wishes.end(), key);
  if (wish != m_wishes.end())
    m_wishes.erase(wish);
  m_wishes.push_back(key);
  startNext();
  return {};
}

void ThumbnailStore::startNext() {
  if (m_busy || m_wishes.empty())
    return;
  const Key key = m_wishes.back();
  m_wishes.pop_back();
  const auto& [id, theme, width, height, hundredths] = key;
  const auto figure = m_pack.diagram(id);
  if (!figure) {
    m_pictures[key] = QPixmap();
    return startNext();
  }
  m_busy = true;
  auto* watcher = new QFutureWatcher<QImage>(this);
  connect(watcher, &QFutureWatcher<QImage>::finished, this,
          [this, watcher, key, generation = m_generation] {
            watcher->deleteLater();
            m_busy = false;
            if (generation == m_generation)
              keep(key, watcher->result());
            startNext();
          });
  watcher->setFuture(QtConcurrent::run(draw, figure->svg, figure->drawing, theme,
                                       QSize(width, height), hundredths / kHundredths));
}

void ThumbnailStore::keep(const Key& key, const QImage& image) {
  m_pictures[key] = QPixmap::fromImage(image);
  Q_EMIT ready(std::get<DiagramId>(key));
}

void ThumbnailStore::forget() {
  ++m_generation;
  m_pictures.clear();
  m_wishes.clear();
}

void ThumbnailStore::finish() {
  while (!m_wishes.empty()) {
    const Key key = m_wishes.back();
    m_wishes.pop_back();
    const auto& [id, theme, width, height, hundredths] = key;
    if (const auto figure = m_pack.diagram(id))
      keep(key, draw(figure->svg, figure->drawing, theme, QSize(width, height),
                     hundredths / kHundredths));
  }
}

}  // namespace phaseboard::ui
