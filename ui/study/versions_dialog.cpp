// SPDX-License-Identifier: Apache-2.0
#include "ui/study/versions_dialog.h"

#include <QHBoxLayout>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/answers/target.h"
#include "app/answers/word_diff.h"
#include "ui/bridge/text.h"
#include "ui/study/answer_preview.h"
#include "ui/study/diff_view.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segments.h"

namespace phaseboard::ui {

VersionsDialog::VersionsDialog(Session& session, const std::vector<answers::Version>& versions,
                               QWidget* parent)
    : QDialog(parent), m_model(versions, session.clock()) {
  setObjectName(QStringLiteral("versionsDialog"));
  setWindowTitle(tr("Versions of this answer"));
  resize(scaled(900), scaled(600));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
  column->setSpacing(2 * kGrid);
  column->addWidget(new Label(tr("Versions of this answer"), TextRole::Title));
  if (versions.empty())
    buildEmpty();
  else
    build(session);
  auto* buttons = new QHBoxLayout;
  m_words = new Label(QString(), TextRole::Small, Tone::Muted);
  m_words->setObjectName(QStringLiteral("diffWords"));
  buttons->addWidget(m_words, 1);
  auto* close = makeButton(tr("Close"), ButtonKind::Plain, this);
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  buttons->addWidget(close);
  m_restore = makeButton(tr("Restore this version"), ButtonKind::Primary, this);
  m_restore->setVisible(!versions.empty());
  connect(m_restore, &QPushButton::clicked, this, &QDialog::accept);
  buttons->addWidget(m_restore);
  column->addLayout(buttons);
  if (m_list != nullptr)
    m_list->setCurrentIndex(m_model.index(0));
}

void VersionsDialog::buildEmpty() {
  auto* nothing = new EmptyState(Glyph::History, tr("No version yet"),
                                 tr("Write something: it is saved when you leave the field."));
  qobject_cast<QVBoxLayout*>(layout())->addWidget(nothing, 1);
}

void VersionsDialog::build(Session& session) {
  m_list = new QListView;
  m_list->setObjectName(QStringLiteral("versionList"));
  m_list->setAccessibleName(tr("Versions, newest first"));
  m_list->setModel(&m_model);
  atTextSize(m_list, [this] { m_list->setFixedWidth(scaled(250)); });
  m_list->setTextElideMode(Qt::ElideRight);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setSpacing(2);
  m_views = new Segments({tr("Text"), tr("What it changed"), tr("Against the current")});
  m_pages = new QStackedWidget;
  m_text = new AnswerPreview(session);
  m_diff = new DiffView;
  m_pages->addWidget(m_text);
  m_pages->addWidget(m_diff);
  auto* right = new QVBoxLayout;
  right->setSpacing(kGrid);
  right->addWidget(m_views);
  right->addWidget(m_pages, 1);
  auto* row = new QHBoxLayout;
  row->setSpacing(2 * kGrid);
  row->addWidget(m_list);
  row->addLayout(right, 1);
  qobject_cast<QVBoxLayout*>(layout())->addLayout(row, 1);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
          &VersionsDialog::showVersion);
  connect(m_views, &Segments::chosen, this, &VersionsDialog::showVersion);
}

void VersionsDialog::showView(View view) {
  if (m_views != nullptr)
    m_views->setCurrent(static_cast<int>(view));
}

void VersionsDialog::showVersion() {
  const int row = m_list->currentIndex().row();
  if (row < 0)
    return;
  const std::string& text = m_model.version(row).text;
  const auto view = static_cast<View>(m_views->current());
  m_restore->setEnabled(row > 0);
  m_pages->setCurrentIndex(view == View::Text ? 0 : 1);
  if (view == View::Text) {
    m_text->setMarkdown(toQt(text));
    m_words->setText(tr("%n word(s)", nullptr, answers::lengthInWords(text)));
    return;
  }
  const bool isFirst = row + 1 == m_model.rowCount();
  const std::string before = isFirst ? std::string() : m_model.version(row + 1).text;
  const auto runs = view == View::Change ? answers::wordDiff(before, text)
                                         : answers::wordDiff(text, m_model.version(0).text);
  m_diff->show(runs);
  m_words->setText(diffText(runs));
}

std::optional<answers::VersionId> VersionsDialog::chosen() const {
  if (m_list == nullptr || m_list->currentIndex().row() <= 0)
    return std::nullopt;
  return m_model.version(m_list->currentIndex().row()).id;
}

std::optional<answers::VersionId> chooseVersion(Session& session,
                                                const std::vector<answers::Version>& versions,
                                                QWidget* parent) {
  VersionsDialog dialog(session, versions, parent);
  return dialog.exec() == QDialog::Accepted ? dialog.chosen() : std::nullopt;
}

}  // namespace phaseboard::ui
