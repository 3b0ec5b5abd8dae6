// SPDX-License-Identifier: Apache-2.0
#include "ui/exchange/import_dialog.h"

#include <algorithm>

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "app/ports/exchange.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/exchange/change_on_worker.h"
#include "ui/exchange/long_work.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t kPromptsShown = 200;
constexpr QSize kImportSize(760, 600);

/// One line of a cell: the table shows what comes, not all of it.
QString cellText(const std::string& markdown) {
  constexpr qsizetype kLongestCell = 300;
  return toQt(markdown).simplified().left(kLongestCell);
}

}  // namespace

ImportDialog::ImportDialog(Session& session, const ExchangeDoor& door,
                           const ops::ImportPlace& place, QWidget* parent)
    : TaskDialog(tr("Import"), tr("Import"), parent), m_session(session), m_door(door) {
  setObjectName(u"importDialog"_s);
  resize(kImportSize);
  makeFileRow();
  m_says =
      new Label(tr("Choose an Anki package (.apkg), a CSV table with the columns ask and answer, "
                   "or Markdown whose headings are questions. You see what comes before "
                   "anything is changed."),
                TextRole::Body, Tone::Muted, this);
  m_says->setObjectName(u"importSays"_s);
  m_says->setWordWrap(true);
  column()->addWidget(m_says);
  makeTable();
  m_remarks = new Label(QString(), TextRole::Small, Tone::Muted, this);
  m_remarks->setWordWrap(true);
  m_remarks->hide();
  column()->addWidget(m_remarks);
  m_placeRow = makePlaceRow(place);
  m_placeRow->hide();
  column()->addWidget(m_placeRow);
  column()->addStretch(0);
  actionButton()->setObjectName(u"importButton"_s);
  actionButton()->setEnabled(false);
  // Enter in the field of the file reads that file, no more.
  actionButton()->setDefault(false);
  m_file->line()->setFocus();
}

void ImportDialog::makeFileRow() {
  m_file = new FileField(tr("File"), this);
  m_file->line()->setObjectName(u"importPath"_s);
  m_file->line()->setPlaceholderText(tr("A file to read"));
  connect(m_file, &FileField::browseRequested, this, &ImportDialog::browse);
  connect(m_file->line(), &QLineEdit::returnPressed, this, [this] { openFile(m_file->path()); });
  column()->addWidget(m_file);
}

void ImportDialog::makeTable() {
  m_prompts = new QTableWidget(0, 3, this);
  m_prompts->setObjectName(u"importPrompts"_s);
  m_prompts->setAccessibleName(tr("What would come"));
  m_prompts->setHorizontalHeaderLabels({tr("Question"), tr("Answer"), tr("Reviews")});
  m_prompts->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_prompts->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
  m_prompts->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  m_prompts->horizontalHeader()->setHighlightSections(false);
  m_prompts->setShowGrid(false);
  m_prompts->verticalHeader()->hide();
  m_prompts->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_prompts->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_prompts->setTabKeyNavigation(false);
  m_prompts->hide();
  column()->addWidget(m_prompts, 1);
}

QWidget* ImportDialog::makePlaceRow(const ops::ImportPlace& place) {
  auto* row = new QWidget(this);
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  m_question = new QComboBox(row);
  m_question->setObjectName(u"importQuestion"_s);
  m_question->setAccessibleName(tr("Question for prompts that name none"));
  for (const ports::QuestionCard& card : m_session.pack().questions())
    m_question->addItem(toQt(card.title), toQt(card.id.value()));
  m_question->setCurrentIndex(std::max(0, m_question->findData(toQt(place.question.value()))));
  m_phase = new QComboBox(row);
  m_phase->setObjectName(u"importPhase"_s);
  m_phase->setAccessibleName(tr("Phase for prompts that name none"));
  for (const framework::Phase& phase : m_session.pack().framework().phases)
    m_phase->addItem(toQt(phase.title), toQt(phase.id.value()));
  m_phase->setCurrentIndex(std::max(0, m_phase->findData(toQt(place.phase.value()))));
  layout->addWidget(new Label(tr("Prompts that name no place go to"), TextRole::Body));
  layout->addWidget(m_question, 1);
  layout->addWidget(m_phase, 1);
  for (QComboBox* box : {m_question, m_phase})
    connect(box, &QComboBox::currentIndexChanged, this, &ImportDialog::showPreview);
  return row;
}

ops::ImportPlace ImportDialog::place() const {
  return {QuestionId{fromQt(m_question->currentData().toString())},
          PhaseId{fromQt(m_phase->currentData().toString())}};
}

void ImportDialog::browse() {
  const QString chosen = QFileDialog::getOpenFileName(
      this, tr("Import"), m_file->path(),
      tr("Prompts") + u" (*.apkg *.colpkg *.csv *.tsv *.txt *.md *.markdown)"_s);
  if (!chosen.isEmpty())
    openFile(chosen);
}

