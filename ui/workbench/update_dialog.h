// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QDialog>

#include "app/content/contents.h"
#include "ui/shell/place.h"

namespace phaseboard::ui {

class Session;

/// Tells what an update of the packs brought, question by question in the words of its content;
/// each change leads to its place. What was answered under other words can be reviewed from here,
/// and nothing else.
class UpdateDialog : public QDialog {
  Q_OBJECT

 public:
  UpdateDialog(Session& session, const std::vector<content::QuestionUpdate>& updates,
               QWidget* parent = nullptr);

 Q_SIGNALS:
  void placeRequested(const phaseboard::ui::Place& place);

 private:
  QWidget* makeCard(const content::QuestionUpdate& update);
  QWidget* makeChange(const content::ChangedContent& change);
  void go(const Place& place);

  Session& m_session;
};

}  // namespace phaseboard::ui
