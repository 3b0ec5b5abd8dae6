// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/base/result.h"
#include "app/ports/exchange.h"
#include "ui/bridge/session.h"
#include "ui/exchange/exchange_door.h"
#include "ui/widgets/task_dialog.h"

class QComboBox;
class QFormLayout;

namespace phaseboard::ui {

class Label;
class Segments;

enum class ExportKind { Markdown, StudySheet, Anki, Json, Csv };

/// Asks what of questions, prompts or the notebook is to be written, as what and where; writes it
/// on a worker with progress.
class ExportEverythingDialog : public TaskDialog {
  Q_OBJECT

 public:
  /// @param question  chosen at first, if the pack has it
  /// @param folder    where the file is suggested
  ExportEverythingDialog(Session& session, const ExchangeDoor& door,
                         const std::optional<QuestionId>& question, const QString& folder,
                         QWidget* parent = nullptr);

  [[nodiscard]] ExportKind kind() const;
  /// Where it was written; empty before.
  [[nodiscard]] const QString& written() const { return m_written; }

 protected:
  void act() override;

 private:
  QWidget* makeForm(const std::optional<QuestionId>& question);
  void fillQuestions(const std::optional<QuestionId>& question);
  void fillPrompts();
  void onKindChanged();
  void suggestName();
  void browse();
  [[nodiscard]] std::vector<QuestionId> questions() const;
  [[nodiscard]] Status writeTo(const QString& path);
  [[nodiscard]] Status writeMarkdown(const std::filesystem::path& path);
  [[nodiscard]] Status writeSheet(const QString& path);
  [[nodiscard]] Status writeAnki(const std::filesystem::path& path);

  Session& m_session;
  ExchangeDoor m_door;
  QString m_folder;
  QString m_written;
  QFormLayout* m_rows = nullptr;
  QComboBox* m_kind = nullptr;
  QComboBox* m_question = nullptr;
  QComboBox* m_prompts = nullptr;
  Segments* m_figures = nullptr;
  FileField* m_file = nullptr;
  Label* m_says = nullptr;
};

}  // namespace phaseboard::ui
