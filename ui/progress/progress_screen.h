// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "ui/shell/screen.h"

class QStackedWidget;

namespace phaseboard::ui {

class ProgressPage;
class Segments;

/// How far the user has come and what lies ahead, on four pages. Only the page in front reads.
class ProgressScreen : public Screen {
  Q_OBJECT

 public:
  enum class Page { Overview, Ahead, Memory, Prompts };

  explicit ProgressScreen(const ScreenContext& context, QWidget* parent = nullptr);

  [[nodiscard]] QString title() const override { return tr("Progress"); }
  void arrive(const Place& place) override;
  [[nodiscard]] Place place() const override { return Place{.screen = ScreenName::Progress}; }
  void refresh(const ops::Changes& changes) override;
  [[nodiscard]] QList<QAction*> commands() const override { return m_commands; }

  void showPage(Page page);

 private:
  Segments* m_tabs;
  QStackedWidget* m_stack;
  std::array<ProgressPage*, 4> m_pages{};
  QList<QAction*> m_commands;
};

}  // namespace phaseboard::ui
