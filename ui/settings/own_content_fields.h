// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

class QFormLayout;

namespace phaseboard::ui {

class FolderField;
class Label;
class WindowMemory;
class Workshop;

/// The folder of the user's own questions that this machine remembers, as a full path; empty for
/// the one beside the notebook.
[[nodiscard]] QString chosenOwnFolder(const WindowMemory& memory);

/// The row of Settings about own questions. What is chosen is used from the next start on, which is
/// said: the sources that are open now stay where they are.
class OwnContentFields : public QObject {
  Q_OBJECT

 public:
  /// @param workshop  null in a window without own content
  OwnContentFields(QFormLayout* form, WindowMemory& memory, const Workshop* workshop,
                   QObject* parent);

  void show();

 private:
  void keep(const QString& folder);
  void showState();

  WindowMemory& m_memory;
  QString m_inUse;
  FolderField* m_folder;
  Label* m_state;
};

}  // namespace phaseboard::ui
