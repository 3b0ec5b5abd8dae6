// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/paint_cache.h"

#include <map>
#include <mutex>
#include <utility>

#include <QList>

#include "diagrams/style/theme.h"

namespace phaseboard::scene {
namespace {

constexpr double kGreyTowardsCanvas = 0.3;

QPen penOf(const style::Paint& paint) {
  if (!paint.stroke || paint.strokeWidth <= 0)
    return QPen(Qt::NoPen);
  QPen pen(*paint.stroke, paint.strokeWidth);
  pen.setCapStyle(paint.roundCap ? Qt::RoundCap : Qt::FlatCap);
  pen.setJoinStyle(paint.roundJoin ? Qt::RoundJoin : Qt::SvgMiterJoin);
  pen.setMiterLimit(4);
  if (!paint.dash.empty()) {
    QList<qreal> pattern;
    for (const double length : paint.dash)
      pattern.push_back(length / paint.strokeWidth);  // QPen counts dashes in widths
    pen.setDashPattern(pattern);
  }
  return pen;
}

ResolvedStyle resolve(style::ThemeName theme, const ClassChain& chain) {
  const style::Paint paint = style::resolve(theme, chain);
  ResolvedStyle style{penOf(paint), QBrush(Qt::NoBrush), QColor()};
  if (paint.fill) {
    QColor fill = *paint.fill;
    fill.setAlphaF(fill.alphaF() * static_cast<float>(paint.fillOpacity));
    style.brush = QBrush(fill);
    style.ink = fill;
  }
  return style;
}

/// Figures share most of their styles, and looking one up in the table takes long: every answer is
/// kept. They are few: as many as there are combinations of classes in the figures shown.
ResolvedStyle resolved(style::ThemeName theme, const ClassChain& chain) {
  static std::mutex mutex;
  static std::map<std::pair<style::ThemeName, ClassChain>, ResolvedStyle> known;
  constexpr std::size_t kMostKnown = 4096;
  const std::lock_guard lock(mutex);
  const auto key = std::pair(theme, chain);
  const auto found = known.find(key);
  if (found != known.end())
    return found->second;
  if (known.size() >= kMostKnown)
    known.clear();
  return known.emplace(key, resolve(theme, chain)).first->second;
}

QColor towards(const QColor& canvas, const QColor& colour, double share) {
  // What is translucent already fades; what is opaque stays opaque, so that wires never show
  // through a dimmed chip.
  QColor mixed = style::mixed(colour, canvas, share);
  if (colour.alpha() < 255) {
    mixed = colour;
    mixed.setAlphaF(colour.alphaF() * static_cast<float>(1 - share));
  }
  return mixed;
}

QColor withoutColour(const QColor& canvas, const QColor& colour) {
  const int lightness = qGray(colour.rgb());
  QColor grey = style::mixed(QColor(lightness, lightness, lightness), canvas, kGreyTowardsCanvas);
  grey.setAlpha(colour.alpha());
  return grey;
}

/// Changes every colour there is.
template <class Change>
void recolour(ResolvedStyles& styles, const Change& change) {
  for (ResolvedStyle& style : styles) {
    if (style.pen.style() != Qt::NoPen)
      style.pen.setColor(change(style.pen.color()));
    if (style.brush.style() != Qt::NoBrush)
      style.brush.setColor(change(style.brush.color()));
    if (style.ink.isValid())
      style.ink = change(style.ink);
  }
}

}  // namespace

const ResolvedStyles& PaintCache::plain(style::ThemeName theme) {
  auto& kept = of(theme).plain;
  if (!kept) {
    kept.emplace();
    kept->reserve(m_chains.size());
    for (const ClassChain& chain : m_chains)
      kept->push_back(resolved(theme, chain));
  }
  return *kept;
}

const ResolvedStyles& PaintCache::dimmed(style::ThemeName theme, double share) {
  PerTheme& kept = of(theme);
  if (kept.dimmed && kept.share == share)
    return *kept.dimmed;
  kept.dimmed = plain(theme);
  kept.share = share;
  const QColor canvas = style::colour(theme, style::Neutral::Canvas);
  recolour(*kept.dimmed, [&](const QColor& colour) { return towards(canvas, colour, share); });
  return *kept.dimmed;
}

const ResolvedStyles& PaintCache::grey(style::ThemeName theme) {
  PerTheme& kept = of(theme);
  if (!kept.grey) {
    kept.grey = plain(theme);
    const QColor canvas = style::colour(theme, style::Neutral::Canvas);
    recolour(*kept.grey, [&](const QColor& colour) { return withoutColour(canvas, colour); });
  }
  return *kept.grey;
}

}  // namespace phaseboard::scene
