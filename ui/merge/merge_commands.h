// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <QObject>
#include <QStringList>

#include "app/ops/sync_operations.h"
#include "ui/bridge/session.h"
#include "ui/merge/merge_door.h"

class QWidget;

namespace phaseboard::ui {

class WindowMemory;

/// The folder that is shared with other devices; empty for none. It belongs to the machine.
[[nodiscard]] QString sharedFolder(const WindowMemory& memory);
void setSharedFolder(WindowMemory& memory, const QString& folder);

/// Lets the user choose it; empty when they did not.
[[nodiscard]] QString chooseSharedFolder(const QString& before, QWidget* parent);

/// What the menu of the window does about other notebooks.
class MergeCommands : public QObject {
  Q_OBJECT

 public:
  /// All outlive it.
  MergeCommands(Session& session, WindowMemory& memory, const MergeDoor& door, QWidget* window);

  void merge();

  /// With the folder that was chosen, or is chosen now.
  void sync();

 Q_SIGNALS:
  void said(const QString& words);

 private:
  [[nodiscard]] Result<ops::SyncOutcome> syncOnWorker(const std::string& folder);
  [[nodiscard]] static QStringList syncWords(const ops::SyncOutcome& outcome);

  Session& m_session;
  WindowMemory& m_memory;
  MergeDoor m_door;
  QWidget* m_window;
};

}  // namespace phaseboard::ui
