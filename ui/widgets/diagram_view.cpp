// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/diagram_view.h"

#include <algorithm>
#include <utility>

#include <QAccessible>
#include <QPainter>
#include <QResizeEvent>
#include <QStyle>

#include "ui/widgets/diagram_accessible.h"
#include "ui/widgets/diagram_navigation.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

using scene::Emphasis;
using scene::Look;

constexpr int kSettleMilliseconds = 90;
constexpr int kGlideMilliseconds = 180;
// When painting a whole frame takes longer than this, gestures show the last picture scaled, ms.
// Scaling takes as long as the view is large, so a large one waits a little longer for a crisp
// frame.
constexpr double kFrameBudget = 5;
constexpr double kLargeFrameBudget = 8;
constexpr int kLargePixels = 4'000'000;
constexpr double kKeyZoom = 1.25;
constexpr double kReadableScale = 1.6;
constexpr double kMinimapFrom = 1.12;  // times the scale that fits
constexpr double kSpotlightDimming = 0.55;

}  // namespace

DiagramView::DiagramView(QWidget* parent) : QWidget(parent) {
  DiagramAccessible::install();
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setAccessibleName(tr("Diagram"));
  grabGesture(Qt::PinchGesture);
  m_settle.setSingleShot(true);
  m_settle.setInterval(kSettleMilliseconds);
  connect(&m_settle, &QTimer::timeout, this, &DiagramView::onPause);
  m_glide.setDuration(kGlideMilliseconds);
  m_glide.setStartValue(0.0);
  m_glide.setEndValue(1.0);
  m_glide.setEasingCurve(QEasingCurve::OutCubic);
  connect(&m_glide, &QVariantAnimation::valueChanged, this,
          [this](const QVariant& share) { onGlide(share.toDouble()); });
}

DiagramView::~DiagramView() = default;

void DiagramView::setScene(std::shared_ptr<const scene::Scene> scene) {
  m_glide.stop();
  m_settle.stop();
  m_isGesture = false;
  m_frame.clear();
  m_minimap.clear();
  m_current.reset();
  m_hovered.reset();
  m_spotlight.clear();
  m_revealed.clear();
  m_look = Look();
  m_drag = Drag::None;
  m_scene = std::move(scene);
  m_camera.setFigure(m_scene ? m_scene->size() : QSizeF());
  m_camera.setView(size());
  placeMinimap();
  setAccessibleDescription(m_scene ? m_scene->title() : m_emptyText);
  unsetCursor();
  update();
}

const scene::Scene* DiagramView::scene() const {
  return m_scene.get();
}

void DiagramView::setTheme(style::ThemeName theme) {
  m_theme = theme;
  update();
}

style::ThemeName DiagramView::theme() const {
  return m_theme.value_or(themeOf(this));
}

void DiagramView::setLook(const Look& look) {
  m_look = look;
  m_revealed.clear();
  update();
}

const Look& DiagramView::look() const {
  return m_look;
}

void DiagramView::setEmptyText(const QString& text) {
  m_emptyText = text;
  update();
}

void DiagramView::setCurrentPart(const std::optional<PartId>& part) {
  const bool isKnown = part && m_scene && m_scene->item(*part) != nullptr;
  m_current = isKnown ? part : std::nullopt;
  update();
}

std::optional<PartId> DiagramView::currentPart() const {
  return m_current;
}

void DiagramView::spotlight(const std::vector<PartId>& parts) {
  m_spotlight.clear();
  if (m_scene) {
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(m_spotlight),
                 [this](const PartId& part) { return m_scene->item(part) != nullptr; });
  }
  update();
}

void DiagramView::reveal(const PartId& part) {
  if (m_look.of(part) != Emphasis::Masked)
    return;
  m_revealed.push_back(part);
  update();
}

bool DiagramView::isMasked(const PartId& part) const {
  return lookWithReveals().of(part) == Emphasis::Masked;
}

Look DiagramView::lookWithReveals() const {
  Look look = m_look;
  for (const PartId& part : m_revealed)
    look.set(part, Emphasis::Revealed);
  return look;
}

