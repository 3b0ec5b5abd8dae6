// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/help_dialogs.h"

#include <QAction>
#include <QDialog>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/shell/search_pill.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {
namespace {

/// A name on the left, its key as a cap on the right.
class KeyRow : public QWidget {
 public:
  KeyRow(QString name, QString key) : m_name(std::move(name)), m_key(std::move(key)) {
    atTextSize(this, [this] { setMinimumHeight(scaled(32)); });
    setAccessibleName(m_name + QStringLiteral(": ") + m_key);
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    const style::ApplicationColours c = coloursOf(this);
    QPainter painter(this);
    painter.setFont(typeFont(TextRole::Body));
    painter.setPen(c.text);
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, m_name);
    paintKeyCap(painter, m_key, width() - 4, height() / 2, this);
  }

 private:
  QString m_name;
  QString m_key;
};

}  // namespace

void showKeysDialog(const QList<QAction*>& commands, QWidget* parent) {
  QDialog dialog(parent);
  dialog.setWindowTitle(QDialog::tr("Keyboard shortcuts"));
  dialog.resize(scaled(440), scaled(560));
  auto* column = new QVBoxLayout(&dialog);
  column->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
  column->setSpacing(2 * kGrid);
  column->addWidget(new Label(QDialog::tr("Keyboard shortcuts"), TextRole::Title));
  auto* area = new QScrollArea;
  area->setAccessibleName(QDialog::tr("Keyboard shortcuts"));
  auto* list = new QWidget;
  auto* rows = new QVBoxLayout(list);
  rows->setContentsMargins(0, 0, kGrid, 0);
  rows->setSpacing(0);
  for (const QAction* command : commands)
    if (!command->shortcut().isEmpty())
      rows->addWidget(new KeyRow(QString(command->text()).remove(u'&').remove(u'…'),
                                 command->shortcut().toString(QKeySequence::NativeText)));
  rows->addStretch(1);
  area->setWidget(list);
  area->setWidgetResizable(true);
  column->addWidget(area, 1);
  auto* close = makeButton(QDialog::tr("Close"), ButtonKind::Primary, &dialog);
  QObject::connect(close, &QPushButton::clicked, &dialog, &QDialog::accept);
  column->addWidget(close, 0, Qt::AlignRight);
  dialog.exec();
}

void showAboutDialog(const std::vector<ports::PackInfo>& packs, QWidget* parent) {
  QDialog dialog(parent);
  dialog.setWindowTitle(QDialog::tr("About Phaseboard"));
  auto* column = new QVBoxLayout(&dialog);
  column->setContentsMargins(4 * kGrid, 4 * kGrid, 4 * kGrid, 3 * kGrid);
  column->setSpacing(kGrid);
  column->addWidget(new Label(QStringLiteral("Phaseboard"), TextRole::Display));
  column->addWidget(new Label(QDialog::tr("Version %1").arg(toQt(PHASEBOARD_VERSION)),
                              TextRole::Body, Tone::Muted));
  auto* words = new Label(
      QDialog::tr("A study desk for the machine learning system design interview. Everything stays "
                  "on this machine."),
      TextRole::Body);
  words->setWordWrap(true);
  atTextSize(words, [words] { words->setMinimumWidth(scaled(380)); });
  column->addWidget(words);
  column->addSpacing(kGrid);
  for (const ports::PackInfo& pack : packs)
    column->addWidget(new Label(QDialog::tr("Pack: %1 %2, %3")
                                    .arg(toQt(pack.title), toQt(pack.version), toQt(pack.licence)),
                                TextRole::Small, Tone::Muted));
  column->addWidget(
      new Label(QDialog::tr("Program: Apache-2.0. Inter and JetBrains Mono: OFL-1.1."),
                TextRole::Small, Tone::Muted));
  column->addSpacing(2 * kGrid);
  auto* close = makeButton(QDialog::tr("Close"), ButtonKind::Primary, &dialog);
  QObject::connect(close, &QPushButton::clicked, &dialog, &QDialog::accept);
  column->addWidget(close, 0, Qt::AlignRight);
  dialog.exec();
}

}  // namespace phaseboard::ui
