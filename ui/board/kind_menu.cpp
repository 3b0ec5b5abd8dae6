// SPDX-License-Identifier: Apache-2.0
#include "ui/board/kind_menu.h"

#include <functional>
#include <optional>

#include <QIcon>
#include <QPainter>
#include <QPixmap>

#include "ui/board/board_canvas.h"
#include "ui/board/board_words.h"
#include "ui/board/card_pictures.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kSwatchWidth = 28;
constexpr int kSwatchHeight = 18;

/// A small picture that `paint` makes.
QIcon swatch(const QWidget* widget, const std::function<void(QPainter&, const QRectF&)>& paint) {
  const double ratio = widget->devicePixelRatioF();
  QPixmap picture(QSize(kSwatchWidth, kSwatchHeight) * ratio);
  picture.setDevicePixelRatio(ratio);
  picture.fill(Qt::transparent);
  QPainter painter(&picture);
  painter.setRenderHint(QPainter::Antialiasing);
  paint(painter, QRectF(1, 1, kSwatchWidth - 2, kSwatchHeight - 2));
  return picture;
}

QIcon partSwatch(const QWidget* widget, board::PartKind kind) {
  const style::RoleColours colours = style::colours(themeOf(widget), roleOf(kind));
  return swatch(widget, [&](QPainter& painter, const QRectF& box) {
    paintPanel(painter, box, 5, colours.body, colours.border);
    paintPanel(painter, QRectF(box.left() + 4, box.top() + 4, 8, 8), 2.5, colours.ink,
               Qt::transparent);
  });
}

QIcon wireSwatch(const QWidget* widget, board::WireKind kind) {
  const style::WireStyle look = style::wireStyle(themeOf(widget), wireOf(kind));
  return swatch(widget, [&](QPainter& painter, const QRectF& box) {
    QPen pen(look.colour, look.width, Qt::SolidLine, Qt::FlatCap);
    if (!look.dash.empty()) {
      QList<qreal> dash;
      for (const double length : look.dash)
        dash.push_back(length / look.width);
      pen.setDashPattern(dash);
    }
    const double y = box.center().y();
    painter.setPen(pen);
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right() - 7, y));
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.colour);
    painter.drawPolygon(
        QPolygonF({{box.right() - 8, y - 4}, {box.right(), y}, {box.right() - 8, y + 4}}));
  });
}

QIcon groupSwatch(const QWidget* widget, board::GroupKind kind) {
  const style::LaneColours colours = style::colours(themeOf(widget), laneOf(kind));
  return swatch(widget, [&](QPainter& painter, const QRectF& box) {
    paintPanel(painter, box, 5, colours.fill, colours.border);
  });
}

/// The kind that all selected elements of one type share; nothing when they differ.
template <class Type>
auto sharedKind(const BoardCanvas& canvas) -> std::optional<decltype(Type::kind)> {
  std::optional<decltype(Type::kind)> kind;
  for (const board::ElementId id : canvas.selection())
    if (const auto* one = canvas.document().find<Type>(id)) {
      if (kind && *kind != one->kind)
        return std::nullopt;
      kind = one->kind;
    }
  return kind;
}

template <class Type>
bool hasSelected(const BoardCanvas& canvas) {
  for (const board::ElementId id : canvas.selection())
    if (canvas.document().find<Type>(id))
      return true;
  return false;
}

}  // namespace

KindMenu::KindMenu(BoardCanvas& canvas, QWidget* parent) : QMenu(parent), m_canvas(canvas) {
  setObjectName(QStringLiteral("kindMenu"));
  connect(this, &QMenu::aboutToShow, this, &KindMenu::fill);
}

void KindMenu::fill() {
  clear();
  if (m_canvas.isReadOnly())
    return;
  addPartKinds();
  addWireKinds();
  addGroupKinds();
  if (isEmpty())
    addAction(tr("Select a part, an arrow or a group"))->setEnabled(false);
}

void KindMenu::addPartKinds() {
  if (!hasSelected<board::Part>(m_canvas))
    return;
  addSection(tr("Part"));
  for (const board::PartKind kind : board::kPartKinds) {
    QAction* action = addAction(partSwatch(this, kind), kindWords(kind), this, [this, kind] {
      m_canvas.draw(board::changePartKind(m_canvas.document(), m_canvas.selection(), kind,
                                          m_canvas.partExtent()));
    });
    action->setCheckable(true);
    action->setChecked(sharedKind<board::Part>(m_canvas) == kind);
  }
}

void KindMenu::addWireKinds() {
  if (!hasSelected<board::Edge>(m_canvas))
    return;
  addSection(tr("Arrow"));
  for (const board::WireKind kind : board::kWireKinds) {
    QAction* action = addAction(wireSwatch(this, kind), kindWords(kind), this, [this, kind] {
      m_canvas.draw(board::changeWireKind(m_canvas.document(), m_canvas.selection(), kind));
    });
    action->setCheckable(true);
    action->setChecked(sharedKind<board::Edge>(m_canvas) == kind);
  }
}

void KindMenu::addGroupKinds() {
  if (!hasSelected<board::Group>(m_canvas))
    return;
  addSection(tr("Group"));
  for (const board::GroupKind kind : board::kGroupKinds) {
    QAction* action = addAction(groupSwatch(this, kind), kindWords(kind), this, [this, kind] {
      m_canvas.draw(board::changeGroupKind(m_canvas.document(), m_canvas.selection(), kind));
    });
    action->setCheckable(true);
    action->setChecked(sharedKind<board::Group>(m_canvas) == kind);
  }
}

}  // namespace phaseboard::ui
