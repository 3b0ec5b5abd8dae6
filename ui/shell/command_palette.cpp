// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/command_palette.h"

#include <algorithm>

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/shell/palette_delegate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

/// The panel in the middle; only paints itself.
class Panel : public QWidget {
 public:
  using QWidget::QWidget;

 protected:
  void paintEvent(QPaintEvent*) override {
    const style::ApplicationColours c = coloursOf(this);
    QPainter painter(this);
    paintPanel(painter, rect(), 14, c.card, c.cardBorder);
  }
};

constexpr int kWidth = 640;
constexpr int kRowsShown = 9;

}  // namespace

CommandPalette::CommandPalette(Session& session, QWidget* host)
    : QWidget(host),
      m_model(session),
      m_panel(new Panel(this)),
      m_box(new QLineEdit(m_panel)),
      m_list(new QListView(m_panel)),
      m_hint(new Label(QString(), TextRole::Small, Tone::Muted)) {
  setObjectName(QStringLiteral("commandPalette"));
  m_box->setObjectName(QStringLiteral("commandPaletteBox"));
  m_box->setPlaceholderText(tr("Search everything, or run a command"));
  m_box->setAccessibleName(tr("Search or run a command"));
  m_box->setFont(typeFont(TextRole::Heading));
  m_box->setClearButtonEnabled(true);
  m_hint->setObjectName(QStringLiteral("commandPaletteHint"));
  m_hint->setWordWrap(true);
  m_hint->setContentsMargins(kGrid, 0, kGrid, 0);
  m_list->setObjectName(QStringLiteral("commandPaletteList"));
  m_list->setModel(&m_model);
  m_list->setItemDelegate(new PaletteDelegate(m_list));
  m_list->setAccessibleName(tr("Results"));
  m_list->setFocusPolicy(Qt::NoFocus);
  m_list->setUniformItemSizes(true);
  m_list->setMouseTracking(true);
  m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  auto* column = new QVBoxLayout(m_panel);
  column->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
  column->setSpacing(kGrid);
  column->addWidget(m_box);
  column->addWidget(m_list);
  column->addWidget(m_hint);
  column->addStretch(1);
  connect(&m_model, &QAbstractItemModel::modelReset, this, &CommandPalette::onListed);
  connect(m_box, &QLineEdit::textChanged, this, &CommandPalette::onTyped);
  connect(m_list, &QListView::clicked, this, &CommandPalette::accept);
  connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
  m_box->installEventFilter(this);
  host->installEventFilter(this);
  hide();
}

void CommandPalette::setPlaces(std::vector<PaletteRow> places, bool only) {
  m_hasOnlyPlaces = only;
  m_model.setPlaces(std::move(places), only);
  m_box->setPlaceholderText(only ? tr("Bookmarks and recent places")
                                 : tr("Search everything, or run a command"));
}

void CommandPalette::open(const QList<QAction*>& commands, const QString& typed) {
  m_focusBefore = QApplication::focusWidget();
  m_model.setCommands(commands);
  const QSignalBlocker blocker(m_box);
  m_box->setText(typed);
  onTyped(typed);
  show();
  raise();
  m_box->setFocus();
}

void CommandPalette::close() {
  if (isHidden())
    return;
  hide();
  m_model.cancel();
  if (m_focusBefore)
    m_focusBefore->setFocus();
}

void CommandPalette::onTyped(const QString& typed) {
  m_acceptsNext = false;
  m_model.search(typed);
}

void CommandPalette::onListed() {
  m_list->setCurrentIndex(m_model.index(0));
  m_list->scrollToTop();
  place();
  if (m_acceptsNext)
    accept();
}

void CommandPalette::place() {
  setGeometry(parentWidget()->rect());
  const int rowHeight = m_list->sizeHintForRow(0) > 0 ? m_list->sizeHintForRow(0) : scaled(48);
  const int top = std::min(96, height() / 8);
  const int room = height() - top - m_box->sizeHint().height() - 6 * kGrid;
  const int rows = std::clamp(m_model.rowCount(), 0, std::clamp(room / rowHeight, 1, kRowsShown));
  m_list->setVisible(rows > 0);
  m_list->setFixedHeight(std::max(1, rows * rowHeight));
  const int panelWidth = std::min(std::max(kWidth, scaled(kWidth)), width() - 8 * kGrid);
  updateHint();
  const int panelHeight =
      m_box->sizeHint().height() + 2 * kGrid + (rows > 0 ? rows * rowHeight + kGrid : 0) +
      (m_hint->isHidden() ? 0 : m_hint->heightForWidth(panelWidth - 2 * kGrid) + kGrid);
  m_panel->setGeometry((width() - panelWidth) / 2, top, panelWidth, panelHeight);
}

void CommandPalette::updateHint() {
  const bool isEmpty = m_box->text().trimmed().isEmpty();
  const bool hasNothing = m_model.rowCount() == 0;
  m_hint->setVisible((isEmpty && !m_hasOnlyPlaces) || hasNothing);
  if (isEmpty && !hasNothing)
    m_hint->setText(
        tr("Narrow with  phase:  question:  kind:  tag:  is:due  ·  \"these words together\"  ·  "
           "begin*"));
  else if (isEmpty)
    m_hint->setText(tr("No bookmarks and no recent places yet."));
  else
    m_hint->setText(tr("Nothing found. Fewer words or filters find more."));
}

void CommandPalette::move(int rows) {
  const int count = m_model.rowCount();
  if (count == 0)
    return;
  const int next = (m_list->currentIndex().row() + rows + count) % count;
  m_list->setCurrentIndex(m_model.index(next));
}

void CommandPalette::accept() {
  // Enter is meant for what was typed, not for what is still listed from before.
  m_acceptsNext = m_model.isSearching();
  if (m_acceptsNext)
    return;
  const QModelIndex index = m_list->currentIndex();
  if (!index.isValid())
    return;
  const PaletteRow row = m_model.row(index.row());
  if (!row.typed.isEmpty())
    return m_box->setText(row.typed);
  close();
  if (row.command)
    row.command->trigger();
  else
    Q_EMIT placeChosen(row.place);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
    place();
  if (watched != m_box || event->type() != QEvent::KeyPress)
    return QWidget::eventFilter(watched, event);
  switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
    case Qt::Key_Tab:  // what lies behind is not to be reached
      move(1);
      return true;
    case Qt::Key_Up:
    case Qt::Key_Backtab:
      move(-1);
      return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
      QApplication::sendEvent(m_list, event);
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      accept();
      return true;
    case Qt::Key_Escape:
      close();
      return true;
    default:
      return false;
  }
}

void CommandPalette::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const bool dark = themeOf(this) == style::ThemeName::Dark;
  painter.fillRect(rect(), QColor(8, 14, 24, dark ? 150 : 90));
}

void CommandPalette::mousePressEvent(QMouseEvent*) {
  close();
}

}  // namespace phaseboard::ui
