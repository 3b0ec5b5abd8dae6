// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

#include "app/answers/word_diff.h"

namespace phaseboard::ui {

/// Two texts as one: what was added is underlined on green, what was removed struck through on red.
class DiffView : public QPlainTextEdit {
  Q_OBJECT

 public:
  explicit DiffView(QWidget* parent = nullptr);

  void show(std::vector<answers::DiffRun> runs);

 protected:
  void changeEvent(QEvent* event) override;
  QVariant loadResource(int type, const QUrl& name) override;

 private:
  void write();

  std::vector<answers::DiffRun> m_runs;
};

/// "12 words added, 3 removed"; what to say when nothing is.
[[nodiscard]] QString diffText(const std::vector<answers::DiffRun>& runs);

}  // namespace phaseboard::ui