Look DiagramView::shownLook() const {
  Look look = lookWithReveals();
  if (!m_spotlight.empty()) {
    if (look.others() == Emphasis::Normal)
      look.setOthers(Emphasis::Dimmed).setDimming(kSpotlightDimming);
    for (const PartId& part : m_spotlight) {
      if (look.of(part) != Emphasis::Masked)
        look.set(part, Emphasis::Highlighted);
    }
  }
  if (m_current)
    look = chosen(*m_scene, std::move(look), *m_current);
  return look;
}

DiagramView::Hover DiagramView::hoverLook() const {
  if (!m_scene || !m_hovered || m_drag == Drag::Panning)
    return {};
  const Look base = shownLook();
  Hover hover{hovered(*m_scene, base, *m_hovered), {}};
  for (const auto& [part, emphasis] : hover.look.named())
    if (emphasis != base.of(part) && base.of(part) != Emphasis::Selected)
      hover.parts.insert(part);
  return hover;
}

QRegion DiagramView::regionOf(const Hover& hover) const {
  QRegion region;
  for (const PartId& part : hover.parts)
    for (const QRectF& box : m_scene->paintBoxesOf(part))
      region |= toWidget().mapRect(box).toAlignedRect().adjusted(-1, -1, 1, 1);
  return region;
}

Viewport DiagramView::viewport() const {
  return m_glide.state() == QAbstractAnimation::Running ? m_glideTo : m_camera.viewport();
}

void DiagramView::setViewport(const Viewport& viewport) {
  m_glide.stop();
  m_camera.setViewport(viewport);
  settle();
}

double DiagramView::scale() const {
  return m_camera.scale();
}

void DiagramView::zoomIn() {
  glideTo(m_camera.zoomed(rect().center(), kKeyZoom));
}

void DiagramView::zoomOut() {
  glideTo(m_camera.zoomed(rect().center(), 1 / kKeyZoom));
}

void DiagramView::fit() {
  glideTo(Viewport{});
}

void DiagramView::actualSize() {
  glideTo({false, 1, m_camera.centre()});
}

void DiagramView::zoomToPart(const PartId& part) {
  const scene::Item* item = m_scene ? m_scene->item(part) : nullptr;
  if (item != nullptr)
    glideTo(m_camera.around(item->bounds.adjusted(-40, -40, 40, 40), kReadableScale));
}

void DiagramView::bringIntoView(const QRectF& box) {
  const QRectF seen = toWidget().mapRect(box);
  if (!m_scene || QRectF(rect()).contains(seen))
    return;
  const bool fits = seen.width() < width() && seen.height() < height();
  glideTo(fits ? Viewport{false, m_camera.scale(), box.center()}
               : m_camera.around(box, m_camera.scale()));
}

void DiagramView::setReducedMotion(bool reduced) {
  m_reducedMotion = reduced;
}

bool DiagramView::reducedMotion() const {
  return m_reducedMotion;
}

bool DiagramView::isAnimating() const {
  return m_settle.isActive() || m_glide.state() == QAbstractAnimation::Running;
}

void DiagramView::setMinimapShown(bool shown) {
  m_minimapShown = shown;
  update();
}

bool DiagramView::movesSmoothly() const {
  return !m_reducedMotion && isVisible() &&
         style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
}

void DiagramView::glideTo(const Viewport& target) {
  if (!m_scene)
    return;
  if (!movesSmoothly()) {
    jumpTo(target);
    return;
  }
  m_glide.stop();
  m_glideFrom = m_camera.viewport();
  m_glideTo = target;
  m_isGesture = true;
  m_glide.start();
}

void DiagramView::onGlide(double share) {
  if (share >= 1) {
    jumpTo(m_glideTo);
    return;
  }
  m_camera.setViewport(m_camera.between(m_glideFrom, m_glideTo, share));
  update();
}

void DiagramView::jumpTo(const Viewport& target) {
  m_glide.stop();
  m_camera.setViewport(target);
  settle();
  Q_EMIT viewportChanged(m_camera.viewport());
}

void DiagramView::settle() {
  m_settle.stop();
  m_isGesture = false;
  update();
}

