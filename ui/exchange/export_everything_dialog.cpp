// SPDX-License-Identifier: Apache-2.0
#include "ui/exchange/export_everything_dialog.h"

#include <algorithm>

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "diagrams/handout/anki_cards.h"
#include "diagrams/handout/question_folder.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/exchange/long_work.h"
#include "ui/exchange/study_sheet.h"
#include "ui/figures/figure_export.h"
#include "ui/review/kind_words.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segments.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kAllPrompts = -1;
constexpr int kOwnPrompts = -2;
constexpr int kExportWidth = 600;

std::filesystem::path pathFrom(const QString& path) {
  return QFile::encodeName(path).toStdString();
}

}  // namespace

ExportEverythingDialog::ExportEverythingDialog(Session& session, const ExchangeDoor& door,
                                               const std::optional<QuestionId>& question,
                                               const QString& folder, QWidget* parent)
    : TaskDialog(tr("Export"), tr("Export"), parent),
      m_session(session),
      m_door(door),
      m_folder(folder) {
  setObjectName(u"exportEverythingDialog"_s);
  atTextSize(this, [this] { setMinimumWidth(scaled(kExportWidth)); });
  m_says = new Label(QString(), TextRole::Body, Tone::Muted, this);
  m_says->setWordWrap(true);
  column()->addWidget(m_says);
  column()->addWidget(makeForm(question));
  column()->addStretch(1);
  actionButton()->setObjectName(u"exportEverythingButton"_s);
  onKindChanged();
  m_kind->setFocus();
}

QWidget* ExportEverythingDialog::makeForm(const std::optional<QuestionId>& question) {
  auto* form = new QWidget(this);
  m_rows = new QFormLayout(form);
  m_rows->setContentsMargins(0, 0, 0, 0);
  m_rows->setVerticalSpacing(12);
  m_rows->setHorizontalSpacing(2 * kGrid);
  m_kind = new QComboBox(form);
  m_kind->setObjectName(u"exportKind"_s);
  m_kind->setAccessibleName(tr("What is written"));
  m_kind->addItems({tr("Markdown with figures"), tr("Study sheet to print (PDF)"),
                    tr("Cards for Anki (.apkg)"), tr("Whole notebook as JSON"),
                    tr("Whole notebook as CSV tables")});
  m_question = new QComboBox(form);
  m_question->setObjectName(u"exportQuestion"_s);
  m_question->setAccessibleName(tr("Question"));
  fillQuestions(question);
  m_prompts = new QComboBox(form);
  m_prompts->setObjectName(u"exportPrompts"_s);
  m_prompts->setAccessibleName(tr("Prompts"));
  fillPrompts();
  m_figures = new Segments({tr("SVG drawings"), tr("PNG pictures")}, form);
  m_figures->setAccessibleName(tr("Figures"));
  m_file = new FileField(tr("Where to"), form);
  m_file->line()->setObjectName(u"exportEverythingPath"_s);
  m_rows->addRow(tr("As"), m_kind);
  m_rows->addRow(tr("Question"), m_question);
  m_rows->addRow(tr("Prompts"), m_prompts);
  m_rows->addRow(tr("Figures"), m_figures);
  m_rows->addRow(tr("Where to"), m_file);
  connect(m_kind, &QComboBox::currentIndexChanged, this, &ExportEverythingDialog::onKindChanged);
  connect(m_question, &QComboBox::currentIndexChanged, this, &ExportEverythingDialog::suggestName);
  connect(m_file, &FileField::browseRequested, this, &ExportEverythingDialog::browse);
  return form;
}

void ExportEverythingDialog::fillQuestions(const std::optional<QuestionId>& question) {
  m_question->addItem(tr("All questions"), QString());
  for (const ports::QuestionCard& card : m_session.pack().questions())
    m_question->addItem(toQt(card.title), toQt(card.id.value()));
  if (question)
    m_question->setCurrentIndex(std::max(0, m_question->findData(toQt(question->value()))));
}

void ExportEverythingDialog::fillPrompts() {
  m_prompts->addItem(tr("All prompts"), kAllPrompts);
  m_prompts->addItem(tr("Only your own prompts"), kOwnPrompts);
  for (const review::PromptKind kind : review::kPromptKinds)
    if (kind != review::PromptKind::Own)
      m_prompts->addItem(kindTitle(kind), static_cast<int>(kind));
}

ExportKind ExportEverythingDialog::kind() const {
  return static_cast<ExportKind>(m_kind->currentIndex());
}

void ExportEverythingDialog::onKindChanged() {
  const ExportKind chosen = kind();
  const bool isNotebook = chosen == ExportKind::Json || chosen == ExportKind::Csv;
  const auto show = [this](QWidget* field, bool isShown) {
    field->setVisible(isShown);
    m_rows->labelForField(field)->setVisible(isShown);
  };
  show(m_question, !isNotebook);
  show(m_prompts, chosen == ExportKind::Anki);
  show(m_figures, chosen == ExportKind::Markdown);
  // One sheet is one question.
  const bool isSheet = chosen == ExportKind::StudySheet;
  if (isSheet && m_question->currentIndex() == 0 && m_question->count() > 1)
    m_question->setCurrentIndex(1);
  switch (chosen) {
    case ExportKind::Markdown:
      m_says->setText(
          tr("A new folder: notes, figures, your answers and annotations as files that "
             "any notes program reads."));
      break;
    case ExportKind::StudySheet:
      m_says->setText(
          tr("One question on A4 pages: notes, figures, your answers and annotations."));
      break;
    case ExportKind::Anki:
      m_says->setText(
          tr("One card for each prompt, with its figure. Exporting again updates the "
             "cards that Anki has already."));
      break;
    case ExportKind::Json:
      m_says->setText(tr("Everything that you wrote, answered and chose, in one file."));
      break;
    case ExportKind::Csv:
      m_says->setText(
          tr("Everything that you wrote, answered and chose: a new folder with one "
             "table in each file."));
      break;
  }
  suggestName();
}

