// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QFormLayout;
class QLineEdit;
class QWidget;

namespace phaseboard::ui {

class WindowMemory;

/// The row of Settings about other devices. The folder belongs to the machine, not to the notebook.
class DeviceFields : public QObject {
  Q_OBJECT

 public:
  DeviceFields(QFormLayout* form, WindowMemory& memory, QWidget* parent);

  void show();

 private:
  void choose();
  void keep();

  WindowMemory& m_memory;
  QWidget* m_parent;
  QLineEdit* m_folder;
};

}  // namespace phaseboard::ui
