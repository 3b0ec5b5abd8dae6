// SPDX-License-Identifier: Apache-2.0
#include "ui/study/versions_dialog.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QListView>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/models/versions_model.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

QScrollArea* makeReader(TextBlock* text) {
  auto* area = new QScrollArea;
  area->setWidgetResizable(true);
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, kGrid);
  column->addWidget(text);
  column->addStretch(1);
  area->setWidget(page);
  return area;
}

}  // namespace

std::optional<answers::VersionId> chooseVersion(Session& session,
                                                const std::vector<answers::Version>& versions,
                                                QWidget* parent) {
  QDialog dialog(parent);
  dialog.setWindowTitle(QDialog::tr("Versions of this answer"));
  dialog.resize(scaled(820), scaled(560));
  auto* column = new QVBoxLayout(&dialog);
  column->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
  column->setSpacing(2 * kGrid);
  column->addWidget(new Label(QDialog::tr("Versions of this answer"), TextRole::Title));
  auto* close = makeButton(QDialog::tr("Close"), ButtonKind::Plain, &dialog);
  QObject::connect(close, &QPushButton::clicked, &dialog, &QDialog::reject);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  buttons->addWidget(close);
  if (versions.empty()) {
    column->addWidget(
        new EmptyState(Glyph::History, QDialog::tr("No version yet"),
                       QDialog::tr("Write something: it is saved when you leave the field.")),
        1);
    column->addLayout(buttons);
    dialog.exec();
    return std::nullopt;
  }
  VersionsModel model(versions, session.clock());
  auto* row = new QHBoxLayout;
  auto* list = new QListView;
  list->setModel(&model);
  list->setFixedWidth(scaled(230));
  list->setSpacing(2);
  auto* text = new TextBlock(session.formulas());
  row->addWidget(list);
  row->addWidget(makeReader(text), 1);
  column->addLayout(row, 1);
  auto* restore = makeButton(QDialog::tr("Restore this version"), ButtonKind::Primary, &dialog);
  buttons->addWidget(restore);
  column->addLayout(buttons);
  QObject::connect(restore, &QPushButton::clicked, &dialog, &QDialog::accept);
  QObject::connect(list->selectionModel(), &QItemSelectionModel::currentChanged, text,
                   [&](const QModelIndex& index) {
                     text->setMarkdown(toQt(model.version(index.row()).text));
                     restore->setEnabled(index.row() > 0);
                   });
  list->setCurrentIndex(model.index(0));
  if (dialog.exec() != QDialog::Accepted || list->currentIndex().row() <= 0)
    return std::nullopt;
  return model.version(list->currentIndex().row()).id;
}

}  // namespace phaseboard::ui
