// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/exchange/incoming.h"
#include "app/ops/import_operations.h"
#include "ui/bridge/session.h"
#include "ui/exchange/exchange_door.h"
#include "ui/widgets/task_dialog.h"

class QComboBox;
class QTableWidget;

namespace phaseboard::ui {

class Label;

/// Reads a file from elsewhere on a worker, shows what would come, and brings it in as one step
/// that can be undone.
class ImportDialog : public TaskDialog {
  Q_OBJECT

 public:
  /// @param place  where prompts go that name no place, at first
  ImportDialog(Session& session, const ExchangeDoor& door, const ops::ImportPlace& place,
               QWidget* parent = nullptr);

  /// Reads the file and shows what it brings.
  void openFile(const QString& path);

  /// What came in; nothing before.
  [[nodiscard]] const std::optional<ops::ImportPreview>& imported() const { return m_imported; }

 protected:
  /// Brings it in, on a worker: a large deck takes longer than the window may stand still.
  void act() override;

 private:
  void makeFileRow();
  void makeTable();
  QWidget* makePlaceRow(const ops::ImportPlace& place);
  void browse();
  void showPreview();
  void showPrompts();
  void say(const Error& error);
  [[nodiscard]] ops::ImportPlace place() const;

  Session& m_session;
  ExchangeDoor m_door;
  std::optional<exchange::Incoming> m_incoming;
  std::optional<ops::ImportPreview> m_imported;
  FileField* m_file = nullptr;
  QComboBox* m_question = nullptr;
  QComboBox* m_phase = nullptr;
  QWidget* m_placeRow = nullptr;
  QTableWidget* m_prompts = nullptr;
  Label* m_says = nullptr;
  Label* m_remarks = nullptr;
};

}  // namespace phaseboard::ui