std::vector<QuestionId> ExportEverythingDialog::questions() const {
  const QString id = m_question->currentData().toString();
  return id.isEmpty() ? std::vector<QuestionId>() : std::vector{QuestionId{fromQt(id)}};
}

void ExportEverythingDialog::suggestName() {
  if (!m_file->path().isEmpty())
    m_folder = QFileInfo(m_file->path()).absolutePath();
  const QString question = m_question->currentData().toString();
  const QString about = question.isEmpty() ? u"phaseboard"_s : question;
  QString name;
  switch (kind()) {
    case ExportKind::Markdown:
      name = about + u"-notes"_s;
      break;
    case ExportKind::StudySheet:
      name = about + u".pdf"_s;
      break;
    case ExportKind::Anki:
      name = about + u".apkg"_s;
      break;
    case ExportKind::Json:
      name = u"phaseboard-notebook.json"_s;
      break;
    case ExportKind::Csv:
      name = u"phaseboard-notebook-tables"_s;
      break;
  }
  m_file->setPath(QDir(m_folder).filePath(name));
  tellProblem({});
}

void ExportEverythingDialog::browse() {
  const QString ending = QFileInfo(m_file->path()).suffix();
  const QString filter =
      ending.isEmpty() ? QString() : u"%1 (*.%2)"_s.arg(ending.toUpper(), ending);
  const QString chosen = QFileDialog::getSaveFileName(this, tr("Export"), m_file->path(), filter);
  if (!chosen.isEmpty())
    m_file->setPath(chosen);
}

Status ExportEverythingDialog::writeMarkdown(const std::filesystem::path& path) {
  const auto figures =
      m_figures->current() == 1 ? handout::FigureFile::Png : handout::FigureFile::Svg;
  const auto wanted = questions();
  return runLong(
      tr("Writing notes and figures…"), this, [&](const exchange::Progress& progress) -> Status {
        PHASEBOARD_TRY_ASSIGN(const auto reading, m_door.files.openReading());
        PHASEBOARD_TRY_ASSIGN(auto folder,
                              handout::QuestionFolder::of(*reading, wanted, figures, progress));
        return m_door.files.writeFolder(path, [&] { return folder.next(); });
      });
}

Status ExportEverythingDialog::writeSheet(const QString& path) {
  const auto wanted = questions();
  if (wanted.empty())
    return fail(ErrorKind::InvalidInput, fromQt(tr("choose one question")));
  return runLong(tr("Setting the pages…"), this, [&](const exchange::Progress& progress) -> Status {
    PHASEBOARD_TRY_ASSIGN(const auto reading, m_door.files.openReading());
    PHASEBOARD_TRY_ASSIGN(const QByteArray bytes, studySheet(*reading, wanted.front(), progress));
    return writeWhole(path, bytes);
  });
}

Status ExportEverythingDialog::writeAnki(const std::filesystem::path& path) {
  handout::PromptWish wish{questions(), {}, false};
  const int prompts = m_prompts->currentData().toInt();
  wish.onlyOwn = prompts == kOwnPrompts;
  if (prompts >= 0)
    wish.kinds.insert(static_cast<review::PromptKind>(prompts));
  const Instant now = m_session.now();
  return runLong(tr("Making cards…"), this, [&](const exchange::Progress& progress) -> Status {
    PHASEBOARD_TRY_ASSIGN(const auto reading, m_door.files.openReading());
    PHASEBOARD_TRY_ASSIGN(const auto chosen, handout::chosenPrompts(*reading, wish));
    if (chosen.empty())
      return fail(ErrorKind::InvalidInput, fromQt(tr("there are no such prompts")));
    PHASEBOARD_TRY_ASSIGN(const auto deck, handout::ankiDeckOf(*reading, chosen, now, progress));
    return m_door.files.writeAnkiPackage(path, deck, progress);
  });
}

Status ExportEverythingDialog::writeTo(const QString& path) {
  const std::filesystem::path file = pathFrom(path);
  const Instant now = m_session.now();
  switch (kind()) {
    case ExportKind::Markdown:
      return writeMarkdown(file);
    case ExportKind::StudySheet:
      return writeSheet(path);
    case ExportKind::Anki:
      return writeAnki(file);
    case ExportKind::Json:
    case ExportKind::Csv:
      break;
  }
  const auto format =
      kind() == ExportKind::Json ? ports::TableFormat::Json : ports::TableFormat::Csv;
  return runLong(tr("Writing the notebook…"), this,
                 [&](const exchange::Progress& progress) -> Status {
                   return m_door.files.writeTables(file, format, now, progress);
                 });
}

void ExportEverythingDialog::act() {
  const QString path = m_file->path();
  const Status written = writeTo(path);
  if (!written && exchange::isStopped(written.error()))
    return;
  if (!written) {
    const ErrorWords words = errorWords(written.error());
    return tellProblem(words.sentence + u' ' + words.advice);
  }
  m_written = path;
  accept();
}

}  // namespace phaseboard::ui
