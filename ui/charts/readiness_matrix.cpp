// SPDX-License-Identifier: Apache-2.0
#include "ui/charts/readiness_matrix.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "diagrams/style/palette.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kLeastTitle = 120;
constexpr int kMostTitle = 232;
constexpr int kHeadHeight = 28;
constexpr int kRowHeight = 56;
constexpr int kGap = 6;
constexpr int kTitleGap = 12;
constexpr int kLeastCell = 72;

int percent(double share) {
  return static_cast<int>(std::lround(share * 100));
}

}  // namespace

ReadinessMatrix::ReadinessMatrix(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Readiness by question and phase"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ReadinessMatrix::setRows(std::vector<Column> columns, std::vector<Row> rows) {
  m_columns = std::move(columns);
  m_rows = std::move(rows);
  m_marked.reset();
  updateGeometry();
  update();
}

ChartTable ReadinessMatrix::table() const {
  ChartTable table{{tr("Question")}, {}};
  for (const Column& column : m_columns)
    table.head += column.title;
  for (const Row& row : m_rows) {
    QStringList cells{row.title};
    for (const review::Readiness& cell : row.cells)
      cells +=
          cell.prompts == 0
              ? QString()
              : tr("%1 % (%2 of %3)").arg(percent(cell.recall)).arg(cell.seen).arg(cell.prompts);
    table.rows += cells;
  }
  return table;
}

int ReadinessMatrix::titleWidth() const {
  const QFontMetrics face(typeFont(TextRole::Strong));
  int widest = scaled(kLeastTitle);
  for (const Row& row : m_rows)
    widest = std::max(widest, face.horizontalAdvance(row.title) + kTitleGap + 4);
  return std::min(widest, scaled(kMostTitle));
}

QSize ReadinessMatrix::sizeHint() const {
  return {titleWidth() + static_cast<int>(m_columns.size()) * 110, minimumSizeHint().height()};
}

QSize ReadinessMatrix::minimumSizeHint() const {
  return {titleWidth() + static_cast<int>(m_columns.size()) * scaled(kLeastCell),
          scaled(kHeadHeight) + static_cast<int>(m_rows.size()) * scaled(kRowHeight)};
}

QRectF ReadinessMatrix::cell(const Place& place) const {
  const qreal pitch = static_cast<qreal>(width() - titleWidth()) /
                      static_cast<qreal>(std::max<std::size_t>(1, m_columns.size()));
  return {titleWidth() + place.column * pitch,
          static_cast<qreal>(scaled(kHeadHeight) + place.row * scaled(kRowHeight)), pitch - kGap,
          static_cast<qreal>(scaled(kRowHeight) - kGap)};
}

std::optional<ReadinessMatrix::Place> ReadinessMatrix::placeAt(QPointF point) const {
  for (int row = 0; row < static_cast<int>(m_rows.size()); ++row)
    for (int column = 0; column < static_cast<int>(m_columns.size()); ++column)
      if (cell({row, column}).contains(point))
        return Place{row, column};
  return std::nullopt;
}

QString ReadinessMatrix::describe(const Place& place) const {
  const Row& row = m_rows[static_cast<std::size_t>(place.row)];
  const auto column = static_cast<std::size_t>(place.column);
  const review::Readiness& readiness = row.cells[column];
  if (readiness.prompts == 0)
    return tr("%1, %2: nothing to ask").arg(row.title, m_columns[column].title);
  return tr("%1, %2: %3 of %4 prompts seen, predicted recall %5 %")
      .arg(row.title, m_columns[column].title)
      .arg(readiness.seen)
      .arg(readiness.prompts)
      .arg(percent(readiness.recall));
}

