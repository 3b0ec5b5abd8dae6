// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/mock/mock_info.h"
#include "app/ops/mock_operations.h"
#include "ui/shell/screen.h"

class QStackedWidget;

namespace phaseboard::ui {

class ReplayPage;
class DebriefView;
class MockStart;
class RehearsalView;

/// The mock interview: where it begins, the rehearsal, its debrief, and the board played back.
///
/// An attempt that was not finished is what is shown first. Leaving pauses it.
class MockScreen : public Screen {
  Q_OBJECT

 public:
  explicit MockScreen(const ScreenContext& context, QWidget* parent = nullptr);

  [[nodiscard]] QString title() const override { return tr("Mock"); }
  [[nodiscard]] QStringList trail() const override;
  void arrive(const Place& place) override;
  void leave() override;
  [[nodiscard]] Place place() const override;
  void refresh(const ops::Changes& changes) override;
  [[nodiscard]] QList<QAction*> commands() const override;

 private:
  void start(const ops::NewMock& wish);
  void showStart(const QuestionId& question = {});
  void showDebrief(const mock::MockId& id);
  void showReplay();
  void remove(const mock::MockId& id);
  [[nodiscard]] bool showUnfinished();
  /// Only what belongs to the page in front can be commanded: another one may be about nothing yet.
  void enableCommands();

  QStackedWidget* m_pages;
  MockStart* m_start;
  RehearsalView* m_rehearsal;
  DebriefView* m_debrief;
  ReplayPage* m_replay;
};

}  // namespace phaseboard::ui