void DiagramView::onPause() {
  if (m_isGesture)
    settle();
  else if (m_scene && isVisible())
    m_frame.crisp(request());
}

QTransform DiagramView::toWidget() const {
  return m_camera.toWidget(devicePixelRatioF());
}

std::optional<PartId> DiagramView::partAtWidget(QPointF position) const {
  if (!m_scene || (isMinimapVisible() && m_minimap.panel().contains(position)))
    return std::nullopt;
  return m_scene->partAt(toWidget().inverted().map(position));
}

bool DiagramView::isMinimapVisible() const {
  return m_minimapShown && m_scene && m_camera.cuts() &&
         m_camera.scale() > m_camera.fitScale() * kMinimapFrom && width() > 480 && height() > 320;
}

FrameRequest DiagramView::request() const {
  const double ratio = devicePixelRatioF();
  return {m_scene.get(), theme(), shownLook(), toWidget() * QTransform::fromScale(ratio, ratio),
          (QSizeF(size()) * ratio).toSize()};
}

void DiagramView::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  if (!m_scene) {
    paintEmpty(painter);
    return;
  }
  paintFigure(painter);
  if (isMinimapVisible())
    m_minimap.paint(painter, *m_scene, theme(), lookWithReveals(), m_camera.visible(),
                    devicePixelRatioF());
  if (hasFocus())
    paintFocusRing(painter, QRectF(rect()), kControlRadius,
                   style::applicationColours(theme()).focusRing);
}

void DiagramView::paintFigure(QPainter& painter) {
  const FrameRequest wanted = request();
  const double ratio = devicePixelRatioF();
  painter.save();
  painter.scale(1 / ratio, 1 / ratio);
  const bool isLarge = wanted.size.width() * wanted.size.height() > kLargePixels;
  const double budget = isLarge ? kLargeFrameBudget : kFrameBudget;
  if (m_isGesture && m_frame.canStandIn(wanted) && m_frame.wholeMilliseconds() > budget) {
    const QRectF covered = m_frame.paintStandIn(painter, wanted);
    const QRegion around = QRegion(QRect(QPoint(), wanted.size)) - covered.toRect();
    for (const QRect& piece : around)
      painter.fillRect(piece, style::colour(wanted.theme, style::Neutral::Canvas));
  } else if (m_isGesture && isLarge && m_frame.canStandIn(wanted)) {
    m_frame.paintPassing(painter, wanted);
  } else if (!m_frame.canStandIn(wanted) && isVisible()) {
    // Seen first and kept in the pause that follows: a picture of the whole view takes a fifth of
    // the time to copy.
    m_frame.paintPassing(painter, wanted);
    m_settle.start();
  } else {
    painter.drawPixmap(0, 0, m_frame.crisp(wanted));
  }
  painter.restore();
  const Hover hover = hoverLook();
  m_hoverShown = regionOf(hover);
  if (hover.parts.empty())
    return;
  painter.save();
  painter.setTransform(toWidget(), true);
  m_scene->paintParts(painter, wanted.theme, hover.look, hover.parts, &wanted.look);
  painter.restore();
}

void DiagramView::paintEmpty(QPainter& painter) {
  const style::ApplicationColours colours = style::applicationColours(theme());
  painter.fillRect(rect(), style::colour(theme(), style::Neutral::Canvas));
  painter.setPen(colours.mutedText);
  painter.setFont(typeFont(TextRole::Body));
  const QRect box = rect().adjusted(3 * kGrid, 3 * kGrid, -3 * kGrid, -3 * kGrid);
  painter.drawText(box, Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

void DiagramView::resizeEvent(QResizeEvent* event) {
  m_camera.setView(event->size());
  placeMinimap();
}

void DiagramView::placeMinimap() {
  if (m_scene)
    m_minimap.place(m_scene->size(), size());
}

void DiagramView::changeEvent(QEvent* event) {
  if (isLookChange(*event))
    update();
  QWidget::changeEvent(event);
}

QSize DiagramView::sizeHint() const {
  return m_scene ? m_scene->size().toSize() : QSize(960, 600);
}

QSize DiagramView::minimumSizeHint() const {
  return {240, 160};
}

}  // namespace phaseboard::ui
