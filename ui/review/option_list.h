// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "app/review/prompt_sheet.h"

class QGridLayout;

namespace phaseboard::ui {

/// The options of a prompt, each a button with its number. Once one was taken, the right one and a
/// wrong choice are marked and nothing can be taken any more.
class OptionList : public QWidget {
  Q_OBJECT

 public:
  explicit OptionList(QWidget* parent = nullptr);

  void setOptions(const std::vector<review::SheetOption>& options);

  /// Takes the option at `index`, as a click does; nothing happens outside the list or afterwards.
  void take(int index);

  /// Marks the right one, also when none was taken.
  void reveal();
  [[nodiscard]] std::optional<int> taken() const { return m_taken; }
  [[nodiscard]] bool isRight() const;

 Q_SIGNALS:
  void chosen();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  class Option;

  /// As many columns as the widest option allows.
  void arrange();

  QGridLayout* m_grid;
  std::vector<Option*> m_options;
  std::optional<int> m_taken;
  bool m_revealed = false;
};

}  // namespace phaseboard::ui
