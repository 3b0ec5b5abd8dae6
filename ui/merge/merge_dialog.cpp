// SPDX-License-Identifier: Apache-2.0
#include "ui/merge/merge_dialog.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/exchange/long_work.h"
#include "ui/merge/merge_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kMergeWidth = 620;

}  // namespace

MergeDialog::MergeDialog(Session& session, const MergeDoor& door, QWidget* parent)
    : QDialog(parent), m_session(session), m_door(door) {
  setObjectName(u"mergeDialog"_s);
  setWindowTitle(tr("Merge with another notebook"));
  atTextSize(this, [this] { setMinimumWidth(scaled(kMergeWidth)); });
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
  column->setSpacing(2 * kGrid);
  column->addWidget(new Label(tr("Merge with another notebook"), TextRole::Title));
  column->addWidget(makeFileRow());
  const auto line = [&](const QString& text, TextRole role, Tone tone, const QString& name) {
    auto* label = new Label(text, role, tone, this);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setVisible(!text.isEmpty());
    column->addWidget(label);
    return label;
  };
  m_says = line(tr("Choose the notebook of another machine, or an old copy of your own. What was "
                   "studied in either counts; that file is not changed. You see what comes before "
                   "anything does."),
                TextRole::Body, Tone::Muted, u"mergeSays"_s);
  m_conflicts = line({}, TextRole::Body, Tone::Warn, u"mergeConflicts"_s);
  m_drafts = line({}, TextRole::Small, Tone::Muted, u"mergeDrafts"_s);
  m_problem = line({}, TextRole::Small, Tone::Bad, u"mergeProblem"_s);
  column->addStretch(1);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  auto* cancel = makeButton(tr("Cancel"), ButtonKind::Plain, this);
  m_button = makeButton(tr("Merge"), ButtonKind::Primary, this);
  m_button->setObjectName(u"mergeButton"_s);
  m_button->setEnabled(false);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_button, &QPushButton::clicked, this, &MergeDialog::bringIn);
  buttons->addWidget(cancel);
  buttons->addWidget(m_button);
  column->addLayout(buttons);
}

QWidget* MergeDialog::makeFileRow() {
  auto* row = new QWidget(this);
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  m_path = new QLineEdit(row);
  m_path->setObjectName(u"mergePath"_s);
  m_path->setAccessibleName(tr("The other notebook"));
  m_path->setPlaceholderText(tr("Another notebook.db"));
  auto* browse = makeButton(tr("Browse…"), ButtonKind::Plain, row);
  connect(browse, &QPushButton::clicked, this, &MergeDialog::browse);
  connect(m_path, &QLineEdit::returnPressed, this, [this] { openFile(m_path->text()); });
  layout->addWidget(m_path, 1);
  layout->addWidget(browse);
  return row;
}

void MergeDialog::browse() {
  const QString chosen =
      QFileDialog::getOpenFileName(this, tr("Merge with another notebook"), m_path->text(),
                                   tr("Notebooks") + u" (*.db);;"_s + tr("All files") + u" (*)"_s);
  if (!chosen.isEmpty())
    openFile(chosen);
}

void MergeDialog::openFile(const QString& path) {
  m_path->setText(path);
  m_other.reset();
  for (Label* label : {m_problem, m_conflicts, m_drafts})
    label->hide();
  m_button->setEnabled(false);
  auto compared = compareOnWorker(QFile::encodeName(path).toStdString());
  if (!compared)
    return say(compared.error());
  m_other = std::move(compared->other);
  showPreview(compared->brings);
}

Result<MergeDialog::Comparison> MergeDialog::compareOnWorker(const std::filesystem::path& file) {
  PHASEBOARD_TRY_ASSIGN(auto lent, m_door.lend());
  return runLong(tr("Comparing the notebooks…"), this,
                 [&](const exchange::Progress& progress) -> Result<Comparison> {
                   const auto own = std::move(lent);  // given back when the work is done
                   PHASEBOARD_TRY_ASSIGN(auto other, m_door.open(file));
                   PHASEBOARD_TRY_ASSIGN(
                       const auto brings,
                       ops::previewMerge(own->merges().notebook(), own->merges().own(),
                                         other->contents(), progress));
                   return Comparison{std::move(other), brings};
                 });
}

void MergeDialog::say(const Error& error) {
  if (exchange::isStopped(error))
    return;
  const ErrorWords words = errorWords(error);
  m_problem->setText(words.sentence + u' ' + words.advice);
  m_problem->show();
}

void MergeDialog::showPreview(const ops::MergeCounts& brings) {
  const QString words = mergeWords(brings);
  m_says->setText(
      brings.bringsNothing()
          ? tr("Everything in that notebook is in yours already.")
          : tr("This would bring %1. A verified copy of your notebook is made first, and "
               "the merge can be undone.")
                .arg(words));
  m_conflicts->setText(conflictWords(brings));
  m_conflicts->setVisible(brings.conflicts > 0);
  const int drafts = m_other->draftCount();
  m_drafts->setText(tr("%n text(s) still being written there stay there.", nullptr, drafts));
  m_drafts->setVisible(drafts > 0);
  m_button->setEnabled(!brings.bringsNothing());
}

Result<ops::MergeOutcome> MergeDialog::mergeOnWorker(Status& copied) {
  PHASEBOARD_TRY_ASSIGN(auto lent, m_door.lend());
  return runLong(tr("Merging…"), this,
                 [&, name = fromQt(m_path->text())](
                     const exchange::Progress& progress) -> Result<ops::MergeOutcome> {
                   const auto own = std::move(lent);
                   PHASEBOARD_TRY(m_door.backUp());
                   auto outcome = own->merges().merge(m_other->contents(), name,
                                                      ports::Arrival::OtherNotebook, progress);
                   // The journal does not have what came, and the other file may be thrown away.
                   if (outcome)
                     copied = m_door.backUp();
                   return outcome;
                 });
}

void MergeDialog::bringIn() {
  if (!m_other)
    return;
  m_button->setEnabled(false);
  Status copied;
  auto outcome = mergeOnWorker(copied);
  if (!outcome) {
    m_button->setEnabled(true);
    return say(outcome.error());
  }
  if (!copied)
    Q_EMIT m_session.failed(copied.error());
  m_merged = outcome->done;
  // What was done elsewhere is told as if it had been done here.
  (void)m_session.run([&](ops::Desk&) { return std::move(outcome); });
  accept();
}

}  // namespace phaseboard::ui
