// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/ops/mock_report.h"
#include "ui/bridge/session.h"

namespace phaseboard::ui {

class BoardReplay;
class Label;

/// The board of an attempt played back over its time, with the way back to the debrief.
class ReplayPage : public QWidget {
  Q_OBJECT

 public:
  explicit ReplayPage(Session& session, QWidget* parent = nullptr);

  /// False when there is no board, or when it cannot be read.
  bool open(const ops::MockReport& report);

 Q_SIGNALS:
  void backRequested();

 private:
  Session& m_session;
  Label* m_title;
  BoardReplay* m_replay;
};

}  // namespace phaseboard::ui
