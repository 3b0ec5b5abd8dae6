// SPDX-License-Identifier: Apache-2.0
#include "ui/board/card_pictures.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <QPainter>

#include "diagrams/compiler/flow/single_card.h"

namespace phaseboard::ui {
namespace {

constexpr std::size_t kMostCards = 1'000;
constexpr double kSameScale = 1e-6;
constexpr double kFrameRadius = 12;

}  // namespace

style::Role roleOf(board::PartKind kind) {
  return style::kRoles[static_cast<std::size_t>(kind)];
}

style::Wire wireOf(board::WireKind kind) {
  return style::kWires[static_cast<std::size_t>(kind)];
}

style::Lane laneOf(board::GroupKind kind) {
  return style::kLanes[static_cast<std::size_t>(kind)];
}

CardPictures::Entry& CardPictures::entryFor(const std::string& name, board::PartKind kind) {
  std::string key(1, static_cast<char>('a' + static_cast<int>(kind)));
  key += name;
  const auto [found, isNew] = m_entries.try_emplace(std::move(key));
  if (isNew)
    found->second.size = compiler::singleCardSize(roleOf(kind), name);
  found->second.usedAt = ++m_uses;
  return found->second;
}

board::Extent CardPictures::extent(const std::string& name, board::PartKind kind) {
  const QSizeF size = entryFor(name, kind).size;
  return {size.width(), size.height()};
}

void CardPictures::begin(double milliseconds) {
  m_allowance = milliseconds;
  m_isComplete = true;
  m_watch.start();
  if (m_entries.size() > kMostCards)
    forgetOldest();
}

void CardPictures::forgetOldest() {
  std::vector<std::uint64_t> uses;
  for (const auto& [key, entry] : m_entries)
    uses.push_back(entry.usedAt);
  const auto middle = uses.begin() + static_cast<std::ptrdiff_t>(uses.size() / 2);
  std::nth_element(uses.begin(), middle, uses.end());
  const std::uint64_t oldest = *middle;
  std::erase_if(m_entries, [oldest](const auto& each) { return each.second.usedAt < oldest; });
}

void CardPictures::draw(Entry& entry, const board::Part& part, style::ThemeName theme,
                        double scale) {
  if (!entry.scene) {
    const compiler::SingleCard card = compiler::singleCard(roleOf(part.kind), part.name);
    auto scene = scene::Scene::read(card.svg);
    if (!scene)
      return;
    entry.scene = std::make_unique<scene::Scene>(std::move(*scene));
    entry.corner = card.corner;
  }
  const QSizeF size = entry.scene->size() * scale;
  entry.picture = QPixmap(QSize(static_cast<int>(std::ceil(size.width())) + 1,
                                static_cast<int>(std::ceil(size.height())) + 1));
  entry.picture.fill(Qt::transparent);
  QPainter painter(&entry.picture);
  painter.scale(scale, scale);
  entry.scene->paint(painter, theme, scene::Look(), {}, scene::Backdrop::None);
  entry.scale = scale;
  entry.theme = theme;
}

void CardPictures::paint(QPainter& painter, style::ThemeName theme, const board::Part& part) {
  Entry& entry = entryFor(part.name, part.kind);
  const double ratio = painter.device()->devicePixelRatioF();
  const QTransform toDevice = painter.worldTransform() * QTransform::fromScale(ratio, ratio);
  const double scale = toDevice.m11();
  const bool fits =
      !entry.picture.isNull() && entry.theme == theme && std::abs(entry.scale - scale) < kSameScale;
  if (!fits) {
    if (static_cast<double>(m_watch.nsecsElapsed()) / 1e6 < m_allowance)
      draw(entry, part, theme, scale);
    else
      m_isComplete = false;
  }
  const QPointF at(part.box.x, part.box.y);
  if (entry.picture.isNull() || entry.theme != theme) {
    const style::RoleColours colours = style::colours(theme, roleOf(part.kind));
    painter.setPen(QPen(colours.border, 1.25));
    painter.setBrush(colours.body);
    painter.drawRoundedRect(QRectF(at, entry.size), kFrameRadius, kFrameRadius);
    return;
  }
  if (std::abs(entry.scale - scale) < kSameScale) {
    // On whole device pixels a picture is copied as it is.
    const QPointF device = toDevice.map(at - entry.corner);
    painter.save();
    painter.resetTransform();
    painter.scale(1 / ratio, 1 / ratio);
    painter.drawPixmap(QPoint(qRound(device.x()), qRound(device.y())), entry.picture);
    painter.restore();
    return;
  }
  painter.drawPixmap(QRectF(at - entry.corner, QSizeF(entry.picture.size()) / entry.scale),
                     entry.picture, QRectF(QPointF(), QSizeF(entry.picture.size())));
}

}  // namespace phaseboard::ui
