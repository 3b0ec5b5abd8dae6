// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace phaseboard::ui {

/// Short messages at the lower edge of a window, e.g. "Answer graded. Undo". One at a time: a new
/// one takes the place of the old. The timer runs only while a message is shown.
class Toasts : public QWidget {
  Q_OBJECT

 public:
  /// Lies over `host` and follows its size.
  explicit Toasts(QWidget* host);

  /// Says that something was done; goes away by itself. `action` is the word on its button, or
  /// empty.
  void say(const QString& text, const QString& action = {});
  /// Says that something failed; stays until closed.
  void warn(const QString& text, const QString& advice);
  void dismiss();
  [[nodiscard]] QString text() const { return m_text; }

 Q_SIGNALS:
  void actionChosen();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void show(const QString& text, const QString& advice, const QString& action, bool bad);
  void place();

  QString m_text;
  bool m_bad = false;
  QTimer m_timer;
};

}  // namespace phaseboard::ui