void ReadinessMatrix::paintCell(QPainter& painter, const Place& place) const {
  const auto colours = coloursOf(this);
  const auto column = static_cast<std::size_t>(place.column);
  const review::Readiness& readiness = m_rows[static_cast<std::size_t>(place.row)].cells[column];
  const QRectF box = cell(place);
  const bool begun = readiness.seen > 0;
  const QColor full = style::colours(themeOf(this), style::Role::Metric).ink;
  const double deepest = themeOf(this) == style::ThemeName::Light ? 0.55 : 0.34;
  const QColor fill = begun ? style::mixed(colours.card, full, 0.10 + deepest * readiness.recall)
                            : style::mixed(colours.card, colours.mutedText, 0.07);
  painter.setPen(m_marked == place ? QPen(colours.focusRing, 2) : QPen(Qt::NoPen));
  painter.setBrush(fill);
  painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), kControlRadius, kControlRadius);

  painter.setPen(begun ? colours.text : colours.mutedText);
  painter.setFont(typeFont(TextRole::Strong));
  const QString words = begun ? tr("%1 %").arg(percent(readiness.recall)) : tr("new");
  painter.drawText(box.adjusted(0, scaled(7), 0, -scaled(22)), Qt::AlignCenter, words);
  painter.setFont(typeFont(TextRole::Caption));
  painter.drawText(box.adjusted(0, scaled(26), 0, -scaled(5)), Qt::AlignCenter,
                   tr("%1 of %2").arg(readiness.seen).arg(readiness.prompts));
}

void ReadinessMatrix::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(typeFont(TextRole::Caption));
  painter.setPen(coloursOf(this).mutedText);
  for (int column = 0; column < static_cast<int>(m_columns.size()); ++column) {
    const QRectF head(cell({0, column}).left(), 0, cell({0, column}).width(),
                      scaled(kHeadHeight) - 6);
    painter.drawText(head, Qt::AlignCenter, m_columns[static_cast<std::size_t>(column)].title);
  }
  for (int row = 0; row < static_cast<int>(m_rows.size()); ++row) {
    const QRectF title(0, cell({row, 0}).top(), titleWidth() - kTitleGap,
                       scaled(kRowHeight) - kGap);
    painter.setFont(typeFont(TextRole::Strong));
    painter.setPen(coloursOf(this).text);
    const QString words =
        painter.fontMetrics().elidedText(m_rows[static_cast<std::size_t>(row)].title,
                                         Qt::ElideRight, static_cast<int>(title.width()));
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter, words);
    for (int column = 0; column < static_cast<int>(m_columns.size()); ++column)
      paintCell(painter, {row, column});
  }
}

void ReadinessMatrix::mark(std::optional<Place> place) {
  if (m_marked == place)
    return;
  m_marked = place;
  setCursor(place ? Qt::PointingHandCursor : Qt::ArrowCursor);
  setAccessibleDescription(place ? describe(*place) : QString());
  update();
}

void ReadinessMatrix::choose() {
  if (!m_marked)
    return;
  Q_EMIT chosen(m_rows[static_cast<std::size_t>(m_marked->row)].question,
                m_columns[static_cast<std::size_t>(m_marked->column)].phase);
}

void ReadinessMatrix::mouseMoveEvent(QMouseEvent* event) {
  mark(placeAt(event->position()));
  if (m_marked)
    QToolTip::showText(event->globalPosition().toPoint(), describe(*m_marked), this);
}

void ReadinessMatrix::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton)
    return;
  mark(placeAt(event->position()));
  choose();
}

void ReadinessMatrix::focusInEvent(QFocusEvent*) {
  if (!m_marked && !m_rows.empty() && !m_columns.empty())
    mark(Place{0, 0});
}

void ReadinessMatrix::leaveEvent(QEvent*) {
  mark(std::nullopt);
}

void ReadinessMatrix::keyPressEvent(QKeyEvent* event) {
  if (m_rows.empty() || m_columns.empty()) {
    QWidget::keyPressEvent(event);
    return;
  }
  Place place = m_marked.value_or(Place{});
  switch (event->key()) {
    case Qt::Key_Left:
      place.column = std::max(0, place.column - 1);
      break;
    case Qt::Key_Right:
      place.column = std::min(static_cast<int>(m_columns.size()) - 1, place.column + 1);
      break;
    case Qt::Key_Up:
      place.row = std::max(0, place.row - 1);
      break;
    case Qt::Key_Down:
      place.row = std::min(static_cast<int>(m_rows.size()) - 1, place.row + 1);
      break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
      choose();
      return;
    default:
      QWidget::keyPressEvent(event);
      return;
  }
  mark(place);
}

}  // namespace phaseboard::ui
