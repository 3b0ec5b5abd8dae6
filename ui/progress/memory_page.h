// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <optional>

#include <QFutureWatcher>

#include "app/ops/memory_fit.h"
#include "ui/charts/chart_table.h"
#include "ui/progress/progress_page.h"

class QProgressBar;
class QPushButton;
class QTimer;

namespace phaseboard::ui {

class Card;
class ChartPanel;
class Label;
class LineChart;

/// How well the memory model fits this user: true retention by maturity, calibration, and a fit to
/// the user's own answers that is applied only when the user says so.
class MemoryPage : public ProgressPage {
  Q_OBJECT

 public:
  explicit MemoryPage(const ScreenContext& context, QWidget* parent = nullptr);
  ~MemoryPage() override;

  void refresh() override;

  void startFit();
  void cancelFit();
  /// Takes the fitted parameters into use: one step that can be undone.
  void useFit();

 Q_SIGNALS:
  void fitEnded();

 private:
  /// What the thread that fits and this one both see.
  struct Work {
    std::atomic<bool> isCancelled{false};
    std::atomic<int> percent{0};
  };

  QWidget* makeRetention();
  QWidget* makeCalibration();
  QWidget* makeFit();
  void showRetention();
  void showCalibration(const ops::JudgedModel& before, const ops::JudgedModel* after);
  void showFit();
  void onFitReady();
  void discardFit();

  LineChart* m_retention;
  ChartPanel* m_retentionPanel;
  ChartTable m_retentionTable;
  LineChart* m_calibration;
  ChartPanel* m_calibrationPanel;
  ChartTable m_calibrationTable;
  Label* m_state;
  Label* m_result;
  QProgressBar* m_bar;
  QPushButton* m_start;
  QPushButton* m_cancel;
  QPushButton* m_use;
  QPushButton* m_discard;
  QPushButton* m_published;
  QTimer* m_tick;
  std::shared_ptr<Work> m_work;
  QFutureWatcher<std::optional<ops::FittedMemory>> m_watcher;
  std::optional<ops::FittedMemory> m_fit;
};

}  // namespace phaseboard::ui
