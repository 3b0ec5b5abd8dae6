// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/recovery_dialog.h"

#include <utility>

#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>
#include <QtConcurrent>

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/bridge/time_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kRecoveryTextWidth = 480;

Label* addRecoveryText(QVBoxLayout* column, const QString& text, Tone tone) {
  auto* label = new Label(text, TextRole::Body, tone);
  label->setWordWrap(true);
  atTextSize(label, [label] { label->setFixedWidth(scaled(kRecoveryTextWidth)); });
  column->addWidget(label);
  return label;
}

QString partName(db::NotebookPart part) {
  switch (part) {
    case db::NotebookPart::Grades:
      return RecoveryDialog::tr("Grades and schedule");
    case db::NotebookPart::Answers:
      return RecoveryDialog::tr("Your answers");
    case db::NotebookPart::Annotations:
      return RecoveryDialog::tr("Annotations and bookmarks");
    case db::NotebookPart::Boards:
      return RecoveryDialog::tr("Whiteboards");
    case db::NotebookPart::Mocks:
      return RecoveryDialog::tr("Mock interviews");
    case db::NotebookPart::OwnPrompts:
      return RecoveryDialog::tr("Your own prompts");
    case db::NotebookPart::Pictures:
      return RecoveryDialog::tr("Pictures");
    case db::NotebookPart::Settings:
      return RecoveryDialog::tr("Settings and undo");
  }
  return {};
}

/// What there is to restore from.
QString sourceWords(const db::DamageSurvey& survey, const Clock& clock) {
  if (!survey.backup)
    return RecoveryDialog::tr("There is no whole backup in the folder \"backups\" beside it.");
  QStringList words;
  words.push_back(
      RecoveryDialog::tr("The newest backup that is whole is from %1 and holds %Ln grade(s).",
                         nullptr, static_cast<int>(survey.backupGrades))
          .arg(momentText(survey.backup->takenAt, clock)));
  if (survey.laterGrades > 0)
    words.push_back(
        RecoveryDialog::tr("The journal has %Ln given since then; they are put back too.", nullptr,
                           static_cast<int>(survey.laterGrades)));
  if (!survey.isGone)
    words.push_back(RecoveryDialog::tr("The file as it is now is kept beside it."));
  return words.join(u' ');
}

}  // namespace

