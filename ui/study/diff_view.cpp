// SPDX-License-Identifier: Apache-2.0
#include "ui/study/diff_view.h"

#include <QEvent>
#include <QUrl>

#include "ui/bridge/text.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {

DiffView::DiffView(QWidget* parent) : QPlainTextEdit(parent) {
  setObjectName(QStringLiteral("diffView"));
  setReadOnly(true);
  setUndoRedoEnabled(false);
  setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  document()->setDocumentMargin(10);
}

void DiffView::show(std::vector<answers::DiffRun> runs) {
  m_runs = std::move(runs);
  write();
}

void DiffView::write() {
  const style::ApplicationColours colours = coloursOf(this);
  QTextCharFormat same;
  same.setForeground(colours.text);
  QTextCharFormat added = same;
  added.setBackground(colours.goodSoft);
  added.setFontUnderline(true);
  QTextCharFormat removed;
  removed.setForeground(colours.mutedText);
  removed.setBackground(colours.badSoft);
  removed.setFontStrikeOut(true);
  clear();
  QTextCursor cursor(document());
  cursor.beginEditBlock();
  for (const answers::DiffRun& run : m_runs)
    cursor.insertText(toQt(run.text), run.kind == answers::DiffKind::Same    ? same
                                      : run.kind == answers::DiffKind::Added ? added
                                                                             : removed);
  cursor.endEditBlock();
  moveCursor(QTextCursor::Start);
  setAccessibleName(diffText(m_runs));
}

void DiffView::changeEvent(QEvent* event) {
  QPlainTextEdit::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && !m_runs.empty())
    write();
}

QVariant DiffView::loadResource(int, const QUrl&) {
  return {};
}

QString diffText(const std::vector<answers::DiffRun>& runs) {
  const answers::DiffCounts counts = answers::countsOf(runs);
  const bool isSame =
      runs.empty() || (runs.size() == 1 && runs.front().kind == answers::DiffKind::Same);
  if (isSame)
    return DiffView::tr("Nothing differs.");
  return DiffView::tr("%n word(s) added", nullptr, counts.added) + QStringLiteral(", ") +
         DiffView::tr("%n removed", nullptr, counts.removed);
}

}  // namespace phaseboard::ui
