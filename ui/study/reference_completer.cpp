// SPDX-License-Identifier: Apache-2.0
#include "ui/study/reference_completer.h"

#include <algorithm>

#include <QKeyEvent>
#include <QListView>
#include <QScrollBar>
#include <QTextBlock>

#include "ui/bridge/text.h"
#include "ui/models/palette_model.h"
#include "ui/shell/palette_delegate.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kLongestTyped = 40;
constexpr int kListWidth = 360;
constexpr int kListRows = 6;

QString referenceKindText(answers::ReferenceKind kind) {
  switch (kind) {
    case answers::ReferenceKind::Part:
      return kindText(search::HitKind::Part);
    case answers::ReferenceKind::Concept:
      return kindText(search::HitKind::Concept);
    case answers::ReferenceKind::Phase:
      return ReferenceModel::tr("Phase");
    case answers::ReferenceKind::KeyPoint:
      return kindText(search::HitKind::KeyPoint);
  }
  return {};
}

}  // namespace

void ReferenceModel::setRows(std::vector<ops::Referable> rows) {
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
}

const ops::Referable& ReferenceModel::row(int index) const {
  return m_rows.at(static_cast<std::size_t>(index));
}

int ReferenceModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ReferenceModel::data(const QModelIndex& index, int role) const {
  const ops::Referable& one = row(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return toQt(one.title);
    case Qt::AccessibleTextRole:
      return tr("%1, %2, %3").arg(toQt(one.title), referenceKindText(one.kind), toQt(one.where));
    case PaletteModel::kDetailRole:
      return toQt(one.where);
    case PaletteModel::kKindRole:
      return referenceKindText(one.kind);
    default:
      return {};
  }
}

ReferenceCompleter::ReferenceCompleter(QPlainTextEdit* editor, Source source)
    : QObject(editor), m_editor(editor), m_source(std::move(source)) {
  connect(editor, &QPlainTextEdit::cursorPositionChanged, this, &ReferenceCompleter::follow);
  connect(editor, &QPlainTextEdit::textChanged, this, &ReferenceCompleter::follow);
}

bool ReferenceCompleter::isOpen() const {
  return m_list != nullptr && !m_list->isHidden();
}

void ReferenceCompleter::begin() {
  m_refused = -1;
  m_editor->setFocus();
  QTextCursor cursor = m_editor->textCursor();
  const QString line = cursor.block().text().left(cursor.positionInBlock());
  const bool needsBlank = !line.isEmpty() && !line.back().isSpace();
  m_editor->insertPlainText(needsBlank ? QStringLiteral(" @") : QStringLiteral("@"));
}

std::optional<QString> ReferenceCompleter::typed() const {
  const QTextCursor cursor = m_editor->textCursor();
  if (cursor.hasSelection())
    return std::nullopt;
  const QString line = cursor.block().text().left(cursor.positionInBlock());
  const qsizetype at = line.lastIndexOf(u'@');
  if (at < 0 || line.size() - at - 1 > kLongestTyped)
    return std::nullopt;
  // "name@example.org" and "`@`" are none.
  if (at > 0 && (line[at - 1].isLetterOrNumber() || line[at - 1] == u'`'))
    return std::nullopt;
  const QString after = line.mid(at + 1);
  if (after.startsWith(u' ') || cursor.block().position() + at == m_refused)
    return std::nullopt;
  return after;
}

void ReferenceCompleter::follow() {
  const auto words = m_editor->hasFocus() ? typed() : std::nullopt;
  if (!words)
    return close();
  std::vector<ops::Referable> fitting = m_source(*words);
  if (fitting.empty())
    return close();
  if (!m_list) {
    m_list = new QListView(m_editor->window());
    m_list->setObjectName(QStringLiteral("referenceList"));
    m_list->setAccessibleName(tr("What the answer can refer to"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setAutoFillBackground(true);
    connect(m_list, &QListView::clicked, this, &ReferenceCompleter::accept);
    connect(m_editor, &QObject::destroyed, m_list, &QObject::deleteLater);
  }
  m_model.setRows(std::move(fitting));
  m_list->setCurrentIndex(m_model.index(0));
  m_list->show();
  m_list->raise();
  place();
}

void ReferenceCompleter::place() {
  QWidget* window = m_list->parentWidget();
  const QRect caret = m_editor->cursorRect();
  const QPoint below = m_editor->viewport()->mapTo(window, caret.bottomLeft());
  const int rowHeight = std::max(1, m_list->sizeHintForRow(0));
  const int rows = std::min(m_model.rowCount(), kListRows);
  constexpr int kFrame = 10;  // border and padding of the list, above and below
  const QSize size(std::min(scaled(kListWidth), window->width()), rows * rowHeight + kFrame);
  QPoint corner(std::clamp(below.x(), 0, std::max(0, window->width() - size.width() - kGrid)),
                below.y() + 4);
  if (corner.y() + size.height() > window->height())
    corner.setY(below.y() - caret.height() - size.height() - 4);
  m_list->setGeometry(QRect(corner, size));
}

void ReferenceCompleter::close() {
  if (m_list)
    m_list->hide();
}

bool ReferenceCompleter::takeKey(const QKeyEvent* event) {
  if (!isOpen() || event->modifiers() != Qt::NoModifier)
    return false;
  const int row = m_list->currentIndex().row();
  const int rows = m_model.rowCount();
  switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
      const int step = event->key() == Qt::Key_Down ? 1 : rows - 1;
      m_list->setCurrentIndex(m_model.index((row + step) % rows));
      return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
      accept();
      return true;
    case Qt::Key_Escape: {
      const QTextCursor cursor = m_editor->textCursor();
      const QString line = cursor.block().text().left(cursor.positionInBlock());
      m_refused = cursor.block().position() + static_cast<int>(line.lastIndexOf(u'@'));
      close();
      return true;
    }
    default:
      return false;
  }
}

void ReferenceCompleter::accept() {
  const auto words = typed();
  if (!words || !m_list->currentIndex().isValid())
    return close();
  const ops::Referable chosen = m_model.row(m_list->currentIndex().row());
  QTextCursor cursor = m_editor->textCursor();
  cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor,
                      static_cast<int>(words->size()) + 1);
  cursor.insertText(toQt(answers::linkTo(chosen.kind, chosen.id, chosen.title)));
  m_editor->setTextCursor(cursor);
  close();
}

}  // namespace phaseboard::ui
