// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/week_field.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/widgets/label.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kWeekdayDigits = 26;  // grow with the text
constexpr int kWeekdayArrows = 42;  // do not
constexpr int kWeekdayStep = 25;

}  // namespace

WeekField::WeekField(QWidget* parent) : QWidget(parent) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(6);
  for (std::size_t i = 0; i < m_days.size(); ++i) {
    const int day = static_cast<int>(i) + 1;
    auto* box = new QSpinBox(this);
    box->setRange(0, review::kMostWeekdayPercent);
    box->setSingleStep(kWeekdayStep);
    box->setFixedWidth(scaled(kWeekdayDigits) + kWeekdayArrows);
    box->setKeyboardTracking(false);
    box->setAccessibleName(tr("%1, percent of a usual day").arg(QLocale().standaloneDayName(day)));
    auto* column = new QVBoxLayout;
    column->setSpacing(3);
    auto* name = new Label(QLocale().standaloneDayName(day, QLocale::ShortFormat),
                           TextRole::Caption, Tone::Muted, this);
    name->setAlignment(Qt::AlignCenter);
    column->addWidget(name);
    column->addWidget(box);
    row->addLayout(column);
    connect(box, &QSpinBox::valueChanged, this, &WeekField::changed);
    m_days[i] = box;
  }
  row->addStretch();
}

review::WeekdayPercent WeekField::week() const {
  review::WeekdayPercent week{};
  for (std::size_t i = 0; i < week.size(); ++i)
    week[i] = m_days[i]->value();
  return week;
}

void WeekField::setWeek(const review::WeekdayPercent& week) {
  for (std::size_t i = 0; i < week.size(); ++i) {
    const QSignalBlocker silent(m_days[i]);
    m_days[i]->setValue(week[i]);
  }
}

}  // namespace phaseboard::ui
