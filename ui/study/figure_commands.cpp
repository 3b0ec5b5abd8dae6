// SPDX-License-Identifier: Apache-2.0
#include "ui/study/figure_commands.h"

#include <QAction>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>

#include "ui/bridge/text.h"
#include "ui/figures/compare_dialog.h"
#include "ui/figures/export_dialog.h"
#include "ui/shell/window_memory.h"
#include "ui/study/figure_panel.h"
#include "ui/widgets/diagram_view.h"

namespace phaseboard::ui {

using namespace Qt::StringLiterals;

FigureCommands::FigureCommands(const ScreenContext& context, FigurePanel* panel)
    : QObject(panel), m_context(context), m_panel(panel) {
  addMoves();
  addViews();
  addUses();
  update();
}

QAction* FigureCommands::add(const QString& text, const QKeySequence& key, const char* name) {
  auto* action = new QAction(text, m_panel);
  action->setObjectName(QLatin1String(name));
  action->setShortcut(key);
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  QString plain = text;
  action->setToolTip(u"%1  %2"_s.arg(plain.remove(u'…'), key.toString(QKeySequence::NativeText)));
  m_all.push_back(action);
  return action;
}

template <class Slot>
QAction* FigureCommands::add(const QString& text, const QKeySequence& key, const char* name,
                             Slot slot) {
  QAction* action = add(text, key, name);
  connect(action, &QAction::triggered, m_panel, slot);
  return action;
}

void FigureCommands::addMoves() {
  FigurePanel* panel = m_panel;
  add(tr("Go to the figure"), Qt::Key_F6, "figureFocusCommand",
      [panel] { panel->view()->setFocus(); });
  add(tr("Next figure"), Qt::CTRL | Qt::Key_Right, "nextFigureCommand",
      [panel] { panel->next(1); });
  add(tr("Previous figure"), Qt::CTRL | Qt::Key_Left, "previousFigureCommand",
      [panel] { panel->next(-1); });
  add(tr("Find in the figure"), Qt::CTRL | Qt::Key_F, "findPartCommand",
      [panel] { panel->find(); });
  m_parts = add(tr("Outline of parts"), Qt::CTRL | Qt::SHIFT | Qt::Key_O, "partsCommand",
                [panel](bool shown) { panel->showParts(shown); });
  m_parts->setCheckable(true);
  add(tr("Play or pause the path"), Qt::ALT | Qt::Key_P, "playPathCommand",
      [panel] { panel->togglePlay(); });
  add(tr("Next step of the path"), Qt::ALT | Qt::Key_Down, "nextStepCommand",
      [panel] { panel->walk(1); });
  add(tr("Previous step of the path"), Qt::ALT | Qt::Key_Up, "previousStepCommand",
      [panel] { panel->walk(-1); });
}

void FigureCommands::addViews() {
  FigurePanel* panel = m_panel;
  add(tr("Show the whole figure"), Qt::CTRL | Qt::SHIFT | Qt::Key_F, "fitCommand",
      [panel] { panel->view()->fit(); });
  add(tr("Show at 100 %"), Qt::ALT | Qt::Key_0, "actualSizeCommand",
      [panel] { panel->view()->actualSize(); });
  add(tr("Zoom to the chosen part"), Qt::ALT | Qt::Key_Z, "zoomToPartCommand",
      [panel] { panel->zoomToChosen(); });
  add(tr("Zoom in"), Qt::ALT | Qt::Key_Plus, "zoomInCommand", [panel] { panel->view()->zoomIn(); });
  add(tr("Zoom out"), Qt::ALT | Qt::Key_Minus, "zoomOutCommand",
      [panel] { panel->view()->zoomOut(); });
  m_map = add(tr("Small map of the figure"), Qt::CTRL | Qt::SHIFT | Qt::Key_M, "minimapCommand",
              [panel](bool shown) { panel->showMinimap(shown); });
  m_map->setCheckable(true);
  m_tint = add(tr("Colour parts by memory"), Qt::CTRL | Qt::SHIFT | Qt::Key_T, "tintCommand",
               [panel](bool tinted) { panel->setTinted(tinted); });
  m_tint->setCheckable(true);
  m_present = add(tr("Figure over the whole screen"), Qt::SHIFT | Qt::Key_F11, "presentCommand",
                  [panel](bool alone) { panel->setAlone(alone); });
  m_present->setCheckable(true);
}

void FigureCommands::addUses() {
  add(tr("Mark the figure as favourite"), Qt::CTRL | Qt::Key_D, "favouriteCommand",
      [panel = m_panel] { panel->toggleFavourite(); });
  add(tr("Compare with another figure…"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, "compareCommand",
      [this] { compare(); });
  add(tr("Export the figure…"), Qt::CTRL | Qt::SHIFT | Qt::Key_E, "exportCommand",
      [this] { exportFigure(); });
  add(tr("Print the figure…"), Qt::CTRL | Qt::Key_P, "printCommand", [this] { print(); });
}

void FigureCommands::update() {
  m_parts->setChecked(m_panel->arePartsShown());
  m_map->setChecked(m_panel->isMinimapShown());
  m_tint->setChecked(m_panel->isTinted());
  m_present->setChecked(m_panel->isAlone());
}

void FigureCommands::exportFigure() {
  if (!m_panel->content())
    return;
  const QString standard = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  auto* dialog =
      new ExportDialog(m_context.session, *m_panel->content(),
                       m_context.memory.choice(u"exportFolder"_s, standard), m_panel->window());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, m_panel, [this, dialog] {
    const QString file = dialog->written();
    m_context.memory.setChoice(u"exportFolder"_s, file.section(u'/', 0, -2));
    Q_EMIT m_panel->said(tr("Exported to %1").arg(file));
  });
  dialog->open();
}

void FigureCommands::print() {
  if (m_panel->scene() == nullptr)
    return;
  QPrinter printer(QPrinter::HighResolution);
  const QSizeF size = m_panel->scene()->size();
  printer.setPageOrientation(size.width() > size.height() ? QPageLayout::Landscape
                                                          : QPageLayout::Portrait);
  printer.setDocName(m_panel->scene()->title());
  QPrintDialog dialog(&printer, m_panel->window());
  dialog.setWindowTitle(tr("Print the figure"));
  if (dialog.exec() != QDialog::Accepted)
    return;
  // On paper dark ground is only ink.
  const Status printed = printFigure(*m_panel->scene(), style::ThemeName::Light, printer);
  if (!printed)
    Q_EMIT m_context.session.failed(printed.error());
}

DiagramId FigureCommands::toCompareWith() const {
  const auto& questions = m_context.session.pack().questions();
  const ports::DiagramCard* before = nullptr;
  bool isNext = false;
  for (const ports::QuestionCard& question : questions)
    for (const ports::DiagramCard& figure : question.diagrams) {
      if (isNext)
        return figure.id;
      isNext = figure.id == m_panel->figure();
      if (!isNext)
        before = &figure;
    }
  return before != nullptr ? before->id : m_panel->figure();
}

void FigureCommands::compare() {
  if (!m_panel->content())
    return;
  auto* dialog =
      new CompareDialog(m_context.session, m_panel->figure(), toCompareWith(), m_panel->window());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

}  // namespace phaseboard::ui
