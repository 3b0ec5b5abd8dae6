// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QFormLayout;

namespace phaseboard::ui {

class FolderField;
class WindowMemory;

/// The row of Settings about other devices. The folder belongs to the machine, not to the notebook.
class DeviceFields : public QObject {
  Q_OBJECT

 public:
  DeviceFields(QFormLayout* form, WindowMemory& memory, QObject* parent);

  void show();

 private:
  WindowMemory& m_memory;
  FolderField* m_folder;
};

}  // namespace phaseboard::ui
