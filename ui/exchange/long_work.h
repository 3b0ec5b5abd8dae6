// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>

#include <QDialog>

#include "app/exchange/progress.h"

class QProgressBar;

namespace phaseboard::ui {

class Label;

/// Runs work on a thread of its own; says how far it is and can stop it. The rest of the program
/// waits behind it, but stays painted.
class LongWork : public QDialog {
  Q_OBJECT

 public:
  /// @param title  "Writing the package…"
  LongWork(const QString& title, QWidget* parent);

  /// Returns when the work is done, or has stopped as wished. The work takes values and what no
  /// other thread uses meanwhile.
  void run(const std::function<void(const exchange::Progress&)>& work);

  /// Asks the work to stop.
  void stop();
  void reject() override { stop(); }

 private:
  void showProgress();

  QProgressBar* m_bar;
  Label* m_figures;
  std::atomic<std::int64_t> m_done{0};
  std::atomic<std::int64_t> m_total{0};
  std::atomic<bool> m_isStopped{false};
};

/// `work` on a thread of its own, with its result.
template <class Work>
auto runLong(const QString& title, QWidget* parent, Work&& work)
    -> decltype(work(exchange::Progress())) {
  using Outcome = decltype(work(exchange::Progress()));
  std::optional<Outcome> outcome;
  LongWork dialog(title, parent);
  dialog.run([&](const exchange::Progress& progress) { outcome.emplace(work(progress)); });
  if (outcome)
    return std::move(*outcome);
  return tl::unexpected<Error>(Error{ErrorKind::Internal, "work", "it ended without a result"});
}

}  // namespace phaseboard::ui
