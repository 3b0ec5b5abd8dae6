// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace phaseboard::ui {

/// What the colours of the memory tint mean, and how much of the figure has been asked.
class RecallLegend : public QWidget {
  Q_OBJECT

 public:
  explicit RecallLegend(QWidget* parent = nullptr);

  /// @param asked  parts with at least one answer
  /// @param parts  parts in all
  void setCounts(int asked, int parts);

  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString m_words;
};

}  // namespace phaseboard::ui
