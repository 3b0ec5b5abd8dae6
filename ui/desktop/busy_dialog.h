// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QDialog>

namespace phaseboard::ui {

class Label;

/// Says that another window has the notebook, and offers to bring that one to the front. Accepted
/// when it came.
class BusyDialog : public QDialog {
  Q_OBJECT

 public:
  /// @param holder  who has it, e.g. "process 4711 on desk"
  /// @param raise   asks the other window; false when it does not answer
  BusyDialog(const QString& notebook, const QString& holder, std::function<bool()> raise);

 private:
  void bringToFront();

  std::function<bool()> m_raise;
  Label* m_trouble;
};

}  // namespace phaseboard::ui
