// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settings_screen.h"

#include <cmath>

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

#include "app/base/study_clock.h"
#include "app/ops/study_plan.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/bridge/time_text.h"
#include "ui/review/kinds_dialog.h"
#include "ui/settings/day_fields.h"
#include "ui/settings/device_fields.h"
#include "ui/settings/own_content_fields.h"
#include "ui/settings/setting_rows.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"
#include "ui/widgets/scrolled_page.h"

namespace phaseboard::ui {
namespace {

constexpr int kDaysAhead = 30;

}  // namespace

SettingsScreen::SettingsScreen(const ScreenContext& context, QWidget* parent)
    : Screen(context, parent), m_content(new QWidget) {
  atTextSize(m_content, [this] { m_content->setMaximumWidth(scaled(820)); });
  auto* column = new QVBoxLayout(m_content);
  column->setContentsMargins(32, 24, 32, 32);
  column->setSpacing(16);
  makeLook();
  makeInterview();
  makeReview();
  m_days = new DayFields(
      [this](const QString& heading, const QString& about) { return addPanel(heading, about); },
      this);
  makeStages();
  makeNotebook();
  column->addStretch();

  fillWithScrolled(this, m_content);
  connectChanges();
}

QFormLayout* SettingsScreen::addPanel(const QString& heading, const QString& about) {
  auto* card = new Card(m_content);
  card->column()->setSpacing(6);
  card->column()->addWidget(new Label(heading, TextRole::Heading, Tone::Normal, card));
  auto* words = new Label(about, TextRole::Small, Tone::Muted, card);
  words->setWordWrap(true);
  card->column()->addWidget(words);
  card->column()->addSpacing(8);
  auto* form = new QFormLayout;
  form->setHorizontalSpacing(24);
  form->setVerticalSpacing(12);
  form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  card->column()->addLayout(form);
  m_content->layout()->addWidget(card);
  return form;
}

void SettingsScreen::makeLook() {
  QFormLayout* form = addPanel(tr("Look"), tr("Changes show at once and touch no file."));
  m_theme = new QComboBox;
  m_theme->setObjectName(QStringLiteral("theme"));
  atTextSize(m_theme, [this] { m_theme->setFixedWidth(scaled(kSettingFieldWidth)); });
  m_theme->setAccessibleName(tr("Theme"));
  m_theme->addItems({tr("As the system"), tr("Light"), tr("Dark")});
  addSettingRow(form, tr("Theme"), m_theme);

  m_textSize = new QSlider(Qt::Horizontal);
  m_textSize->setRange(80, 160);
  m_textSize->setSingleStep(5);
  m_textSize->setPageStep(10);
  m_textSize->setTracking(false);
  m_textSize->setAccessibleName(tr("Text size"));
  m_textSizeValue = new Label(QString(), TextRole::Body, Tone::Muted, this);
  auto* size = new QWidget;
  auto* row = new QHBoxLayout(size);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(12);
  atTextSize(m_textSize, [this] { m_textSize->setFixedWidth(scaled(kSettingFieldWidth)); });
  row->addWidget(m_textSize);
  row->addWidget(m_textSizeValue);
  row->addStretch();
  addSettingRow(form, tr("Text size"), size);

  m_reducedMotion = new QCheckBox(tr("Jump instead of moving smoothly"));
  addSettingRow(form, tr("Motion"), m_reducedMotion);
}

void SettingsScreen::makeInterview() {
  QFormLayout* form =
      addPanel(tr("Interview"), tr("New prompts are planned backwards from this date, and "
                                   "everything is seen once more in the last "
                                   "days before it."));
  m_hasInterview = new QCheckBox(tr("I have a date"));
  m_interview = new QDateEdit;
  m_interview->setCalendarPopup(true);
  atTextSize(m_interview, [this] { m_interview->setFixedWidth(scaled(kSettingFieldWidth)); });
  m_interview->setAccessibleName(tr("Interview date"));
  m_finalDays = makeNumberField(review::kFewestFinalDays, review::kMostFinalDays, tr(" days"),
                                tr("Days of the last look"));
  m_finalDays->setObjectName(QStringLiteral("finalDays"));
  m_finalHint = new Label(QString(), TextRole::Small, Tone::Muted, this);
  m_finalHint->setObjectName(QStringLiteral("finalHint"));
  m_finalHint->setWordWrap(true);
  addSettingRow(form, QString(), m_hasInterview);
  addSettingRow(form, tr("Date"), m_interview);
  addSettingRow(form, tr("Last look within"), m_finalDays);
  form->addRow(QString(), m_finalHint);
}

void SettingsScreen::makeReview() {
  QFormLayout* form =
      addPanel(tr("Daily review"), tr("What a day may cost, and how sure you want to be."));
  m_minutes = makeNumberField(5, 480, tr(" minutes"), tr("Minutes a day"));
  m_newPerDay = makeNumberField(0, 200, tr(" prompts"), tr("New prompts a day"));
  m_dayStart = makeNumberField(0, 23, tr(":00"), tr("A day begins at"));
  m_retention = new QDoubleSpinBox;
  m_retention->setRange(70, 99);
  m_retention->setDecimals(0);
  m_retention->setSuffix(tr(" %"));
  m_retention->setAccessibleName(tr("Recall to aim at"));
  atTextSize(m_retention, [this] { m_retention->setFixedWidth(scaled(kSettingFieldWidth)); });
  m_retention->setKeyboardTracking(false);
  m_minutes->setObjectName(QStringLiteral("minutes"));
  m_newPerDay->setObjectName(QStringLiteral("newPerDay"));
  addSettingRow(form, tr("Minutes a day"), m_minutes);
  addSettingRow(form, tr("New prompts a day, at most"), m_newPerDay);
  addSettingRow(form, tr("Recall to aim at"), m_retention);
  addSettingRow(form, tr("A day begins at"), m_dayStart);
  auto* kinds = makeButton(tr("Kinds of prompts…"), ButtonKind::Plain, this);
  kinds->setObjectName(QStringLiteral("kinds"));
  kinds->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  connect(kinds, &QPushButton::clicked, this,
          [this] { chooseKinds(session(), QuestionId(), this); });
  addSettingRow(form, tr("What is asked"), kinds);
}

void SettingsScreen::makeStages() {
  const framework::Framework& framework = session().pack().framework();
  QFormLayout* form =
      addPanel(tr("Minutes of the interview"), tr("Published frameworks disagree; set what you "
                                                  "want to rehearse. The session has %1 minutes.")
                                                   .arg(framework.sessionMinutes));
  for (const framework::Stage& stage : framework.stages) {
    QSpinBox* box = makeNumberField(1, framework.sessionMinutes, tr(" minutes"), toQt(stage.title));
    addSettingRow(form, toQt(stage.title), box);
    m_stages[stage.id] = box;
  }
  m_stageSum = new Label(QString(), TextRole::Small, Tone::Muted, this);
  addSettingRow(form, tr("Together"), m_stageSum);
  m_wordsPerMinute = makeNumberField(answers::kFewestWordsPerMinute, answers::kMostWordsPerMinute,
                                     tr(" words"), tr("Words a minute of a written answer"));
  m_wordsPerMinute->setObjectName(QStringLiteral("wordsPerMinute"));
  addSettingRow(form, tr("Written answers, a minute"), m_wordsPerMinute);
}

void SettingsScreen::makeNotebook() {
  QFormLayout* form =
      addPanel(tr("Notebook"), tr("Everything you write lies in one file on this machine. Verified "
                                  "copies are kept beside it, made at "
                                  "start and every half hour after changes."));
  m_counts = new Label(QString(), TextRole::Body, Tone::Normal, this);
  m_counts->setWordWrap(true);
  addSettingRow(form, tr("Holds"), m_counts);
  m_ownContent = new OwnContentFields(
      addPanel(tr("Your own questions"),
               tr("Questions and figures that you write lie as text files in a folder, which any "
                  "program can change. It belongs to this machine, not to the notebook.")),
      context().memory, context().workshop, this);
  m_devices = new DeviceFields(
      addPanel(
          tr("Other devices"),
          tr("A folder that any program for sharing files keeps alike on your machines. F5 "
             "exchanges news with it: reviews add up, answers written on two machines are kept "
             "side by side.")),
      context().memory, this);
}

void SettingsScreen::connectChanges() {
  connect(m_theme, &QComboBox::currentIndexChanged, this, &SettingsScreen::apply);
  connect(m_textSize, &QSlider::valueChanged, this, &SettingsScreen::apply);
  connect(m_textSize, &QSlider::sliderMoved, this,
          [this](int value) { m_textSizeValue->setText(tr("%1 %").arg(value)); });
  connect(m_reducedMotion, &QCheckBox::toggled, this, &SettingsScreen::apply);
  connect(m_hasInterview, &QCheckBox::toggled, this, &SettingsScreen::apply);
  connect(m_interview, &QDateEdit::dateChanged, this, &SettingsScreen::apply);
  connect(m_days, &DayFields::changed, this, &SettingsScreen::apply);
  for (QSpinBox* box : {m_minutes, m_newPerDay, m_dayStart, m_finalDays, m_wordsPerMinute})
    connect(box, &QSpinBox::valueChanged, this, &SettingsScreen::apply);
  connect(m_retention, &QDoubleSpinBox::valueChanged, this, &SettingsScreen::apply);
  for (const auto& [stage, box] : m_stages)
    connect(box, &QSpinBox::valueChanged, this, &SettingsScreen::apply);
}

void SettingsScreen::arrive(const Place&) {
  refresh({});
}

void SettingsScreen::refresh(const ops::Changes&) {
  show(session().settings());
  showFinalHint();
  const auto stats = session().read(session().notebook().stats());
  if (!stats)
    return;
  m_counts->setText(tr("%1 answers given in review, %2 prompts begun, %3 written answers, %4")
                        .arg(stats->reviews)
                        .arg(stats->promptsSeen)
                        .arg(stats->answers)
                        .arg(QLocale().formattedDataSize(stats->bytes)));
}

void SettingsScreen::show(const ports::Settings& settings) {
  m_showing = true;
  m_theme->setCurrentIndex(static_cast<int>(settings.theme));
  m_textSize->setValue(settings.textPercent);
  m_textSizeValue->setText(tr("%1 %").arg(settings.textPercent));
  m_reducedMotion->setChecked(settings.reducedMotion);
  m_hasInterview->setChecked(settings.interviewDate.has_value());
  m_interview->setEnabled(settings.interviewDate.has_value());
  m_interview->setDate(
      toQt(settings.interviewDate.value_or(plusDays(session().today(), kDaysAhead))));
  m_finalDays->setValue(settings.finalDays);
  m_finalDays->setEnabled(settings.interviewDate.has_value());
  m_days->show(settings, session().today());
  m_devices->show();
  m_ownContent->show();
  m_minutes->setValue(settings.dailyMinutes);
  m_newPerDay->setValue(settings.newPerDay);
  m_retention->setValue(settings.retention * 100);
  m_dayStart->setValue(settings.dayStart.value());
  m_wordsPerMinute->setValue(settings.wordsPerMinute);
  for (const framework::Stage& stage : session().pack().framework().stages) {
    const auto own = settings.stageMinutes.find(stage.id);
    m_stages[stage.id]->setValue(own == settings.stageMinutes.end() ? stage.minutes : own->second);
  }
  showStageSum();
  m_showing = false;
}

/// Says how many days it takes to see everything begun once more.
void SettingsScreen::showFinalHint() {
  const ops::PromptTable* prompts = session().prompts();
  const Instant now = session().now();
  if (prompts == nullptr)
    return;
  const auto plan = session().read(ops::readStudyPlan(
      *prompts, now, studyOffsetAt(session().clock(), now, session().settings().dayStart)));
  if (!plan)
    return;
  std::int64_t time = 0;
  int begun = 0;
  for (const ops::TableRow& row : prompts->rows())
    if (row.isBegun() && !row.suspended) {
      time += plan->pace.of(row.prompt->kind).value();
      ++begun;
    }
  const int days = static_cast<int>(
      std::ceil(static_cast<double>(time) / (plan->settings.dailyMinutes * 60'000.0)));
  m_finalHint->setTone(days > plan->settings.finalDays ? Tone::Warn : Tone::Muted);
  m_finalHint->setText(begun == 0
                           ? tr("In these days everything comes back once more.")
                           : tr("Seeing the %n prompt(s) begun so far once more takes %1, about "
                                "%2 of your days.",
                                nullptr, begun)
                                 .arg(durationText(Millis{time}))
                                 .arg(days));
}

void SettingsScreen::showStageSum() {
  int sum = 0;
  for (const auto& [stage, box] : m_stages)
    sum += box->value();
  const int shown = session().pack().framework().sessionMinutes;
  m_stageSum->setTone(sum == shown ? Tone::Good : Tone::Warn);
  m_stageSum->setText(sum == shown ? tr("%1 minutes, as the session has").arg(sum)
                                   : tr("%1 minutes; the session has %2").arg(sum).arg(shown));
}

ports::Settings SettingsScreen::read() const {
  ports::Settings settings = session().settings();
  settings.theme = static_cast<ports::Theme>(m_theme->currentIndex());
  settings.textPercent = m_textSize->value();
  settings.reducedMotion = m_reducedMotion->isChecked();
  settings.interviewDate.reset();
  if (m_hasInterview->isChecked())
    settings.interviewDate = fromQt(m_interview->date());
  settings.finalDays = m_finalDays->value();
  m_days->readInto(settings);
  settings.dailyMinutes = m_minutes->value();
  settings.newPerDay = m_newPerDay->value();
  settings.retention = m_retention->value() / 100;
  settings.dayStart = DayStart{m_dayStart->value()};
  settings.wordsPerMinute = m_wordsPerMinute->value();
  settings.stageMinutes.clear();
  for (const framework::Stage& stage : session().pack().framework().stages)
    if (const int minutes = m_stages.at(stage.id)->value(); minutes != stage.minutes)
      settings.stageMinutes[stage.id] = minutes;
  return settings;
}

void SettingsScreen::apply() {
  if (m_showing)
    return;
  const auto done = session().run([this](ops::Desk& desk) { return desk.changeSettings(read()); });
  if (!done)
    show(session().settings());
}

}  // namespace phaseboard::ui
