// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <QPlainTextEdit>

#include "app/mock/mentions.h"

namespace phaseboard::ui {

/// A text as it was written, with the words lit that mention something; as high as it needs.
class LitText : public QPlainTextEdit {
  Q_OBJECT

 public:
  explicit LitText(QWidget* parent = nullptr);

  void setText(const std::string& text, const std::vector<std::vector<mock::Span>>& mentions);
  /// Lights the words of one mention strongly; none for a negative number.
  void emphasise(int mention);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  QVariant loadResource(int type, const QUrl& name) override;

 private:
  void light();
  void fitHeight();

  std::vector<std::vector<std::pair<int, int>>> m_places;  ///< from and to, in characters
  int m_emphasised = -1;
};

}  // namespace phaseboard::ui
