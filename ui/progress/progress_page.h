// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/shell/screen.h"

class QVBoxLayout;

namespace phaseboard::ui {

/// One page of Progress: a column that scrolls. It reads when it is shown and after changes, and
/// only then.
class ProgressPage : public QWidget {
  Q_OBJECT

 public:
  explicit ProgressPage(const ScreenContext& context, QWidget* parent = nullptr);

  /// Shows how things stand now.
  virtual void refresh() = 0;

 Q_SIGNALS:
  void placeRequested(const phaseboard::ui::Place& place);

 protected:
  [[nodiscard]] Session& session() const { return m_context.session; }
  [[nodiscard]] QVBoxLayout* column() const { return m_column; }

 private:
  ScreenContext m_context;
  QVBoxLayout* m_column;
};

/// "87 %".
[[nodiscard]] QString percentText(double share);

}  // namespace phaseboard::ui
