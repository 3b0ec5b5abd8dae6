// SPDX-License-Identifier: Apache-2.0
#include "ui/review/custom_study_dialog.h"

#include <algorithm>
#include <set>

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "app/base/study_clock.h"
#include "app/ops/study_plan.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/bridge/time_text.h"
#include "ui/review/kind_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"
#include "ui/widgets/segments.h"

namespace phaseboard::ui {
namespace {

constexpr int kCram = 0;
constexpr int kMostWidth = 128;

QLayout* named(const QString& name, QWidget* field) {
  auto* column = new QVBoxLayout;
  column->setSpacing(4);
  column->addWidget(new Label(name, TextRole::Strong));
  column->addWidget(field, 1);
  return column;
}

std::vector<int> checkedRows(const QListWidget* list) {
  std::vector<int> rows;
  for (int row = 0; row < list->count(); ++row)
    if (list->item(row)->checkState() == Qt::Checked)
      rows.push_back(row);
  return rows;
}

bool isAskedToday(const ops::TableRow& row, const ops::StudyPlan& plan) {
  return row.isBegun() && !row.isHidden(plan.today) && plan.settings.kinds.asks(*row.prompt) &&
         ops::askedOn(row, plan.today, plan.settings) <= plan.today;
}

}  // namespace

std::vector<review::Selectable> selectablesOf(const ops::PromptTable& table,
                                              const review::KindSwitches& kinds,
                                              const review::Selection& selection) {
  std::vector<review::Selectable> all;
  all.reserve(table.rows().size());
  for (const ops::TableRow& row : table.rows()) {
    const bool isWanted = kinds.asks(*row.prompt) || selection.kinds.contains(row.prompt->kind);
    if (!row.suspended && isWanted)
      all.push_back({row.prompt, row.isBegun() ? &row.state : nullptr, row.flagged});
  }
  return all;
}

CustomStudyDialog::CustomStudyDialog(Session& session, QWidget* parent)
    : QDialog(parent), m_session(session) {
  setObjectName(QStringLiteral("customStudyDialog"));
  setWindowTitle(tr("Choose what to study"));
  resize(scaled(860), scaled(620));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(24, 20, 24, 20);
  column->setSpacing(14);
  m_mode = new Segments({tr("Cram"), tr("Only what is due")}, this);
  m_mode->setAccessibleName(tr("How to study"));
  m_about = new Label(QString(), TextRole::Small, Tone::Muted, this);
  m_about->setWordWrap(true);
  m_wanted = new Segments(
      {tr("All"), tr("Seen"), tr("Flagged"), tr("Hard"), tr("Forgotten lately")}, this);
  m_wanted->setCurrent(1);
  m_wanted->setAccessibleName(tr("Which prompts"));
  fillLists();
  auto* lists = new QHBoxLayout;
  lists->setSpacing(16);
  lists->addLayout(named(tr("Questions"), m_questions), 3);
  lists->addLayout(named(tr("Phases"), m_phases), 2);
  lists->addLayout(named(tr("Kinds"), m_kinds), 3);
  m_most = new QSpinBox(this);
  m_most->setRange(1, 500);
  m_most->setValue(50);
  m_most->setPrefix(tr("at most "));
  m_most->setAccessibleName(tr("How many prompts at most"));
  atTextSize(m_most, [this] { m_most->setMinimumWidth(scaled(kMostWidth)); });
  m_count = new Label(QString(), TextRole::Strong, Tone::Normal, this);
  m_count->setObjectName(QStringLiteral("studyCount"));
  m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
  m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Study"));
  setKind(m_buttons->button(QDialogButtonBox::Ok), ButtonKind::Primary);
  auto* foot = new QHBoxLayout;
  foot->setSpacing(16);
  foot->addWidget(m_most);
  foot->addWidget(m_count, 1);
  foot->addWidget(m_buttons);
  column->addWidget(m_mode, 0, Qt::AlignLeft);
  column->addWidget(m_about);
  column->addWidget(m_wanted, 0, Qt::AlignLeft);
  column->addLayout(lists, 1);
  column->addLayout(foot);
  connect(m_mode, &Segments::chosen, this, &CustomStudyDialog::count);
  connect(m_wanted, &Segments::chosen, this, &CustomStudyDialog::count);
  connect(m_most, &QSpinBox::valueChanged, this, &CustomStudyDialog::count);
  for (QListWidget* list : {m_questions, m_phases, m_kinds})
    connect(list, &QListWidget::itemChanged, this, &CustomStudyDialog::count);
  connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  count();
}

QListWidget* CustomStudyDialog::makeList(const QString& name, const QStringList& titles) {
  auto* list = new QListWidget(this);
  list->setAccessibleName(name);
  list->setSpacing(2);
  for (const QString& title : titles) {
    auto* item = new QListWidgetItem(title, list);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
    item->setCheckState(Qt::Unchecked);
  }
  return list;
}

void CustomStudyDialog::fillLists() {
  const ports::PackLibrary& pack = m_session.pack();
  QStringList questions;
  for (const ports::QuestionCard& card : pack.questions())
    questions += toQt(card.title);
  QStringList phases;
  for (const framework::Phase& phase : pack.framework().phases)
    phases += toQt(phase.title);
  std::set<review::PromptKind> found;
  if (const ops::PromptTable* prompts = m_session.prompts())
    for (const ops::TableRow& row : prompts->rows())
      found.insert(row.prompt->kind);
  QStringList kinds;
  for (const review::PromptKind kind : review::kPromptKinds)
    if (found.contains(kind)) {
      kinds += kindTitle(kind);
      m_kindOf.push_back(kind);
    }
  m_questions = makeList(tr("Questions; none ticked means all"), questions);
  m_phases = makeList(tr("Phases; none ticked means all"), phases);
  m_kinds = makeList(tr("Kinds; none ticked means all"), kinds);
  m_questions->setObjectName(QStringLiteral("studyQuestions"));
}

CustomStudy CustomStudyDialog::chosen() const {
  CustomStudy study;
  study.isCram = m_mode->current() == kCram;
  study.selection.wanted = static_cast<review::Wanted>(m_wanted->current());
  study.selection.most = m_most->value();
  for (const int row : checkedRows(m_questions))
    study.selection.questions.insert(
        m_session.pack().questions()[static_cast<std::size_t>(row)].id);
  for (const int row : checkedRows(m_phases))
    study.selection.phases.insert(
        m_session.pack().framework().phases[static_cast<std::size_t>(row)].id);
  for (const int row : checkedRows(m_kinds))
    study.selection.kinds.insert(m_kindOf[static_cast<std::size_t>(row)]);
  return study;
}

void CustomStudyDialog::count() {
  const CustomStudy study = chosen();
  m_about->setText(
      study.isCram
          ? tr("For the night before: nothing is recorded, no schedule moves, and what you "
               "forget comes round again until you know it.")
          : tr("Only what is due of these, beyond today's minutes if need be. Grades count "
               "as in review."));
  m_wanted->setEnabled(study.isCram);
  const ops::PromptTable* prompts = m_session.prompts();
  const Instant now = m_session.now();
  if (prompts == nullptr)
    return;
  const auto plan = m_session.read(ops::readStudyPlan(
      *prompts, now, studyOffsetAt(m_session.clock(), now, m_session.settings().dayStart)));
  if (!plan)
    return;
  review::Selection wanted = study.selection;
  if (!study.isCram)
    wanted.wanted = review::Wanted::Seen;
  ops::Workload work;
  for (const review::Selectable& one : selectablesOf(*prompts, plan->settings.kinds, wanted))
    if (work.prompts < wanted.most && review::isChosen(one, wanted, plan->today) &&
        (study.isCram || isAskedToday(*prompts->find(one.prompt->id), *plan)))
      work.add(plan->pace.of(one.prompt->kind));
  m_count->setText(
      work.prompts == 0
          ? tr("No prompt is like this.")
          : tr("%n prompt(s), about %1", nullptr, work.prompts).arg(durationText(work.time)));
  m_buttons->button(QDialogButtonBox::Ok)->setEnabled(work.prompts > 0);
}

std::optional<CustomStudy> chooseStudy(Session& session, QWidget* parent) {
  CustomStudyDialog dialog(session, parent);
  if (dialog.exec() != QDialog::Accepted)
    return std::nullopt;
  return dialog.chosen();
}

}  // namespace phaseboard::ui
