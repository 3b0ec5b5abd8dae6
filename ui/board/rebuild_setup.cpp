// SPDX-License-Identifier: Apache-2.0
#include "ui/board/rebuild_setup.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/board/board_words.h"
#include "ui/bridge/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segments.h"

namespace phaseboard::ui {
namespace {

constexpr int kFewestParts = 3;

QString levelHelp(board::Level level) {
  switch (level) {
    case board::Level::PartsGiven:
      return RebuildSetup::tr(
          "Every part lies on the board with its name. Connect and group them.");
    case board::Level::NamesHidden:
      return RebuildSetup::tr(
          "Every part lies on the board by its kind. Name, connect and group them.");
    case board::Level::NothingGiven:
      return RebuildSetup::tr("The board is empty: name, connect and group every part.");
  }
  return {};
}

}  // namespace

RebuildSetup::RebuildSetup(const ports::PackLibrary& pack, QWidget* parent)
    : QWidget(parent),
      m_pack(pack),
      m_filter(new QLineEdit(this)),
      m_figures(new QListWidget(this)),
      m_title(new Label({}, TextRole::Title)),
      m_purpose(new Label({}, TextRole::Body, Tone::Muted)),
      m_help(new Label({}, TextRole::Small, Tone::Muted)),
      m_levels(
          new Segments({levelWords(board::Level::PartsGiven), levelWords(board::Level::NamesHidden),
                        levelWords(board::Level::NothingGiven)},
                       this)),
      m_start(makeButton(tr("Start rebuilding"), ButtonKind::Primary, this)) {
  setObjectName(QStringLiteral("rebuildSetup"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(4 * kGrid, 4 * kGrid, 4 * kGrid, 4 * kGrid);
  row->setSpacing(4 * kGrid);
  auto* left = new QVBoxLayout;
  left->addWidget(new Label(tr("Rebuild a figure from memory"), TextRole::Title));
  m_filter->setPlaceholderText(tr("Find a figure"));
  m_filter->setAccessibleName(tr("Find a figure"));
  m_filter->setClearButtonEnabled(true);
  left->addWidget(m_filter);
  m_figures->setObjectName(QStringLiteral("rebuildFigures"));
  m_figures->setAccessibleName(tr("Figures"));
  m_figures->setFrameShape(QFrame::NoFrame);
  m_figures->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_figures->setTextElideMode(Qt::ElideRight);
  m_figures->setSpacing(4);
  left->addWidget(m_figures, 1);
  row->addLayout(left, 3);
  auto* card = new Card(this);
  card->column()->setSpacing(2 * kGrid);
  m_title->setWordWrap(true);
  m_purpose->setWordWrap(true);
  m_help->setWordWrap(true);
  card->column()->addWidget(m_title);
  card->column()->addWidget(m_purpose);
  card->column()->addSpacing(kGrid);
  card->column()->addWidget(new Label(tr("How much is given"), TextRole::Strong));
  m_levels->setObjectName(QStringLiteral("rebuildLevels"));
  m_levels->setCurrent(2);
  card->column()->addWidget(m_levels, 0, Qt::AlignLeft);
  card->column()->addWidget(m_help);
  card->column()->addStretch(1);
  auto* buttons = new QHBoxLayout;
  auto* cancel = makeButton(tr("Back"), ButtonKind::Quiet, this);
  m_start->setObjectName(QStringLiteral("startRebuild"));
  buttons->addWidget(cancel);
  buttons->addStretch(1);
  buttons->addWidget(m_start);
  card->column()->addLayout(buttons);
  row->addWidget(card, 4);
  connect(m_filter, &QLineEdit::textChanged, this, &RebuildSetup::list);
  connect(m_figures, &QListWidget::currentRowChanged, this, [this] { showChoice(); });
  connect(m_figures, &QListWidget::itemActivated, m_start, &QPushButton::click);
  connect(m_levels, &Segments::chosen, this, [this] { showChoice(); });
  connect(cancel, &QPushButton::clicked, this, &RebuildSetup::cancelled);
  connect(m_start, &QPushButton::clicked, this,
          [this] { Q_EMIT started(current(), static_cast<board::Level>(m_levels->current())); });
  setFocusProxy(m_filter);
  list({});
}

void RebuildSetup::list(const QString& words) {
  const DiagramId before = current();
  m_figures->clear();
  for (const ports::QuestionCard& question : m_pack.questions())
    for (const ports::DiagramCard& figure : question.diagrams) {
      const QString text = tr("%1  ·  %2").arg(toQt(figure.title), toQt(question.title));
      if (figure.parts < kFewestParts || !text.contains(words, Qt::CaseInsensitive))
        continue;
      auto* item = new QListWidgetItem(text, m_figures);
      item->setData(Qt::UserRole, toQt(figure.id.value()));
    }
  choose(before);
  if (!m_figures->currentItem())
    m_figures->setCurrentRow(0);
  showChoice();
}

void RebuildSetup::choose(const DiagramId& diagram) {
  for (int row = 0; row < m_figures->count(); ++row)
    if (m_figures->item(row)->data(Qt::UserRole).toString() == toQt(diagram.value()))
      m_figures->setCurrentRow(row);
  if (QListWidgetItem* item = m_figures->currentItem())
    m_figures->scrollToItem(item);
}

DiagramId RebuildSetup::current() const {
  const QListWidgetItem* item = m_figures->currentItem();
  return item ? DiagramId(fromQt(item->data(Qt::UserRole).toString())) : DiagramId();
}

void RebuildSetup::showChoice() {
  m_help->setText(levelHelp(static_cast<board::Level>(m_levels->current())));
  const DiagramId id = current();
  m_start->setEnabled(!id.value().empty());
  m_title->setText(id.value().empty() ? tr("No figure with these words") : QString());
  m_purpose->setText({});
  for (const ports::QuestionCard& question : m_pack.questions())
    for (const ports::DiagramCard& figure : question.diagrams)
      if (figure.id == id) {
        m_title->setText(toQt(figure.title));
        m_purpose->setText(toQt(figure.description));
      }
}

void RebuildSetup::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape)
    Q_EMIT cancelled();
  else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    m_start->click();
  else
    QWidget::keyPressEvent(event);
}

}  // namespace phaseboard::ui
