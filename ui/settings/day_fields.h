// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QObject>

#include "app/ports/settings.h"

class QCheckBox;
class QDateEdit;
class QFormLayout;
class QSpinBox;

namespace phaseboard::ui {

class WeekField;

/// The fields of Settings about the days: easy days, time away, sittings, leeches, reminders. They
/// fill panels that the screen makes.
class DayFields : public QObject {
  Q_OBJECT

 public:
  /// Makes a panel with a heading and a sentence.
  using MakePanel = std::function<QFormLayout*(const QString&, const QString&)>;

  DayFields(const MakePanel& makePanel, QObject* parent);

  void show(const ports::Settings& settings, StudyDay today);

  /// Puts what stands in the fields into `settings`.
  void readInto(ports::Settings& settings) const;

 Q_SIGNALS:
  void changed();

 private:
  void makeWeek(const MakePanel& makePanel);
  void makeSittings(const MakePanel& makePanel);
  void makeReminder(const MakePanel& makePanel);
  void enableFields();

  WeekField* m_week;
  QCheckBox* m_isAway;
  QDateEdit* m_awayFrom;
  QDateEdit* m_awayUntil;
  QCheckBox* m_spreadsLoad;
  QCheckBox* m_isBoxed;
  QSpinBox* m_sittingMinutes;
  QSpinBox* m_leechLapses;
  QCheckBox* m_suspendsLeeches;
  QCheckBox* m_reminds;
  QSpinBox* m_reminderHour;
};

}  // namespace phaseboard::ui
