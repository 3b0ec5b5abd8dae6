// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "app/ports/settings.h"
#include "ui/shell/screen.h"

class QCheckBox;
class QComboBox;
class QDateEdit;
class QDoubleSpinBox;
class QFormLayout;
class QSlider;
class QSpinBox;

namespace phaseboard::ui {

class DayFields;
class DeviceFields;
class Label;
class OwnContentFields;

/// What the user can choose. Every change is an operation of its own and can be undone; there is
/// nothing to save.
class SettingsScreen : public Screen {
  Q_OBJECT

 public:
  explicit SettingsScreen(const ScreenContext& context, QWidget* parent = nullptr);

  [[nodiscard]] QString title() const override { return tr("Settings"); }
  void arrive(const Place& place) override;
  [[nodiscard]] Place place() const override { return Place{.screen = ScreenName::Settings}; }
  void refresh(const ops::Changes& changes) override;

 private:
  QFormLayout* addPanel(const QString& heading, const QString& about);
  void makeLook();
  void makeInterview();
  void makeReview();
  void makeStages();
  void makeNotebook();
  void connectChanges();

  void show(const ports::Settings& settings);
  void apply();
  [[nodiscard]] ports::Settings read() const;
  void showStageSum();
  void showFinalHint();

  QWidget* m_content;
  QComboBox* m_theme;
  QSlider* m_textSize;
  Label* m_textSizeValue;
  QCheckBox* m_reducedMotion;
  QCheckBox* m_hasInterview;
  QDateEdit* m_interview;
  QSpinBox* m_finalDays;
  Label* m_finalHint;
  DayFields* m_days;
  QSpinBox* m_minutes;
  QSpinBox* m_newPerDay;
  QDoubleSpinBox* m_retention;
  QSpinBox* m_wordsPerMinute;
  QSpinBox* m_dayStart;
  std::map<StageId, QSpinBox*> m_stages;
  Label* m_stageSum;
  Label* m_counts;
  DeviceFields* m_devices;
  OwnContentFields* m_ownContent;
  bool m_showing = false;  ///< fields are being filled, not edited
};

}  // namespace phaseboard::ui
