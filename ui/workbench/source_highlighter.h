// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSyntaxHighlighter>

#include "diagrams/style/palette.h"

namespace phaseboard::ui {

/// Sets off keys, comments, quoted texts and formulas in YAML and DOT. One line at a time: a text
/// over several lines looks like its first.
class SourceHighlighter : public QSyntaxHighlighter {
  Q_OBJECT

 public:
  /// Without a document yet: the one that an editor was made with ends when it opens another.
  explicit SourceHighlighter(QObject* parent);

  void setColours(const style::ApplicationColours& colours);

 protected:
  void highlightBlock(const QString& text) override;

 private:
  style::ApplicationColours m_colours;
};

}  // namespace phaseboard::ui
