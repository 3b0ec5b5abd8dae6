// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/day_fields.h"

#include <algorithm>
#include <type_traits>

#include <QCheckBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QSignalBlocker>
#include <QSpinBox>

#include "ui/bridge/time_text.h"
#include "ui/settings/setting_rows.h"
#include "ui/settings/week_field.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kUsualSitting = 20;
constexpr int kDaysAway = 7;

QDateEdit* makeDate(const QString& name) {
  auto* date = new QDateEdit;
  date->setCalendarPopup(true);
  atTextSize(date, [date] { date->setFixedWidth(scaled(kSettingFieldWidth)); });
  date->setAccessibleName(name);
  return date;
}

template <class Field, class Owner, class Value>
void showIn(Field* field, void (Owner::*set)(Value), std::type_identity_t<Value> value) {
  const QSignalBlocker silent(field);
  (field->*set)(value);
}

}  // namespace

DayFields::DayFields(const MakePanel& makePanel, QObject* parent) : QObject(parent) {
  makeWeek(makePanel);
  makeSittings(makePanel);
  makeReminder(makePanel);
  for (QCheckBox* box : {m_isAway, m_spreadsLoad, m_isBoxed, m_suspendsLeeches, m_reminds})
    connect(box, &QCheckBox::toggled, this, &DayFields::changed);
  for (QDateEdit* date : {m_awayFrom, m_awayUntil})
    connect(date, &QDateEdit::dateChanged, this, &DayFields::changed);
  for (QSpinBox* box : {m_sittingMinutes, m_leechLapses, m_reminderHour})
    connect(box, &QSpinBox::valueChanged, this, &DayFields::changed);
  connect(m_week, &WeekField::changed, this, &DayFields::changed);
}

void DayFields::makeWeek(const MakePanel& makePanel) {
  QFormLayout* form =
      makePanel(tr("Easy days and time away"),
                tr("A day of 50 % takes half the minutes and half the new prompts; reviews are "
                   "scheduled around it where their interval leaves room. 0 % is a day off."));
  m_week = new WeekField;
  addSettingRow(form, tr("Percent of a usual day"), m_week);
  m_spreadsLoad = new QCheckBox(tr("Put reviews on the emptier days"));
  addSettingRow(form, tr("Even days"), m_spreadsLoad);
  m_isAway = new QCheckBox(tr("I am away, or will be"));
  m_isAway->setObjectName(QStringLiteral("isAway"));
  addSettingRow(form, tr("Away"), m_isAway);
  m_awayFrom = makeDate(tr("Away from"));
  m_awayUntil = makeDate(tr("Back on"));
  addSettingRow(form, tr("Away from"), m_awayFrom);
  addSettingRow(form, tr("Back on"), m_awayUntil);
}

void DayFields::makeSittings(const MakePanel& makePanel) {
  QFormLayout* form = makePanel(
      tr("Sittings and leeches"),
      tr("A leech is a prompt that is forgotten again and again. Better to reword it than to fight "
         "it; Progress lists them."));
  m_isBoxed = new QCheckBox(tr("Pause a sitting when its time is up"));
  m_isBoxed->setObjectName(QStringLiteral("isBoxed"));
  m_sittingMinutes = makeNumberField(5, 240, tr(" minutes"), tr("Minutes of a sitting"));
  m_leechLapses = makeNumberField(0, 50, tr(" lapses"), tr("Lapses that make a leech"));
  m_leechLapses->setSpecialValueText(tr("never"));
  m_suspendsLeeches = new QCheckBox(tr("Put a prompt aside when it becomes one"));
  addSettingRow(form, tr("Time box"), m_isBoxed);
  addSettingRow(form, tr("A sitting has"), m_sittingMinutes);
  addSettingRow(form, tr("A leech after"), m_leechLapses);
  addSettingRow(form, QString(), m_suspendsLeeches);
}

void DayFields::makeReminder(const MakePanel& makePanel) {
  QFormLayout* form = makePanel(
      tr("Reminder"), tr("A notification of your desktop, once a day, when something is due and "
                         "Phaseboard is running. None on days off and while you are away."));
  m_reminds = new QCheckBox(tr("Remind me"));
  m_reminds->setObjectName(QStringLiteral("reminds"));
  m_reminderHour = makeNumberField(0, 23, tr(":00"), tr("Hour of the reminder"));
  addSettingRow(form, tr("Notification"), m_reminds);
  addSettingRow(form, tr("At"), m_reminderHour);
}

void DayFields::enableFields() {
  m_awayFrom->setEnabled(m_isAway->isChecked());
  m_awayUntil->setEnabled(m_isAway->isChecked());
  m_sittingMinutes->setEnabled(m_isBoxed->isChecked());
  m_suspendsLeeches->setEnabled(m_leechLapses->value() > 0);
  m_reminderHour->setEnabled(m_reminds->isChecked());
}

void DayFields::show(const ports::Settings& settings, StudyDay today) {
  m_week->setWeek(settings.week);
  const review::DayRange away =
      settings.away.value_or(review::DayRange{today, plusDays(today, kDaysAway)});
  showIn(m_isAway, &QCheckBox::setChecked, settings.away.has_value());
  showIn(m_awayFrom, &QDateEdit::setDate, toQt(away.first));
  showIn(m_awayUntil, &QDateEdit::setDate, toQt(away.until));
  showIn(m_spreadsLoad, &QCheckBox::setChecked, settings.spreadsLoad);
  showIn(m_isBoxed, &QCheckBox::setChecked, settings.sittingMinutes > 0);
  showIn(m_sittingMinutes, &QSpinBox::setValue,
         settings.sittingMinutes > 0 ? settings.sittingMinutes : kUsualSitting);
  showIn(m_leechLapses, &QSpinBox::setValue, settings.leechLapses);
  showIn(m_suspendsLeeches, &QCheckBox::setChecked, settings.suspendsLeeches);
  showIn(m_reminds, &QCheckBox::setChecked, settings.reminds);
  showIn(m_reminderHour, &QSpinBox::setValue, settings.reminderHour);
  enableFields();
}

void DayFields::readInto(ports::Settings& settings) const {
  settings.week = m_week->week();
  settings.spreadsLoad = m_spreadsLoad->isChecked();
  settings.away.reset();
  if (m_isAway->isChecked()) {
    const StudyDay first = fromQt(m_awayFrom->date());
    settings.away =
        review::DayRange{first, std::max(fromQt(m_awayUntil->date()), plusDays(first, 1))};
  }
  settings.sittingMinutes = m_isBoxed->isChecked() ? m_sittingMinutes->value() : 0;
  // A single lapse is no habit.
  settings.leechLapses = m_leechLapses->value() == 1 ? 2 : m_leechLapses->value();
  settings.suspendsLeeches = m_suspendsLeeches->isChecked();
  settings.reminds = m_reminds->isChecked();
  settings.reminderHour = m_reminderHour->value();
}

}  // namespace phaseboard::ui
