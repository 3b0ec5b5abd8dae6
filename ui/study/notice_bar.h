// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace phaseboard::ui {

class Label;

/// A message above a field, with what can be done about it.
class NoticeBar : public QWidget {
  Q_OBJECT

 public:
  explicit NoticeBar(QWidget* parent = nullptr);

  /// Shows the message with one or two buttons; an empty word leaves its button out.
  void show(const QString& text, const QString& first, const QString& second = {});

 Q_SIGNALS:
  void firstChosen();
  void secondChosen();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Label* m_text;
  QPushButton* m_first;
  QPushButton* m_second;
};

}  // namespace phaseboard::ui