void ImportDialog::openFile(const QString& path) {
  m_file->setPath(path);
  m_incoming.reset();
  tellProblem({});
  const std::filesystem::path file = QFile::encodeName(path).toStdString();
  const Instant now = m_session.now();
  auto read = runLong(tr("Reading the file…"), this, [&](const exchange::Progress& progress) {
    return m_door.files.readIncoming(file, now, progress);
  });
  if (read)
    m_incoming = std::move(*read);
  else if (!exchange::isStopped(read.error()))
    say(read.error());
  showPrompts();
  showPreview();
}

void ImportDialog::say(const Error& error) {
  const ErrorWords words = errorWords(error);
  // What is wrong with a file from elsewhere is said in full: only its maker can mend it.
  tellProblem(
      error.detail.empty()
          ? words.sentence + u' ' + words.advice
          : tr("This file is not taken in: %1. Nothing was changed.").arg(toQt(error.detail)));
}

void ImportDialog::showPrompts() {
  m_prompts->setVisible(m_incoming.has_value());
  m_placeRow->setVisible(m_incoming.has_value());
  m_remarks->setVisible(m_incoming && !m_incoming->remarks.empty());
  m_prompts->setRowCount(0);
  if (!m_incoming)
    return;
  const auto& prompts = m_incoming->prompts;
  m_prompts->setRowCount(static_cast<int>(std::min(prompts.size(), kPromptsShown)));
  for (int row = 0; row < m_prompts->rowCount(); ++row) {
    const exchange::IncomingPrompt& prompt = prompts[static_cast<std::size_t>(row)];
    m_prompts->setItem(row, 0, new QTableWidgetItem(cellText(prompt.ask)));
    m_prompts->setItem(row, 1, new QTableWidgetItem(cellText(prompt.answer)));
    m_prompts->setItem(row, 2, new QTableWidgetItem(QString::number(prompt.reviews.size())));
  }
  QStringList remarks;
  for (const std::string& remark : m_incoming->remarks)
    remarks.push_back(toQt(remark));
  if (prompts.size() > kPromptsShown)
    remarks.push_front(tr("The first %1 of %2 are shown.").arg(kPromptsShown).arg(prompts.size()));
  m_remarks->setText(remarks.join(u'\n'));
  m_remarks->setVisible(!remarks.isEmpty());
}

void ImportDialog::showPreview() {
  actionButton()->setEnabled(false);
  if (!m_incoming)
    return;
  const auto preview = runLong(
      tr("Comparing with your notebook…"), this,
      [&, place = place()](const exchange::Progress& progress) -> Result<ops::ImportPreview> {
        PHASEBOARD_TRY_ASSIGN(const auto reading, m_door.files.openReading());
        return ops::previewImport(reading->notebook(), reading->pack(), *m_incoming, place,
                                  progress);
      });
  if (!preview && exchange::isStopped(preview.error()))
    return;
  if (!preview)
    return say(preview.error());
  QStringList parts{tr("%n new prompt(s)", nullptr, preview->created)};
  if (preview->changed > 0)
    parts.push_back(tr("%n changed", nullptr, preview->changed));
  if (preview->unchanged > 0)
    parts.push_back(tr("%n that you have already", nullptr, preview->unchanged));
  if (preview->known > 0)
    parts.push_back(tr("%n of the pack", nullptr, preview->known));
  if (preview->unknown > 0)
    parts.push_back(tr("%n of other packs, left out", nullptr, preview->unknown));
  parts.push_back(tr("%n review(s)", nullptr, static_cast<int>(preview->reviews)));
  m_says->setText(tr("This would bring %1.").arg(parts.join(u", "_s)));
  actionButton()->setEnabled(!preview->bringsNothing());
}

void ImportDialog::act() {
  if (!m_incoming)
    return;
  std::optional<ops::ImportPreview> imported;
  const Status done = changeOnWorker(
      tr("Importing…"), this, m_session, m_door,
      [&, place = place()](ports::NotebookStore& notebook, const ports::PackLibrary& pack,
                           const exchange::Progress& progress) -> Result<ops::OpOutcome> {
        ops::ImportOperations imports(notebook, m_session.clock(), m_door.chance);
        PHASEBOARD_TRY_ASSIGN(auto outcome,
                              imports.importPrompts(pack, *m_incoming, place, progress));
        imported = outcome.done;
        return ops::OpOutcome(std::move(outcome));
      });
  if (!done && exchange::isStopped(done.error()))
    return;
  if (!done)
    return say(done.error());
  m_imported = imported;
  accept();
}

}  // namespace phaseboard::ui
