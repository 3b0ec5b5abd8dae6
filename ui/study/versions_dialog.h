// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QDialog>

#include "ui/bridge/session.h"
#include "ui/models/versions_model.h"

class QListView;
class QPushButton;
class QStackedWidget;

namespace phaseboard::ui {

class AnswerPreview;
class DiffView;
class Label;
class Segments;

/// The versions of an answer, newest first: each as it reads, as what it changed of the version
/// before it, and beside the current one. "Restore" accepts the dialog.
class VersionsDialog : public QDialog {
  Q_OBJECT

 public:
  /// @param versions  newest first
  VersionsDialog(Session& session, const std::vector<answers::Version>& versions,
                 QWidget* parent = nullptr);

  /// The version to make current; nothing for the one that is.
  [[nodiscard]] std::optional<answers::VersionId> chosen() const;

  enum class View { Text, Change, Current };
  void showView(View view);

 private:
  void buildEmpty();
  void build(Session& session);
  void showVersion();

  VersionsModel m_model;
  QListView* m_list = nullptr;
  Segments* m_views = nullptr;
  QStackedWidget* m_pages = nullptr;
  AnswerPreview* m_text = nullptr;
  DiffView* m_diff = nullptr;
  Label* m_words = nullptr;
  QPushButton* m_restore = nullptr;
};

/// Lets the user look through versions; what they chose to restore.
[[nodiscard]] std::optional<answers::VersionId> chooseVersion(
    Session& session, const std::vector<answers::Version>& versions, QWidget* parent);

}  // namespace phaseboard::ui
