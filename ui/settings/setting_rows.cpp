// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/setting_rows.h"

#include <QFormLayout>
#include <QSpinBox>

#include "ui/widgets/label.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kNameWidth = 230;

}  // namespace

QSpinBox* makeNumberField(int least, int most, const QString& suffix, const QString& name) {
  auto* box = new QSpinBox;
  box->setRange(least, most);
  box->setSuffix(suffix);
  box->setAccessibleName(name);
  atTextSize(box, [box] { box->setFixedWidth(scaled(kSettingFieldWidth)); });
  box->setKeyboardTracking(false);
  return box;
}

void addSettingRow(QFormLayout* form, const QString& name, QWidget* field) {
  auto* label = new Label(name, TextRole::Body);
  atTextSize(label, [label] { label->setFixedWidth(scaled(kNameWidth)); });
  label->setMinimumHeight(field->sizeHint().height());
  label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  label->setBuddy(field);
  form->addRow(label, field);
}

}  // namespace phaseboard::ui
