// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QDialog>

#include "ui/bridge/session.h"

class QPlainTextEdit;
class QVBoxLayout;

namespace phaseboard::ui {

class Segments;
class DiffView;
class Label;

/// The texts of an answer that was edited apart, side by side; in each, the words that the other
/// does not have are marked. Below, what the answer is to become: either, both, or what the user
/// makes of them. All of them stay as versions.
class ConflictDialog : public QDialog {
  Q_OBJECT

 public:
  /// @param ends  two or more, the current one last (`answers::openEnds`)
  ConflictDialog(Session& session, const std::vector<answers::Version>& ends,
                 QWidget* parent = nullptr);

  /// What the answer is to become.
  [[nodiscard]] std::string text() const;

  void takeLeft();
  void takeRight();
  void takeBoth();

 private:
  QVBoxLayout* makeSide(const QString& heading, DiffView*& view, Label*& when);
  void build();
  void showLeft();
  [[nodiscard]] const answers::Version& left() const;
  [[nodiscard]] const answers::Version& right() const { return m_ends.back(); }

  Session& m_session;
  std::vector<answers::Version> m_ends;
  Segments* m_others = nullptr;  ///< which one is on the left, when there are more than two
  DiffView* m_leftView = nullptr;
  DiffView* m_rightView = nullptr;
  Label* m_leftWhen = nullptr;
  Label* m_rightWhen = nullptr;
  QPlainTextEdit* m_result = nullptr;
};

/// Lets the user settle a conflict; what the answer is to become.
[[nodiscard]] std::optional<std::string> settleConflict(Session& session,
                                                        const std::vector<answers::Version>& ends,
                                                        QWidget* parent);

}  // namespace phaseboard::ui