RecoveryDialog::RecoveryDialog(const QString& notebook, Survey survey, Restore restore,
                               SetAside setAside, const Clock& clock)
    : m_restore(std::move(restore)),
      m_setAside(std::move(setAside)),
      m_name(QFileInfo(notebook).fileName()),
      m_clock(clock) {
  setWindowTitle(QStringLiteral("Phaseboard"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
  column->setSpacing(kGrid);
  m_title = new Label(tr("Your notebook is damaged"), TextRole::Title);
  column->addWidget(m_title);
  m_what = addRecoveryText(
      column,
      tr("Something changed the file behind Phaseboard's back; a failing disk does that. Nothing "
         "has been changed or thrown away. Looking at what is left…"),
      Tone::Normal);
  m_parts = new QGridLayout;
  m_parts->setHorizontalSpacing(3 * kGrid);
  m_parts->setVerticalSpacing(kGrid / 2);
  m_parts->setContentsMargins(0, kGrid, 0, kGrid);
  column->addLayout(m_parts);
  m_source = addRecoveryText(column, QString(), Tone::Normal);
  m_source->setObjectName(QStringLiteral("source"));
  m_trouble = addRecoveryText(column, QString(), Tone::Bad);
  m_trouble->setObjectName(QStringLiteral("trouble"));
  m_trouble->hide();
  addRecoveryText(column, notebook, Tone::Muted);
  m_bar = new QProgressBar;
  m_bar->setRange(0, 0);
  m_bar->setTextVisible(false);
  column->addWidget(m_bar);

  m_quit = makeButton(tr("Quit"), ButtonKind::Plain, this);
  m_quit->setObjectName(QStringLiteral("quit"));
  m_anew = makeButton(tr("Start anew"), ButtonKind::Plain, this);
  m_anew->setObjectName(QStringLiteral("anew"));
  m_anew->hide();
  m_read = makeButton(tr("Open for reading only"), ButtonKind::Plain, this);
  m_read->setObjectName(QStringLiteral("read"));
  m_go = makeButton(tr("Restore"), ButtonKind::Primary, this);
  m_go->setObjectName(QStringLiteral("restore"));
  m_go->setDefault(true);
  auto* row = new QHBoxLayout;
  row->addWidget(m_quit);
  row->addStretch(1);
  row->addWidget(m_anew);
  row->addWidget(m_read);
  row->addWidget(m_go);
  column->addSpacing(kGrid);
  column->addLayout(row);
  column->setSizeConstraint(QLayout::SetFixedSize);

  connect(m_quit, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_read, &QPushButton::clicked, this, [this] {
    m_wantsToRead = true;
    reject();
  });
  connect(m_anew, &QPushButton::clicked, this, &RecoveryDialog::beginAnew);
  connect(m_go, &QPushButton::clicked, this, &RecoveryDialog::restore);
  connect(&m_survey, &QFutureWatcherBase::finished, this, &RecoveryDialog::showSurvey);
  connect(&m_restored, &QFutureWatcherBase::finished, this, &RecoveryDialog::showRestored);
  connect(&m_aside, &QFutureWatcherBase::finished, this, &RecoveryDialog::showSetAside);
  work(true);
  m_survey.setFuture(QtConcurrent::run(std::move(survey)));
}

RecoveryDialog::~RecoveryDialog() {
  m_survey.waitForFinished();
  m_restored.waitForFinished();
  m_aside.waitForFinished();
}

void RecoveryDialog::work(bool isWorking) {
  m_bar->setVisible(isWorking);
  m_go->setEnabled(!isWorking);
  m_anew->setEnabled(!isWorking);
  m_read->setEnabled(!isWorking && m_canRead);
  // Restoring is all or nothing; leaving it half way would only hide how it ended.
  m_quit->setEnabled(!m_restored.isRunning() && !m_aside.isRunning());
}

void RecoveryDialog::showPart(int row, const db::PartReach& reach) {
  m_parts->addWidget(new Label(partName(reach.part), TextRole::Body), row, 0);
  auto* rows = new Label(tr("%Ln entries can be read", nullptr, static_cast<int>(reach.rows)),
                         TextRole::Body, Tone::Muted);
  m_parts->addWidget(rows, row, 1, Qt::AlignRight);
  m_parts->addWidget(new Label(reach.isHurt ? tr("damaged") : tr("whole"), TextRole::Strong,
                               reach.isHurt ? Tone::Bad : Tone::Good),
                     row, 2);
  m_parts->setColumnStretch(0, 1);
}

void RecoveryDialog::showSurvey() {
  const db::DamageSurvey survey = m_survey.result();
  m_canRead = !survey.parts.empty();
  m_what->setText(
      m_canRead
          ? tr("Something changed the file behind Phaseboard's back; a failing disk does that. "
               "Nothing has been changed or thrown away. This can still be read:")
      : survey.isGone
          ? tr("The file is gone, though Phaseboard has studied with it: its journal or its "
               "backups are still there. If it lies on another drive, quit and attach that first.")
          : tr("The file cannot be read at all. Nothing has been thrown away."));
  if (survey.isGone)
    m_title->setText(tr("Your notebook is missing"));
  int row = 0;
  for (const db::PartReach& reach : survey.parts)
    showPart(row++, reach);
  m_source->setText(sourceWords(survey, m_clock));
  // Beside what can be read, a new notebook would only hide it.
  m_anew->setVisible(!m_canRead && (survey.isGone || !survey.backup));
  m_read->setVisible(m_anew->isHidden());
  work(false);
  m_go->setEnabled(survey.backup.has_value());
  (survey.backup ? m_go : m_canRead ? m_read : m_quit)->setFocus();
  Q_EMIT surveyed();
}

void RecoveryDialog::restore() {
  m_trouble->hide();
  m_restored.setFuture(QtConcurrent::run(m_restore));
  work(true);
}

void RecoveryDialog::beginAnew() {
  m_trouble->hide();
  m_aside.setFuture(QtConcurrent::run(m_setAside));
  work(true);
}

void RecoveryDialog::showTrouble(const QString& words) {
  m_trouble->setText(words);
  m_trouble->show();
}

void RecoveryDialog::showDone(const QString& title, const QString& what, const QString& source) {
  m_title->setText(title);
  m_what->setText(what);
  while (QLayoutItem* item = m_parts->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  m_source->setText(source);
  m_source->setVisible(!source.isEmpty());
  for (QPushButton* button : {m_anew, m_read, m_quit})
    button->hide();
  m_go->setText(tr("Open Phaseboard"));
  m_go->setObjectName(QStringLiteral("open"));
  m_go->disconnect(this);
  m_go->setEnabled(true);
  connect(m_go, &QPushButton::clicked, this, &QDialog::accept);
  m_go->setFocus();
}

void RecoveryDialog::showRestored() {
  const Result<db::Restored> done = m_restored.result();
  work(false);
  if (done) {
    showDone(
        tr("Your notebook is back"),
        tr("It holds %Ln grade(s).", nullptr, static_cast<int>(done->events)) + u' ' +
            tr("%Ln of them come from the journal.", nullptr, static_cast<int>(done->fromJournal)),
        done->keptAside
            ? tr("The damaged file is kept as %1.").arg(toQt(done->keptAside->filename().string()))
            : QString());
  } else {
    const ErrorWords words = errorWords(done.error());
    showTrouble(tr("It could not be restored. %1 %2").arg(words.sentence, words.advice));
  }
  Q_EMIT restored();
}

void RecoveryDialog::showSetAside() {
  const Result<std::filesystem::path> folder = m_aside.result();
  work(false);
  if (folder) {
    showDone(tr("A new notebook can begin"),
             tr("Everything that is left of the old one is kept, as it was, in the folder %1.")
                 .arg(toQt(folder->filename().string())),
             tr("Should you want it back: open %1 with Phaseboard, and it offers to restore it.")
                 .arg(toQt(folder->filename().string()) + u'/' + m_name));
  } else {
    const ErrorWords words = errorWords(folder.error());
    showTrouble(tr("It could not be put aside. %1 %2").arg(words.sentence, words.advice));
  }
  Q_EMIT wasSetAside();
}

}  // namespace phaseboard::ui
