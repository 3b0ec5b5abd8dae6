// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSyntaxHighlighter>

#include "diagrams/style/palette.h"

namespace phaseboard::ui {

/// Shows Markdown as it is typed: headings, emphasis, code, formulas and list marks.
class MarkdownHighlighter : public QSyntaxHighlighter {
  Q_OBJECT

 public:
  explicit MarkdownHighlighter(QTextDocument* document);
  void setColours(const style::ApplicationColours& colours);

 protected:
  void highlightBlock(const QString& text) override;

 private:
  void mark(const QString& text, const QRegularExpression& pattern, const QTextCharFormat& format);

  style::ApplicationColours m_colours;
};

}  // namespace phaseboard::ui
